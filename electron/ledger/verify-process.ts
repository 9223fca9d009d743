import type Database from 'better-sqlite3';
import { openingDetail } from './process-move.ts';
import { initialState, isLegalMove } from './process-states.ts';
import { PROCESS_TABLES, type ProcessTable } from './tables.ts';
import type { Report } from './verify.ts';

interface Rebuilt {
  state: string;
  readonly detail: string;
}

/** Rebuilds every process row from its chained events and compares it, column by column (settled.md 45). */
export function checkProcesses(database: Database.Database, report: Report): void {
  for (const table of Object.keys(PROCESS_TABLES) as ProcessTable[]) {
    const rebuilt = rebuild(database, table, report);
    const columns = Object.keys(PROCESS_TABLES[table].columns);
    const rows = database
      .prepare<[], unknown[]>(`SELECT id, state, ${columns.join(', ')} FROM ${table}`)
      .raw()
      .all() as unknown[][];
    for (const [id, state, ...values] of rows) {
      const expected = rebuilt.get(id as number);
      rebuilt.delete(id as number);
      if (expected?.state === state && expected?.detail === openingDetail(columns, values)) continue;
      const found = expected === undefined ? '-' : expected.state;
      report(
        'process',
        `${table} ${id} (${state}) ne correspond pas à ses événements (${found}).`,
        `${table} ${id} (${state}) does not match its events (${found}).`,
      );
    }
    for (const id of rebuilt.keys()) {
      report('process', `${table} ${id} a disparu.`, `${table} ${id} is gone.`);
    }
  }
}

function rebuild(database: Database.Database, table: ProcessTable, report: Report): Map<number, Rebuilt> {
  const rows = new Map<number, Rebuilt>();
  const events = database
    .prepare<
      [string],
      { id: number; row_id: number; from_state: string | null; to_state: string; detail: string }
    >('SELECT id, row_id, from_state, to_state, detail FROM process_event WHERE process = ? ORDER BY id')
    .iterate(table);
  for (const event of events) {
    const row = rows.get(event.row_id);
    const isOpening = event.from_state === null;
    const isLegal = isOpening
      ? row === undefined && event.to_state === initialState(table)
      : row?.state === event.from_state && isLegalMove(table, event.from_state!, event.to_state);
    if (!isLegal) {
      report(
        'process',
        `${table} ${event.row_id} : passage interdit à « ${event.to_state} ».`,
        `${table} ${event.row_id}: illegal move to "${event.to_state}".`,
      );
    }
    if (row === undefined) rows.set(event.row_id, { state: event.to_state, detail: event.detail });
    else row.state = event.to_state;
  }
  return rows;
}
