import { compareNumbers } from './document-number.ts';
import type { Instalment } from './instalment.ts';
import { requireNotNegative } from './money.ts';

/** An item of the account that may still owe; dates are YYYY-MM-DD, amounts cents. */
export interface OpenItem {
  itemId: number;
  owedMinor: number;
  /** Chosen by the clerk: paid before the others. */
  ticked: boolean;
  dueDate: string;
  invoiceNumber: string;
  lineNumber: number;
  /** When each part of it is due, when it is paid by instalments; they add up to what it owes. */
  dues?: readonly Instalment[];
}

export interface AllocationShare {
  itemId: number;
  amountMinor: number;
}

function byInvoiceLine(a: OpenItem, b: OpenItem): number {
  return (
    compareNumbers(a.invoiceNumber, b.invoiceNumber) || a.lineNumber - b.lineNumber || a.itemId - b.itemId
  );
}

function byDueDate(a: OpenItem, b: OpenItem): number {
  if (a.dueDate !== b.dueDate) return a.dueDate < b.dueDate ? -1 : 1;
  return byInvoiceLine(a, b);
}

/** Each part of an item that is due on its own date; without a plan, the whole item. */
function partsOf(item: OpenItem): OpenItem[] {
  if (item.dues === undefined) return [item];
  return item.dues.map(({ dueDate, amountMinor }) => ({ ...item, dueDate, owedMinor: amountMinor }));
}

/**
 * Which items a payment pays (settled.md 30): ticked ones in invoice-line order, then the others by due date,
 * each filled whole before the next. Of items paid by instalments, what is due by `today` comes before what is not:
 * an instalment goes to its own item (domain.md B15). `restMinor` is what no item took: a deposit only if the clerk
 * confirmed it.
 */
export function planAllocations(given: {
  amountMinor: number;
  items: readonly OpenItem[];
  /** Local date; needed only with items paid by instalments. */
  today?: string;
}): {
  shares: AllocationShare[];
  restMinor: number;
} {
  const { today } = given;
  const parts = given.items.flatMap(partsOf);
  const isLater = ({ dues, dueDate }: OpenItem) =>
    dues !== undefined && today !== undefined && dueDate > today ? 1 : 0;
  const ticked = parts
    .filter((item) => item.ticked)
    .sort((a, b) => isLater(a) - isLater(b) || byInvoiceLine(a, b) || byDueDate(a, b));
  const others = parts.filter((item) => !item.ticked).sort(byDueDate);
  const shares = new Map<number, AllocationShare>();
  let restMinor = requireNotNegative(given.amountMinor);
  for (const { itemId, owedMinor } of [...ticked, ...others]) {
    const amountMinor = Math.min(restMinor, Math.max(0, owedMinor));
    if (amountMinor === 0) continue;
    const share = shares.get(itemId) ?? { itemId, amountMinor: 0 };
    share.amountMinor += amountMinor;
    shares.set(itemId, share);
    restMinor -= amountMinor;
  }
  return { shares: [...shares.values()], restMinor };
}

/** What is left of an item's dues once part of it is paid: the earliest are paid first. */
export function duesAfter(dues: readonly Instalment[], paidMinor: number): Instalment[] {
  let restMinor = requireNotNegative(paidMinor);
  return dues.flatMap(({ dueDate, amountMinor }) => {
    const takenMinor = Math.min(restMinor, amountMinor);
    restMinor -= takenMinor;
    return takenMinor === amountMinor ? [] : [{ dueDate, amountMinor: amountMinor - takenMinor }];
  });
}
