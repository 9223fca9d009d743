import { hash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { secureConnection } from './connection.ts';
import { LedgerRefused } from './ledger-refused.ts';
import { foundation } from './migrations/0001-foundation.ts';
import { integratedTerminals } from './migrations/0002-integrated-terminals.ts';
import { approvals } from './migrations/0003-approvals.ts';
import { till } from './migrations/0005-till.ts';
import { discounts } from './migrations/0007-discounts.ts';
import { reconciliation } from './migrations/0008-reconciliation.ts';
import { printing } from './migrations/0011-printing.ts';
import { statements } from './migrations/0013-statements.ts';
import { terminalNames } from './migrations/0017-terminal-names.ts';
import { customItems } from './migrations/0020-custom-items.ts';
import { rebatesAndOverrides } from './migrations/0021-rebates-and-overrides.ts';
import { paymentRule } from './migrations/0022-payment-rule.ts';
import { cancellation } from './migrations/0023-cancellation.ts';
import { instalments } from './migrations/0026-instalments.ts';
import { bulk } from './migrations/0027-bulk.ts';
import { replacements } from './migrations/0028-replacements.ts';
import { batchSlips } from './migrations/0029-batch-slips.ts';
import { paper } from './migrations/0031-paper.ts';
import { gateway } from './migrations/0033-gateway.ts';
import { plannedCharges } from './migrations/0034-planned-charges.ts';
import { worklist } from './migrations/0036-worklist.ts';
import { reports } from './migrations/0039-reports.ts';
import { fiscalYear } from './migrations/0040-fiscal-year.ts';
import { takeBack } from './migrations/0047-take-back.ts';
import { refundParts } from './migrations/0050-refund-parts.ts';
import { refundExcess } from './migrations/0051-refund-excess.ts';
import { moneyWherePaper } from './migrations/0052-money-where-paper.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Every migration in order; a published one never changes, its checksum is in the file it was applied to. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  integratedTerminals,
  approvals,
  till,
  discounts,
  reconciliation,
  printing,
  statements,
  terminalNames,
  customItems,
  rebatesAndOverrides,
  paymentRule,
  cancellation,
  instalments,
  bulk,
  replacements,
  batchSlips,
  paper,
  gateway,
  plannedCharges,
  worklist,
  reports,
  fiscalYear,
  takeBack,
  refundParts,
  refundExcess,
  moneyWherePaper,
];

/** "Guic": marks a SQLite file as a Guichet ledger. */
export const APPLICATION_ID = 0x47756963;

const bookkeeping = `
CREATE TABLE ledger_meta (id INTEGER PRIMARY KEY CHECK (id = 1), ledger_id BLOB NOT NULL CHECK (length(ledger_id) = 16),
  created_at TEXT NOT NULL) STRICT;
CREATE TRIGGER ledger_meta_never_updated BEFORE UPDATE ON ledger_meta BEGIN SELECT RAISE(ABORT, 'ledger_meta never changes'); END;
CREATE TRIGGER ledger_meta_never_deleted BEFORE DELETE ON ledger_meta BEGIN SELECT RAISE(ABORT, 'ledger_meta never changes'); END;
CREATE TRIGGER ledger_meta_never_replaced BEFORE INSERT ON ledger_meta WHEN EXISTS (SELECT 1 FROM ledger_meta)
BEGIN SELECT RAISE(ABORT, 'ledger_meta never changes'); END;
CREATE TABLE schema_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, at TEXT NOT NULL) STRICT;
`;

const checksumOf = (migration: Migration) => hash('sha256', `${migration.name}\n${migration.sql}`);

/** An empty ledger's bytes and the hash of its schema. */
interface Blank {
  readonly bytes: Buffer;
  readonly schemaHash: string;
}
const blanks = new WeakMap<readonly Migration[], Blank>();

/** What these migrations make of an empty file; built once per process. */
export function blankLedger(migrations: readonly Migration[]): Blank {
  const known = blanks.get(migrations);
  if (known !== undefined) return known;
  const database = new Database(':memory:');
  applyTo(database, migrations, 'never');
  database.exec('DELETE FROM schema_migration');
  const blank = { bytes: database.serialize(), schemaHash: schemaHashOf(database) };
  database.close();
  blanks.set(migrations, blank);
  return blank;
}

