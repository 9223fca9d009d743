import { z } from 'zod';
import { amountOrZeroMinor, id, instant, localDate, notes, signedMinor } from './fields.ts';
import { command, query } from './operation.ts';
import { zNumber } from './till-report.ts';

const slip = {
  depositSlipId: z.int(),
  number: z.string(),
  cashMinor: z.int(),
  chequesMinor: z.int(),
  totalMinor: z.int(),
  note: z.string(),
  madeBy: z.string(),
  localDate,
  at: instant,
};

const cheque = z.strictObject({
  paymentId: z.int(),
  paymentNumber: z.string(),
  clientName: z.string(),
  chequeNumber: z.string(),
  chequeBank: z.string(),
  amountMinor: z.int(),
  localDate,
});

/** Money that goes from the safe to the bank, cheques listed one by one (settled.md 33). */
export const depositSlipOperations = {
  'depositSlip.plan': query({
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({
      closes: z.array(
        z.strictObject({
          zNumber: z.string(),
          tillName: z.string(),
          localDate,
          countedMinor: z.int(),
          droppedMinor: z.int(),
          floatMinor: z.int(),
        }),
      ),
      cheques: z.array(cheque),
      safeMinor: signedMinor,
      /** Counts and drops less the floats taken from the safe; at most what the safe holds. */
      suggestedCashMinor: z.int(),
    }),
  }),
  'depositSlip.make': command({
    access: 'supervisor',
    input: z.strictObject({
      cashMinor: amountOrZeroMinor,
      /** Closes that this deposit settles: they can no longer be reopened. */
      zNumbers: z.array(zNumber).max(500),
      chequePaymentIds: z.array(id).max(500),
      note: notes.optional(),
    }),
    output: z.strictObject({ depositSlipId: z.int(), number: z.string(), totalMinor: z.int() }),
    refusals: [
      'nothing-to-deposit',
      'cash-not-multiple-of-five',
      'safe-short',
      'amount-too-large',
      'close-not-depositable',
      'cheque-not-in-hand',
    ],
  }),
  'depositSlip.read': query({
    access: 'supervisor',
    input: z.strictObject({ depositSlipId: id }),
    output: z.strictObject({
      ...slip,
      closes: z.array(z.strictObject({ zNumber: z.string(), countedMinor: z.int() })),
      cheques: z.array(cheque),
    }),
    refusals: ['deposit-slip-unknown'],
  }),
  'depositSlip.list': query({
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({ slips: z.array(z.strictObject(slip)) }),
  }),
};
