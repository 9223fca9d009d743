import type { Cell, Column, ReportDocument, Section } from '../contract/report-model.ts';
import { formatDate, formatInstant, type Language } from '../i18n/format.ts';

export type NumberKind = 'money' | 'balance' | 'quantity' | 'percent';
/** The kinds whose cells are whole numbers of cents, pieces or basis points. */
export const isNumberKind = (kind: string): kind is NumberKind =>
  kind === 'money' || kind === 'balance' || kind === 'quantity' || kind === 'percent';

/** A number's digits after the point in a file; its cell divided by ten to that power is what the file says. */
export const PLACES: Readonly<Record<NumberKind, number>> = { money: 2, balance: 2, quantity: 0, percent: 4 };

/** A whole number of cents or basis points as a decimal, without a float. */
export function decimalText(value: number, places: number): string {
  if (places === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** What a file says in words: names in its language, days and moments as they are written there. */
export function cellWords(
  cell: Cell | undefined,
  kind: Column['kind'],
  { language, timeZone }: { language: Language; timeZone: string },
): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell[language];
  if (typeof cell === 'number') return isNumberKind(kind) ? decimalText(cell, PLACES[kind]) : String(cell);
  return kind === 'instant' ? formatInstant(cell, language, timeZone) : cell;
}

/** The tables of a report that have anything in them. */
export const filledSections = ({ sections }: ReportDocument): Section[] =>
  sections.filter(({ rows }) => rows.length > 0);

/** What stands above the tables: whose report it is, its days, what it is narrowed to. */
export function headLines(report: ReportDocument, language: Language): string[] {
  const { organisation, title, fromDate, toDate, filters } = report;
  const date = (day: string) => formatDate(day, language);
  return [
    organisation,
    title[language],
    fromDate === null || fromDate === toDate ? date(toDate) : `${date(fromDate)} – ${date(toDate)}`,
    ...filters.map(
      (filter) => `${filter.title[language]}${language === 'fr' ? '\u00a0: ' : ': '}${filter.value}`,
    ),
  ];
}
