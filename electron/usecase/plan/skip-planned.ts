import { refuse } from '../../../shared/domain/refusal.ts';
import { planPayments, readPlannedPayment } from '../../ledger/planned-payment-store.ts';
import type { CommandHandler } from '../context.ts';
import { planOf } from './read-plan.ts';

/** Skips one date of a plan: its amount is owed on a later one. */
export const skipPlanned: CommandHandler<'plan.skip'> = async ({ db, staff }, input) => {
  const { plannedPaymentId, toDate, reason } = input;
  const row = await readPlannedPayment(db, plannedPaymentId);
  if (!row) refuse('planned-payment-unknown', { plannedPaymentId });
  if (row.state !== 'planned' && row.state !== 'failed')
    refuse('planned-payment-not-waiting', { state: row.state });
  const earliest = row.dueDate < db.localDate ? db.localDate : row.dueDate;
  if (toDate < earliest) refuse('plan-date-past', { dueDate: toDate, today: earliest });
  const { staffId } = staff;
  await db.move('planned_payment', plannedPaymentId, 'skipped', { staffId, detail: { toDate, reason } });
  const { itemId, clientId, amountMinor } = row;
  await planPayments(db, { itemId, clientId, instalments: [{ dueDate: toDate, amountMinor }], staffId });
  return await planOf(db, { itemId });
};
