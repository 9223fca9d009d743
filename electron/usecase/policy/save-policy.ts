import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readCustomItem } from '../../ledger/custom-item-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { insertPolicy, type PolicyDefinition, updatePolicy } from '../../ledger/policy-store.ts';
import type { CommandHandler } from '../context.ts';

/** Adds or changes a policy from the next cancellation on. The change is chained. */
export const savePolicy: CommandHandler<'policy.save'> = async ({ db, staff }, input) => {
  const { policyId: changedId, active = true, ...definition } = input;
  await requirePolicy(db, definition);
  const policyId = changedId ?? (await insertPolicy(db, { definition, active }));
  if (changedId !== undefined && !(await updatePolicy(db, policyId, { definition, active })))
    refuse('policy-unknown', { policyId });
  await recordAudit(db, {
    kind: 'policy.saved',
    staffId: staff.staffId,
    subject: `policy:${policyId}`,
    detail: { ...definition, active },
  });
  return { policyId };
};

/** Refuses `invalid-input` (periods out of order, a fee of nothing) and `custom-item-unknown`. */
async function requirePolicy(db: ReadableLedger, { periods, customItemId }: PolicyDefinition): Promise<void> {
  const issue = (path: string, problem: string) => refuse('invalid-input', { issues: [{ path, problem }] });
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const [index, { fromDays, fee }] of periods.entries()) {
    const isFirst = index === 0;
    if (isFirst !== (fromDays === undefined))
      issue(`periods.${index}.fromDays`, isFirst ? 'first-period' : 'required');
    if (fromDays !== undefined && fromDays <= lastDay) issue(`periods.${index}.fromDays`, 'period-order');
    lastDay = fromDays ?? lastDay;
    if (fee && fee.flatMinor === undefined && fee.basisPoints === undefined)
      issue(`periods.${index}.fee`, 'required');
  }
  if (customItemId === undefined) return;
  const item = await readCustomItem(db, customItemId);
  if (item?.kind !== 'fee') refuse('custom-item-unknown', { customItemId });
}
