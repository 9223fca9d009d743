import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { formatMoney } from '../i18n/format.ts';
import type { Paper, PaperLine, PaperTable } from './paper.ts';

/**
 * What pdfmake makes a letter-size PDF from: every word and amount of each paper, in its order, amounts at the right.
 * Several papers go one after the other, each from a page of its own and with its own page numbers.
 */
export function pdfDefinition(paper: Paper, ...others: readonly Paper[]): TDocumentDefinitions {
  const frame = {
    pageSize: 'LETTER',
    pageMargins: [54, 54, 54, 54],
    language: paper.language === 'fr' ? 'fr-CA' : 'en-CA',
    info: { title: paper.title, author: paper.issuer.name },
    defaultStyle: { fontSize: 10, lineHeight: 1.2 },
  } satisfies Partial<TDocumentDefinitions>;
  if (others.length === 0)
    return {
      ...frame,
      content: paperContent(paper),
      footer: (page, pages) => pageFoot(`${page} / ${pages}`),
    };
  return {
    ...frame,
    content: [paper, ...others].map((each) => ({
      section: paperContent(each),
      footer: ownPages(each.title),
    })),
  };
}

/** Points: a logo of any shape stays a head of the page. */
const LOGO_FIT: [number, number] = [170, 64];

const pageFoot = (text: string): Content => ({ text, alignment: 'right', fontSize: 8, margin: [54, 12] });

/** Pages come in order: the first one asked for is the paper's page 1. */
function ownPages(title: string): (page: number) => Content {
  let firstPage: number | null = null;
  return (page) => {
    firstPage ??= page;
    return pageFoot(`${title} · ${page - firstPage + 1}`);
  };
}

function paperContent(paper: Paper): Content[] {
  const colon = paper.language === 'fr' ? '\u00a0: ' : ': ';
  const block = (lines: readonly PaperLine[], isBold = false) => linesTable(lines, paper.language, isBold);
  return [
    ...(paper.logo === undefined
      ? []
      : [{ image: paper.logo, fit: LOGO_FIT, margin: [0, 0, 0, 8] } satisfies Content]),
    { text: paper.issuer.name, bold: true, fontSize: 15 },
    ...paper.issuer.lines.map((text) => ({ text })),
    { text: paper.title, bold: true, fontSize: 13, margin: [0, 18, 0, 4] },
    ...paper.marks.map((text) => ({ text, bold: true })),
    ...paper.facts.map(({ label, value }) => ({ text: `${label}${colon}${value}` })),
    ...block(paper.items),
    ...(paper.table ? [columnsTable(paper.table, paper.language)] : []),
    ...block(paper.taxes),
    ...block([paper.total], true),
    ...block(paper.money),
    ...paper.sections.flatMap(({ title, lines }) => [
      { text: title, bold: true, margin: [0, 12, 0, 0] } satisfies Content,
      ...block(lines),
    ]),
    ...paper.remarks.map((text) => ({ text, margin: [0, 8, 0, 0] }) satisfies Content),
    ...(paper.signature === null
      ? []
      : [{ text: `${'_'.repeat(48)}\n${paper.signature}`, margin: [0, 36, 0, 0] } satisfies Content]),
    ...paper.footer.map((text) => ({ text, fontSize: 8, margin: [0, 8, 0, 0] }) satisfies Content),
  ];
}

/** Movements with their headings again on every page; a line stands above each movement, not above its details. */
function columnsTable({ headings, rows }: PaperTable, language: Paper['language']): Content {
  const right = (text: string, bold = false): TableCell => ({ text, bold, alignment: 'right', noWrap: true });
  const startsMovement = [true];
  const body = rows.flatMap((row) => {
    startsMovement.push(true, ...row.details.map(() => false));
    return [
      [
        { text: row.date, noWrap: true },
        { text: row.label },
        right(row.amountMinor === null ? '' : formatMoney(row.amountMinor, language)),
        right(row.balance),
      ],
      ...row.details.map((text): TableCell[] => ['', { text, fontSize: 9, margin: [10, 0, 0, 0] }, '', '']),
    ];
  });
  const { date, what, amount, balance } = headings;
  const head = [
    { text: date, bold: true },
    { text: what, bold: true },
    right(amount, true),
    right(balance, true),
  ];
  return {
    margin: [0, 12, 0, 0],
    table: {
      headerRows: 1,
      widths: ['auto', '*', 'auto', 'auto'],
      dontBreakRows: true,
      body: [head, ...body],
    },
    layout: {
      hLineWidth: (index) => (index > 0 && (startsMovement[index] ?? true) ? 0.5 : 0),
      hLineColor: () => '#9aa5ad',
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : 10),
      paddingRight: () => 0,
      paddingTop: (index) => (startsMovement[index] === false ? 0 : 3),
      paddingBottom: () => 2,
    },
  };
}

/** A table of labels and amounts; a row is never split between two pages. */
function linesTable(lines: readonly PaperLine[], language: Paper['language'], isBold: boolean): Content[] {
  if (lines.length === 0) return [];
  const row = (label: string, amountMinor: number | null, indent: number): TableCell[] => [
    { text: label, bold: isBold, margin: [indent, 0, 0, 0] },
    {
      text: amountMinor === null ? '' : formatMoney(amountMinor, language),
      bold: isBold,
      noWrap: true,
      alignment: 'right',
    },
  ];
  const body = lines.flatMap((line) => [
    row(line.label, line.amountMinor, 0),
    ...line.details.map((detail) => row(detail, null, 12)),
    ...line.parts.map((part) => row(part.label, part.amountMinor, 12)),
  ]);
  return [
    {
      margin: [0, 8, 0, 0],
      layout: 'noBorders',
      table: { widths: ['*', 'auto'], dontBreakRows: true, body },
    },
  ];
}
