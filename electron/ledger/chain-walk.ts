import type Database from 'better-sqlite3';
import { type CanonicalRow, CHAINED_TABLES, type ChainedTable, commitHash } from './commit-chain.ts';

/** What was found wrong at one commit of the chain. */
export type ChainFault =
  | 'missing-commit'
  | 'missing-seal'
  | 'wrong-link'
  | 'wrong-hash'
  | 'stray-fact'
  | 'clock-back';

export interface ChainStep {
  readonly seq: number;
  readonly facts: number;
  readonly fault: ChainFault | undefined;
}

interface StoredCommit {
  readonly seq: number;
  readonly at: string;
  readonly previous_hash: Buffer | null;
  readonly hash: Buffer | null;
}

const PAGE_ROWS = 500;

/**
 * Recomputes the hash of every commit after `from` and compares it with what is stored. Rows are read once, in id
 * order, which is also commit order; a row out of that order is a fault. Ends after the last commit.
 */
export function* walkChain(
  database: Database.Database,
  from: { readonly seq: number; readonly hash: Uint8Array },
): Generator<ChainStep> {
  const cursors = CHAINED_TABLES.map((table) => new FactCursor(database, table, from.seq));
  const readCommits = database.prepare<[number, number], StoredCommit>(
    `SELECT ledger_commit.seq, at, previous_hash, hash FROM ledger_commit LEFT JOIN ledger_seal USING (seq)
     WHERE ledger_commit.seq > ? ORDER BY ledger_commit.seq LIMIT ?`,
  );
  let { seq, hash } = from;
  let at = '';
  for (;;) {
    const commits = readCommits.all(seq, PAGE_ROWS);
    for (const commit of commits) {
      const rows = cursors.map((cursor) => cursor.take(commit.seq));
      const fault = faultOf(commit, { seq, hash, at }, rows);
      yield { seq: commit.seq, facts: rows.reduce((sum, list) => sum + list.length, 0), fault };
      ({ seq, at } = commit);
      hash = commit.hash ?? hash;
    }
    if (commits.length < PAGE_ROWS) break;
  }
  for (const cursor of cursors) {
    if (cursor.strays() > 0) yield { seq, facts: cursor.strays(), fault: 'stray-fact' };
  }
}

function faultOf(
  commit: StoredCommit,
  previous: { seq: number; hash: Uint8Array; at: string },
  rows: readonly CanonicalRow[][],
): ChainFault | undefined {
  if (commit.seq !== previous.seq + 1) return 'missing-commit';
  if (commit.hash === null || commit.previous_hash === null) return 'missing-seal';
  if (!commit.previous_hash.equals(previous.hash)) return 'wrong-link';
  const hash = commitHash(previous.hash, commit.seq, commit.at, (index) => rows[index]);
  if (!commit.hash.equals(hash)) return 'wrong-hash';
  return commit.at < previous.at ? 'clock-back' : undefined;
}

/** Facts of one table after a commit, in id order, read a page at a time. */
class FactCursor {
  readonly #read: Database.Statement<[number, number], (string | number | Buffer | null)[]>;
  #page: (string | number | Buffer | null)[][] = [];
  #place = 0;
  #lastId: number;
  #isRead = false;
  #strays = 0;

  constructor(database: Database.Database, table: ChainedTable, afterSeq: number) {
    this.#lastId = afterSeq === 0 ? Number.MIN_SAFE_INTEGER : lastIdAt(database, table.name, afterSeq);
    this.#read = database
      .prepare<[number, number], (string | number | Buffer | null)[]>(
        `SELECT id, ${table.columns.join(', ')}, commit_seq FROM ${table.name} WHERE id > ? ORDER BY id LIMIT ?`,
      )
      .raw();
  }

  /** The rows of this commit; rows of earlier commits met on the way are strays. */
  take(seq: number): CanonicalRow[] {
    const rows: CanonicalRow[] = [];
    for (let row = this.#peek(); row !== undefined; row = this.#peek()) {
      const rowSeq = row.at(-1) as number;
      if (rowSeq > seq) break;
      this.#place += 1;
      if (rowSeq < seq) {
        this.#strays += 1;
        continue;
      }
      row.pop();
      rows.push(row);
    }
    return rows;
  }

  /** Rows that belong to no commit in the order of the chain. */
  strays(): number {
    while (this.#peek() !== undefined) {
      this.#place += 1;
      this.#strays += 1;
    }
    return this.#strays;
  }

  #peek() {
    if (this.#place >= this.#page.length && !this.#isRead) {
      this.#page = this.#read.all(this.#lastId, PAGE_ROWS);
      this.#place = 0;
      this.#isRead = this.#page.length < PAGE_ROWS;
      this.#lastId = (this.#page.at(-1)?.[0] as number | undefined) ?? this.#lastId;
    }
    return this.#page[this.#place];
  }
}

/** Last id of the table that a checkpointed commit covers; found from the end, as only the tail is newer. */
function lastIdAt(database: Database.Database, table: string, seq: number): number {
  const newestFirst = database
    .prepare<[], [number, number]>(`SELECT id, commit_seq FROM ${table} ORDER BY id DESC`)
    .raw();
  for (const [id, commitSeq] of newestFirst.iterate()) if (commitSeq <= seq) return id;
  return Number.MIN_SAFE_INTEGER;
}
