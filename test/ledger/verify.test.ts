import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { filledLedgerFile, openTestLedger, testFolder, writeCommits } from '../support/ledger-fixture.ts';
import { writeSmallDay } from '../support/small-day.ts';

const smallDayFile = filledLedgerFile(writeSmallDay);

/** Changes a ledger file as someone who can write it would, guards off. */
function tamper(path: string, sql: string): void {
  const raw = new Database(path);
  raw.pragma('foreign_keys = OFF');
  raw.pragma('ignore_check_constraints = ON');
  for (const name of raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all()) {
    raw.exec(`DROP TRIGGER ${name}`);
  }
  raw.exec(sql);
  raw.close();
}

test.each(['memory', 'file'])('a whole day verifies, running (%s)', async (kind) => {
  const ledger = await openTestLedger({ path: kind === 'memory' ? ':memory:' : `${testFolder()}/a.ledger` });
  await writeSmallDay(ledger);
  const report = await ledger.verify();
  expect(report.problems).toEqual([]);
  expect(report).toMatchObject({ ok: true, counts: { commits: 8, journalEntries: 9 }, headSeq: 8 });
  expect(report.headHash).toBe(ledger.status().headHash);
});

test('a closed file verifies too', async () => {
  expect(await verifyFile(await smallDayFile())).toMatchObject({ ok: true, problems: [], notes: [] });
});

