import type {
  Cells,
  Column,
  ColumnKind,
  ReportDocument,
  RowLink,
  Section,
  Tie,
  Words,
} from '../../../shared/contract/report-model.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readOrganisation } from '../../ledger/organisation-store.ts';
import { readStaffNames, readTillNames } from '../../ledger/report/filter-names.ts';
import type { ReportScope } from '../../ledger/report/scope.ts';
import type { ReportContext } from './report-context.ts';
import { say, type Word } from './say.ts';

interface AskedScope {
  fromDate?: string | undefined;
  toDate?: string | undefined;
  tillId?: number | undefined;
  staffId?: number | undefined;
}

/** The period asked for, today when nothing is said; refuses `report-period` when it ends before it starts. */
export function scopeOf({ localDate }: ReportContext, asked: AskedScope): ReportScope {
  const toDate = asked.toDate ?? asked.fromDate ?? localDate;
  const fromDate = asked.fromDate ?? toDate;
  if (fromDate > toDate) refuse('report-period', { fromDate, toDate });
  return { fromDate, toDate, tillId: asked.tillId ?? null, staffId: asked.staffId ?? null };
}

type IdOf<Group extends string> = Word extends infer W
  ? W extends `report.${Group}.${infer Id}`
    ? Id
    : never
  : never;

/** A column whose title is `report.column.<id>`. */
export const column = (id: IdOf<'column'>, kind: ColumnKind): Column => ({
  id,
  kind,
  title: say(`report.column.${id}`),
});

export interface Row {
  readonly cells: Cells;
  readonly link?: RowLink | null;
}

const SUMMED: ReadonlySet<ColumnKind> = new Set(['money', 'balance', 'quantity']);

/** Adds money and quantities of all rows; every other column stays empty. */
export function sumOf(columns: readonly Column[], rows: readonly Row[]): Cells {
  const summed = columns.filter(({ kind }) => SUMMED.has(kind));
  return Object.fromEntries(
    summed.map(({ id }) => [id, rows.reduce((sum, { cells }) => sum + Number(cells[id] ?? 0), 0)]),
  );
}

/** A table of the report; rows beyond the limit are counted and summed, not given. */
export function sectionOf(
  { rowLimit }: Pick<ReportContext, 'rowLimit'>,
  given: {
    id: string;
    title: Words;
    columns: readonly Column[];
    rows: readonly Row[];
    totals?: Cells | null;
    rowCount?: number;
  },
): Section {
  const { id, title, columns, rows } = given;
  return {
    id,
    title,
    columns: [...columns],
    rows: rows.slice(0, rowLimit).map(({ cells, link }) => ({ cells, link: link ?? null })),
    totals: given.totals === undefined ? sumOf(columns, rows) : given.totals,
    rowCount: given.rowCount ?? rows.length,
  };
}

/** Two amounts that must be one, each with the words of where it comes from. */
export function tieOf(id: IdOf<'tie'>, left: Tie['left'], right: Tie['right']): Tie {
  const differenceMinor = left.amountMinor - right.amountMinor;
  return { id, title: say(`report.tie.${id}`), left, right, differenceMinor };
}

/** One side of a tie. */
export const side = (id: IdOf<'side'>, amountMinor: number): Tie['left'] => ({
  words: say(`report.side.${id}`),
  amountMinor,
});

/** The report's head and its parts put together. */
export async function documentOf(
  { db, at }: ReportContext,
  name: IdOf<'name'>,
  scope: ReportScope & { asOf?: boolean },
  parts: Pick<ReportDocument, 'totals' | 'sections' | 'ties'> & Partial<ReportDocument>,
): Promise<ReportDocument> {
  const filters = [
    ...(await readTillNames(db, scope.tillId)).map((value) => ({ title: say('report.filter.till'), value })),
    ...(await readStaffNames(db, scope.staffId)).map((value) => ({
      title: say('report.filter.staff'),
      value,
    })),
  ];
  return {
    report: name,
    title: say(`report.name.${name}`),
    organisation: (await readOrganisation(db))?.name ?? '',
    fromDate: scope.asOf ? null : scope.fromDate,
    toDate: scope.toDate,
    filters,
    at,
    tiesOut: parts.ties.every(({ differenceMinor }) => differenceMinor === 0),
    charts: [],
    notes: [],
    ...parts,
  };
}
