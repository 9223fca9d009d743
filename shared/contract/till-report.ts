import { z } from 'zod';
import { instant, localDate, signedMinor } from './fields.ts';

/** "Z-2-0001": a close, by the till that numbers it. */
export const zNumber = z.string().regex(/^Z-[1-9]\d{0,8}-\d{4,12}$/);

const sum = { count: z.int(), amountMinor: signedMinor };
const documents = z.strictObject({
  count: z.int(),
  netMinor: z.int(),
  gstMinor: z.int(),
  qstMinor: z.int(),
  totalMinor: z.int(),
});

/** Money whose fate is not known: never counted, carried over from close to close (settled.md 17). */
export const openAttempt = z.strictObject({
  attemptId: z.int(),
  refundId: z.int().nullable(),
  saleId: z.int().nullable(),
  driver: z.string(),
  amountMinor: z.int(),
  /** Begun in an earlier session of this till. */
  carriedOver: z.boolean(),
});

/** What an X and a Z tell of their session; amounts in cents. */
export const sessionReport = z.strictObject({
  openedAt: instant,
  openedBy: z.string(),
  localDate,
  invoices: documents,
  credits: documents,
  payments: z.array(z.strictObject({ method: z.string(), ...sum })),
  voids: z.strictObject(sum),
  refunds: z.array(z.strictObject({ destination: z.string(), ...sum })),
  /** Refunds, rebates and invoices that another person approved; a close older than approvals has none. */
  approvals: z
    .array(
      z.strictObject({
        number: z.string(),
        amountMinor: z.int(),
        staffName: z.string(),
        approverName: z.string(),
        at: instant,
      }),
    )
    .default([]),
  /** Signed gain of the organisation from rounding cash to five cents (settled.md 21). */
  roundingMinor: signedMinor,
  drawer: z.array(z.strictObject({ kind: z.string(), ...sum })),
  expectedMinor: signedMinor,
  movements: z.array(
    z.strictObject({
      kind: z.string(),
      amountMinor: signedMinor,
      reason: z.string(),
      staffName: z.string(),
      at: instant,
    }),
  ),
  clerks: z.array(
    z.strictObject({
      name: z.string(),
      payments: z.int(),
      takenMinor: z.int(),
      refunds: z.int(),
      refundedMinor: z.int(),
    }),
  ),
  counts: z.array(z.strictObject({ totalMinor: z.int(), staffName: z.string(), at: instant })),
  openAttempts: z.array(openAttempt),
});

/** A close in a till's history. */
export const closeHead = {
  zNumber: z.string(),
  at: instant,
  localDate,
  closedBy: z.string(),
  /** The supervisor who accepted a difference a clerk may not accept. */
  acceptedBy: z.string().nullable(),
  expectedMinor: signedMinor,
  countedMinor: z.int(),
  differenceMinor: signedMinor,
  differenceReason: z.string(),
  chainSeq: z.int(),
  chainHash: z.string(),
  /** The close this one replaces after a recount. */
  replaces: z.string().nullable(),
  /** Why and by whom this close was taken back; null while it stands. */
  reopenedReason: z.string().nullable(),
  reopenedBy: z.string().nullable(),
  depositNumber: z.string().nullable(),
  /** The supervisor who has looked at it (settled.md 37), and what they noted. */
  reviewedBy: z.string().nullable(),
  reviewNote: z.string().nullable(),
  /** Closed, the last session of its drawer, and on no deposit slip. */
  canReopen: z.boolean(),
};
