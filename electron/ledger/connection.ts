import Database from 'better-sqlite3';
import { LedgerRefused } from './ledger-refused.ts';

/** Long enough for another reader's checkpoint, short enough to tell a person that the file is in use. */
const BUSY_WAIT_MS = 1_000;

/** First SQLite without the WAL-reset bug (reliability.md §1.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;

type Setting = readonly [name: string, set: string, readBack: string | number];

/**
 * Set at every open and read back: this build falls back to synchronous=NORMAL on every later open of a WAL file
 * (reliability.md §0.3). secure_delete because clients may ask to be forgotten.
 */
const SETTINGS: readonly Setting[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['secure_delete', 'ON', 1],
  ['busy_timeout', String(BUSY_WAIT_MS), BUSY_WAIT_MS],
];

/** Settings that mean nothing to a ledger kept in memory. */
const FILE_ONLY: ReadonlySet<string> = new Set(['journal_mode', 'mmap_size']);

/** Refuses `sqlite-version` when the SQLite in use is older than the first safe one. */
export function requireSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (!(part >= least)) throw new LedgerRefused('sqlite-version', version);
  }
}

/** Refuses `setting` when the connection does not have one of the safety settings. */
export function requireSettings(database: Database.Database): void {
  for (const [name, , wanted] of SETTINGS) {
    if (database.memory && FILE_ONLY.has(name)) continue;
    const found: unknown = database.pragma(name, { simple: true }) ?? 0;
    if (found !== wanted) throw new LedgerRefused('setting', `${name} = ${String(found)}`);
  }
}

/** Page cache of a connection, in KiB: the upper pages of every index of a large ledger stay in memory. */
const CACHE_KIB = 32_768;

/** Makes a connection safe to write with, and proves it. */
export function secureConnection(database: Database.Database): void {
  requireSqliteVersion(database.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '');
  for (const [name, value] of SETTINGS) {
    if (!(database.memory && FILE_ONLY.has(name))) database.pragma(`${name} = ${value}`);
  }
  database.pragma(`cache_size = -${CACHE_KIB}`);
  requireSettings(database);
}

/** Opens a ledger file to write; the caller has the writer lock. */
export function connectWriter(path: string): Database.Database {
  const database = new Database(path, { timeout: BUSY_WAIT_MS });
  try {
    secureConnection(database);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') {
      throw new LedgerRefused('not-a-ledger');
    }
    throw error;
  }
}

/** Opens a ledger file to read only; safe beside a running writer. */
export function connectReader(path: string): Database.Database {
  const database = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_WAIT_MS });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('query_only = ON');
  database.pragma(`cache_size = -${CACHE_KIB}`);
  return database;
}
