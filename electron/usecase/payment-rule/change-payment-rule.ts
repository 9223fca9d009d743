import { recordAudit } from '../../ledger/audit-event.ts';
import { readPaymentRule, writePaymentRule } from '../../ledger/payment-rule-store.ts';
import type { CommandHandler } from '../context.ts';

/** Takes effect with the next sale; what was before stays in the audit. */
export const changePaymentRule: CommandHandler<'paymentRule.change'> = async ({ db, staff }, rule) => {
  const before = await readPaymentRule(db);
  await writePaymentRule(db, rule);
  await recordAudit(db, {
    kind: 'payment-rule.changed',
    staffId: staff.staffId,
    subject: 'organisation:1',
    detail: { before, after: rule },
  });
  return {};
};
