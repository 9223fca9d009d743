import { dueByMinor, type Instalment, splitEqually } from '../../shared/domain/instalment.ts';
import { AMOUNT_MAX_MINOR, sumMinor } from '../../shared/domain/money.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { type TaxClass, type TaxedAmount, taxItem } from '../../shared/domain/tax.ts';
import { readCapacities, readRegisteredCounts } from '../ledger/product-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import { readStock } from '../ledger/stock-store.ts';
import type { Account } from './account.ts';
import { discountCart, type LineDiscount, type LineDiscounts, requireCodes } from './discount-cart.ts';
import { type PlanAsk, resolvePlanDates } from './plan-dates.ts';

export interface AskedItem {
  productId: number;
  quantity?: number | undefined;
  personId?: number | undefined;
  unitPriceMinor?: number | undefined;
  /** Paid by instalments. */
  plan?: PlanAsk | undefined;
}

/** One line of a cart at its price before discounts; names are a snapshot (domain.md B4). */
interface PricedLine {
  productId: number;
  productType: string;
  nameFr: string;
  nameEn: string;
  personId: number | null;
  quantity: number;
  unitPriceMinor: number;
  taxClass: TaxClass;
  ledgerCode: string;
  isStockTracked: boolean;
  location: string | null;
  startDate: string | null;
  /** Local dates on which it is paid, in equal cents; null when it is due at once. */
  planDates: string[] | null;
}

/** One line of a cart as it was when the clerk confirmed: discounts taken off, then taxed. */
export interface CartLine extends PricedLine, TaxedAmount {
  grossMinor: number;
  discounts: LineDiscount[];
}

interface ProductRow {
  type: string;
  nameFr: string;
  nameEn: string;
  priceMinor: number;
  taxClass: TaxClass;
  ledgerCode: string;
  stockTracked: number;
  active: number;
  location: string | null;
  startDate: string | null;
  plan: string | null;
}

const NEEDS_PERSON: ReadonlySet<string> = new Set(['activity', 'membership', 'pass']);
/** A gift has the giver's price; a fee of any amount is a custom item. */
const FREE_PRICE: ReadonlySet<string> = new Set(['donation']);

/** Whether a product of this type registers a person. */
export function registersPerson(productType: string): boolean {
  return NEEDS_PERSON.has(productType);
}

/**
 * Prices, discounts and taxes each line as of `localDate`; only donations take another unit price.
 * Refuses `product-unknown`, `product-inactive`, `person-needed`, `person-unknown`, `out-of-stock`,
 * `activity-full`, `amount-too-large`, `invalid-input`, and as `requireCodes`.
 */
export async function priceCart(
  db: ReadableLedger,
  asked: { account: Account; items: readonly AskedItem[]; codes: readonly string[]; localDate: string },
): Promise<CartLine[]> {
  const priced = await priceLines(db, asked);
  for (const line of priced)
    if (line.personId === null && registersPerson(line.productType))
      refuse('person-needed', { name: line.nameFr });
  await requireCodes(db, asked.codes, asked.localDate);
  const discounted = await discountCart(db, { ...asked, lines: priced });
  const lines = priced.map((line, index) => taxLine(line, discounted[index], asked.localDate));
  if (cartTotal(lines).totalMinor > AMOUNT_MAX_MINOR)
    refuse('amount-too-large', { maximumMinor: AMOUNT_MAX_MINOR });
  await requireStock(db, lines);
  await requirePlaces(db, lines);
  return lines;
}

/** The lines at the catalogue's prices; a person may still be missing. Refuses as `priceCart`. */
export async function priceLines(
  db: ReadableLedger,
  asked: { account: Account; items: readonly AskedItem[]; localDate: string },
): Promise<PricedLine[]> {
  const lines: PricedLine[] = [];
  for (const [index, item] of asked.items.entries()) {
    const {
      stockTracked,
      priceMinor,
      type,
      active: _,
      plan,
      ...product
    } = await requireProduct(db, item.productId);
    if (item.unitPriceMinor !== undefined && !FREE_PRICE.has(type))
      refuse('invalid-input', {
        issues: [{ path: `items.${index}.unitPriceMinor`, problem: 'catalogue-price' }],
      });
    const quantity = item.quantity ?? 1;
    const unitPriceMinor = item.unitPriceMinor ?? priceMinor;
    if (unitPriceMinor * quantity > AMOUNT_MAX_MINOR)
      refuse('amount-too-large', { maximumMinor: AMOUNT_MAX_MINOR });
    lines.push({
      ...product,
      productId: item.productId,
      productType: type,
      personId: await requirePerson(db, asked.account, item),
      quantity,
      unitPriceMinor,
      isStockTracked: stockTracked === 1,
      planDates: item.plan
        ? resolvePlanDates(item.plan, {
            plan: plan === null ? undefined : JSON.parse(plan),
            today: asked.localDate,
            path: `items.${index}.plan`,
          })
        : null,
    });
  }
  return lines;
}

