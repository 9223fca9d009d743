import { z } from 'zod';
import { amountOrZeroMinor, done, localDate } from './fields.ts';
import { command, query } from './operation.ts';

/** `none`: nothing is overdue, or the desk does not mind. */
export const unpaidRead = z.strictObject({
  mode: z.enum(['none', 'warn', 'block']),
  overdueMinor: z.int(),
  /** What `paysOverdue` would pay of those items: all that is due by today. */
  dueMinor: z.int(),
  /** Due date of the oldest overdue item. */
  since: localDate.nullable(),
});

/** What the desk asks of a client who owes, and of a sale that is not paid whole (settled.md 59). */
const rule = {
  unpaidBalance: z.enum(['none', 'warn', 'block']),
  /** Days after its due date from which an item is overdue. */
  overdueDays: z.int().min(0).max(999),
  /** Overdue sums below this are let be. */
  overdueMinor: amountOrZeroMinor,
  /** Clerks take the whole amount at the counter: no part payment, no paying later. */
  fullPayment: z.boolean(),
};

export const paymentRuleOperations = {
  'paymentRule.read': query({ access: 'clerk', input: z.strictObject({}), output: z.strictObject(rule) }),
  'paymentRule.change': command({
    access: 'administrator',
    input: z.strictObject(rule),
    output: done,
  }),
};
