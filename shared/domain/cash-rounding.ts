import { requireMinor, requireNotNegative, requirePositive } from './money.ts';
import { refuse } from './refusal.ts';

const COIN_MINOR = 5;
/** The smallest amount that comes to a coin: 0.03 rounds to 0.05. */
const SMALLEST_FOR_CASH_MINOR = 3;

/**
 * Nearest multiple of 5 cents: 1, 2, 6, 7 down, 3, 4, 8, 9 up; symmetric, `r5(-x) = -r5(x)` (domain.md B2).
 */
export function roundToFiveCents(amountMinor: number): number {
  const size = Math.abs(requireMinor(amountMinor));
  const rounded =
    size - (size % COIN_MINOR) + (size % COIN_MINOR >= SMALLEST_FOR_CASH_MINOR ? COIN_MINOR : 0);
  return requireMinor(amountMinor < 0 ? -rounded : rounded);
}

/** All in cents, zero or more except `roundingMinor`, the signed gain of the organisation (settled.md 21). */
export interface CashTenderPlan {
  appliedMinor: number;
  depositMinor: number;
  changeMinor: number;
  roundingMinor: number;
  /** What the drawer keeps: tendered less change = applied + deposit + rounding. */
  drawerMinor: number;
}

/**
 * What a cash tender pays, keeps and gives back (settled.md 20). It rounds only when it settles the whole due
 * and the rest goes back as change; a part payment, or a rest kept as a deposit, is exact.
 * Refuses `cash-not-multiple-of-five`, `too-small-for-cash`, `nothing-owed`.
 */
export function planCashTender(tender: {
  dueMinor: number;
  tenderedMinor: number;
  keepRestAsDeposit: boolean;
}): CashTenderPlan {
  const dueMinor = requireNotNegative(tender.dueMinor);
  const tenderedMinor = requirePositive(tender.tenderedMinor);
  if (tenderedMinor % COIN_MINOR !== 0) {
    const lowerMinor = tenderedMinor - (tenderedMinor % COIN_MINOR);
    refuse('cash-not-multiple-of-five', {
      lowerMinor: Math.max(lowerMinor, COIN_MINOR),
      higherMinor: lowerMinor + COIN_MINOR,
    });
  }
  if (tender.keepRestAsDeposit && tenderedMinor > dueMinor) {
    return {
      appliedMinor: dueMinor,
      depositMinor: tenderedMinor - dueMinor,
      changeMinor: 0,
      roundingMinor: 0,
      drawerMinor: tenderedMinor,
    };
  }
  if (dueMinor === 0) refuse('nothing-owed', { owedMinor: 0 });
  const roundedMinor = roundToFiveCents(dueMinor);
  if (roundedMinor === 0) refuse('too-small-for-cash', { smallestMinor: SMALLEST_FOR_CASH_MINOR });
  if (tenderedMinor < roundedMinor) {
    return {
      appliedMinor: tenderedMinor,
      depositMinor: 0,
      changeMinor: 0,
      roundingMinor: 0,
      drawerMinor: tenderedMinor,
    };
  }
  return {
    appliedMinor: dueMinor,
    depositMinor: 0,
    changeMinor: tenderedMinor - roundedMinor,
    roundingMinor: requireMinor(roundedMinor - dueMinor),
    drawerMinor: roundedMinor,
  };
}

/**
 * What leaves the drawer when `appliedMinor` more of ONE origin payment is refunded in cash (settled.md 19).
 * Cumulative, so that splitting a refund neither farms nor loses cents. `alreadyAppliedMinor` counts only
 * what was refunded in cash from that payment, at applied amounts. `drawerMinor` is positive; `roundingMinor`
 * is the signed gain of the organisation.
 * Refuses `too-small-for-cash` when no coin would move.
 */
export function cashRefundMinor(refund: { alreadyAppliedMinor: number; appliedMinor: number }): {
  drawerMinor: number;
  roundingMinor: number;
} {
  const beforeMinor = requireNotNegative(refund.alreadyAppliedMinor);
  const appliedMinor = requirePositive(refund.appliedMinor);
  const drawerMinor =
    roundToFiveCents(requireMinor(beforeMinor + appliedMinor)) - roundToFiveCents(beforeMinor);
  if (drawerMinor === 0) {
    // 3, 8, 13... is where the next coin starts to count
    const nextStepMinor = roundToFiveCents(beforeMinor) + SMALLEST_FOR_CASH_MINOR;
    refuse('too-small-for-cash', { smallestMinor: nextStepMinor - beforeMinor });
  }
  return { drawerMinor, roundingMinor: requireMinor(appliedMinor - drawerMinor) };
}
