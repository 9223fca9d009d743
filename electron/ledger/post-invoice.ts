import { discounts, sales } from './chart.ts';
import { type EntryLine, postEntry, sumByAccount } from './journal.ts';
import type { WritableLedger } from './ledger.ts';

/** One item of an invoice, all amounts in cents and positive; gross minus its discounts is net. */
export interface InvoicedItem {
  readonly ledgerCode: string;
  readonly grossMinor: number;
  readonly netMinor: number;
  readonly gstMinor: number;
  readonly qstMinor: number;
  readonly discounts: readonly { readonly ledgerCode: string; readonly amountMinor: number }[];
}

/** Invoice issued: Dr clients total · Cr sales gross · Dr discounts · Cr tax:gst · Cr tax:qst (domain.md §2). */
export async function postInvoice(
  db: WritableLedger,
  invoice: {
    readonly invoiceId: number;
    readonly clientId: number;
    readonly items: readonly InvoicedItem[];
    readonly tillSessionId?: number | null;
    readonly localDate?: string;
  },
): Promise<number | null> {
  const lines: EntryLine[] = invoice.items.flatMap((item): EntryLine[] => [
    { account: sales(item.ledgerCode), amountMinor: -item.grossMinor },
    ...item.discounts.map(({ ledgerCode, amountMinor }) => ({
      account: discounts(ledgerCode),
      amountMinor,
    })),
    { account: 'tax:gst', amountMinor: -item.gstMinor },
    { account: 'tax:qst', amountMinor: -item.qstMinor },
  ]);
  const totalMinor = invoice.items.reduce(
    (sum, item) => sum + item.netMinor + item.gstMinor + item.qstMinor,
    0,
  );
  return await postEntry(db, {
    kind: 'invoice',
    documentKind: 'invoice',
    documentId: invoice.invoiceId,
    tillSessionId: invoice.tillSessionId ?? null,
    ...(invoice.localDate === undefined ? {} : { localDate: invoice.localDate }),
    lines: [
      { account: 'clients', clientId: invoice.clientId, amountMinor: totalMinor },
      ...sumByAccount(lines),
    ],
  });
}

/**
 * Discounts that are no longer earned: Dr clients total · Cr discounts net · Cr tax:gst · Cr tax:qst; never a sale
 * (settled.md 25, 33).
 */
export async function postDiscountWithdrawal(
  db: WritableLedger,
  invoice: {
    readonly invoiceId: number;
    readonly clientId: number;
    readonly lines: readonly Omit<InvoicedItem, 'grossMinor' | 'discounts'>[];
    readonly tillSessionId?: number | null;
  },
): Promise<number | null> {
  const lines = invoice.lines.flatMap((line): EntryLine[] => [
    { account: discounts(line.ledgerCode), amountMinor: -line.netMinor },
    { account: 'tax:gst', amountMinor: -line.gstMinor },
    { account: 'tax:qst', amountMinor: -line.qstMinor },
  ]);
  const totalMinor = -lines.reduce((sum, line) => sum + line.amountMinor, 0);
  return await postEntry(db, {
    kind: 'discount-withdrawal',
    documentKind: 'invoice',
    documentId: invoice.invoiceId,
    tillSessionId: invoice.tillSessionId ?? null,
    lines: [
      { account: 'clients', clientId: invoice.clientId, amountMinor: totalMinor },
      ...sumByAccount(lines),
    ],
  });
}
