import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import type { OpenItem } from '../../../shared/domain/allocation.ts';
import { dueByMinor, type Instalment, optionDates, splitEqually } from '../../../shared/domain/instalment.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { type TaxedAmount, taxItem } from '../../../shared/domain/tax.ts';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import type { Discounts } from '../../parts/line-discounts.tsx';
import { type CartLine, hasFreePrice, needsPerson } from './counter-state.ts';

type Preview = OutputOf<'invoice.preview'>;

export interface PricedCart extends TaxedAmount {
  readonly lines: readonly (TaxedAmount &
    Discounts & {
      readonly line: CartLine;
      readonly grossMinor: number;
      readonly rebates: Preview['lines'][number]['rebates'];
      /** What stands in the way of selling the line. */
      readonly restrictions: Preview['lines'][number]['restrictions'];
      /** Before tax; null until the service has answered. */
      readonly rebateLimitMinor: number | null;
    })[];
  readonly unpaid: Preview['unpaid'] | null;
  readonly needsFullPayment: boolean;
  /** Why the cart cannot be priced as asked. */
  readonly failure: Failure | null;
}

/** At the catalogue's prices; taxes per item, summed, by the functions of the use case. */
export function priceCart(lines: readonly CartLine[], localDate: string): PricedCart {
  const priced = lines.map((line) => ({
    line,
    grossMinor: line.unitPriceMinor * line.quantity,
    discounts: [],
    skipped: [],
    rebates: [],
    restrictions: [],
    rebateLimitMinor: null,
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
    unpaid: null,
    needsFullPayment: false,
    failure: null,
  };
}

/** When each part of a line is due: by its plan, else all of it now. */
export function duesOfLine(line: CartLine, totalMinor: number, today: string): Instalment[] {
  const { productId } = line.product;
  const options = productId === null ? [] : (line.product.details.plan?.options ?? []);
  const option = options[(line.planOption ?? 0) - 1];
  if (!option || totalMinor === 0) return [{ dueDate: today, amountMinor: totalMinor }];
  return splitEqually(totalMinor, optionDates(option, { firstDate: today, today }));
}

/** What the counter asks for now: what instalments leave due today, unless nothing is. */
export function dueNowMinor(items: readonly OpenItem[], today: string): number {
  const nowMinor = sumMinor(items.map(({ dues = [] }) => dueByMinor(dues, today)));
  return nowMinor || sumMinor(items.map(({ owedMinor }) => owedMinor));
}

/** The cart's items as a payment meets them: all ticked, in line order; what is overdue on the account first. */
export function openItemsOf(cart: PricedCart, localDate: string, overdueMinor: number): OpenItem[] {
  const item = (itemId: number, owedMinor: number, dues: Instalment[]): OpenItem => ({
    dues,
    itemId,
    owedMinor,
    ticked: true,
    dueDate: localDate,
    invoiceNumber: '',
    lineNumber: itemId + 1,
  });
  const lines = cart.lines.map(({ line, totalMinor }, index) =>
    item(index, totalMinor, duesOfLine(line, totalMinor, localDate)),
  );
  return overdueMinor > 0
    ? [item(OVERDUE_ITEM, overdueMinor, [{ dueDate: localDate, amountMinor: overdueMinor }]), ...lines]
    : lines;
}

/** Stands before every line of the cart. */
export const OVERDUE_ITEM = -1;

/** How the contract names what a line sells. */
export function goodOf(product: CartLine['product']): { productId: number } | { customItemId: number } {
  return product.productId === null
    ? { customItemId: product.customItemId }
    : { productId: product.productId };
}

/** Whether every line says for whom it is, where it must. */
export function isComplete(lines: readonly CartLine[]): boolean {
  return lines.every(
    (line) =>
      (!needsPerson(line.product) || line.personId !== null) &&
      (line.product.productId !== null || line.unitPriceMinor > 0),
  );
}

export function itemsOf(lines: readonly CartLine[]): InputOf<'invoice.issue'>['items'] {
  return lines.map((line) => ({
    ...goodOf(line.product),
    quantity: line.quantity,
    ...(line.personId === null ? {} : { personId: line.personId }),
    ...(hasFreePrice(line.product) ? { unitPriceMinor: line.unitPriceMinor } : {}),
    ...(line.rebate ? { rebate: line.rebate } : {}),
    ...(line.planOption === undefined ? {} : { plan: { option: line.planOption } }),
  }));
}
