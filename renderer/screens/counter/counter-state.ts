import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { EMPTY_DRAFT, type TenderDraft } from '../../parts/tender-draft.ts';

export type Product = OutputOf<'product.find'>['products'][number];
export type SaleDone = Extract<OutputOf<'invoice.issue'>, { state: 'done' }>;

export interface CartLine {
  readonly key: string;
  readonly product: Product;
  readonly quantity: number;
  readonly personId: number | null;
  /** The catalogue's price, or what the clerk typed for a donation. */
  readonly unitPriceMinor: number;
}

interface CounterState {
  /** Null: the walk-in account. */
  readonly clientId: number | null;
  readonly lines: readonly CartLine[];
  /** Discount codes the client gave. */
  readonly codes: readonly string[];
  readonly draft: TenderDraft;
  readonly done: SaleDone | null;
}

const EMPTY: CounterState = { clientId: null, lines: [], codes: [], draft: EMPTY_DRAFT, done: null };
const QUANTITY_MAX = 9_999;

/** The sale being made; kept for this window, so that a reload comes back to the same cart. */
export const useCounter = create<CounterState>()(
  persist(() => EMPTY, {
    name: 'guichet.counter',
    storage: createJSONStorage(() => window.sessionStorage),
    version: 2,
  }),
);

/** A donation takes the price the clerk types. */
export function hasFreePrice(product: Product): boolean {
  return product.type === 'donation';
}

/** Whether the line is somebody's: it needs a person of the account. */
export function needsPerson(product: Product): boolean {
  return product.type === 'activity' || product.type === 'membership' || product.type === 'pass';
}

const change = (next: Partial<CounterState>) => useCounter.setState(next);

/** Another cart means another payment: whatever was being typed for the old one goes. */
const changeLines = (lines: readonly CartLine[]) => change({ lines, draft: EMPTY_DRAFT, done: null });

export function chooseClient(clientId: number | null): void {
  if (clientId === useCounter.getState().clientId) return;
  const lines = useCounter.getState().lines.map((line) => ({ ...line, personId: null }));
  change({ clientId, lines, draft: EMPTY_DRAFT, done: null });
}

/** Adds to the line that is already there, except where each line is somebody's or has its own price. */
export function addProduct(product: Product, quantity = 1): void {
  const { lines } = useCounter.getState();
  const same = lines.find(
    (line) => line.product.productId === product.productId && !needsPerson(product) && !hasFreePrice(product),
  );
  if (same) changeLine(same.key, { quantity: Math.min(QUANTITY_MAX, same.quantity + quantity) });
  else {
    const line = { product, quantity, personId: null, unitPriceMinor: product.priceMinor };
    changeLines([...lines, { key: crypto.randomUUID(), ...line }]);
  }
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