/** What is changed, and the check that must name it, in the words it uses. */
const DAMAGE: readonly [sql: string, check: string, words: string][] = [
  [
    'UPDATE journal_line SET amount_minor = amount_minor + 1 WHERE id = 1',
    'entry-balance',
    'Journal entry 1 does not sum to zero: 1.',
  ],
  ['DELETE FROM journal_line WHERE entry_id = 1', 'entry-empty', 'Journal entry 1 has no line.'],
  [
    'UPDATE journal_line SET commit_seq = 2 WHERE id = 1',
    'entry-commit',
    'Journal line 1 was not written with its entry.',
  ],
  [
    'UPDATE journal_line SET client_id = 2 WHERE id = 3',
    'client-balance',
    'Client 2: documents and account differ',
  ],
  [
    'UPDATE credit_memo SET total_minor = 2297',
    'client-balance',
    'Client 1: documents and account differ by 1.',
  ],
  [
    `INSERT INTO statement VALUES (1, 8, 'RC-000001', 1, 'simple', '2000-01-01', '9999-12-31', 0, 5, 'fr', '', 1, '2000-01-01', '')`,
    'statement-balance',
    'Statement 1: its closing balance and the account differ by 5.',
  ],
  [
    `INSERT INTO statement VALUES (1, 8, 'RC-000001', 1, 'simple', '2000-01-01', '9999-12-31', -7, 0, 'fr', '', 1, '2000-01-01', '')`,
    'statement-balance',
    'Statement 1: its opening balance and the account differ by -7.',
  ],
  [
    `INSERT INTO discount_line SELECT 1, 8, id, 1, NULL, 'Rabais', '', NULL, '4000', 1 FROM invoice_item LIMIT 1`,
    'manual-rebate',
    'Discount line 1 is of no rule and nobody gave it.',
  ],
  [
    "UPDATE credit_memo SET kind = 'rebate' WHERE id = 1",
    'manual-rebate',
    'Credit memo 1: the rebate given differs from it by',
  ],
  [
    `INSERT INTO approval (id, state, action, intent, intent_hash, client_id, local_date, expires_at, staff_id, at, amount_minor)
      VALUES (1, 'granted', 'invoice', '{}', 'a', 1, '', '', 1, '', 5);
    INSERT INTO invoice_override SELECT 1, 8, id, NULL, 'unpaid-balance', 'r', 5, 1, 1, '' FROM invoice LIMIT 1`,
    'approval-use',
    'Approval 1 served without being granted by another person.',
  ],
  [
    "UPDATE journal_entry SET document_id = 9 WHERE kind = 'invoice'",
    'document-unposted',
    'invoice 1 has no journal entry.',
  ],
  [
    "UPDATE journal_entry SET document_id = 9 WHERE kind = 'refund'",
    'document-unposted',
    'Refund 1 is done but has no journal entry.',
  ],
  [
    "UPDATE journal_entry SET document_id = 9 WHERE kind = 'payment-void'",
    'entry-orphan',
    'names a document (payment_void) that does not exist.',
  ],
  [
    "UPDATE allocation SET amount_minor = 2299 WHERE cause = 'sale'",
    'payment-allocation',
    'Payment 1: allocated beyond its amount (1).',
  ],
  [
    "UPDATE allocation SET amount_minor = 2299 WHERE cause = 'sale'",
    'item-allocation',
    'Item 1: paid beyond its total (1).',
  ],
  [
    'UPDATE allocation SET payment_id = 2 WHERE payment_id = 1',
    'payment-allocation',
    'Payment 2: allocated beyond its amount',
  ],
  [
    "UPDATE allocation SET amount_minor = 2299 WHERE cause = 'refund'",
    'memo-allocation',
    'Credit memo 1: allocated beyond its amount (1).',
  ],
  ['UPDATE credit_memo_line SET gst_minor = 101', 'item-credit', 'Item 1: credited beyond what was invoiced'],
  [
    'UPDATE refund_outcome_line SET amount_minor = 2300',
    'refund-cap',
    'Payment 1: refunded beyond its amount (2).',
  ],
  [
    `INSERT INTO planned_payment VALUES (1, 'planned', 1, 2, '2026-04-01', 99999, 'at-desk', NULL, 1, '')`,
    'item-plan',
    'Item 1: its planned payments (99999) pass what it owes.',
  ],
  [
    `INSERT INTO planned_payment VALUES (1, 'planned', 1, 2, '2026-04-01', 99999, 'at-desk', NULL, 1, '')`,
    'plan-account',
    'Planned payment 1 is on another account than its item.',
  ],
  ['UPDATE payment_void SET payment_id = 1', 'refund-cap', 'Payment 1: refunded beyond its amount'],
  ["UPDATE hold SET state = 'held'", 'hold-outcome', 'Hold 1 is still held for a refund that is done.'],
  [
    'DELETE FROM allocation WHERE refund_id IS NOT NULL',
    'refund-links',
    'Refund 1: what went out and what its',
  ],
  ['UPDATE refund_line SET amount_minor = 1', 'refund-asked', 'Refund 1: a line gave 2297 more than asked'],
  ['UPDATE refund_line SET origin_payment_id = 2', 'refund-asked', 'Refund 1: a line gave 0 more than asked'],
  [
    'UPDATE invoice_item SET total_minor = 2297',
    'document-total',
    'invoice 1: its lines differ from its total by -1.',
  ],
  [
    'DELETE FROM credit_memo_line',
    'document-total',
    'credit_memo 1: its lines differ from its total by -2298.',
  ],
  ['UPDATE refund_line SET amount_minor = 1', 'document-total', 'refund 1: its lines differ'],
  ['UPDATE refund_outcome_line SET amount_minor = 1', 'document-total', 'refund_outcome 1: its lines differ'],
  [
    "UPDATE drawer_event SET amount_minor = 2600 WHERE kind = 'CASH_IN'",
    'drawer',
    'Till session 1: drawer and account differ by 100.',
  ],
  [
    "UPDATE journal_entry SET till_session_id = NULL WHERE kind = 'float'",
    'drawer',
    'Till session ?: drawer and account differ',
  ],
  [
    "UPDATE journal_line SET account = 'bank' WHERE account = 'cash:1' AND amount_minor = -19975",
    'drawer-closed',
    'closed with 19975',
  ],
  [
    'UPDATE till_count SET total_minor = 20000',
    'drawer-count',
    'Till session 1: the last count differs from the movements by 25.',
  ],
  [
    "UPDATE number_series SET next = 9 WHERE series = 'F'",
    'series',
    'Series F ends at 1, but its next number is 9.',
  ],
  [
    "UPDATE payment SET number = 'R-000003' WHERE id = 2",
    'series',
    'Gap or duplicate between R-000001 and R-000003.',
  ],
  ["UPDATE credit_memo SET number = 'X-1'", 'series', 'credit_memo: number "X-1" is of no series.'],
  ['UPDATE z_report SET number = 2', 'series', 'Gap or duplicate between 0 and Z-1-0002.'],
  ['DELETE FROM refund_outcome', 'series', 'Series RB ends at 0, but its next number is 2.'],
  [
    "UPDATE attempt SET state = 'declined'",
    'process',
    'attempt 1 (declined) does not match its events (approved).',
  ],
  [
    'UPDATE attempt SET amount_minor = 1',
    'process',
    'attempt 1 (approved) does not match its events (approved).',
  ],
  ['DELETE FROM hold', 'process', 'hold 1 is gone.'],
  [
    'INSERT INTO sale SELECT 2, state, client_id, kind, cart, till_session_id, staff_id, at FROM sale',
    'process',
    'sale 2 (open) does not match its events (-).',
  ],
  ["DELETE FROM process_event WHERE to_state = 'sent'", 'process', 'attempt 1: illegal move to "approved".'],
  ['DELETE FROM product', 'orphan', 'refers to a row of product that does not exist.'],
];

