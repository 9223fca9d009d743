import { useRead } from '../../connection/use-read.ts';
import { itemsOf, type PricedCart, priceCart } from './cart-amounts.ts';
import { useCounter } from './counter-state.ts';

/**
 * The cart as it would be sold now. Without a discount rule it is priced here; with one the service prices it by
 * the functions of the sale itself. Until its answer is about these very lines, the catalogue's prices stand.
 */
export function usePricedCart(localDate: string): PricedCart {
  const { clientId, lines, codes } = useCounter();
  const hasRules = (useRead('discountRule.list', {}).data?.rules.length ?? 0) > 0;
  const simulated = useRead(
    'invoice.preview',
    { items: itemsOf(lines), codes: [...codes], ...(clientId === null ? {} : { clientId }) },
    { enabled: hasRules && lines.length > 0, keepPrevious: true },
  ).data;
  const cart = priceCart(lines, localDate);
  const isAboutThese =
    simulated?.lines.length === lines.length &&
    simulated.lines.every((line, index) => line.grossMinor === cart.lines[index]?.grossMinor);
  if (!hasRules || !isAboutThese) return cart;
  return {
    ...simulated,
    lines: cart.lines.map((line, index) => ({ ...line, ...simulated.lines[index] })),
  };
}
