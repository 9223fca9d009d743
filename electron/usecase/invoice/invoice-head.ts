import { invoiceStateOf } from '../../../shared/domain/reconciliation.ts';
import type { InvoiceHeadRow } from '../../ledger/invoice-store.ts';

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
    plannedMinor: row.plannedMinor,
    state: invoiceStateOf(row),
  };
}
