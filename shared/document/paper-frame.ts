import type { OutputOf } from '../contract/contract.ts';
import { formatDate, formatTime, type Language } from '../i18n/format.ts';
import { openTranslator } from '../i18n/translator.ts';
import type { Paper, PaperFact } from './paper.ts';

export type PaperOrganisation = OutputOf<'organisation.read'>;

/** What every paper takes beside its own data. */
export interface PaperSource {
  readonly organisation: PaperOrganisation;
  /** 0 for the original; n for its nth reprint. */
  readonly copy: number;
}

const translators = new Map<Language, ReturnType<typeof openTranslator>['t']>();

/** The words of a document's language, whatever the screen's. */
export function paperWords(language: Language) {
  const known = translators.get(language);
  if (known) return known;
  const { t } = openTranslator(language);
  translators.set(language, t);
  return t;
}

/** The issuer with both tax numbers, and the marks of a reprint and of a demonstration. */
export function paperFrame(
  { organisation, copy }: PaperSource,
  language: Language,
): Pick<Paper, 'language' | 'issuer' | 'marks'> {
  const t = paperWords(language);
  const { name, address, phone, gstNumber, qstNumber } = organisation;
  const taxNumbers = [
    gstNumber && t('document.gstNumber', { number: gstNumber }),
    qstNumber && t('document.qstNumber', { number: qstNumber }),
  ];
  return {
    language,
    issuer: { name, lines: [address, phone, ...taxNumbers].filter((line) => line !== '') },
    marks: [
      ...(copy > 0 ? [t('document.copy', { count: copy })] : []),
      ...(organisation.isDemonstration ? [t('document.demonstration')] : []),
    ],
  };
}

interface Dated {
  readonly at: string;
  readonly localDate: string;
}

/** Date, client and who served. */
export function paperFacts(
  { organisation }: PaperSource,
  language: Language,
  { at, localDate, clientName, staffName }: Dated & { clientName: string; staffName: string },
): PaperFact[] {
  const t = paperWords(language);
  const time = formatTime(at, language, organisation.timeZone);
  return [
    { label: t('document.date'), value: `${formatDate(localDate, language)}, ${time}` },
    { label: t('document.client'), value: clientName },
    { label: t('document.servedBy'), value: staffName },
  ];
}
