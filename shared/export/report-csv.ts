import type { ReportDocument } from '../contract/report-model.ts';
import type { Language } from '../i18n/format.ts';
import { cellWords, filledSections, headLines, isNumberKind } from './report-rows.ts';

/** Read as the beginning of a formula by spreadsheets, alone or behind spaces and control characters. */
const OPENS_FORMULA = /^(?:[\t\r]|[\s\p{Cc}]*[=+\-@])/u;

/** A text as a field: never taken for a formula, quotes doubled (RFC 4180). */
export function csvField(text: string): string {
  const harmless = OPENS_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(harmless) || harmless !== text ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * A report as one CSV file: its tables one after the other, each under its title and its headings. Numbers have a
 * point and no sign of money, so that any program reads them; the first character is UTF-8's mark, for spreadsheets.
 */
export function reportCsv(report: ReportDocument, language: Language, timeZone: string): string {
  const line = (fields: readonly string[]) => `${fields.join(',')}\r\n`;
  const text = (each: string) => csvField(each);
  const tables = filledSections(report).map(({ title, columns, rows, totals }) => {
    const fields = (cells: Record<string, (typeof rows)[number]['cells'][string]>) =>
      columns.map(({ id, kind }) => {
        const cell = cells[id];
        const said = cellWords(cell, kind, { language, timeZone });
        return typeof cell === 'number' && isNumberKind(kind) ? said : text(said);
      });
    return [
      '\r\n',
      line([text(title[language])]),
      line(columns.map((column) => text(column.title[language]))),
      ...rows.map(({ cells }) => line(fields(cells))),
      ...(totals === null ? [] : [line(fields(totals))]),
    ].join('');
  });
  return `\ufeff${headLines(report, language)
    .map((each) => line([text(each)]))
    .join('')}${tables.join('')}`;
}
