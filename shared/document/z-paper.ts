import type { OutputOf } from '../contract/contract.ts';
import { DENOMINATIONS } from '../domain/till-count.ts';
import { formatInstant, formatMoney, type Language } from '../i18n/format.ts';
import { type Paper, paperLine } from './paper.ts';
import { type PaperSource, paperFrame, paperWords } from './paper-frame.ts';
import { sessionSections } from './session-sections.ts';

export type PaperZ = OutputOf<'till.readZ'>;

interface ZSource extends PaperSource {
  readonly z: PaperZ;
}

/** A close in the organisation's language, with the chain head that a lost tail is noticed by (settled.md 18). */
export function zPaper(source: ZSource): Paper {
  const { z, organisation } = source;
  const { language, timeZone } = organisation;
  const t = paperWords(language);
  const instant = (at: string) => formatInstant(at, language, timeZone);
  return {
    ...paperFrame(source, language),
    kind: 'z-report',
    title: t('document.title.z', { number: z.zNumber }),
    facts: [
      { label: t('document.till'), value: z.tillName },
      { label: t('document.opened'), value: `${instant(z.report.openedAt)}, ${z.report.openedBy}` },
      { label: t('document.closed'), value: `${instant(z.at)}, ${z.closedBy}` },
      ...(z.replaces === null ? [] : [{ label: t('document.replaces'), value: z.replaces }]),
    ],
    items: [
      paperLine(t('till.z.expected'), z.expectedMinor),
      paperLine(t('till.z.counted'), z.countedMinor, { parts: pieces(z, language) }),
    ],
    taxes: [],
    total: paperLine(t('till.z.difference'), z.differenceMinor),
    money: [],
    sections: sessionSections(z.report, language),
    remarks: [
      ...(z.differenceReason ? [t('document.reason', { reason: z.differenceReason })] : []),
      ...(z.acceptedBy ? [`${t('tillReport.accepted')} ${z.acceptedBy}`] : []),
    ],
    signature: t('document.signature'),
    footer: [t('document.chain', { seq: z.chainSeq }), z.chainHash],
    barcode: null,
  };
}

function pieces({ denominations }: PaperZ, language: Language) {
  return DENOMINATIONS.flatMap(({ key, pieceMinor }) => {
    const count = denominations[key] ?? 0;
    const label = `${count} × ${formatMoney(pieceMinor, language)}`;
    return count === 0 ? [] : [{ label, amountMinor: count * pieceMinor }];
  });
}
