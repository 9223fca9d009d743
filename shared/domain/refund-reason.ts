/** Why money goes back, as the list of the refund screen has it (domain.md §0.12, reliability.md §5). */
export const REFUND_REASONS = [
  'client-request',
  'cancelled',
  'card-expired',
  'card-replaced',
  'card-closed',
  'card-absent',
  'overpaid',
  'error',
  'other',
] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

/** Whether a stored reason is a code of the list rather than words of its own. */
export function isRefundReason(reason: string): reason is RefundReason {
  return (REFUND_REASONS as readonly string[]).includes(reason);
}

/** The code of a refund's reason: words that are not on the list are another reason, told in those words. */
export function refundReasonOf(reason: string): RefundReason {
  return isRefundReason(reason) ? reason : 'other';
}

/** Whether a reason says nothing: `other` alone, without words that say which. */
export function isReasonMute(reason: string, note: string | undefined): boolean {
  return reason === 'other' && !note?.trim();
}
