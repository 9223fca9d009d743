import { useRead } from '../../connection/use-read.ts';
import { itemsOf, type PricedCart, priceCart } from './cart-amounts.ts';
import { useCounter } from './counter-state.ts';

/**
 * The cart as it would be sold now, priced by the service with the functions of the sale itself. Until its answer is
 * about these very lines, the catalogue's prices stand.
 */
export function usePricedCart(localDate: string): PricedCart {
  const { clientId, lines, codes, rebate } = useCounter();
  const { data: previewed, failure } = useRead(
    'invoice.preview',
    {
      items: itemsOf(lines),
      codes: [...codes],
      ...(rebate ? { rebate } : {}),
      ...(clientId === null ? {} : { clientId }),
    },
    { enabled: lines.length > 0 || clientId !== null, keepPrevious: true },
  );
  const cart = priceCart(lines, localDate);
  const isAboutThese =
    previewed?.lines.length === lines.length &&
    previewed.lines.every((line, index) => line.grossMinor === cart.lines[index]?.grossMinor);
  if (failure || !isAboutThese) return { ...cart, failure };
  return {
    ...previewed,
    failure: null,
    lines: cart.lines.map((line, index) => ({ ...line, ...previewed.lines[index] })),
  };
}
