import { DEFAULT_PAYMENT_RULE, type PaymentRule } from '../../shared/domain/unpaid-balance.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** The rule in force: the one an administrator chose, else nothing is asked of anybody. */
export async function readPaymentRule(db: ReadableLedger): Promise<PaymentRule> {
  const row = await db.get<Omit<PaymentRule, 'fullPayment'> & { fullPayment: number }>`
    SELECT unpaid_balance AS unpaidBalance, overdue_days AS overdueDays, overdue_minor AS overdueMinor,
      full_payment AS fullPayment FROM payment_rule WHERE id = 1`;
  return row ? { ...row, fullPayment: row.fullPayment === 1 } : DEFAULT_PAYMENT_RULE;
}

export async function writePaymentRule(db: WritableLedger, rule: PaymentRule): Promise<void> {
  await db.run`
    INSERT INTO payment_rule (id, unpaid_balance, overdue_days, overdue_minor, full_payment)
    VALUES (1, ${rule.unpaidBalance}, ${rule.overdueDays}, ${rule.overdueMinor}, ${rule.fullPayment ? 1 : 0})
    ON CONFLICT (id) DO UPDATE SET unpaid_balance = excluded.unpaid_balance, overdue_days = excluded.overdue_days,
      overdue_minor = excluded.overdue_minor, full_payment = excluded.full_payment`;
}

/** Whether one of these products is sold at the counter for full payment only. */
export async function hasFullPaymentProduct(
  db: ReadableLedger,
  productIds: readonly number[],
): Promise<boolean> {
  const row = await db.get<{ id: number }>`
    SELECT id FROM product WHERE id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))
      AND details ->> 'fullPayment' LIMIT 1`;
  return row !== undefined;
}
