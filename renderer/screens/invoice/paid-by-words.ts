import type { TFunction } from 'i18next';
import type { InvoiceRead } from './item-table.tsx';

type Part = InvoiceRead['items'][number]['paidBy'][number];

const METHODS = {
  cash: 'invoice.method.cash',
  terminal: 'invoice.method.terminal',
  cheque: 'invoice.method.cheque',
  'online-card': 'invoice.method.online-card',
  deposit: 'invoice.method.deposit',
} as const;

/** The words of what paid a part of an item: a credit memo is not money and says so. */
export function paidByWords(part: Part, t: TFunction): string {
  if (part.kind === 'credit-memo') return t('invoice.history.kind.credit-memo');
  const method = part.method as keyof typeof METHODS | null;
  return method && METHODS[method] ? t(METHODS[method]) : (part.method ?? '');
}
