import { z } from 'zod';
import { amountMinor, id, refundDestination } from './fields.ts';

export const refundState = z.enum([
  'waiting',
  'to-issue',
  'to-begin',
  'in-progress',
  'in-doubt',
  'done',
  'failed',
]);

/** One way of a refund that goes several; each becomes a refund of its own, begun one after the other. */
export const part = z.strictObject({
  destination: refundDestination,
  amountMinor,
  terminalId: id.optional(),
  /** Restricts this part to money of this payment. */
  originPaymentId: id.optional(),
});

/** A part as it was written: a refund, and where it stands. */
export const partRead = z.strictObject({
  refundId: z.int(),
  destination: refundDestination,
  terminalName: z.string().nullable(),
  amountMinor: z.int(),
  drawerMinor: z.int().nullable(),
  state: refundState,
  number: z.string().nullable(),
});

export const planLine = z.strictObject({
  memoId: z.int().nullable(),
  paymentId: z.int().nullable(),
  originPaymentId: z.int(),
  amountMinor: z.int(),
});

/** A part as it would be written. */
export const plannedPart = z.strictObject({
  destination: refundDestination,
  amountMinor: z.int(),
  /** Only where the part is restricted to a payment. */
  originPaymentId: z.int().optional(),
  drawerMinor: z.int().nullable(),
  needsReason: z.boolean(),
  needsSupervisor: z.boolean(),
  lines: z.array(planLine),
});
