import { sumMinor } from './money.ts';
import { refuse } from './refusal.ts';

export interface RefundedCredit {
  readonly memoId: number;
  /** Given back out of this credit and not billed again, in cents. */
  readonly leftMinor: number;
}

/**
 * How much of each credit is billed again when a refund gave too much (domain.md B13), in cents: the last credit used
 * first, so that the oldest one stays as it was refunded. `null` takes all that is left back.
 */
export function planTakeBack(
  credits: readonly RefundedCredit[],
  askedMinor: number | null,
): { memoId: number; amountMinor: number }[] {
  const maximumMinor = sumMinor(credits.map(({ leftMinor }) => leftMinor));
  if (maximumMinor === 0) refuse('nothing-to-take-back', {});
  if (askedMinor !== null && askedMinor > maximumMinor) refuse('take-back-too-much', { maximumMinor });
  let restMinor = askedMinor ?? maximumMinor;
  return [...credits].reverse().flatMap(({ memoId, leftMinor }) => {
    const amountMinor = Math.min(leftMinor, restMinor);
    restMinor -= amountMinor;
    return amountMinor > 0 ? [{ memoId, amountMinor }] : [];
  });
}
