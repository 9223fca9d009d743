import { planPayments } from '../../ledger/planned-payment-store.ts';
import type { CommandHandler } from '../context.ts';
import { payingBy } from './change-plan-method.ts';
import { splitPlan } from './split-plan.ts';

/** Plans payments of billed items (domain.md B11). Nothing is posted: a plan says when, not how much is owed. */
export const makePlan: CommandHandler<'plan.make'> = async ({ db, staff }, input) => {
  const { savedMethodId, ...asked } = input;
  const { clientId, ...split } = await splitPlan(db, asked, db.localDate);
  const paying = await payingBy(db, { savedMethodId, clientId, localDate: db.localDate });
  for (const { itemId, payments } of split.items)
    await planPayments(db, { itemId, clientId, instalments: payments, paying, staffId: staff.staffId });
  return split;
};
