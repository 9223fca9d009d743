import type { TFunction } from 'i18next';
import type { ReceiptLine } from '../../parts/receipt.tsx';
import type { InvoiceRead } from './item-table.tsx';
import { paidByWords } from './paid-by-words.ts';

/** What paid the invoice, one line for each payment and credit memo over all its items, then what is still owed. */
export function receiptMoney(t: TFunction, invoice: InvoiceRead): ReceiptLine[] {
  const lines = new Map<string, ReceiptLine>();
  for (const part of invoice.items.flatMap((item) => item.paidBy)) {
    const key = `${part.kind} ${part.documentId}`;
    const before = lines.get(key);
    lines.set(key, {
      key,
      label: paidByWords(part, t),
      detail: part.number,
      minor: (before?.minor ?? 0) + part.amountMinor,
    });
  }
  const owed = { key: 'owed', label: t('invoice.totals.owed'), minor: invoice.owedMinor };
  return [...lines.values(), ...(invoice.owedMinor > 0 ? [owed] : [])];
}
