import type { TFunction } from 'i18next';

/** What leaves the drawer, and the rounding in words: never a bare sign (settled.md 21). */
export function cashRefundWords(
  t: TFunction,
  cash: { amountMinor: number; drawerMinor: number },
): [string, string] {
  const moreMinor = cash.drawerMinor - cash.amountMinor;
  const round =
    moreMinor === 0
      ? t('refund.round.exact')
      : t(moreMinor > 0 ? 'refund.round.up' : 'refund.round.down', { amount: Math.abs(moreMinor) });
  return [t('refund.destination.cashHelp', { amount: cash.drawerMinor }), round];
}
