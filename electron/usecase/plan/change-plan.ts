import { requireSchedule } from '../../../shared/domain/instalment.ts';
import { planPayments } from '../../ledger/planned-payment-store.ts';
import type { CommandHandler } from '../context.ts';
import { giveUpRows } from './give-up-rows.ts';
import { requireChangeable, requirePlannable } from './plan-rules.ts';
import { planOf } from './read-plan.ts';

/** Other dates and amounts for one item, which keep the sum right (domain.md B11); what is under way stays. */
export const changePlan: CommandHandler<'plan.change'> = async ({ db, staff }, input) => {
  const { itemId } = input;
  const { item, rows, toPlanMinor } = await requirePlannable(db, itemId);
  const given = requireChangeable(rows, itemId);
  const instalments = requireSchedule({ instalments: input.payments, toPlanMinor, today: db.localDate });
  const { staffId } = staff;
  await giveUpRows(db, { rows: given, reason: input.reason ?? '', staffId });
  // other dates change nothing about how it is paid, as long as that was one way
  const ids = new Set(given.map((row) => row.savedMethodId));
  const [savedMethodId = null] = ids.size === 1 ? ids : [];
  const paying =
    savedMethodId === null
      ? { method: 'at-desk' as const }
      : { method: 'saved-method' as const, savedMethodId };
  await planPayments(db, { itemId, clientId: item.clientId, instalments, paying, staffId });
  return await planOf(db, { itemId });
};
