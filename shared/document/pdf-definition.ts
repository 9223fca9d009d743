import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { formatMoney } from '../i18n/format.ts';
import type { Paper, PaperLine } from './paper.ts';

/** What pdfmake makes a letter-size PDF from: every word and amount of the paper, in its order, amounts at the right. */
export function pdfDefinition(paper: Paper): TDocumentDefinitions {
  const colon = paper.language === 'fr' ? '\u00a0: ' : ': ';
  const block = (lines: readonly PaperLine[], isBold = false) => linesTable(lines, paper.language, isBold);
  return {
    pageSize: 'LETTER',
    pageMargins: [54, 54, 54, 54],
    language: paper.language === 'fr' ? 'fr-CA' : 'en-CA',
    info: { title: paper.title, author: paper.issuer.name },
    defaultStyle: { fontSize: 10, lineHeight: 1.2 },
    content: [
      { text: paper.issuer.name, bold: true, fontSize: 15 },
      ...paper.issuer.lines.map((text) => ({ text })),
      { text: paper.title, bold: true, fontSize: 13, margin: [0, 18, 0, 4] },
      ...paper.marks.map((text) => ({ text, bold: true })),
      ...paper.facts.map(({ label, value }) => ({ text: `${label}${colon}${value}` })),
      ...block(paper.items),
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
    ],
    footer: (page, pages) => ({
      text: `${page} / ${pages}`,
      alignment: 'right',
      fontSize: 8,
      margin: [54, 12],
    }),
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
