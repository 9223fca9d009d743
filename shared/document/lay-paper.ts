import { formatMoney } from '../i18n/format.ts';
import type { Paper, PaperLine, PaperTable } from './paper.ts';

/** 80 mm paper has 48 columns of font A, 58 mm has 32. */
export type Columns = 48 | 32;

/** A printed row, at most `columns` characters; a barcode row holds what a scanner reads. */
export interface PaperRow {
  readonly style: 'plain' | 'strong' | 'barcode';
  readonly text: string;
}

type Lay = (text: string) => PaperRow[];

/** The rows of a document on paper of that width: what the screen shows and what the printer gets. */
export function layPaper(paper: Paper, columns: Columns): PaperRow[] {
  const plain = (text: string): PaperRow => ({ style: 'plain', text });
  const strong = (text: string): PaperRow => ({ style: 'strong', text });
  const middle = (text: string) => wrapWords(text, columns).map((row) => centre(row, columns));
  const colon = paper.language === 'fr' ? '\u00a0: ' : ': ';
  const rule = plain('-'.repeat(columns));
  const money = (minor: number) => formatMoney(minor, paper.language);
  const lay = (line: PaperLine): PaperRow[] => layLine(line, columns, money);
  const block = (lines: readonly PaperLine[]) => (lines.length === 0 ? [] : [rule, ...lines.flatMap(lay)]);
  const wrapped: Lay = (text) => wrapWords(text, columns).map(plain);
  return [
    ...middle(paper.issuer.name).map(strong),
    ...paper.issuer.lines.flatMap(middle).map(plain),
    plain(''),
    ...[paper.title, ...paper.marks].flatMap(middle).map(strong),
    plain(''),
    ...paper.facts.flatMap(({ label, value }) => wrapped(`${label}${colon}${value}`)),
    ...block(paper.items),
    ...(paper.table ? [rule, ...layTable(paper.table, columns, money)] : []),
    ...block(paper.taxes),
    rule,
    ...layLine(paper.total, columns, money).map(({ text }) => strong(text)),
    ...block(paper.money),
    ...paper.sections.flatMap(({ title, lines }) => [
      rule,
      ...wrapWords(title, columns).map(strong),
      ...lines.flatMap(lay),
    ]),
    ...(paper.remarks.length === 0 ? [] : [rule, ...paper.remarks.flatMap(wrapped)]),
    ...(paper.signature === null
      ? []
      : [plain(''), plain(''), plain('_'.repeat(columns)), plain(paper.signature)]),
    ...(paper.footer.length === 0 ? [] : [rule, ...paper.footer.flatMap(middle).map(plain)]),
    ...(paper.barcode === null ? [] : [{ style: 'barcode', text: paper.barcode } as const]),
  ];
}

/** The label left and the amount right on its last row; details and parts stand two columns in. */
function layLine(line: PaperLine, columns: number, money: (minor: number) => string): PaperRow[] {
  const rows =
    line.amountMinor === null
      ? wrapWords(line.label, columns)
      : justify(line.label, money(line.amountMinor), columns);
  const inner = [
    ...line.details.flatMap((detail) => wrapWords(detail, columns - 2)),
    ...line.parts.flatMap((part) => justify(part.label, money(part.amountMinor), columns - 2)),
  ];
  return [...rows, ...inner.map((row) => `  ${row}`)].map((text) => ({ style: 'plain', text }));
}

/** Each movement on rows of its own: date and words, then the amount, then the balance after it. */
function layTable(table: PaperTable, columns: number, money: (minor: number) => string): PaperRow[] {
  const { amount, balance } = table.headings;
  return table.rows
    .flatMap((row) => [
      ...wrapWords(`${row.date} ${row.label}`, columns),
      ...[
        ...row.details.flatMap((detail) => wrapWords(detail, columns - 2)),
        ...(row.amountMinor === null ? [] : justify(amount, money(row.amountMinor), columns - 2)),
        ...justify(balance, row.balance, columns - 2),
      ].map((text) => `  ${text}`),
    ])
    .map((text) => ({ style: 'plain', text }));
}

/** An amount is never cut: its label wraps before it. */
function justify(label: string, amount: string, columns: number): string[] {
  const rows = wrapWords(label, columns - amount.length - 1);
  return rows.map((row, index) =>
    index === rows.length - 1 ? row.padEnd(columns - amount.length) + amount : row,
  );
}

const centre = (text: string, columns: number) => ' '.repeat((columns - text.length) >> 1) + text;

/** Cut at plain spaces, or inside a word longer than the row; a no-break space holds. */
function wrapWords(text: string, columns: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(/[ \n\t]+/)) {
    let rest = word;
    if (row !== '' && row.length + 1 + rest.length > columns) {
      rows.push(row);
      row = '';
    }
    while (rest.length > columns) {
      rows.push(rest.slice(0, columns));
      rest = rest.slice(columns);
    }
    row = row === '' ? rest : `${row} ${rest}`;
  }
  return [...rows, row];
}
