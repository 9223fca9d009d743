import type Database from 'better-sqlite3';
import { type ChainHead, commitHash, genesisHash } from './commit-chain.ts';
import { FactInserts } from './fact-insert.ts';
import { readLedgerId } from './migrate.ts';
import { NumberSeries } from './number-series.ts';
import { ProcessMoves } from './process-move.ts';
import { StatementCache } from './sql.ts';

/** A checkpoint lets the next open check the chain from there (settled.md 52); few enough commits to walk in a blink. */
const CHECKPOINT_EVERY = 64;

/** The connection that writes: its statements, and the transaction that is running on it. */
export class Writer {
  readonly database: Database.Database;
  readonly statements: StatementCache;
  readonly facts: FactInserts;
  readonly series: NumberSeries;
  readonly processes: ProcessMoves;
  readonly #begin: Database.Statement<unknown[]>;
  readonly #commit: Database.Statement<unknown[]>;
  readonly #rollback: Database.Statement<unknown[]>;
  readonly #openCommit: Database.Statement<unknown[]>;
  readonly #seal: Database.Statement<unknown[]>;
  readonly #checkpoint: Database.Statement<unknown[]>;
  #head: ChainHead;
  #sealed: ChainHead | undefined;
  /** Number of the running transaction's commit; 0 until it writes a fact. */
  #seq = 0;

  constructor(database: Database.Database) {
    this.database = database;
    this.statements = new StatementCache(database);
    this.facts = new FactInserts(database);
    this.series = new NumberSeries(database);
    this.processes = new ProcessMoves(database);
    this.#begin = database.prepare<unknown[]>('BEGIN IMMEDIATE');
    this.#commit = database.prepare<unknown[]>('COMMIT');
    this.#rollback = database.prepare<unknown[]>('ROLLBACK');
    this.#openCommit = database.prepare<unknown[]>('INSERT INTO ledger_commit (seq, at) VALUES (?, ?)');
    this.#seal = database.prepare<unknown[]>(
      'INSERT INTO ledger_seal (seq, previous_hash, hash) VALUES (?, ?, ?)',
    );
    this.#checkpoint = database.prepare<unknown[]>('INSERT INTO chain_checkpoint (seq, hash) VALUES (?, ?)');
    this.#head = readChainHead(database);
  }

  /** The last commit that is known to have landed. */
  get head(): ChainHead {
    return this.#head;
  }

  begin(): void {
    this.#begin.run();
  }

  /** Number of this transaction's commit; the first fact opens it. */
  commitSeq(at: string): number {
    if (this.#seq === 0) {
      const seq = this.#head.seq + 1;
      this.#openCommit.run(seq, at);
      this.#seq = seq;
    }
    return this.#seq;
  }

  /** Closes the commit with its hash over every fact of the transaction; nothing to do when it wrote none. */
  seal(at: string): void {
    if (this.#seq === 0) return;
    const hash = commitHash(this.#head.hash, this.#seq, at, this.facts.rowsOf);
    this.#seal.run(this.#seq, this.#head.hash, hash);
    if (this.#seq % CHECKPOINT_EVERY === 0 || this.facts.has('z_report'))
      this.#checkpoint.run(this.#seq, hash);
    this.#sealed = { seq: this.#seq, hash, at };
  }

  commit(): void {
    this.#commit.run();
  }

  /** Takes over what the commit wrote; returns whether the chain moved. */
  landed(recovered: boolean): boolean {
    const moved = this.#sealed !== undefined;
    if (this.#sealed) this.#head = this.#sealed;
    if (recovered) this.series.reload();
    else this.series.keep();
    this.#forget();
    return moved;
  }

  rollback(): void {
    this.series.forget();
    this.#forget();
    if (this.database.inTransaction) this.#rollback.run();
  }

  #forget(): void {
    this.facts.forget();
    this.#sealed = undefined;
    this.#seq = 0;
  }
}

/** The last sealed commit, or the genesis of an empty ledger. */
export function readChainHead(database: Database.Database): ChainHead {
  const last = database
    .prepare<[], ChainHead>(
      'SELECT seal.seq, seal.hash, ledger_commit.at FROM ledger_seal AS seal JOIN ledger_commit USING (seq) ORDER BY seal.seq DESC LIMIT 1',
    )
    .get();
  return last ?? { seq: 0, hash: genesisHash(readLedgerId(database)), at: '' };
}
