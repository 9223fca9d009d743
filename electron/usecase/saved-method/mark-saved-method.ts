import { refuse } from '../../../shared/domain/refusal.ts';
import { SAVED_METHOD_EDGES } from '../../../shared/domain/saved-method.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { hasOpenCharge, readPaymentsOfMethod, readSavedMethod } from '../../ledger/saved-method-store.ts';
import type { CommandHandler } from '../context.ts';

/**
 * Says how a saved method stands. What is true of a card is true of the payments it made, so that a refund sees it
 * (settled.md 16); an authorisation that the client withdrew says nothing about the card itself.
 */
export const markSavedMethod: CommandHandler<'savedMethod.mark'> = async ({ db, staff }, input) => {
  const { savedMethodId, status } = input;
  const method = await readSavedMethod(db, savedMethodId);
  if (!method) refuse('saved-method-unknown', { savedMethodId });
  if (method.state === status) return {};
  if (!SAVED_METHOD_EDGES[method.state].includes(status))
    refuse('saved-method-withdrawn', { last4: method.last4 });
  const chargingMinor = await hasOpenCharge(db, savedMethodId);
  if (status === 'withdrawn' && chargingMinor !== undefined)
    refuse('attempt-on-gateway', { amountMinor: chargingMinor });
  await db.move('saved_method', savedMethodId, status, { staffId: staff.staffId });
  if (status !== 'withdrawn')
    for (const paymentId of await readPaymentsOfMethod(db, savedMethodId))
      await db.insert('card_status', { payment_id: paymentId, status, staff_id: staff.staffId, at: db.at });
  await recordAudit(db, {
    kind: 'saved-method.marked',
    staffId: staff.staffId,
    subject: `saved-method:${savedMethodId}`,
    detail: { from: method.state, to: status },
  });
  return {};
};
