import { dueByMinor, type Instalment, splitEqually } from '../../shared/domain/instalment.ts';
import { AMOUNT_MAX_MINOR, sumMinor } from '../../shared/domain/money.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { type TaxedAmount, taxItem } from '../../shared/domain/tax.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import { readStock } from '../ledger/stock-store.ts';
import type { Account } from './account.ts';
import { discountCart, type LineDiscount, type LineDiscounts, requireCodes } from './discount-cart.ts';
import { type AskedItem, type PricedLine, priceLines, registersPerson } from './price-lines.ts';
import { type AskedRebate, type RebateLimit, rebateCart } from './rebate-cart.ts';

/** One line of a cart as it was when the clerk confirmed: discounts and rebates taken off, then taxed. */
export interface CartLine extends PricedLine, TaxedAmount {
  grossMinor: number;
  /** Automated ones first, then those by hand (settled.md 26). */
  discounts: LineDiscount[];
}

export interface PricedCart {
  lines: CartLine[];
  /** Why each other rule takes nothing off, line by line. */
  skipped: LineDiscounts['skipped'][];
  /** What a clerk may take off each line by hand without an approval, and what was asked; before tax. */
  rebateLimits: RebateLimit[];
}

export interface CartAsk {
  account: Account;
  items: readonly (AskedItem & { rebate?: AskedRebate | undefined })[];
  codes: readonly string[];
  localDate: string;
  /** A rebate by hand on the whole cart. */
  rebate?: AskedRebate | undefined;
}

/**
 * Prices, discounts, rebates and taxes each line as of `localDate`; a person may still be missing.
 * Refuses as `priceLines`, `requireCodes` and `rebateCart`, and `amount-too-large`.
 */
export async function priceCart(db: ReadableLedger, asked: CartAsk): Promise<PricedCart> {
  const priced = await priceLines(db, asked);
  await requireCodes(db, asked.codes, asked.localDate);
  const discounted = await discountCart(db, { ...asked, lines: priced });
  const rebated = await rebateCart(db, {
    lines: priced.map((line, index) => ({
      line,
      netMinor: grossOf(line) - offMinor(discounted[index]?.discounts),
      rebate: asked.items[index]?.rebate,
    })),
    rebate: asked.rebate,
  });
  const lines = priced.map((line, index) =>
    taxLine(
      line,
      [...(discounted[index]?.discounts ?? []), ...(rebated[index]?.rebates ?? [])],
      asked.localDate,
    ),
  );
  if (cartTotal(lines).totalMinor > AMOUNT_MAX_MINOR)
    refuse('amount-too-large', { maximumMinor: AMOUNT_MAX_MINOR });
  return {
    lines,
    skipped: discounted.map(({ skipped }) => skipped),
    rebateLimits: rebated.map(({ limit }) => limit),
  };
}

/** Refuses `person-needed`, and as `requireStock`: what a cart may lack while it is made, and not when it is sold. */
export async function requireComplete(db: ReadableLedger, lines: readonly CartLine[]): Promise<void> {
  for (const line of lines)
    if (line.personId === null && registersPerson(line.productType))
      refuse('person-needed', { name: line.nameFr });
  await requireStock(db, lines);
}

const grossOf = (line: PricedLine) => line.unitPriceMinor * line.quantity;
const offMinor = (discounts: readonly LineDiscount[] = []) =>
  sumMinor(discounts.map((discount) => discount.amountMinor));

/** The line with its discounts taken off and its taxes on what is left. */
export function taxLine(line: PricedLine, discounts: LineDiscount[], localDate: string): CartLine {
  const grossMinor = grossOf(line);
  const netMinor = grossMinor - offMinor(discounts);
  return { ...line, grossMinor, discounts, ...taxItem({ netMinor, taxClass: line.taxClass, localDate }) };
}

/** Sums of a cart's lines; the invoice sums its items, it never taxes their sum (domain.md §0.7). */
export function cartTotal(lines: readonly CartLine[]): TaxedAmount {
  return {
    netMinor: sumMinor(lines.map((line) => line.netMinor)),
    gstMinor: sumMinor(lines.map((line) => line.gstMinor)),
    qstMinor: sumMinor(lines.map((line) => line.qstMinor)),
    totalMinor: sumMinor(lines.map((line) => line.totalMinor)),
  };
}

/**
 * What the counter asks for now, in cents. With a date, when change is given: what instalments leave due on it, unless
 * none is due yet; else everything, since an exact tender goes on to the later ones (settled.md 20).
 */
export function cartDueMinor(lines: readonly CartLine[], today: string | null): number {
  const { totalMinor } = cartTotal(lines);
  if (today === null) return totalMinor;
  return sumMinor(lines.map((line) => dueByMinor(lineDues(line, today), today))) || totalMinor;
}

/** When each part of a line is due: equal cents on the dates of its plan, else all of it on the day. */
export function lineDues(line: CartLine, dueDate: string): Instalment[] {
  if (!line.planDates || line.totalMinor === 0) return [{ dueDate, amountMinor: line.totalMinor }];
  return splitEqually(line.totalMinor, line.planDates);
}

/** Refuses `out-of-stock` with what is left, for all lines of a product together. */
export async function requireStock(db: ReadableLedger, lines: readonly CartLine[]): Promise<void> {
  const wanted = new Map<number, { name: string; quantity: number }>();
  for (const line of lines) {
    if (!line.isStockTracked || line.productId === null) continue;
    const before = wanted.get(line.productId)?.quantity ?? 0;
    wanted.set(line.productId, { name: line.nameFr, quantity: before + line.quantity });
  }
  for (const [productId, { name, quantity }] of wanted) {
    const availableQuantity = await readStock(db, productId);
    if (quantity > availableQuantity)
      refuse('out-of-stock', { name, availableQuantity: Math.max(0, availableQuantity) });
  }
}
