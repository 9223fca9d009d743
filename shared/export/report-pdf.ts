import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Cell, Column, ReportDocument, Section } from '../contract/report-model.ts';
import {
  formatBalance,
  formatCount,
  formatDate,
  formatInstant,
  formatMoney,
  formatPercent,
  type Language,
} from '../i18n/format.ts';
import { openTranslator } from '../i18n/translator.ts';
import { cellWords, filledSections, headLines, isNumberKind } from './report-rows.ts';

interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

/** Tables of more columns lie across the page, and those of many more are written smaller. */
const COLUMNS_UPRIGHT = 6;
const COLUMNS_LARGE = 9;
/** Points: the logo of a report is a little smaller than that of a document. */
const LOGO_FIT: [number, number] = [140, 52];

/** What pdfmake makes a letter-size PDF from: the organisation's logo (a data address), head, tie-outs in words, and each table with its headings on every page. */
export function reportPdf(
  report: ReportDocument,
  language: Language,
  timeZone: string,
  logo?: string,
): TDocumentDefinitions {
  const reader = { language, timeZone };
  const sections = filledSections(report);
  const [organisation = '', title = '', ...more] = headLines(report, language);
  const widest = Math.max(0, ...sections.map(({ columns }) => columns.length));
  return {
    pageSize: 'LETTER',
    pageOrientation: widest > COLUMNS_UPRIGHT ? 'landscape' : 'portrait',
    pageMargins: [40, 44, 40, 44],
    language: language === 'fr' ? 'fr-CA' : 'en-CA',
    info: { title, author: organisation },
    defaultStyle: { fontSize: 9, lineHeight: 1.15 },
    content: [
      ...(logo === undefined ? [] : [{ image: logo, fit: LOGO_FIT, margin: [0, 0, 0, 8] } satisfies Content]),
      { text: organisation, bold: true, fontSize: 12 },
      { text: title, bold: true, fontSize: 15, margin: [0, 6, 0, 2] },
      ...more.map((text): Content => ({ text })),
      ...report.notes.map((note): Content => ({ text: note[language], italics: true, margin: [0, 4, 0, 0] })),
      ...tieLines(report, language),
      ...sections.flatMap((section): Content[] => [
        { text: section.title[language], bold: true, fontSize: 11, margin: [0, 14, 0, 4] },
        tableOf(section, reader),
      ]),
    ],
    footer: (page, pages) => ({
      text: `${title} · ${formatInstant(report.at, language, timeZone)} · ${page} / ${pages}`,
      alignment: 'right',
      fontSize: 8,
      margin: [40, 10],
    }),
  };
}

/** What was compared and by how much it differs: a report never hides that its books disagree. */
function tieLines({ ties }: ReportDocument, language: Language): Content[] {
  const { t } = openTranslator(language);
  return ties.map(({ title, differenceMinor }) => ({
    text: `${title[language]}${language === 'fr' ? '\u00a0: ' : ': '}${
      differenceMinor === 0 ? t('reportExport.even') : t('reportExport.differs', { amount: differenceMinor })
    }`,
    fontSize: 8,
    margin: [0, 2, 0, 0],
  }));
}

function tableOf({ columns, rows, totals }: Section, reader: Reader): Content {
  const isMany = columns.length > COLUMNS_LARGE;
  const fontSize = isMany ? 6.5 : 8.5;
  const aligned = ({ kind }: Column, text: string, bold = false): TableCell =>
    isNumberKind(kind)
      ? { text, bold, fontSize, alignment: 'right', noWrap: true }
      : { text, bold, fontSize };
  const heading = (column: Column): TableCell => ({
    text: column.title[reader.language],
    bold: true,
    fontSize,
    ...(isNumberKind(column.kind) ? { alignment: 'right' } : {}),
  });
  const line = (cells: Record<string, Cell>, bold = false) =>
    columns.map((column) => aligned(column, shown(cells[column.id], column.kind, reader), bold));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ kind }) => (kind === 'text' ? '*' : 'auto')),
      body: [
        columns.map(heading),
        ...rows.map(({ cells }) => line(cells)),
        ...(totals === null ? [] : [line(totals, true)]),
      ],
    },
    layout: {
      hLineWidth: (index) => (index === 0 ? 0 : 0.5),
      hLineColor: () => '#9aa5ad',
      vLineWidth: () => 0,
      paddingLeft: (index) => (index === 0 ? 0 : isMany ? 4 : 8),
      paddingRight: () => 0,
    },
  };
}

/** A cell as a person reads it; a balance in words, since paper never shows it by a bare sign. */
function shown(cell: Cell | undefined, kind: Column['kind'], reader: Reader): string {
  const { language } = reader;
  if (typeof cell === 'number') {
    if (kind === 'money') return formatMoney(cell, language);
    if ((kind as string) === 'balance') return formatBalance(cell, language);
    return kind === 'percent' ? formatPercent(cell, language) : formatCount(cell, language);
  }
  return typeof cell === 'string' && kind === 'date'
    ? formatDate(cell, language)
    : cellWords(cell, kind, reader);
}
