import type Database from 'better-sqlite3';
import { initialState, isLegalMove } from './process-states.ts';
import { type FactRow, PROCESS_TABLES, type ProcessTable } from './tables.ts';

interface Prepared {
  readonly columns: readonly string[];
  readonly insert: Database.Statement<unknown[]>;
  readonly readState: Database.Statement<unknown[]>;
  readonly move: Database.Statement<unknown[]>;
}

/** The event that a move leaves in the chain, without its time. */
export type ProcessEvent = Omit<FactRow<'process_event'>, 'at'>;

/**
 * Opens and moves process rows (settled.md 45). Each step gives back the event to chain; the opening event carries
 * the row's columns, so that `verify` can rebuild every process row from its events.
 */
export class ProcessMoves {
  readonly #database: Database.Database;
  readonly #prepared = new Map<ProcessTable, Prepared>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  open(table: ProcessTable, row: Readonly<Record<string, unknown>>): ProcessEvent {
    const { columns, insert } = this.#of(table);
    const state = initialState(table);
    const bound: unknown[] = [state];
    for (const column of columns) {
      const value = row[column];
      if (value === undefined || (typeof value === 'number' && !Number.isSafeInteger(value))) {
        throw new TypeError(`${table}.${column} needs a value, got ${String(value)}`);
      }
      bound.push(typeof value === 'string' ? value.toWellFormed() : value);
    }
    const id = Number(insert.run(bound).lastInsertRowid);
    return {
      process: table,
      row_id: id,
      from_state: null,
      to_state: state,
      staff_id: typeof row.staff_id === 'number' ? row.staff_id : null,
      detail: openingDetail(columns, bound.slice(1)),
    };
  }

  move(
    table: ProcessTable,
    id: number,
    to: string,
    why: { readonly staffId?: number | null; readonly detail?: unknown },
  ): ProcessEvent {
    const { readState, move } = this.#of(table);
    const from = readState.get(id) as string | undefined;
    if (from === undefined) throw new Error(`no ${table} ${id}`);
    if (!isLegalMove(table, from, to)) throw new Error(`${table} ${id} does not move from ${from} to ${to}`);
    move.run(to, id);
    return {
      process: table,
      row_id: id,
      from_state: from,
      to_state: to,
      staff_id: why.staffId ?? null,
      detail: JSON.stringify(why.detail ?? {}),
    };
  }

  #of(table: ProcessTable): Prepared {
    let prepared = this.#prepared.get(table);
    if (prepared === undefined) {
      const columns = Object.keys(PROCESS_TABLES[table].columns);
      prepared = {
        columns,
        insert: this.#database.prepare<unknown[]>(
          `INSERT INTO ${table} (state, ${columns.join(', ')}) VALUES (?${columns.map(() => ', ?').join('')})`,
        ),
        readState: this.#database.prepare<unknown[]>(`SELECT state FROM ${table} WHERE id = ?`).pluck(),
        move: this.#database.prepare<unknown[]>(`UPDATE ${table} SET state = ? WHERE id = ?`),
      };
      this.#prepared.set(table, prepared);
    }
    return prepared;
  }
}

/** JSON of a process row's columns as its opening event keeps them. */
export function openingDetail(columns: readonly string[], values: readonly unknown[]): string {
  return JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, values[index]])));
}
