import Database from 'better-sqlite3';
import { LedgerRefused } from './ledger-refused.ts';

const WAIT_MS = 400;

/**
 * Lets one process write to a ledger: a small lock database beside it, held in BEGIN EXCLUSIVE (settled.md 43). The
 * kernel holds the lock, so it frees itself when the process dies, kill -9 included; readers are not hindered.
 * A second opener is refused within a second.
 */
export class WriterLock {
  readonly #database: Database.Database;

  private constructor(database: Database.Database) {
    this.#database = database;
  }

  static take(path: string): WriterLock {
    let database: Database.Database | undefined;
    try {
      database = new Database(path, { timeout: WAIT_MS });
      database.pragma('journal_mode = DELETE');
      database.exec('BEGIN EXCLUSIVE');
      return new WriterLock(database);
    } catch (error) {
      database?.close();
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
        throw new LedgerRefused('already-open');
      }
      throw error;
    }
  }

  release(): void {
    this.#database.close();
  }
}
