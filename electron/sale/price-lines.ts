import { AMOUNT_MAX_MINOR } from '../../shared/domain/money.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { TaxClass } from '../../shared/domain/tax.ts';
import type { ProductFields } from '../ledger/product-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import type { Account } from './account.ts';
import { requireUsableCustomItem } from './custom-item.ts';
import { type PlanAsk, resolvePlanDates } from './plan-dates.ts';

/** A product of the catalogue, or an amount by hand under a custom item's label. */
export interface AskedItem {
  productId?: number | undefined;
  customItemId?: number | undefined;
  quantity?: number | undefined;
  personId?: number | undefined;
  unitPriceMinor?: number | undefined;
  /** Paid by instalments. */
  plan?: PlanAsk | undefined;
}

/** One line of a cart at its price before discounts; names are a snapshot (domain.md B4). */
export interface PricedLine {
  productId: number | null;
  customItemId: number | null;
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
 * The lines at their prices before discounts; a person may still be missing. Refuses `product-unknown`,
 * `product-inactive`, `custom-item-unknown`, `custom-item-inactive`, `person-unknown`, `amount-too-large`,
 * `invalid-input`.
 */
export async function priceLines(
  db: ReadableLedger,
  asked: { account: Account; items: readonly AskedItem[]; localDate: string },
): Promise<PricedLine[]> {
  const lines: PricedLine[] = [];
  for (const [index, item] of asked.items.entries()) {
    const price =
      item.customItemId === undefined ? await priceProduct(db, item, index) : await priceFee(db, item, index);
    const { plan, ...priced } = price;
    const quantity = item.quantity ?? 1;
    if (price.unitPriceMinor * quantity > AMOUNT_MAX_MINOR)
      refuse('amount-too-large', { maximumMinor: AMOUNT_MAX_MINOR });
    const personId = await requirePerson(db, asked.account, item);
    const ground = { plan, today: asked.localDate, path: `items.${index}.plan` };
    const planDates = item.plan ? resolvePlanDates(item.plan, ground) : null;
    lines.push({ ...priced, personId, quantity, planDates });
  }
  return lines;
}

type Price = Omit<PricedLine, 'personId' | 'quantity' | 'planDates'> & {
  plan: ProductFields['details']['plan'];
};

const issue = (path: string, problem: string) => refuse('invalid-input', { issues: [{ path, problem }] });

async function priceProduct(db: ReadableLedger, item: AskedItem, index: number): Promise<Price> {
  if (item.productId === undefined) return issue(`items.${index}.productId`, 'required');
  const product = await requireProduct(db, item.productId);
  const { stockTracked, priceMinor, type, active: _, plan, ...named } = product;
  if (item.unitPriceMinor !== undefined && !FREE_PRICE.has(type))
    issue(`items.${index}.unitPriceMinor`, 'catalogue-price');
  return {
    ...named,
    productId: item.productId,
    customItemId: null,
    productType: type,
    unitPriceMinor: item.unitPriceMinor ?? priceMinor,
    isStockTracked: stockTracked === 1,
    plan: plan === null ? undefined : JSON.parse(plan),
  };
}

/** A fee by hand: what the clerk typed, else the custom item's usual amount. */
async function priceFee(db: ReadableLedger, item: AskedItem, index: number): Promise<Price> {
  if (item.productId !== undefined) issue(`items.${index}.customItemId`, 'product-or-custom');
  const fee = await requireUsableCustomItem(db, 'fee', item.customItemId ?? 0);
  if (fee.taxClass === 'as-item') throw new Error('a fee without a tax of its own');
  return {
    productId: null,
    customItemId: fee.customItemId,
    productType: 'fee',
    nameFr: fee.nameFr,
    nameEn: fee.nameEn,
    unitPriceMinor:
      item.unitPriceMinor ?? fee.defaultAmountMinor ?? issue(`items.${index}.unitPriceMinor`, 'required'),
    taxClass: fee.taxClass,
    ledgerCode: fee.ledgerCode,
    isStockTracked: false,
    location: null,
    startDate: null,
    plan: undefined,
  };
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

/** Refuses `product-inactive` and `custom-item-inactive`: a cart that waited may hold what is sold no more. */
export async function requireStillSold(
  db: ReadableLedger,
  lines: readonly Pick<PricedLine, 'productId' | 'customItemId'>[],
): Promise<void> {
  for (const productId of new Set(lines.flatMap((line) => line.productId ?? [])))
    await requireProduct(db, productId);
  for (const customItemId of new Set(lines.flatMap((line) => line.customItemId ?? [])))
    await requireUsableCustomItem(db, 'fee', customItemId);
}
