import type { PaymentRow } from '../../ledger/payment-store.ts';

/**
 * Why a payment cannot be voided, or null when it can: only cash and cheque, whole, not refunded, its session still
 * open (settled.md 35).
 */
export function whyNotVoidable(
  payment: PaymentRow,
): 'card' | 'refunded' | 'session-closed' | 'already-void' | null {
  if (payment.isVoid === 1 || payment.returnReason !== null) return 'already-void';
  if (payment.method !== 'cash' && payment.method !== 'cheque') return 'card';
  if (payment.refundedMinor > 0 || payment.heldMinor > 0) return 'refunded';
  return payment.sessionState === 'open' ? null : 'session-closed';
}
