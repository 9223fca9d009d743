import { CsvError, parse } from 'csv-parse/sync';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { ImportReport } from './import-report.ts';

/** A field of an operation and the headers under which a file may give it, French and English, folded. */
export interface CsvColumn {
  readonly field: string;
  readonly headers: readonly string[];
  readonly isRequired?: boolean;
}

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  /** Trimmed text by field; empty cells are left out. */
  readonly cells: ReadonlyMap<string, string>;
}

const DELIMITERS = [',', ';', '\t'] as const;
const ROWS_MAX = 200_000;

interface ParsedRecord {
  record: string[];
  info: { lines: number };
  raw: string;
}

/** Reads a CSV text (UTF-8, with or without BOM; comma, semicolon or tab). What is wrong with it goes to the report. */
export function readCsvTable(csv: string, columns: readonly CsvColumn[], report: ImportReport): CsvRow[] {
  const records = parseRecords(csv, report);
  const [header, ...body] = records;
  if (!header || body.length === 0) {
    if (report.isEmpty) report.refuse({ line: 1, problem: 'empty-file' });
    return [];
  }
  const fields = readHeader(header, columns, report);
  if (body.length > ROWS_MAX)
    report.refuse({ line: lineOf(header), problem: 'too-many-rows', limit: ROWS_MAX });
  if (!report.isEmpty) return [];
  return body.flatMap((each) => rowOf(each, fields, report) ?? []);
}

function parseRecords(csv: string, report: ImportReport): ParsedRecord[] {
  const broken = csv.indexOf('\ufffd');
  if (broken !== -1) {
    report.refuse({ line: csv.slice(0, broken).split('\n').length, problem: 'not-utf8' });
    return [];
  }
  try {
    return parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    report.refuse({ line: Number((error as { lines?: number }).lines ?? 1), problem: 'broken-row' });
    return [];
  }
}

/** The separator that the header line has most of; a decimal comma in the rows says nothing. */
function delimiterOf(csv: string): string {
  const header = /^[^\r\n]*/.exec(csv.replace(/^\ufeff?\s*/u, ''))?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** A quoted cell may hold line breaks: the parser counts lines at the end of a record. */
const lineOf = ({ info, raw }: ParsedRecord) =>
  info.lines - (raw.trimEnd().match(/\r\n|\n|\r/g)?.length ?? 0);

/** Headers are compared without accents, case, spaces or punctuation. */
const headerKey = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');

function readHeader(
  header: ParsedRecord,
  columns: readonly CsvColumn[],
  report: ImportReport,
): (string | null)[] {
  const line = lineOf(header);
  const byHeader = new Map(columns.flatMap(({ field, headers }) => headers.map((key) => [key, field])));
  const fields = header.record.map((text) => {
    const key = headerKey(text);
    const field = byHeader.get(key) ?? null;
    if (key !== '' && field === null) report.refuse({ line, column: text, problem: 'unknown-column' });
    return field;
  });
  for (const [index, field] of fields.entries()) {
    if (field !== null && fields.indexOf(field) !== index)
      report.refuse({ line, column: header.record[index] ?? '', problem: 'repeated-column' });
  }
  for (const { field, headers, isRequired } of columns) {
    if (isRequired && !fields.includes(field))
      report.refuse({ line, column: headers[0] ?? field, problem: 'missing-column' });
  }
  for (const [index, field] of fields.entries())
    if (field !== null) report.nameColumn(field, header.record[index] ?? field);
  return fields;
}

function rowOf(
  parsed: ParsedRecord,
  fields: readonly (string | null)[],
  report: ImportReport,
): CsvRow | undefined {
  const line = lineOf(parsed);
  const texts = parsed.record.map((text) => text.trim());
  if (texts.every((text) => text === '')) return undefined;
  const hasStray = texts.some((text, index) => text !== '' && !fields[index]);
  if (hasStray || texts.length < fields.length) {
    report.refuse({ line, problem: 'broken-row' });
    return undefined;
  }
  const cells = new Map<string, string>();
  for (const [index, field] of fields.entries()) {
    const text = texts[index];
    if (field !== null && text) cells.set(field, text);
  }
  return { line, cells };
}
