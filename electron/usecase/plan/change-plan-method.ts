import { isUnderWay } from '../../../shared/domain/instalment.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import {
  type LiveRow,
  type PayingMethod,
  planPayments,
  readLivePlan,
  readLivePlanOfClient,
} from '../../ledger/planned-payment-store.ts';
import { readSavedMethod } from '../../ledger/saved-method-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { requireChargeable } from '../../sale/choose-saved-method.ts';
import type { CommandContext, CommandHandler } from '../context.ts';
import { giveUpRows } from './give-up-rows.ts';
import { requireChangeable, requirePlannable } from './plan-rules.ts';
import { planOf } from './read-plan.ts';

/** How the instalments are paid from now on. Refuses as `requireChargeable`. */
export async function payingBy(
  db: ReadableLedger,
  asked: { savedMethodId: number | null | undefined; clientId: number; localDate: string },
): Promise<PayingMethod> {
  const { savedMethodId } = asked;
  if (savedMethodId === null || savedMethodId === undefined) return { method: 'at-desk' };
  await requireChargeable(db, { ...asked, savedMethodId });
  return { method: 'saved-method', savedMethodId };
}

/**
 * Another saved method, or none, for the instalments that are left of an item, or that depend on one saved method: dates
 * and amounts stay (domain.md B19).
 */
export const changePlanMethod: CommandHandler<'plan.changeMethod'> = async (context, input) => {
  const { db } = context;
  const { savedMethodId } = input;
  if ('itemId' in input) {
    const { itemId } = input;
    const { item } = await requirePlannable(db, itemId);
    const rows = requireChangeable(await readLivePlan(db, [itemId]), itemId);
    await changeRows(context, { clientId: item.clientId, rows, savedMethodId });
    return await planOf(db, { itemId });
  }
  const { fromSavedMethodId } = input;
  const from = await readSavedMethod(db, fromSavedMethodId);
  if (!from) refuse('saved-method-unknown', { savedMethodId: fromSavedMethodId });
  const { clientId } = from;
  const rows = (await readLivePlanOfClient(db, clientId)).filter(
    (row) => row.savedMethodId === fromSavedMethodId && !isUnderWay(row),
  );
  if (rows.length === 0) refuse('plan-missing', { savedMethodId: fromSavedMethodId });
  await changeRows(context, { clientId, rows, savedMethodId });
  return await planOf(db, { clientId });
};

async function changeRows(
  { db, staff: { staffId } }: CommandContext,
  given: { clientId: number; rows: readonly LiveRow[]; savedMethodId: number | null },
): Promise<void> {
  const { clientId, rows, savedMethodId } = given;
  const paying = await payingBy(db, { savedMethodId, clientId, localDate: db.localDate });
  await giveUpRows(db, { rows, reason: 'method', staffId });
  for (const row of rows)
    await planPayments(db, { itemId: row.itemId, clientId, instalments: [row], paying, staffId });
}
