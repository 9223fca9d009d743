/** How far a document or an item is matched with money and credit (domain.md §2). */
export type Reconciliation = 'full' | 'partial' | 'none' | 'planned' | 'error';

/**
 * The reconciliation of what is billed, in cents. `planned` stays until every planned payment has passed; `error` is
 * more paid than billed, which the ledger refuses, so it is shown only of a damaged one.
 */
export function reconciliationOf(billed: {
  totalMinor: number;
  owedMinor: number;
  /** Planned and not yet passed; what failed is planned no more. */
  plannedMinor: number;
}): Reconciliation {
  if (billed.owedMinor < 0) return 'error';
  if (billed.owedMinor === 0) return 'full';
  if (billed.plannedMinor > 0) return 'planned';
  return billed.owedMinor === billed.totalMinor ? 'none' : 'partial';
}

const INVOICE_STATES = {
  full: 'paid',
  partial: 'partial',
  none: 'unpaid',
  planned: 'planned',
  error: 'error',
} as const satisfies Record<Reconciliation, string>;

export type InvoiceState = 'credited' | (typeof INVOICE_STATES)[Reconciliation];

/** How an invoice stands; credited when credit memos took all of it back. */
export function invoiceStateOf(invoice: {
  totalMinor: number;
  owedMinor: number;
  creditedMinor: number;
  plannedMinor: number;
}): InvoiceState {
  if (invoice.totalMinor > 0 && invoice.creditedMinor >= invoice.totalMinor) return 'credited';
  return INVOICE_STATES[reconciliationOf(invoice)];
}
