import { cashRefundMinor } from '../../shared/domain/cash-rounding.ts';
import { sumMinor } from '../../shared/domain/money.ts';

interface Line {
  originPaymentId: number;
  amountMinor: number;
}

/**
 * What leaves the drawer for these lines, in cents: rounded once per origin payment, cumulatively on what was already
 * refunded from it in cash (settled.md 19). Refuses `too-small-for-cash` when an origin's part comes to no coin.
 */
export function planDrawerAmount(
  lines: readonly Line[],
  refundedInCashMinor: (originPaymentId: number) => number,
): number {
  const applied = new Map<number, number>();
  for (const { originPaymentId, amountMinor } of lines)
    applied.set(originPaymentId, (applied.get(originPaymentId) ?? 0) + amountMinor);
  return sumMinor(
    [...applied].map(([originPaymentId, appliedMinor]) => {
      const alreadyAppliedMinor = refundedInCashMinor(originPaymentId);
      return cashRefundMinor({ alreadyAppliedMinor, appliedMinor }).drawerMinor;
    }),
  );
}
