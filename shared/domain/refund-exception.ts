import { daysBetween } from './local-time.ts';

/**
 * What a supervisor should look at (reliability.md §5, its first six rules), and a refund that a person without limit
 * made alone beyond a clerk's (settled.md 13). Each is a question, never an accusation: nothing is refused for it.
 */
export const REFUND_EXCEPTIONS = [
  'same-card',
  'below-limit',
  'soon-after-sale',
  'no-client',
  'off-hours',
  'round-amount',
  'alone-above-limit',
] as const;
export type RefundException = (typeof REFUND_EXCEPTIONS)[number];

/** A refund that was done, as the rules look at it. Amounts in cents, `localTime` HH:MM in the organisation's zone. */
export interface DoneRefund {
  refundId: number;
  at: string;
  localDate: string;
  localTime: string;
  staffId: number;
  approverId: number | null;
  isWalkIn: boolean;
  reason: string;
  amountMinor: number;
  /** Of all its parts when it went several ways: a limit is not passed by splitting. */
  askedMinor: number;
  /** Brand and last 4 of the card it went to; null when it went to none. */
  card: string | null;
  /** When the newest payment behind it was taken. */
  paidAt: string;
  /** All that was paid by the payments behind it. */
  paidMinor: number;
}

export interface ExceptionFound {
  refundId: number;
  rule: RefundException;
  /** Refunds in the window that make it one; 1 for a rule about one refund alone. */
  count: number;
}

const REPEATS = 3;
const WINDOW_DAYS = 30;
const SOON_MS = 5 * 60_000;
const ROUND_MINOR = 1000;
const JUST_BELOW_PERCENT = 90;

/**
 * The exceptions among refunds done, oldest first. A repeated pattern is told from its third refund within 30 days
 * on; those before stand in its count.
 */
export function findRefundExceptions(
  refunds: readonly DoneRefund[],
  given: { limitMinor: number; opensAt: string; closesAt: string },
): ExceptionFound[] {
  const { limitMinor } = given;
  const sameCard = repeats(refunds, (refund) => refund.card);
  const belowLimit = repeats(refunds, (refund) =>
    isJustBelow(refund.askedMinor, limitMinor) ? String(refund.staffId) : null,
  );
  const alone = (refund: DoneRefund, rule: RefundException, holds: boolean): ExceptionFound[] =>
    holds ? [{ refundId: refund.refundId, rule, count: 1 }] : [];
  return refunds.flatMap((refund) => [
    ...repeated(refund, 'same-card', sameCard),
    ...repeated(refund, 'below-limit', belowLimit),
    ...alone(refund, 'soon-after-sale', Date.parse(refund.at) - Date.parse(refund.paidAt) <= SOON_MS),
    ...alone(refund, 'no-client', refund.isWalkIn || refund.reason === 'card-absent'),
    ...alone(refund, 'off-hours', isOutside(refund.localTime, given)),
    ...alone(
      refund,
      'round-amount',
      refund.amountMinor % ROUND_MINOR === 0 && refund.amountMinor !== refund.paidMinor,
    ),
    ...alone(refund, 'alone-above-limit', refund.askedMinor > limitMinor && refund.approverId === null),
  ]);
}

const isJustBelow = (amountMinor: number, limitMinor: number) =>
  amountMinor <= limitMinor && amountMinor * 100 >= limitMinor * JUST_BELOW_PERCENT;

/** A desk may close after midnight: then its hours run over it. */
function isOutside(time: string, { opensAt, closesAt }: { opensAt: string; closesAt: string }): boolean {
  if (opensAt <= closesAt) return time < opensAt || time >= closesAt;
  return time < opensAt && time >= closesAt;
}

/** For each refund with a key, how many with the same key lie in the 30 days that end with it, itself included. */
function repeats(refunds: readonly DoneRefund[], keyOf: (refund: DoneRefund) => string | null) {
  const dates = new Map<string, string[]>();
  const counts = new Map<number, number>();
  for (const refund of refunds) {
    const key = keyOf(refund);
    if (key === null) continue;
    const inWindow = (dates.get(key) ?? []).filter(
      (date) => daysBetween(date, refund.localDate) < WINDOW_DAYS,
    );
    inWindow.push(refund.localDate);
    dates.set(key, inWindow);
    counts.set(refund.refundId, inWindow.length);
  }
  return counts;
}

function repeated(
  refund: DoneRefund,
  rule: RefundException,
  counts: ReadonlyMap<number, number>,
): ExceptionFound[] {
  const count = counts.get(refund.refundId) ?? 0;
  return count >= REPEATS ? [{ refundId: refund.refundId, rule, count }] : [];
}
