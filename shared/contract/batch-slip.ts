import { z } from 'zod';
import { BATCH_CAUSES } from '../domain/batch-slip.ts';
import { amountOrZeroMinor, id, instant, localDate, name, signedMinor, text, typedNumber } from './fields.ts';
import { command, query } from './operation.ts';

const count = z.int().min(0).max(99_999);

const totals = {
  salesCount: count,
  salesMinor: amountOrZeroMinor,
  refundsCount: count,
  refundsMinor: amountOrZeroMinor,
};

const difference = z.strictObject({
  direction: z.enum(['in', 'out']),
  /** Slip less ledger. */
  count: z.int(),
  amountMinor: signedMinor,
  cause: z.enum(BATCH_CAUSES),
  candidates: z.array(z.string()),
});

const slip = z.strictObject({
  batchSlipId: z.int(),
  terminalId: z.int(),
  terminalName: z.string(),
  batchDate: localDate,
  batchNumber: z.string(),
  ...totals,
  differences: z.array(difference),
  staffName: z.string(),
  at: instant,
  acceptedBy: z.string().nullable(),
  acceptedAt: instant.nullable(),
  reason: z.string(),
});

/** What a card terminal printed at the end of its day, against what the ledger knows (terminal.md §3.9.6). */
export const batchSlipOperations = {
  /** What the ledger counts for a terminal and day, the slips typed so far, and which terminals wait for theirs. */
  'batchSlip.plan': query({
    access: 'clerk',
    input: z.strictObject({ terminalId: id.optional(), batchDate: localDate.optional() }),
    output: z.strictObject({
      batchDate: localDate,
      terminals: z.array(
        z.strictObject({
          terminalId: z.int(),
          terminalName: z.string(),
          /** After a recovery of the ledger it takes no card until its slip is typed. */
          isWaitingForSlip: z.boolean(),
          isAccepted: z.boolean(),
          ledger: z.strictObject(totals),
          inDoubtCount: z.int(),
        }),
      ),
      /** The newest slip of each terminal and day, newest first. */
      slips: z.array(slip),
    }),
    refusals: ['terminal-unknown'],
  }),
  /**
   * Types a slip in. One that agrees with the ledger is accepted at once (Dr bank · Cr terminal); one that differs waits in
   * the list to settle. Typed again before it is accepted, the newest counts.
   */
  'batchSlip.record': command({
    access: 'clerk',
    input: z.strictObject({
      terminalId: id,
      batchDate: localDate.optional(),
      batchNumber: typedNumber.optional(),
      ...totals,
      /** By brand, if it is printed; the sums must be the slip's. */
      brands: z
        .array(z.strictObject({ brand: name, ...totals }))
        .max(20)
        .optional(),
    }),
    output: z.strictObject({
      batchSlipId: z.int(),
      state: z.enum(['accepted', 'differs']),
      differences: z.array(difference),
    }),
    refusals: ['terminal-unknown', 'batch-already-accepted', 'batch-after-today', 'batch-brands-differ'],
  }),
  /** Accepts a slip that differs: the bank pays what the slip says, and the reason is kept. */
  'batchSlip.accept': command({
    access: 'supervisor',
    input: z.strictObject({ batchSlipId: id, reason: text }),
    output: z.strictObject({ batchSlipId: z.int(), netMinor: signedMinor }),
    refusals: ['batch-slip-unknown', 'batch-already-accepted', 'batch-slip-replaced', 'reason-needed'],
  }),
};