/** SHA-256 over the text of every table, index, trigger and view of the file. */
export function schemaHashOf(database: Database.Database): string {
  const rows = database
    .prepare<[], [string, string, string, string | null]>(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name`,
    )
    .raw()
    .all();
  return hash('sha256', JSON.stringify(rows));
}

/** Refuses `schema-changed` when a table, index or guard is not exactly what the migrations made. */
export function requireSchema(database: Database.Database, migrations: readonly Migration[]): void {
  if (schemaHashOf(database) !== blankLedger(migrations).schemaHash)
    throw new LedgerRefused('schema-changed');
}

/** Opens an empty ledger in memory. */
export function openBlankInMemory(migrations: readonly Migration[], at: string): Database.Database {
  const database = new Database(blankLedger(migrations).bytes);
  secureConnection(database);
  recordBirth(database, migrations, at);
  return database;
}

/**
 * Brings a file to this version in one transaction, after trying it on a copy when the file holds anything.
 * Refuses `not-a-ledger`, `newer-file`, `migration-changed`, `migration-failed`.
 */
export function migrate(database: Database.Database, migrations: readonly Migration[], at: string): void {
  const latest = migrations.at(-1)?.version ?? 0;
  const isEmpty = database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (isEmpty) {
    database.transaction(() => {
      applyTo(database, migrations, at);
      recordBirth(database, [], at);
    })();
    return;
  }
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new LedgerRefused('not-a-ledger');
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > latest) throw new LedgerRefused('newer-file', `${version} > ${latest}`);
  requireSameMigrations(database, migrations, version);
  const pending = migrations.filter((migration) => migration.version > version);
  if (pending.length === 0) return;
  tryOnCopy(database, pending, migrations, at);
  database.transaction(() => applyTo(database, pending, at))();
}

function requireSameMigrations(
  database: Database.Database,
  migrations: readonly Migration[],
  version: number,
) {
  const applied = new Map(
    database
      .prepare<[], { version: number; checksum: string }>('SELECT version, checksum FROM schema_migration')
      .all()
      .map((row) => [row.version, row.checksum]),
  );
  for (const migration of migrations) {
    if (migration.version > version) continue;
    if (applied.get(migration.version) !== checksumOf(migration)) {
      throw new LedgerRefused('migration-changed', `${migration.version} ${migration.name}`);
    }
  }
}

function tryOnCopy(
  database: Database.Database,
  pending: readonly Migration[],
  migrations: readonly Migration[],
  at: string,
): void {
  const path = `${database.name}.upgrade`;
  rmSync(path, { force: true });
  try {
    database.prepare('VACUUM INTO ?').run(path);
    const copy = new Database(path);
    try {
      copy.pragma('foreign_keys = ON');
      copy.transaction(() => applyTo(copy, pending, at))();
      const broken = copy.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`${broken.length} broken references`);
      requireSchema(copy, migrations);
    } finally {
      copy.close();
    }
  } catch (error) {
    throw new LedgerRefused('migration-failed', error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(path, { force: true });
  }
}

function applyTo(database: Database.Database, migrations: readonly Migration[], at: string): void {
  if (Number(database.pragma('user_version', { simple: true })) === 0) database.exec(bookkeeping);
  // a migration may correct a table's own text (widen-check.ts); nothing else may
  database.unsafeMode(true);
  try {
    for (const migration of migrations) {
      database.exec(migration.sql);
      recordMigration(database, migration, at);
    }
  } finally {
    database.unsafeMode(false);
  }
  database.pragma(`application_id = ${APPLICATION_ID}`);
  database.pragma(`user_version = ${migrations.at(-1)?.version ?? 0}`);
}

function recordBirth(database: Database.Database, migrations: readonly Migration[], at: string): void {
  database
    .prepare('INSERT INTO ledger_meta (id, ledger_id, created_at) VALUES (1, ?, ?)')
    .run(randomBytes(16), at);
  for (const migration of migrations) recordMigration(database, migration, at);
}

function recordMigration(database: Database.Database, migration: Migration, at: string): void {
  database
    .prepare('INSERT INTO schema_migration (version, name, checksum, at) VALUES (?, ?, ?, ?)')
    .run(migration.version, migration.name, checksumOf(migration), at);
}

/** The ledger's own identity, to which its chain and head file are bound. */
export function readLedgerId(database: Database.Database): Buffer {
  return database.prepare<[], Buffer>('SELECT ledger_id FROM ledger_meta').pluck().get()!;
}
