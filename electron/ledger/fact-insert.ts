import type Database from 'better-sqlite3';
import type { CanonicalRow } from './commit-chain.ts';
import { FACT_TABLES, type FactTable } from './tables.ts';

type Bound = (string | number | Uint8Array | null)[];

interface PreparedInsert {
  readonly index: number;
  readonly columns: readonly string[];
  readonly types: readonly string[];
  readonly statement: Database.Statement<unknown[]>;
}

/**
 * Appends facts and keeps each row of the transaction at hand for the commit's hash, so that the chain costs no
 * second read. Statements are prepared once and bound by position.
 */
export class FactInserts {
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, PreparedInsert>();
  /** Rows of the running transaction, by the table's place in the registry. */
  readonly #rows: CanonicalRow[][] = Object.keys(FACT_TABLES).map(() => []);

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Appends one fact to the commit and returns its id. Throws when a column is missing or of another type. */
  insert(table: FactTable, seq: number, row: Readonly<Record<string, unknown>>): number {
    const insert = this.#prepared.get(table) ?? this.#prepare(table);
    const { columns, types } = insert;
    const bound: Bound = new Array(columns.length + 1);
    bound[0] = seq;
    for (let index = 0; index < columns.length; index++) {
      bound[index + 1] = requireColumn(table, columns[index]!, types[index]!, row[columns[index]!]);
    }
    const id = Number(insert.statement.run(bound).lastInsertRowid);
    bound[0] = id;
    this.#rows[insert.index]!.push(bound);
    return id;
  }

  /** The rows of the running transaction in the table at this place of the registry. */
  rowsOf = (index: number): readonly CanonicalRow[] | undefined => this.#rows[index];

  has(table: FactTable): boolean {
    const insert = this.#prepared.get(table);
    return insert !== undefined && this.#rows[insert.index]!.length > 0;
  }

  forget(): void {
    for (const rows of this.#rows) if (rows.length > 0) rows.length = 0;
  }

  #prepare(table: FactTable): PreparedInsert {
    const definition = FACT_TABLES[table];
    if (definition === undefined) throw new Error(`no such fact table: ${String(table)}`);
    const columns = Object.keys(definition.columns);
    const places = columns.map(() => ', ?').join('');
    const prepared = {
      index: Object.keys(FACT_TABLES).indexOf(table),
      columns,
      types: Object.values(definition.columns),
      statement: this.#database.prepare<unknown[]>(
        `INSERT INTO ${table} (commit_seq, ${columns.join(', ')}) VALUES (?${places})`,
      ),
    };
    this.#prepared.set(table, prepared);
    return prepared;
  }
}

/** Checked here and not only by STRICT: what is hashed must be exactly what is stored. */
function requireColumn(table: string, column: string, type: string, value: unknown) {
  switch (type) {
    case 'integer':
      if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
      break;
    case 'text':
      if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed();
      break;
    case 'integer?':
      if (value === null || (typeof value === 'number' && Number.isSafeInteger(value))) return value;
      break;
    case 'text?':
      if (value === null) return value;
      if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed();
      break;
    case 'blob':
      if (value instanceof Uint8Array) return value;
      break;
  }
  throw new TypeError(
    `${table}.${column} needs ${type}, got ${value === undefined ? 'nothing' : typeof value}`,
  );
}
