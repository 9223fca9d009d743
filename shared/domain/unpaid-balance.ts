import { sumMinor } from './money.ts';

/** What a desk does about a client who owes since too long (settled.md 59). */
export type UnpaidBalanceMode = 'none' | 'warn' | 'block';

export interface PaymentRule {
  unpaidBalance: UnpaidBalanceMode;
  /** Days after the due date from which an item counts as overdue. */
  overdueDays: number;
  /** Below this sum, in cents, nothing is said. */
  overdueMinor: number;
  /** The counter takes the whole amount, or a supervisor's word. */
  fullPayment: boolean;
}

export const DEFAULT_PAYMENT_RULE: PaymentRule = {
  unpaidBalance: 'none',
  overdueDays: 30,
  overdueMinor: 0,
  fullPayment: false,
};

/** An item that owes; what is planned for a day to come is taken off already. */
export interface OverdueItem {
  readonly itemId: number;
  readonly dueDate: string;
  readonly overdueMinor: number;
  /** Due by today, the overdue part included. */
  readonly dueMinor: number;
}

export interface UnpaidBalance {
  /** `none` when the rule says nothing of this client. */
  mode: UnpaidBalanceMode;
  overdueMinor: number;
  /** What those items owe by today. */
  dueMinor: number;
  /** Due date of the oldest item that is overdue. */
  since: string | null;
}

/** What the rule says of a client with these overdue items; cents. */
export function judgeUnpaidBalance(rule: PaymentRule, items: readonly OverdueItem[]): UnpaidBalance {
  const overdueMinor = sumMinor(items.map((item) => item.overdueMinor));
  const isReached = overdueMinor > 0 && overdueMinor >= rule.overdueMinor;
  const since = items.map(({ dueDate }) => dueDate).toSorted()[0] ?? null;
  const dueMinor = sumMinor(items.map((item) => item.dueMinor));
  return { mode: isReached ? rule.unpaidBalance : 'none', overdueMinor, dueMinor, since };
}
