import type { OutputOf } from '../../shared/contract/contract.ts';
import type { RouteParams, ScreenName } from './router.ts';

type Found = Exclude<OutputOf<'scan.find'>, { kind: 'product' | 'unknown' }>;

/** Where a scanned card or document leads: while a refund is being prepared, a receipt leads to its refund. */
export function placeOf(
  found: Found,
  isRefunding: boolean,
): [screen: ScreenName, id: number | null, params?: RouteParams] {
  switch (found.kind) {
    case 'client':
      return isRefunding ? ['refund', null, { client: found.clientId }] : ['client', found.clientId];
    case 'invoice':
      // A walk-in is refunded from a payment of the receipt, which the invoice shows (settled.md 11)
      return isRefunding && !found.isWalkIn
        ? ['refund', null, { client: found.clientId }]
        : ['invoice', found.invoiceId];
    case 'payment':
      if (isRefunding) return ['refund', null, { client: found.clientId, origin: found.paymentId }];
      return found.invoiceId === null ? ['client', found.clientId] : ['invoice', found.invoiceId];
    case 'refund':
      return ['refund', found.refundId];
    case 'close':
      return ['till', null, { report: found.zNumber }];
  }
}
