import type { Cell, Column, ReportDocument, Section } from '../contract/report-model.ts';
import type { Language } from '../i18n/format.ts';
import { cellWords, filledSections, headLines, isNumberKind, PLACES } from './report-rows.ts';

/** A cell as write-excel-file takes it; texts are always strings, so none of them is ever a formula. */
export type WorkbookCell =
  | {
      readonly type: StringConstructor;
      readonly value: string;
      readonly fontWeight?: 'bold';
      readonly align?: 'right';
    }
  | { readonly type: NumberConstructor; readonly value: number; readonly format: string }
  | { readonly type: DateConstructor; readonly value: Date; readonly format: string }
  | { readonly type: 'Formula'; readonly value: string; readonly format: string; readonly fontWeight: 'bold' }
  | null;

export interface WorkbookSheet {
  readonly sheet: string;
  readonly data: readonly (readonly WorkbookCell[])[];
  readonly columns: readonly { readonly width: number }[];
  readonly stickyRowsCount: number;
}

interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

const FORMATS = { money: '#,##0.00', balance: '#,##0.00', quantity: '#,##0', percent: '0.00%' } as const;
const WIDTHS: Readonly<Record<Column['kind'] | 'balance', number>> = {
  text: 34,
  money: 14,
  balance: 14,
  quantity: 10,
  percent: 10,
  date: 12,
  instant: 22,
};
/** What a sheet's name may hold, and how long it may be. */
const SHEET_NAME = { forbidden: /[[\]:*?/\\']/g, length: 31 } as const;

const bold = (value: string): WorkbookCell => ({ type: String, value, fontWeight: 'bold' });

/**
 * A report as sheets, one for each of its tables: typed cells, headings that stay in sight, and totals that are
 * formulas over the rows wherever the sum of the rows is the total.
 */
export function reportWorkbook(
  report: ReportDocument,
  language: Language,
  timeZone: string,
): WorkbookSheet[] {
  const reader = { language, timeZone };
  const sections = filledSections(report);
  const heads = headLines(report, language);
  const names = sheetNames(sections.map(({ title }) => title[language]));
  if (sections.length === 0)
    return [
      {
        sheet: sheetNames([report.title[language]])[0]!,
        data: heads.map((each) => [bold(each)]),
        columns: [],
        stickyRowsCount: 0,
      },
    ];
  return sections.map((section, index) => {
    const above = [...heads.map((each) => [bold(each)]), []];
    const data = [...above, ...tableRows(section, above.length, reader)];
    return {
      sheet: names[index]!,
      data,
      columns: section.columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
      stickyRowsCount: above.length + 1,
    };
  });
}

function tableRows({ columns, rows, totals }: Section, above: number, reader: Reader): WorkbookCell[][] {
  const headings = columns.map(({ title, kind }): WorkbookCell => {
    const value = title[reader.language];
    return isNumberKind(kind)
      ? { type: String, value, fontWeight: 'bold', align: 'right' }
      : { type: String, value, fontWeight: 'bold' };
  });
  const body = rows.map(({ cells }) => columns.map(({ id, kind }) => cellOf(cells[id], kind, reader)));
  if (totals === null) return [headings, ...body];
  const first = above + 2;
  const last = above + 1 + rows.length;
  const sums = columns.map(({ id, kind }, index): WorkbookCell => {
    const total = totals[id];
    if (typeof total !== 'number' || !isNumberKind(kind)) return cellOf(total, kind, reader);
    const isSumOfRows = rows.reduce((sum, { cells }) => sum + Number(cells[id] ?? 0), 0) === total;
    if (!isSumOfRows) return cellOf(total, kind, reader);
    const letter = columnLetter(index);
    return {
      type: 'Formula',
      // A formula in the file has no equals sign: only what a person types has (ECMA-376, 18.3.1.40)
      value: `SUM(${letter}${first}:${letter}${last})`,
      format: FORMATS[kind],
      fontWeight: 'bold',
    };
  });
  return [headings, ...body, sums];
}

function cellOf(cell: Cell | undefined, kind: Column['kind'], reader: Reader): WorkbookCell {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'number' && isNumberKind(kind))
    return { type: Number, value: cell / 10 ** PLACES[kind], format: FORMATS[kind] };
  if (typeof cell === 'string' && kind === 'date')
    return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: 'yyyy-mm-dd' };
  return { type: String, value: cellWords(cell, kind, reader) };
}

/** "A" for 0, "AA" for 26. */
function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

/** Names a workbook takes: short, without its forbidden characters, and each once. */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = title.replace(SHEET_NAME.forbidden, ' ').trim() || '-';
    let name = plain.slice(0, SHEET_NAME.length);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const ending = ` ${count}`;
      name = plain.slice(0, SHEET_NAME.length - ending.length) + ending;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
