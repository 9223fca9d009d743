import { planPayments } from '../../ledger/planned-payment-store.ts';
import type { CommandHandler } from '../context.ts';
import { splitPlan } from './split-plan.ts';

/** Plans payments of billed items (domain.md B11). Nothing is posted: a plan says when, not how much is owed. */
export const makePlan: CommandHandler<'plan.make'> = async ({ db, staff }, input) => {
  const { clientId, ...split } = await splitPlan(db, input, db.localDate);
  for (const { itemId, payments } of split.items)
    await planPayments(db, { itemId, clientId, instalments: payments, staffId: staff.staffId });
  return split;
};
