import type Database from 'better-sqlite3';
import { type ReadableLedger, requireSqlValues, type SqlValue, StatementCache } from './sql.ts';

/** The reading connection: each read sees one snapshot. In memory it borrows the writer's, in the writer's queue. */
export class ReadSession {
  readonly database: Database.Database;
  readonly handle: ReadableLedger;
  readonly #begin: Database.Statement<unknown[]>;
  readonly #end: Database.Statement<unknown[]>;
  #isOpen = false;

  constructor(database: Database.Database, statements = new StatementCache(database)) {
    this.database = database;
    this.#begin = database.prepare<unknown[]>('BEGIN');
    this.#end = database.prepare<unknown[]>('ROLLBACK');
    const statementOf = (strings: TemplateStringsArray, values: SqlValue[]) => {
      if (!this.#isOpen) throw new Error('this ledger read has ended');
      requireSqlValues(values);
      return statements.statement(strings, false);
    };
    this.handle = {
      all: async <Row>(strings: TemplateStringsArray, ...values: SqlValue[]) =>
        statementOf(strings, values).all(values) as Row[],
      get: async <Row>(strings: TemplateStringsArray, ...values: SqlValue[]) =>
        statementOf(strings, values).get(values) as Row | undefined,
    };
  }

  begin(): void {
    this.#begin.run();
    this.#isOpen = true;
  }

  end(): void {
    this.#isOpen = false;
    if (this.database.open && this.database.inTransaction) this.#end.run();
  }
}
