import type Database from 'better-sqlite3';
import { FACT_TABLES, PROCESS_TABLES } from './tables.ts';

/** What a statement may be given: integers are minor units, ids or counts, always safe integers; no float, no undefined. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** Reads of one consistent snapshot; made for template tags: db.get`SELECT … WHERE id = ${id}`. */
export interface ReadableLedger {
  all<Row>(strings: TemplateStringsArray, ...values: SqlValue[]): Promise<Row[]>;
  get<Row>(strings: TemplateStringsArray, ...values: SqlValue[]): Promise<Row | undefined>;
}

const guarded = [...Object.keys(FACT_TABLES), ...Object.keys(PROCESS_TABLES), 'ledger_\\w+', 'number_series'];
const writesGuarded = new RegExp(
  `\\b(?:INTO|UPDATE(?:\\s+OR\\s+\\w+)?|DELETE\\s+FROM)\\s+["\`[]?(?:${guarded.join('|')})\\b`,
  'i',
);

/**
 * Prepared statements of one connection, cached by the template's `strings` object: the source line is the key,
 * so nothing is hashed or compared per call.
 */
export class StatementCache {
  readonly #database: Database.Database;
  readonly #statements = new WeakMap<TemplateStringsArray, Database.Statement<unknown[]>>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Throws when the statement writes a fact or process table by hand: those go through insert, open and move. */
  statement(strings: TemplateStringsArray, mayWrite: boolean): Database.Statement<unknown[]> {
    let statement = this.#statements.get(strings);
    if (statement === undefined) {
      const text = strings.join('?');
      statement = this.#database.prepare<unknown[]>(text);
      if (!statement.readonly && writesGuarded.test(text)) {
        throw new Error(
          'facts, process rows and number series are written only by insert, open, move, nextNumber',
        );
      }
      this.#statements.set(strings, statement);
    }
    if (!mayWrite && !statement.readonly) throw new Error('a statement that writes was given to a read');
    return statement;
  }
}

/** Refuses what SQLite would take silently in another meaning: a fraction, NaN (as NULL), undefined (as NULL). */
export function requireSqlValues(values: readonly SqlValue[]): void {
  for (const value of values) {
    if (typeof value === 'number' ? !Number.isSafeInteger(value) : value === undefined) {
      throw new TypeError(`not a value for a statement: ${String(value)}`);
    }
  }
}
