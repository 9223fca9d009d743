import { requireMinor } from './money.ts';

/**
 * What the client owes, in cents; negative = in credit (domain.md §2, invariant 2). At applied amounts, so
 * cash rounding never enters it, and with done refunds only: one on its way is a hold (settled.md 7).
 */
export function currentBalanceMinor(sums: {
  invoicesMinor: number;
  creditMemosMinor: number;
  paymentsMinor: number;
  refundsDoneMinor: number;
}): number {
  return requireMinor(
    sums.invoicesMinor - sums.creditMemosMinor - sums.paymentsMinor + sums.refundsDoneMinor,
  );
}

export type BalanceDirection = 'owes' | 'in-credit' | 'even';

/** The word and the unsigned amount: screens and paper never show a bare sign (domain.md §0.2). */
export function describeBalance(balanceMinor: number): { direction: BalanceDirection; amountMinor: number } {
  const amountMinor = Math.abs(requireMinor(balanceMinor));
  if (amountMinor === 0) return { direction: 'even', amountMinor };
  return { direction: balanceMinor > 0 ? 'owes' : 'in-credit', amountMinor };
}
