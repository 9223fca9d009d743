import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { PROCESS_EDGES } from '../../electron/ledger/process-states.ts';
import { FACT_TABLES, PROCESS_TABLES, type ProcessTable } from '../../electron/ledger/tables.ts';
import { FACT_NAMES, fillEveryTable } from '../support/full-ledger.ts';
import { openTestLedger, testFolder } from '../support/ledger-fixture.ts';

/** A file with a row in every table, open in another program that sets nothing: no recursive triggers, no keys. */
async function openElsewhere(): Promise<Database.Database> {
  const path = `${testFolder()}/a.ledger`;
  const ledger = await openTestLedger({ path });
  await fillEveryTable(ledger);
  await ledger.close();
  const other = new Database(path);
  other.pragma('foreign_keys = OFF');
  expect(other.pragma('recursive_triggers', { simple: true })).toBe(0);
  return other;
}

/** The statement that inserts the first row of the table again, with some columns replaced. */
function insertAgain(
  database: Database.Database,
  table: string,
  verb: string,
  changes: Record<string, string>,
) {
  const columns = database
    .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`)
    .pluck()
    .all();
  const values = columns.map((column) => changes[column] ?? column);
  return `${verb} INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table} ORDER BY id LIMIT 1`;
}

test('no tool can update, delete or replace a fact, whatever its settings', async () => {
  const other = await openElsewhere();
  const before = FACT_NAMES.map((table) => other.prepare(`SELECT * FROM ${table}`).all());
  const newSeq = '(SELECT max(seq) + 1 FROM ledger_commit)';
  for (const table of FACT_NAMES) {
    const column = Object.keys(FACT_TABLES[table].columns)[0]!;
    const attempts = [
      `UPDATE ${table} SET ${column} = ${column}`,
      `UPDATE OR REPLACE ${table} SET id = id + 1`,
      `DELETE FROM ${table}`,
      insertAgain(other, table, 'INSERT OR REPLACE', { commit_seq: newSeq }),
      insertAgain(other, table, 'REPLACE', { id: 'id', commit_seq: newSeq }),
      ...FACT_TABLES[table].unique
        .filter((key) => !key.includes('attempt_id' as never))
        .map(() => insertAgain(other, table, 'INSERT OR REPLACE', { id: 'NULL', commit_seq: newSeq })),
    ];
    for (const sql of attempts) expect(() => other.exec(sql), sql).toThrow(/append-only|sealed|would pass/);
  }
  expect(FACT_NAMES.map((table) => other.prepare(`SELECT * FROM ${table}`).all())).toEqual(before);
});

test('a fact without a commit, or in a sealed one, is refused', async () => {
  const other = await openElsewhere();
  other.pragma('foreign_keys = ON');
  const again = (commitSeq: string) =>
    insertAgain(other, 'audit_event', 'INSERT', { id: 'NULL', commit_seq: commitSeq });
  expect(() => other.exec(again('1'))).toThrow('sealed');
  expect(() => other.exec(again('9999'))).toThrow('FOREIGN KEY');
  other.exec('BEGIN');
  other.exec("INSERT INTO ledger_commit (seq, at) VALUES (9999, '')");
  other.exec(again('9999'));
  expect(() => other.exec('COMMIT')).toThrow('FOREIGN KEY');
});

test.each(['ledger_commit', 'ledger_seal', 'ledger_meta'])('%s is never rewritten', async (table) => {
  const other = await openElsewhere();
  const key = table === 'ledger_meta' ? 'id' : 'seq';
  expect(() => other.exec(`DELETE FROM ${table}`)).toThrow();
  expect(() => other.exec(`UPDATE ${table} SET ${key} = ${key}`)).toThrow();
  expect(() => other.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toThrow();
});

test('a process row moves along its edges only, and nothing else of it changes', async () => {
  const other = await openElsewhere();
  for (const table of Object.keys(PROCESS_TABLES) as ProcessTable[]) {
    const row = other.prepare<[], { id: number; state: string }>(`SELECT * FROM ${table} LIMIT 1`).get()!;
    const edges = PROCESS_EDGES[table] as Record<string, readonly string[]>;
    const illegal = Object.keys(edges).filter((state) => !edges[row.state]!.includes(state));
    const attempts = [
      `DELETE FROM ${table}`,
      insertAgain(other, table, 'INSERT OR REPLACE', {}),
      ...illegal.map((state) => `UPDATE ${table} SET state = '${state}' WHERE id = ${row.id}`),
      ...['id', ...Object.keys(PROCESS_TABLES[table].columns)].map(
        (column) =>
          `UPDATE ${table} SET ${column} = 77, state = '${edges[row.state]![0]}' WHERE id = ${row.id}`,
      ),
      insertAgain(other, table, 'INSERT', { id: 'NULL', state: `'${Object.keys(edges)[1]}'` }),
    ];
    for (const sql of attempts)
      expect(() => other.exec(sql), sql).toThrow(/moves|move of|never|exists|begins as|would pass/);
    expect(other.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(row.id)).toEqual(row);
  }
});

test.each([
  ['till_session', { id: 'NULL' }],
  ['attempt', { id: 'NULL' }],
  ['attempt', { id: 'NULL', refund_id: '77' }],
  ['hold', { id: 'NULL' }],
] as const)(
  'INSERT OR REPLACE does not push out an open %s through another key %o',
  async (table, changes) => {
    const other = await openElsewhere();
    const before = other.prepare(`SELECT * FROM ${table}`).all();
    expect(() => other.exec(insertAgain(other, table, 'INSERT OR REPLACE', changes))).toThrow(
      /this key exists|would pass/,
    );
    expect(other.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
  },
);

test('a number series only grows and is never removed', async () => {
  const other = await openElsewhere();
  expect(() => other.exec('UPDATE number_series SET next = next - 1')).toThrow('only grows');
  expect(() => other.exec('DELETE FROM number_series')).toThrow('never deleted');
});
