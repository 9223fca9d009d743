import { z } from 'zod';
import { MONEY_CAUSES } from '../domain/money-where.ts';
import { id, instant, language, localDate } from './fields.ts';
import { query } from './operation.ts';

const step = z.strictObject({
  at: instant,
  /** Worded under `refund.timeline.kind` in both catalogs. */
  kind: z.string(),
  staffName: z.string().nullable(),
  note: z.string(),
});

const movement = z.strictObject({
  /** Names it on the screen. */
  key: z.string(),
  cause: z.enum(MONEY_CAUSES),
  amountMinor: z.int(),
  /** When what the sentence tells happened. */
  at: instant,
  localDate,
  refundId: z.int().nullable(),
  memoId: z.int().nullable(),
  paymentId: z.int().nullable(),
  /** Of the refund once it is done, else of the credit note or payment. */
  number: z.string().nullable(),
  /** The masked card that took the money, or that paid: "Visa •••• 4417". */
  card: z.string().nullable(),
  terminalName: z.string().nullable(),
  /** What the bank or the processor finds it by. */
  reference: z.string().nullable(),
  chequeNumber: z.string().nullable(),
  /** Who gave it, or has to answer. */
  staffName: z.string().nullable(),
  /** The row of the worklist where it waits, if it does. */
  actionId: z.string().nullable(),
  timeline: z.array(step),
});

export const moneyOperations = {
  /** Where a client's money is: every refund, and every credit that no refund has taken up, the most pressing first. */
  'money.where': query({
    access: 'clerk',
    input: z.union([
      z.strictObject({ clientId: id }),
      z.strictObject({ invoiceId: id }),
      z.strictObject({ refundId: id }),
    ]),
    output: z.strictObject({
      clientId: z.int(),
      clientName: z.string(),
      /** The client's, in which the sentences are told and printed. */
      language,
      movements: z.array(movement),
    }),
    refusals: ['client-unknown', 'invoice-unknown', 'refund-unknown'],
  }),
};
