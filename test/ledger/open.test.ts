import { linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { connectWriter, requireSettings, requireSqliteVersion } from '../../electron/ledger/connection.ts';
import { type LedgerRefusalCode, LedgerRefused } from '../../electron/ledger/ledger-refused.ts';
import { MIGRATIONS, type Migration } from '../../electron/ledger/migrate.ts';
import {
  isNetworkFileSystem,
  type OpenLedgerOptions,
  openLedger,
} from '../../electron/ledger/open-ledger.ts';
import { openTestLedger, StandingClock, testFolder, writeCommits } from '../support/ledger-fixture.ts';

const options = (path: string, more: Partial<OpenLedgerOptions> = {}): OpenLedgerOptions => ({
  path,
  clock: new StandingClock(),
  timeZone: () => 'America/Toronto',
  ...more,
});

/** A closed ledger file with some commits, changed by `sql` in another program. */
async function closedLedger(commits: number, sql = ''): Promise<string> {
  const path = `${testFolder()}/a.ledger`;
  const ledger = await openLedger(options(path));
  await writeCommits(ledger, commits);
  await ledger.close();
  const raw = new Database(path);
  raw.pragma('foreign_keys = OFF');
  raw.exec(sql);
  raw.close();
  return path;
}

async function refusalOf(opening: Promise<unknown>): Promise<{ code: LedgerRefusalCode; detail: string }> {
  const error = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(LedgerRefused);
  const refused = error as LedgerRefused;
  expect(refused.words.fr.length).toBeGreaterThan(20);
  expect(refused.words.en.length).toBeGreaterThan(20);
  return refused;
}

test('every safety setting holds on the first and on every later open', async () => {
  const path = await closedLedger(1);
  for (let opening = 0; opening < 2; opening++) {
    const database = connectWriter(path);
    requireSettings(database);
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
  }
});

test.each([
  ['synchronous', 'NORMAL'],
  ['foreign_keys', 'OFF'],
  ['recursive_triggers', 'OFF'],
  ['trusted_schema', 'ON'],
  ['cell_size_check', 'OFF'],
  ['fullfsync', 'OFF'],
  ['checkpoint_fullfsync', 'OFF'],
  ['secure_delete', 'OFF'],
  ['mmap_size', '65536'],
  ['busy_timeout', '5'],
  ['journal_mode', 'DELETE'],
])('%s = %s is refused', async (name, value) => {
  const database = connectWriter(await closedLedger(0));
  database.pragma(`${name} = ${value}`);
  expect(() => requireSettings(database)).toThrow(new RegExp(`setting.*${name}`));
  database.close();
});

test.each(['3.50.9', '3.51.2', '2.99.0', '', 'x'])('SQLite %s is refused', (version) => {
  expect(() => requireSqliteVersion(version)).toThrow('sqlite-version');
});

test.each(['3.51.3', '3.54.1', '4.0.0'])('SQLite %s will do', (version) => {
  requireSqliteVersion(version);
});

test.each([
  ['a guard dropped', 'DROP TRIGGER payment_never_deleted'],
  ['an index dropped', 'DROP INDEX attempt_one_open_per_refund'],
  ['a table added', 'CREATE TABLE x (y)'],
  ['a trigger added', 'CREATE TRIGGER x AFTER INSERT ON payment BEGIN SELECT 1; END'],
])('%s: schema-changed', async (_name, sql) => {
  expect(await refusalOf(openLedger(options(await closedLedger(1, sql))))).toMatchObject({
    code: 'schema-changed',
  });
});

test('statistics gathered by the optimiser are no change of the schema', async () => {
  const ledger = await openLedger(options(await closedLedger(3, 'ANALYZE')));
  await ledger.close();
});

test.each([
  ['another SQLite file', 'PRAGMA application_id = 7'],
  ['a file without a mark', 'PRAGMA application_id = 0'],
])('%s: not-a-ledger', async (_name, sql) => {
  expect(await refusalOf(openLedger(options(await closedLedger(1, sql))))).toMatchObject({
    code: 'not-a-ledger',
  });
});

test('a file that is no database: not-a-ledger', async () => {
  const path = `${testFolder()}/a.ledger`;
  writeFileSync(path, 'bonjour '.repeat(1000));
  expect(await refusalOf(openLedger(options(path)))).toMatchObject({ code: 'not-a-ledger' });
});

test('a file of a newer version: newer-file', async () => {
  const path = await closedLedger(1, 'PRAGMA user_version = 99');
  expect(await refusalOf(openLedger(options(path)))).toMatchObject({ code: 'newer-file' });
});

test('a migration that is not the one that was applied: migration-changed', async () => {
  const path = await closedLedger(1, "UPDATE schema_migration SET checksum = 'x'");
  expect(await refusalOf(openLedger(options(path)))).toMatchObject({ code: 'migration-changed' });
});

const second: Migration = {
  version: (MIGRATIONS.at(-1)?.version ?? 0) + 1,
  name: 'remark',
  sql: 'CREATE TABLE remark (id INTEGER PRIMARY KEY) STRICT;',
};

test('a migration is applied once, and an older program then refuses the file', async () => {
  const path = await closedLedger(3);
  const migrations = [...MIGRATIONS, second];
  for (let opening = 0; opening < 2; opening++) {
    const ledger = await openLedger(options(path, { migrations }));
    expect(ledger.status().headSeq).toBe(3);
    await ledger.close();
  }
  expect(await refusalOf(openLedger(options(path)))).toMatchObject({ code: 'newer-file' });
});

test('a migration that fails on the copy leaves the ledger as it was', async () => {
  const path = await closedLedger(3);
  const before = readFileSync(path);
  const failing = { ...second, sql: `${second.sql} INSERT INTO nowhere VALUES (1);` };
  const opening = openLedger(options(path, { migrations: [...MIGRATIONS, failing] }));
  expect(await refusalOf(opening)).toMatchObject({
    code: 'migration-failed',
    detail: expect.stringContaining('nowhere'),
  });
  expect(readFileSync(path).equals(before)).toBe(true);
  await (await openLedger(options(path))).close();
});

test('a second name of the file, or a network path, is refused', async () => {
  const path = await closedLedger(1);
  linkSync(path, `${path}-twin`);
  expect(await refusalOf(openLedger(options(path)))).toMatchObject({ code: 'linked-twice' });
  expect(await refusalOf(openLedger(options('\\\\server\\share\\a.ledger')))).toMatchObject({
    code: 'network-folder',
  });
  expect([0x6969, 0xff534d42, -11317950].map(isNetworkFileSystem)).toEqual([true, true, true]);
  expect([0xef53, 0x01021994, 0x9123683e].map(isNetworkFileSystem)).toEqual([false, false, false]);
});

test('a symbolic link opens the ledger that it names, under one lock', async () => {
  const path = await closedLedger(1);
  symlinkSync(path, `${path}-link`);
  await openTestLedger({ path });
  expect(await refusalOf(openLedger(options(`${path}-link`)))).toMatchObject({ code: 'already-open' });
});

const broken = 'DROP TRIGGER audit_event_never_updated; UPDATE audit_event SET kind = kind || 1 WHERE id = ';
const mend =
  "; CREATE TRIGGER audit_event_never_updated BEFORE UPDATE ON audit_event\nBEGIN SELECT RAISE(ABORT, 'audit_event is append-only: no update'); END;";

test('a changed entry after the last checkpoint: chain-broken at open', async () => {
  const path = await closedLedger(5, `${broken}3${mend}`);
  expect(await refusalOf(openLedger(options(path)))).toMatchObject({
    code: 'chain-broken',
    detail: 'wrong-hash at commit 3',
  });
});

test('a changed entry before the last checkpoint opens, and the full check then stops money', async () => {
  const path = await closedLedger(260, `${broken}3${mend}`);
  const ledger = await openTestLedger({ path });
  expect(ledger.status().readOnly).toBe(null);
  const report = await ledger.verify();
  expect(report.problems.map(({ words }) => words.en)).toEqual([
    'The chain is broken at commit 3 (wrong-hash).',
  ]);
  expect(ledger.status().readOnly).toBe('verify-failed');
  await expect(writeCommits(ledger, 1)).rejects.toMatchObject({
    code: 'ledger-read-only',
    detail: { reason: 'verify-failed' },
  });
  await ledger.write((db) => db.run`UPDATE organisation SET name = 'x'`);
});

test('a checkpoint that the chain contradicts: chain-broken', async () => {
  const path = await closedLedger(260, 'UPDATE chain_checkpoint SET hash = randomblob(32)');
  expect(await refusalOf(openLedger(options(path)))).toMatchObject({
    code: 'chain-broken',
    detail: 'checkpoint 256',
  });
});
