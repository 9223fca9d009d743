import { z } from 'zod';
import { amountOrZeroMinor, done } from './fields.ts';
import { command, query } from './operation.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a clerk may refund without an approval (settled.md 49), and the desk's hours for the exception list. */
const limits = {
  refundMinor: amountOrZeroMinor,
  refundDayMinor: amountOrZeroMinor,
  refundClientMonthMinor: amountOrZeroMinor,
  opensAt: timeOfDay,
  closesAt: timeOfDay,
};

/** What a clerk may take off an item by hand: the smaller of the two. */
const rebateLimits = {
  rebateItemBasisPoints: z.int().min(0).max(10_000),
  rebateItemMinor: amountOrZeroMinor,
};

export const limitOperations = {
  'limit.read': query({
    access: 'clerk',
    input: z.strictObject({}),
    output: z.strictObject({ ...limits, ...rebateLimits }),
  }),
  'limit.change': command({
    access: 'administrator',
    /** Those of rebates stay as they are when absent. */
    input: z.strictObject({ ...limits, ...z.strictObject(rebateLimits).partial().shape }),
    output: done,
  }),
};