/** The line with its discounts taken off and its taxes on what is left. */
export function taxLine(
  line: PricedLine,
  { discounts }: Pick<LineDiscounts, 'discounts'> = { discounts: [] },
  localDate: string,
): CartLine {
  const grossMinor = line.unitPriceMinor * line.quantity;
  const netMinor = grossMinor - sumMinor(discounts.map((discount) => discount.amountMinor));
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

/** When each part of a line is due: equal cents on the dates of its plan, else all of it today. */
export function lineDues(line: CartLine, today: string): Instalment[] {
  if (!line.planDates || line.totalMinor === 0) return [{ dueDate: today, amountMinor: line.totalMinor }];
  return splitEqually(line.totalMinor, line.planDates);
}

async function requireProduct(db: ReadableLedger, productId: number): Promise<ProductRow> {
  const product = await db.get<ProductRow>`
    SELECT type, name_fr AS nameFr, name_en AS nameEn, price_minor AS priceMinor, tax_class AS taxClass,
      ledger_code AS ledgerCode, stock_tracked AS stockTracked, active, details ->> 'location' AS location,
      details ->> 'startDate' AS startDate, details -> '$.plan' AS plan FROM product WHERE id = ${productId}`;
  if (!product) refuse('product-unknown', { productId });
  if (product.active !== 1) refuse('product-inactive', { name: product.nameFr });
  return product;
}

async function requirePerson(db: ReadableLedger, account: Account, item: AskedItem): Promise<number | null> {
  if (item.personId === undefined) return null;
  const person = await db.get<{ id: number }>`
    SELECT id FROM person WHERE id = ${item.personId} AND client_id = ${account.clientId}`;
  return person?.id ?? refuse('person-unknown', { personId: item.personId });
}

/** Refuses `out-of-stock` with what is left, for all lines of a product together. */
export async function requireStock(db: ReadableLedger, lines: readonly CartLine[]): Promise<void> {
  const wanted = new Map<number, { name: string; quantity: number }>();
  for (const line of lines) {
    if (!line.isStockTracked) continue;
    const before = wanted.get(line.productId)?.quantity ?? 0;
    wanted.set(line.productId, { name: line.nameFr, quantity: before + line.quantity });
  }
  for (const [productId, { name, quantity }] of wanted) {
    const availableQuantity = await readStock(db, productId);
    if (quantity > availableQuantity)
      refuse('out-of-stock', { name, availableQuantity: Math.max(0, availableQuantity) });
  }
}

/**
 * Refuses `activity-full` with the places left, for all lines of a product together: each line that registers a
 * person takes one. Read inside the sale's own write, so of two clerks who sell the last place one wins.
 */
export async function requirePlaces(db: ReadableLedger, lines: readonly CartLine[]): Promise<void> {
  const wanted = new Map<number, number>();
  for (const { productId, personId, productType } of lines)
    if (personId !== null && registersPerson(productType))
      wanted.set(productId, (wanted.get(productId) ?? 0) + 1);
  if (wanted.size === 0) return;
  const limited = await readCapacities(db, [...wanted.keys()]);
  if (limited.length === 0) return;
  const registered = await readRegisteredCounts(
    db,
    limited.map(({ productId }) => productId),
  );
  for (const { productId, nameFr, capacity } of limited) {
    const availableQuantity = Math.max(0, capacity - (registered.get(productId) ?? 0));
    if ((wanted.get(productId) ?? 0) > availableQuantity)
      refuse('activity-full', { name: nameFr, availableQuantity });
  }
}

/** Refuses `product-inactive`: a cart that waited may hold what is sold no more. */
export async function requireStillSold(db: ReadableLedger, lines: readonly CartLine[]): Promise<void> {
  for (const productId of new Set(lines.map((line) => line.productId))) await requireProduct(db, productId);
}
