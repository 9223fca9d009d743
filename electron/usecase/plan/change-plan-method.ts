import type { PayingMethod } from '../../ledger/planned-payment-store.ts';
import { planPayments, readLivePlan } from '../../ledger/planned-payment-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { requireChargeable } from '../../sale/choose-saved-method.ts';
import type { CommandHandler } from '../context.ts';
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

/** Another saved method for the instalments that are left of an item, or none: dates and amounts stay (domain.md B19). */
export const changePlanMethod: CommandHandler<'plan.changeMethod'> = async ({ db, staff }, input) => {
  const { itemId } = input;
  const { item } = await requirePlannable(db, itemId);
  const { clientId } = item;
  const paying = await payingBy(db, {
    savedMethodId: input.savedMethodId,
    clientId,
    localDate: db.localDate,
  });
  const rows = requireChangeable(await readLivePlan(db, [itemId]), itemId);
  const { staffId } = staff;
  await giveUpRows(db, { rows, reason: 'method', staffId });
  await planPayments(db, { itemId, clientId, instalments: rows, paying, staffId });
  return await planOf(db, { itemId });
};
