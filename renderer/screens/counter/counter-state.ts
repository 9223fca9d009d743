import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { EMPTY_DRAFT, type TenderDraft } from '../../parts/tender-draft.ts';

export type Product = OutputOf<'product.find'>['products'][number];
export type SaleDone = Extract<OutputOf<'invoice.issue'>, { state: 'done' }>;

export type CustomItem = OutputOf<'customItem.find'>['customItems'][number];
export type Rebate = NonNullable<InputOf<'invoice.issue'>['rebate']>;
export type Override = NonNullable<InputOf<'invoice.issue'>['overrides']>[number];

/** A fee by hand as the cart shows it, beside the products of the catalogue. */
export interface Fee extends Pick<CustomItem, 'customItemId' | 'nameFr' | 'nameEn'> {
  readonly type: 'fee';
  readonly productId: null;
  readonly taxClass: Product['taxClass'];
}

export interface CartLine {
  readonly key: string;
  readonly product: Product | Fee;
  readonly quantity: number;
  readonly personId: number | null;
  /** The catalogue's price, or what the clerk typed for a donation or a fee by hand. */
  readonly unitPriceMinor: number;
  /** Taken off by hand. */
  readonly rebate: Rebate | null;
  /** The option of the product's plan by which it is paid, from 1; absent: all now. */
  readonly planOption?: number | undefined;
}

interface CounterState {
  /** Null: the walk-in account. */
  readonly clientId: number | null;
  readonly lines: readonly CartLine[];
  /** Discount codes the client gave. */
  readonly codes: readonly string[];
  /** Taken off the whole by hand. */
  readonly rebate: Rebate | null;
  /** What the sale is let through against, with the reasons. */
  readonly overrides: readonly Override[];
  /** What is overdue on the account is paid first. */
  readonly paysOverdue: boolean;
  readonly draft: TenderDraft;
  readonly done: SaleDone | null;
}

const OF_ONE_SALE = { rebate: null, overrides: [], paysOverdue: false };
const EMPTY: CounterState = {
  clientId: null,
  lines: [],
  codes: [],
  ...OF_ONE_SALE,
  draft: EMPTY_DRAFT,
  done: null,
};
const QUANTITY_MAX = 9_999;

/** The sale being made; kept for this window, so that a reload comes back to the same cart. */
export const useCounter = create<CounterState>()(
  persist(() => EMPTY, {
    name: 'guichet.counter',
    storage: createJSONStorage(() => window.sessionStorage),
    version: 3,
  }),
);

/** A donation and a fee by hand take the price the clerk types. */
export function hasFreePrice(product: CartLine['product']): boolean {
  return product.type === 'donation' || product.productId === null;
}

/** Whether the line is somebody's: it needs a person of the account. */
export function needsPerson(product: CartLine['product']): boolean {
  return product.type === 'activity' || product.type === 'membership' || product.type === 'pass';
}

const change = (next: Partial<CounterState>) => useCounter.setState(next);

/** Another cart means another payment: whatever was being typed for the old one goes. */
const changeLines = (lines: readonly CartLine[]) => change({ lines, draft: EMPTY_DRAFT, done: null });

export function chooseClient(clientId: number | null): void {
  if (clientId === useCounter.getState().clientId) return;
  const lines = useCounter
    .getState()
    .lines.map((line) => ({ ...line, personId: null }))
    // nothing stays owed on the walk-in account
    .map(({ planOption, ...line }) =>
      planOption === undefined || clientId === null ? line : { ...line, planOption },
    );
  change({ clientId, lines, ...OF_ONE_SALE, draft: EMPTY_DRAFT, done: null });
}

/** Adds to the line that is already there, except where each line is somebody's or has its own price. */
export function addProduct(product: Product, quantity = 1): void {
  const { lines } = useCounter.getState();
  const same = lines.find(
    (line) => line.product.productId === product.productId && !needsPerson(product) && !hasFreePrice(product),
  );
  if (same) changeLine(same.key, { quantity: Math.min(QUANTITY_MAX, same.quantity + quantity) });
  else {
    const line = { product, quantity, personId: null, unitPriceMinor: product.priceMinor, rebate: null };
    changeLines([...lines, { key: crypto.randomUUID(), ...line }]);
  }
}

/** A fee by hand, at its usual amount until the clerk types another. */
export function addFee(item: CustomItem, quantity = 1): void {
  const { customItemId, nameFr, nameEn, taxClass } = item;
  if (taxClass === 'as-item') return;
  const product: Fee = { customItemId, nameFr, nameEn, taxClass, type: 'fee', productId: null };
  const line = {
    product,
    quantity,
    personId: null,
    unitPriceMinor: item.defaultAmountMinor ?? 0,
    rebate: null,
  };
  changeLines([...useCounter.getState().lines, { key: crypto.randomUUID(), ...line }]);
}

export function setRebate(rebate: Rebate | null): void {
  change({ rebate, draft: EMPTY_DRAFT });
}

/** The reason is the last one given for its kind. */
export function addOverride(override: Override): readonly Override[] {
  const others = useCounter.getState().overrides.filter(({ kind }) => kind !== override.kind);
  change({ overrides: [...others, override] });
  return [...others, override];
}

export function setPaysOverdue(paysOverdue: boolean): void {
  change({ paysOverdue, draft: EMPTY_DRAFT });
}

export function changeLine(key: string, next: Partial<CartLine>): void {
  changeLines(useCounter.getState().lines.map((line) => (line.key === key ? { ...line, ...next } : line)));
}

/** One more or less; the last one less removes the line. */
export function stepQuantity(key: string, by: 1 | -1): void {
  const line = useCounter.getState().lines.find((each) => each.key === key);
  if (!line) return;
  const quantity = Math.min(QUANTITY_MAX, line.quantity + by);
  if (quantity < 1) removeLine(key);
  else changeLine(key, { quantity });
}

export function removeLine(key: string): void {
  changeLines(useCounter.getState().lines.filter((line) => line.key !== key));
}

export function setCodes(codes: readonly string[]): void {
  change({ codes, draft: EMPTY_DRAFT });
}

export function setDraft(draft: TenderDraft): void {
  change({ draft });
}

/** The cart has become a sale: it lives in the ledger now, or is done. */
export function finishSale(done: SaleDone | null): void {
  change({ ...EMPTY, done });
}

export function startNewSale(): void {
  change(EMPTY);
}
