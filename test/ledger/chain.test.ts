import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { CanonicalEncoding } from '../../electron/ledger/canonical-encoding.ts';
import { walkChain } from '../../electron/ledger/chain-walk.ts';
import { genesisHash } from '../../electron/ledger/commit-chain.ts';
import { readLedgerId } from '../../electron/ledger/migrate.ts';
import { FACT_TABLES } from '../../electron/ledger/tables.ts';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { FACT_NAMES, fillEveryTable } from '../support/full-ledger.ts';
import { filledLedgerFile } from '../support/ledger-fixture.ts';

async function chainProblems(path: string): Promise<string[]> {
  const report = await verifyFile(path);
  return report.problems.filter(({ check }) => check === 'chain').map(({ words }) => words.en);
}

/** The chain walked alone, as the open and the verification do: a whole verification for each column would take minutes. */
function faultsOf(database: Database.Database): [number, string][] {
  const from = { seq: 0, hash: genesisHash(readLedgerId(database)) };
  return [...walkChain(database, from)].flatMap(({ seq, fault }): [number, string][] =>
    fault === undefined ? [] : [[seq, fault]],
  );
}

const everyTableFile = filledLedgerFile(fillEveryTable);

/** A ledger file with its guards gone, as someone who can write the file would make it. */
async function openUnguarded() {
  const path = await everyTableFile();
  expect(await chainProblems(path)).toEqual([]);
  const raw = new Database(path);
  raw.pragma('foreign_keys = OFF');
  raw.pragma('ignore_check_constraints = ON');
  for (const name of raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all()) {
    raw.exec(`DROP TRIGGER ${name}`);
  }
  return { path, raw };
}

test('a change of any column of any fact table breaks the chain at its commit', async () => {
  const { path, raw } = await openUnguarded();
  for (const table of FACT_NAMES) {
    for (const [column, type] of Object.entries(FACT_TABLES[table].columns)) {
      const row = raw.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} LIMIT 1`).get()!;
      const change = raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`);
      const other = type.startsWith('integer')
        ? Number(row[column] ?? 0) + 1
        : `${String(row[column] ?? '')}!`;
      change.run(type === 'blob' ? Buffer.from(other as string) : other, row.id);
      expect(faultsOf(raw), `${table}.${column}`).toEqual([[row.commit_seq, 'wrong-hash']]);
      change.run(row[column], row.id);
    }
  }
  expect(await chainProblems(path)).toEqual([]);
}, 60_000);

test.each([
  ['a fact removed', 'DELETE FROM journal_line WHERE id = 1', 'wrong-hash'],
  ['a fact renumbered', 'UPDATE journal_line SET id = 77 WHERE id = 1', 'wrong-hash'],
  ['two facts exchanged', 'UPDATE journal_line SET amount_minor = -amount_minor', 'wrong-hash'],
  ['a fact moved to another commit', 'UPDATE audit_event SET commit_seq = 1', 'wrong-hash'],
  ['a fact of no commit', "INSERT INTO audit_event VALUES (99, 99, 'x', NULL, NULL, '', '')", 'stray-fact'],
  [
    'the time of a commit changed',
    "UPDATE ledger_commit SET at = '2030-01-01T00:00:00.000Z' WHERE seq = 2",
    'wrong-hash',
  ],
  ['a commit removed', 'DELETE FROM ledger_commit WHERE seq = 2', 'missing-commit'],
  ['a seal removed', 'DELETE FROM ledger_seal WHERE seq = 2', 'missing-seal'],
  ['a hash replaced', 'UPDATE ledger_seal SET hash = randomblob(32) WHERE seq = 2', 'wrong-hash'],
  ['a link replaced', 'UPDATE ledger_seal SET previous_hash = randomblob(32) WHERE seq = 2', 'wrong-link'],
])('%s is found', async (_name, sql, fault) => {
  const { path, raw } = await openUnguarded();
  raw.exec(sql);
  expect((await chainProblems(path)).join()).toContain(fault);
});

test('no two different rows give the same bytes', () => {
  const encode = (values: (string | number | Uint8Array | null)[]) => {
    const encoding = new CanonicalEncoding();
    for (const value of values) encoding.value(value);
    return encoding.bytes().toString('hex');
  };
  const rows = [
    ['ab', 'c'],
    ['a', 'bc'],
    ['abc'],
    ['', 'abc'],
    [null],
    [''],
    [0],
    ['0'],
    [new Uint8Array(0)],
    [1, 2],
    [12],
  ];
  expect(new Set(rows.map(encode)).size).toBe(rows.length);
  expect(encode([-1])).toBe('49ffffffffffffffff');
  expect(encode([2 ** 53 - 1])).toBe('49001fffffffffffff');
  expect(encode([-(2 ** 32) - 1])).toBe('49fffffffeffffffff');
  expect(encode(['é'.repeat(40_000)]).length / 2).toBe(5 + 80_000);
});
