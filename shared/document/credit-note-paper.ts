import type { OutputOf } from '../contract/contract.ts';
import { formatPercent } from '../i18n/format.ts';
import { pickName } from '../i18n/pick-name.ts';
import { type Paper, paperLine } from './paper.ts';
import { type PaperSource, paperFacts, paperFrame, paperWords } from './paper-frame.ts';

export type PaperCredit = OutputOf<'credit.read'>;

interface CreditNoteSource extends PaperSource {
  readonly credit: PaperCredit;
}

/**
 * The credit note of one memo (SOR/91-44): what is credited, before tax, each tax adjusted, who issued it and to whom.
 * A credit that leaves the taxes as they were says so (settled.md 24).
 */
export function creditNotePaper(source: CreditNoteSource): Paper {
  const { credit } = source;
  const { language, invoiceNumber, reason } = credit;
  const t = paperWords(language);
  return {
    ...paperFrame(source, language),
    kind: 'credit-note',
    title: t('document.title.creditNote', { number: credit.number }),
    facts: [
      ...paperFacts(source, language, credit),
      ...(invoiceNumber === null ? [] : [{ label: t('document.ofInvoice'), value: invoiceNumber }]),
    ],
    items: credit.lines.map((line) => {
      const { personName, askedBasisPoints } = line;
      const share = askedBasisPoints === null ? null : formatPercent(askedBasisPoints, language);
      const details = [personName, share && t('document.creditedShare', { share })];
      return paperLine(pickName(line, language), 0 - line.netMinor, {
        details: details.filter((detail) => typeof detail === 'string'),
      });
    }),
    taxes: [
      paperLine(t('document.net'), 0 - credit.netMinor),
      paperLine(t('document.gst'), 0 - credit.gstMinor),
      paperLine(t('document.qst'), 0 - credit.qstMinor),
    ],
    total: paperLine(t('document.creditTotal'), 0 - credit.totalMinor),
    money: [],
    sections: [],
    remarks: [
      ...(credit.kind === 'manual-taxes-kept' ? [t('document.taxesKept')] : []),
      ...(reason ? [t('document.reason', { reason })] : []),
    ],
    signature: null,
    footer: [t('document.keep')],
    barcode: credit.number,
  };
}
