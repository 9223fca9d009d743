import { refuse } from '../../../shared/domain/refusal.ts';
import { readPayment } from '../../ledger/payment-store.ts';
import { postPaymentVoid } from '../../ledger/post-payment.ts';
import { recordDrawerEvent, requireInDrawer } from '../../till/drawer.ts';
import type { CommandHandler } from '../context.ts';
import { whyNotVoidable } from './payment-voidable.ts';
import { removePaymentLinks } from './remove-payment-links.ts';

/**
 * Takes a whole cash or cheque payment back out of its open session: the exact reverse of its entry, its links
 * removed, its items owed again. The invoice stays and the number stays (settled.md 35).
 */
export const voidPayment: CommandHandler<'payment.void'> = async ({ db, staff }, { paymentId, reason }) => {
  const payment = await readPayment(db, paymentId);
  if (!payment) refuse('payment-unknown', { paymentId });
  const why = whyNotVoidable(payment);
  if (why) refuse('payment-not-voidable', { why });
  // a walk-in's items may never be left unpaid (settled.md 11)
  if (payment.clientKind === 'walk-in') refuse('walk-in-no-credit', { mustRefundMinor: payment.amountMinor });
  const { tillSessionId, tillId } = payment;
  if (tillSessionId === null || tillId === null) throw new Error(`payment ${paymentId} without a session`);
  const isCash = payment.method === 'cash';
  const drawerMinor = isCash ? payment.amountMinor + payment.roundingMinor : 0;
  if (isCash) await requireInDrawer(db, { tillSessionId, amountMinor: drawerMinor, roles: staff.roles });
  const voidId = await db.insert('payment_void', {
    payment_id: paymentId,
    reason,
    till_session_id: tillSessionId,
    staff_id: staff.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  await removePaymentLinks(db, payment, { cause: 'void', staffId: staff.staffId });
  if (isCash)
    await recordDrawerEvent(db, {
      tillSessionId,
      kind: 'CASH_VOID',
      amountMinor: -drawerMinor,
      paymentId,
      reason,
      staffId: staff.staffId,
    });
  await postPaymentVoid(db, {
    voidId,
    clientId: payment.clientId,
    into: isCash ? { tillId } : 'cheques',
    tillSessionId,
    amountMinor: payment.amountMinor,
    drawerMinor: isCash ? drawerMinor : null,
  });
  return { drawerMinor: -drawerMinor };
};
