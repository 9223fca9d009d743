import type { OutputOf } from '../contract/contract.ts';
import { formatDate, formatMoney, type Language } from '../i18n/format.ts';
import { pickName } from '../i18n/pick-name.ts';
import { type Paper, type PaperLine, paperLine } from './paper.ts';
import { type PaperSource, paperFacts, paperFrame, paperWords } from './paper-frame.ts';
import { type PaperPayment, paymentLine } from './payment-line.ts';

export type PaperInvoice = OutputOf<'invoice.read'>;

type Part = PaperInvoice['items'][number]['paidBy'][number];

interface InvoiceSource extends PaperSource {
  readonly kind: 'invoice' | 'receipt';
  readonly invoice: PaperInvoice;
  /** Every payment that paid a part of it. */
  readonly payments: readonly PaperPayment[];
}

/** An invoice, or the receipt of its sale: items before tax, each tax, the total and what paid it. */
export function invoicePaper(source: InvoiceSource): Paper {
  const { kind, invoice } = source;
  const { language, number } = invoice;
  const t = paperWords(language);
  return {
    ...paperFrame(source, language),
    kind,
    title: t(kind === 'invoice' ? 'document.title.invoice' : 'document.title.receipt', { number }),
    facts: [
      ...paperFacts(source, language, invoice),
      { label: t('document.terms'), value: terms(invoice, language) },
    ],
    items: invoice.items.map((item) => itemLine(item, language)),
    taxes: [
      paperLine(t('document.net'), invoice.netMinor),
      paperLine(t('document.gst'), invoice.gstMinor),
      paperLine(t('document.qst'), invoice.qstMinor),
    ],
    total: paperLine(t('document.total'), invoice.totalMinor),
    money: moneyLines(source),
    sections: [],
    remarks: [invoice.note, ...invoice.memos.map((memo) => t('document.credited', memo))].filter(Boolean),
    signature: null,
    footer: [t('document.keep')],
    barcode: number,
  };
}

function terms(invoice: PaperInvoice, language: Language): string {
  const t = paperWords(language);
  if (invoice.owedMinor === 0) return t('document.termsPaid');
  const due = invoice.items.map((item) => item.dueDate).sort();
  return t('document.termsDue', { date: formatDate(due[0] ?? invoice.localDate, language) });
}

function itemLine(item: PaperInvoice['items'][number], language: Language): PaperLine {
  const t = paperWords(language);
  const discounts = item.discounts.map((discount) => ({
    label: pickName(discount, language),
    amountMinor: -discount.amountMinor,
  }));
  const beforeMinor = item.netMinor - discounts.reduce((sum, part) => sum + part.amountMinor, 0);
  const price = formatMoney(item.unitPriceMinor, language);
  const details = [
    item.personName,
    item.quantity > 1 && `${item.quantity} × ${price}`,
    item.taxClass !== 'taxable' && t(`document.tax.${item.taxClass}`),
  ];
  return paperLine(pickName(item, language), beforeMinor, {
    details: details.filter((detail) => typeof detail === 'string'),
    parts: discounts,
  });
}

function moneyLines({ invoice, payments }: InvoiceSource): PaperLine[] {
  const { language } = invoice;
  const t = paperWords(language);
  const paid = new Map<string, { part: Part; minor: number }>();
  for (const part of invoice.items.flatMap((item) => item.paidBy)) {
    const key = `${part.kind} ${part.documentId}`;
    const minor = (paid.get(key)?.minor ?? 0) + part.amountMinor;
    paid.set(key, { part, minor });
  }
  const lines = [...paid.values()].map(({ part, minor }) => {
    const details = [part.number];
    if (part.kind === 'credit-memo') return paperLine(t('document.creditUsed'), minor, { details });
    const payment = payments.find(({ paymentId }) => paymentId === part.documentId);
    if (!payment) throw new Error(`payment ${part.number} of ${invoice.number} was not read`);
    const isFromDeposit = payment.at < invoice.at;
    return isFromDeposit
      ? paperLine(t('invoice.method.deposit'), minor, { details })
      : paymentLine(payment, minor, language);
  });
  return [...lines, paperLine(t('document.owed'), invoice.owedMinor)];
}
