import type { OutputOf } from '../contract/contract.ts';
import { formatInstant } from '../i18n/format.ts';
import { type Paper, paperLine } from './paper.ts';
import { type PaperSource, paperFrame, paperWords } from './paper-frame.ts';
import { sessionSections } from './session-sections.ts';

export type PaperX = OutputOf<'till.readX'>;

interface XSource extends PaperSource {
  readonly x: PaperX;
}

/** The session so far, in the organisation's language: no number, nothing reset, so a later one is no copy of it. */
export function xPaper(source: XSource): Paper {
  const { x, organisation } = source;
  const { language, timeZone } = organisation;
  const t = paperWords(language);
  const instant = (at: string) => formatInstant(at, language, timeZone);
  return {
    ...paperFrame({ organisation, copy: 0 }, language),
    kind: 'x-report',
    title: t('document.title.x'),
    facts: [
      { label: t('document.till'), value: x.tillName },
      { label: t('document.opened'), value: `${instant(x.report.openedAt)}, ${x.report.openedBy}` },
      { label: t('document.readAt'), value: instant(x.at) },
    ],
    items: [],
    taxes: [],
    total: paperLine(t('till.z.expected'), x.report.expectedMinor),
    money: [],
    sections: sessionSections(x.report, language),
    remarks: [t('document.xNote')],
    signature: null,
    footer: [],
    barcode: null,
  };
}
