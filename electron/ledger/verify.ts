import Database from 'better-sqlite3';
import { walkChain } from './chain-walk.ts';
import { CHAINED_TABLES, genesisHash } from './commit-chain.ts';
import { connectReader } from './connection.ts';
import { type HeadRecord, readHeadFile } from './head-file.ts';
import { LedgerRefused } from './ledger-refused.ts';
import { APPLICATION_ID, MIGRATIONS, readLedgerId, requireSchema } from './migrate.ts';
import { checkMoney } from './verify-money.ts';
import { checkProcesses } from './verify-process.ts';
import type { VerifyProblem, VerifyReport } from './verify-report.ts';
import { checkSeries } from './verify-series.ts';
import { readChainHead } from './writer.ts';

/** A damaged ledger can have a problem per row; the first of each check tell enough. */
const MOST_PROBLEMS = 50;

/**
 * Checks a whole ledger and says what is wrong in words: file, schema, references, chain, head file, entries,
 * balances, allocations, series, drawers, process rows. Seconds for a large ledger: a running service checks its
 * file apart (verify-apart.ts). The connection should hold one snapshot. `known` is undefined for a copy, which has
 * no head file.
 */
export function verifyDatabase(database: Database.Database, known: HeadRecord | undefined): VerifyReport {
  const problems: VerifyProblem[] = [];
  const notes: VerifyProblem[] = [];
  const report = (check: string, fr: string, en: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ check, words: { fr, en } });
  };
  const note = (check: string, fr: string, en: string) => notes.push({ check, words: { fr, en } });

  const tally = { commits: 0, facts: 0 };
  const tables: Record<string, number> = {};
  const head = { seq: 0, hash: '' };
  for (const check of [
    () => checkFile(database, report),
    () => checkChain(database, report, tally),
    () => checkHead(database, known, report, note),
    () => checkMoney(database, report),
    () => checkSeries(database, report, note),
    () => checkProcesses(database, report),
    () => countTables(database, tables, head),
  ]) {
    try {
      check();
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      report('integrity', `Fichier illisible : ${error.message}.`, `Unreadable file: ${error.message}.`);
    }
  }
  return {
    ok: problems.length === 0,
    counts: { ...tally, journalEntries: tables.journal_entry ?? 0, tables },
    problems,
    notes,
    headSeq: head.seq,
    headHash: head.hash,
  };
}

function countTables(
  database: Database.Database,
  tables: Record<string, number>,
  head: { seq: number; hash: string },
): void {
  const last = readChainHead(database);
  head.seq = last.seq;
  head.hash = last.hash.toString('hex');
  for (const { name } of CHAINED_TABLES) {
    tables[name] = database.prepare<[], number>(`SELECT count(*) FROM ${name}`).pluck().get() ?? 0;
  }
}

/** Checks any ledger file or backup, read-only, beside a running service if there is one (settled.md 43). */
export async function verifyFile(path: string): Promise<VerifyReport> {
  const database = connectReader(path);
  try {
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new LedgerRefused('not-a-ledger');
    }
    const head = readHeadFile(`${path}.head`, readLedgerId(database));
    database.exec('BEGIN');
    return verifyDatabase(database, head);
  } finally {
    database.close();
  }
}

/** Commits of a ledger file or backup, without checking it. */
export function countCommits(path: string): number {
  const database = connectReader(path);
  try {
    return readChainHead(database).seq;
  } finally {
    database.close();
  }
}

/** Adds one problem, or one note, in both languages. */
export type Report = (check: string, fr: string, en: string) => void;

function checkFile(database: Database.Database, report: Report): void {
  const tables = database
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all();
  for (const table of tables) {
    const found = database.pragma(`integrity_check('${table}')`, { simple: true });
    if (found !== 'ok') report('integrity', `Fichier endommagé : ${found}`, `Damaged file: ${found}`);
  }
  try {
    requireSchema(database, MIGRATIONS);
  } catch {
    report(
      'schema',
      'Les tables ou les protections ont été modifiées hors de Guichet.',
      'Tables or protections were changed outside Guichet.',
    );
  }
  const broken = database.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  for (const { table, rowid, parent } of broken) {
    report(
      'orphan',
      `${table} ${rowid} renvoie à une ligne de ${parent} qui n'existe pas.`,
      `${table} ${rowid} refers to a row of ${parent} that does not exist.`,
    );
  }
}

function checkChain(
  database: Database.Database,
  report: Report,
  tally: { commits: number; facts: number },
): void {
  const from = { seq: 0, hash: genesisHash(readLedgerId(database)) };
  for (const step of walkChain(database, from)) {
    tally.commits += step.fault === 'stray-fact' ? 0 : 1;
    tally.facts += step.facts;
    if (step.fault !== undefined) {
      report(
        'chain',
        `Chaîne rompue à l'écriture ${step.seq} (${step.fault}).`,
        `The chain is broken at commit ${step.seq} (${step.fault}).`,
      );
    }
  }
  const wrong = database
    .prepare<[], number>(
      `SELECT chain_checkpoint.seq FROM chain_checkpoint LEFT JOIN ledger_seal USING (seq)
       WHERE ledger_seal.hash IS NOT chain_checkpoint.hash`,
    )
    .pluck()
    .all();
  for (const seq of wrong) {
    report('chain', `Le point de contrôle ${seq} ne correspond pas.`, `Checkpoint ${seq} does not match.`);
  }
}

function checkHead(
  database: Database.Database,
  head: HeadRecord | undefined,
  report: Report,
  note: Report,
): void {
  if (head === undefined) return;
  const last = readChainHead(database);
  if (head.seq > last.seq) {
    const missing = head.seq - last.seq;
    report(
      'head',
      `${missing} écriture(s) manquent à la fin du registre.`,
      `${missing} commit(s) are missing at the end of the ledger.`,
    );
    return;
  }
  const sealed =
    head.seq === 0
      ? genesisHash(readLedgerId(database))
      : database
          .prepare<[number], Buffer>('SELECT hash FROM ledger_seal WHERE seq = ?')
          .pluck()
          .get(head.seq);
  if (!sealed?.equals(head.hash)) {
    report(
      'head',
      `Le fichier témoin contredit l'écriture ${head.seq}.`,
      `The head file contradicts commit ${head.seq}.`,
    );
  } else if (head.seq < last.seq) {
    note(
      'head',
      `Le registre a ${last.seq - head.seq} écriture(s) de plus que le fichier témoin.`,
      `The ledger has ${last.seq - head.seq} commit(s) more than the head file.`,
    );
  }
}
