import type { InvoiceHeadRow } from '../../ledger/invoice-store.ts';

/** Unpaid, partial, paid; credited when credit memos took all of it back. */
export function invoiceState(row: InvoiceHeadRow): 'unpaid' | 'partial' | 'paid' | 'credited' {
  if (row.totalMinor > 0 && row.creditedMinor === row.totalMinor) return 'credited';
  if (row.owedMinor === 0) return 'paid';
  return row.owedMinor === row.totalMinor ? 'unpaid' : 'partial';
}

/** What a list and the invoice's own page both show of it. */
export function invoiceHead(row: InvoiceHeadRow) {
  return {
    invoiceId: row.invoiceId,
    number: row.number,
    clientId: row.clientId,
    clientName: row.clientName,
    at: row.at,
    localDate: row.localDate,
    totalMinor: row.totalMinor,
    owedMinor: row.owedMinor,
    state: invoiceState(row),
  };
}
