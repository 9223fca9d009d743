import type { InputOf } from '../../../shared/contract/contract.ts';
import type { OpenItem } from '../../../shared/domain/allocation.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { type TaxedAmount, taxItem } from '../../../shared/domain/tax.ts';
import type { Discounts } from '../../parts/line-discounts.tsx';
import { type CartLine, hasFreePrice, needsPerson } from './counter-state.ts';

export interface PricedCart extends TaxedAmount {
  readonly lines: readonly (TaxedAmount &
    Discounts & { readonly line: CartLine; readonly grossMinor: number })[];
}

/** At the catalogue's prices; taxes per item, summed, by the functions of the use case. */
export function priceCart(lines: readonly CartLine[], localDate: string): PricedCart {
  const priced = lines.map((line) => ({
    line,
    grossMinor: line.unitPriceMinor * line.quantity,
    discounts: [],
    skipped: [],
    ...taxItem({
      netMinor: line.unitPriceMinor * line.quantity,
      taxClass: line.product.taxClass,
      localDate,
    }),
  }));
  return {
    lines: priced,
    netMinor: sumMinor(priced.map((each) => each.netMinor)),
    gstMinor: sumMinor(priced.map((each) => each.gstMinor)),
    qstMinor: sumMinor(priced.map((each) => each.qstMinor)),
    totalMinor: sumMinor(priced.map((each) => each.totalMinor)),
  };
}

/** The cart's items as a payment meets them: all ticked, in line order. */
export function openItemsOf(cart: PricedCart, localDate: string): OpenItem[] {
  return cart.lines.map(({ totalMinor }, index) => ({
    itemId: index,
    owedMinor: totalMinor,
    ticked: true,
    dueDate: localDate,
    invoiceNumber: '',
    lineNumber: index + 1,
  }));
}

/** Whether every line says for whom it is, where it must. */
export function isComplete(lines: readonly CartLine[]): boolean {
  return lines.every((line) => !needsPerson(line.product) || line.personId !== null);
}

export function itemsOf(lines: readonly CartLine[]): InputOf<'invoice.issue'>['items'] {
  return lines.map((line) => ({
    productId: line.product.productId,
    quantity: line.quantity,
    ...(line.personId === null ? {} : { personId: line.personId }),
    ...(hasFreePrice(line.product) ? { unitPriceMinor: line.unitPriceMinor } : {}),
  }));
}
