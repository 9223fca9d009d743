import type { PaperInvoice } from './invoice-paper.ts';

/** The payments that paid a part of the invoice, each once. */
export function paymentIdsOf({ items }: Pick<PaperInvoice, 'items'>): number[] {
  const parts = items.flatMap(({ paidBy }) => paidBy.filter(({ kind }) => kind === 'payment'));
  return [...new Set(parts.map(({ documentId }) => documentId))];
}
