import { refuse } from '../../../shared/domain/refusal.ts';
import { readItem } from '../../ledger/invoice-store.ts';
import { readLivePlan } from '../../ledger/planned-payment-store.ts';
import type { CommandHandler } from '../context.ts';
import { giveUpRows } from './give-up-rows.ts';
import { requireChangeable } from './plan-rules.ts';
import { planOf } from './read-plan.ts';

/** Gives up the plan of an item: what it owes is due at once. What is under way stays. */
export const endPlan: CommandHandler<'plan.end'> = async ({ db, staff }, { itemId, reason }) => {
  if (!(await readItem(db, itemId))) refuse('item-unknown', { itemId });
  const rows = requireChangeable(await readLivePlan(db, [itemId]), itemId);
  await giveUpRows(db, { rows, reason, staffId: staff.staffId });
  return await planOf(db, { itemId });
};
