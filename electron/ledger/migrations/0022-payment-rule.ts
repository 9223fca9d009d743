import { natural } from './columns.ts';

/** When a client who owes may not buy, and when the counter takes full payment only (settled.md 59); absent: never. */
export const paymentRule = {
  version: 22,
  name: 'payment rule',
  sql: `
CREATE TABLE payment_rule (
  id INTEGER PRIMARY KEY CHECK (id = 1), unpaid_balance TEXT NOT NULL CHECK (unpaid_balance IN ('none', 'warn', 'block')),
  overdue_days INTEGER NOT NULL CHECK (overdue_days BETWEEN 0 AND 999), ${natural('overdue_minor')},
  full_payment INTEGER NOT NULL CHECK (full_payment IN (0, 1))
) STRICT;
`,
};
