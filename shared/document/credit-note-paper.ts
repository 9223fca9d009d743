import type { PaperInvoice } from './invoice-paper.ts';
import { type Paper, paperLine } from './paper.ts';
import { type PaperSource, paperFacts, paperFrame, paperWords } from './paper-frame.ts';

interface CreditNoteSource extends PaperSource {
  readonly invoice: PaperInvoice;
  readonly memoId: number;
}

/** The credit note of one memo of an invoice: amount and taxes adjusted, who issued it and to whom (SOR/91-44). */
export function creditNotePaper(source: CreditNoteSource): Paper {
  const { invoice, memoId, organisation } = source;
  const { language, clientName } = invoice;
  const memo = invoice.memos.find((each) => each.memoId === memoId);
  if (!memo) throw new Error(`no memo ${memoId} on ${invoice.number}`);
  const t = paperWords(language);
  const localDate = new Intl.DateTimeFormat('en-CA', { timeZone: organisation.timeZone }).format(
    new Date(memo.at),
  );
  return {
    ...paperFrame(source, language),
    kind: 'credit-note',
    title: t('document.title.creditNote', { number: memo.number }),
    facts: [
      ...paperFacts(source, language, { at: memo.at, localDate, clientName, staffName: '' }).filter(
        ({ value }) => value !== '',
      ),
      { label: t('document.ofInvoice'), value: invoice.number },
    ],
    items: [],
    taxes: [
      paperLine(t('document.net'), -memo.netMinor),
      paperLine(t('document.gst'), -memo.gstMinor),
      paperLine(t('document.qst'), -memo.qstMinor),
    ],
    total: paperLine(t('document.creditTotal'), -memo.totalMinor),
    money: [],
    sections: [],
    remarks: memo.reason ? [t('document.reason', { reason: memo.reason })] : [],
    signature: null,
    footer: [t('document.keep')],
    barcode: memo.number,
  };
}