test.each(DAMAGE)('%s: %s', async (sql, check, words) => {
  const path = await smallDayFile();
  tamper(path, sql);
  const report = await verifyFile(path);
  expect(report.ok).toBe(false);
  const found = report.problems.filter((problem) => problem.check === check);
  expect(found.map((problem) => problem.words.en).join('\n')).toContain(words);
  for (const problem of report.problems) expect(problem.words.fr).not.toMatch(/[{}]/);
});

test('a dropped guard is found even when nothing else changed', async () => {
  const path = await smallDayFile();
  tamper(path, '');
  expect((await verifyFile(path)).problems.map(({ check }) => check)).toEqual(['schema']);
});

test('closing stops a check that is running, and waits until it has let the file go', async () => {
  const ledger = await openTestLedger({ path: `${testFolder()}/a.ledger` });
  await writeCommits(ledger, 600);
  const check = ledger.verify();
  const outcome = check.then(
    () => 'done',
    (error: Error) => error.message,
  );
  await ledger.close();
  expect(['done', 'this ledger is closed', 'the check was stopped before its end']).toContain(await outcome);
  await expect(ledger.verify()).rejects.toThrow('closed');
});

test('a page overwritten with noise is found', async () => {
  const path = await smallDayFile();
  const bytes = readFileSync(path);
  bytes.fill(0x5a, 40 * 4096, 41 * 4096);
  writeFileSync(path, bytes);
  const outcome = await verifyFile(path).then(
    (report) => report.ok,
    () => false,
  );
  expect(outcome).toBe(false);
});

const program = fileURLToPath(new URL('../../electron/ledger/verify-file.ts', import.meta.url));
const runVerify = (...paths: string[]) => {
  const run = spawnSync(process.execPath, [program, ...paths], { encoding: 'utf8' });
  return { code: run.status, out: run.stdout + run.stderr };
};

test('npm run verify prints the counts and says OK, also while the ledger is open', async () => {
  const path = `${testFolder()}/a.ledger`;
  const ledger = await openTestLedger({ path });
  await writeSmallDay(ledger);
  const { code, out } = runVerify(path);
  expect(out).toContain('commits 8,');
  expect(out).toContain('OK: the ledger verifies.');
  expect(code).toBe(0);
  await ledger.write((db) =>
    db.insert('audit_event', { kind: 'x', staff_id: null, subject: null, detail: '', at: db.at }),
  );
});

test('npm run verify says each problem in words and fails', async () => {
  const path = await smallDayFile();
  tamper(path, 'UPDATE till_count SET total_minor = 20000');
  const { code, out } = runVerify(path);
  expect(out).toContain(
    'PROBLEM (drawer-count): Till session 1: the last count differs from the movements by 25.',
  );
  expect(code).toBe(1);
});

test.each([
  ['nothing', [], 2, 'usage'],
  ['a file that is not there', ['/nowhere/a.ledger'], 1, 'no such file'],
  ['a file that is no ledger', [program], 1, 'not a ledger'],
])('npm run verify given %s', (_name, paths, expected, words) => {
  const { code, out } = runVerify(...paths);
  expect(out).toContain(words);
  expect(code).toBe(expected);
});
