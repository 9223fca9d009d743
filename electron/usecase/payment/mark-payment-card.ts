import { refuse } from '../../../shared/domain/refusal.ts';
import { readPayment } from '../../ledger/payment-store.ts';
import type { CommandHandler } from '../context.ts';

/** Notes that an online card is expired, closed or invalid, so that a refund goes another way (settled.md 16). */
export const markPaymentCard: CommandHandler<'payment.markCard'> = async ({ db, staff }, input) => {
  const { paymentId, status } = input;
  const payment = await readPayment(db, paymentId);
  if (!payment) refuse('payment-unknown', { paymentId });
  if (payment.method !== 'online-card') refuse('payment-not-online-card', { paymentId });
  await db.insert('card_status', { payment_id: paymentId, status, staff_id: staff.staffId, at: db.at });
  return {};
};
