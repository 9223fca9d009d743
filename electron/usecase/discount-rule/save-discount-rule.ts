import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { insertDiscountRule, updateDiscountRule } from '../../ledger/discount-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireDiscountRule } from './require-discount-rule.ts';

/** Adds or changes a rule from the next sale on; invoices already issued keep what they had. The change is chained. */
export const saveDiscountRule: CommandHandler<'discountRule.save'> = async ({ db, staff }, input) => {
  const { ruleId: changedId, active = true, ...definition } = input;
  await requireDiscountRule(db, definition, changedId);
  const ruleId = changedId ?? (await insertDiscountRule(db, { definition, active }));
  if (changedId !== undefined && !(await updateDiscountRule(db, ruleId, { definition, active })))
    refuse('discount-rule-unknown', { ruleId });
  const { personIds = [], ...terms } = definition;
  await recordAudit(db, {
    kind: 'discount-rule.saved',
    staffId: staff.staffId,
    subject: `discount-rule:${ruleId}`,
    detail: { ...terms, personCount: personIds.length, active },
  });
  return { ruleId };
};
