import { compareNumbers } from './document-number.ts';
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

/**
 * Which items a payment pays (settled.md 30): ticked ones in invoice-line order, then the others by due date,
 * each filled whole before the next. `restMinor` is what no item took: a deposit only if the clerk confirmed
 * it.
 */
export function planAllocations(given: { amountMinor: number; items: readonly OpenItem[] }): {
  shares: AllocationShare[];
  restMinor: number;
} {
  const ticked = given.items.filter((item) => item.ticked).sort(byInvoiceLine);
  const others = given.items.filter((item) => !item.ticked).sort(byDueDate);
  const shares: AllocationShare[] = [];
  let restMinor = requireNotNegative(given.amountMinor);
  for (const item of [...ticked, ...others]) {
    const amountMinor = Math.min(restMinor, Math.max(0, item.owedMinor));
    if (amountMinor === 0) continue;
    shares.push({ itemId: item.itemId, amountMinor });
    restMinor -= amountMinor;
  }
  return { shares, restMinor };
}
