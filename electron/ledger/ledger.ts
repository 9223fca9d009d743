import type { ApartReading, ApartWatch } from './apart-reads.ts';
import type { StateOf } from './process-states.ts';
import type { ReadableLedger, SqlValue } from './sql.ts';
import type { FactRow, FactTable, ProcessRow, ProcessTable } from './tables.ts';
import type { VerifyReport } from './verify-report.ts';

export type { ReadableLedger, SqlValue } from './sql.ts';

/** The clock of a service: an argument, so that a test or a demonstration sets the time. */
export interface Clock {
  now(): Date;
}

/** Who moved a process row and why; kept in the chained event of the move. */
export interface MoveReason {
  readonly staffId?: number | null;
  /** Anything JSON can hold; never a card number, never a name. */
  readonly detail?: unknown;
}

/** One transaction. Only ledger statements may be awaited while it is open. */
export interface WritableLedger extends ReadableLedger {
  /** UTC instant of this transaction, ISO with milliseconds; never earlier than the last commit's. */
  readonly at: string;
  /** Date of `at` in the organisation's time zone, YYYY-MM-DD (settled.md 36). */
  readonly localDate: string;
  /** Writes a mutable table; returns the number of rows changed. */
  run(strings: TemplateStringsArray, ...values: SqlValue[]): Promise<number>;
  /** Appends a fact and returns its id; every column is needed, of exactly its type. */
  insert<T extends FactTable>(table: T, row: FactRow<T>): Promise<number>;
  /** Opens a process row in its first state, with its chained event, and returns its id. */
  open<T extends ProcessTable>(table: T, row: ProcessRow<T>): Promise<number>;
  /** Moves a process row along a legal edge, with its chained event; throws on any other move. */
  move<T extends ProcessTable>(table: T, id: number, to: StateOf<T>, why?: MoveReason): Promise<void>;
  /** The next number of a gapless series, from 1; a rollback gives it back. */
  nextNumber(series: string): Promise<number>;
  /**
   * Accepts that the ledger's tail is lost (settled.md 18): writes the recovery entry, one `lost_number` row per
   * number already printed, and lets each series go on after it. Returns those numbers as printed.
   */
  recoverTail(given: { staffId: number; note: string }): Promise<string[]>;
}

/** Why no fact may be written: the tail is lost, the head file is missing, or a check found damage. */
export type ReadOnlyReason = 'lost-tail' | 'head-missing' | 'verify-failed';

export interface LedgerStatus {
  readonly readOnly: ReadOnlyReason | null;
  /** Commits that the head file knows and the ledger lacks; 0 when nothing is missing. */
  readonly missingCommits: number;
  /** The machine's clock went back behind the last commit; transactions keep the last commit's time. */
  readonly clockSuspect: boolean;
  /** Last commit of the chain and its hash in hexadecimal, as printed on a Z report. */
  readonly headSeq: number;
  readonly headHash: string;
}

export interface Ledger {
  /** Runs reads over one consistent snapshot, on a connection that cannot write. */
  read<T>(work: (db: ReadableLedger) => Promise<T>): Promise<T>;
  /**
   * Runs a long read over one snapshot without holding up the counter: on a thread of its own, or here when the ledger
   * is in memory. Throws ApartStopped when it was stopped, and the Refusal that the read threw.
   */
  readApart(reading: ApartReading, job: unknown, watch?: ApartWatch): Promise<unknown>;
  /** Runs one transaction, after those already waiting; any throw rolls it back. May throw CommitUnknownError. */
  write<T>(work: (db: WritableLedger) => Promise<T>): Promise<T>;
  status(): LedgerStatus;
  /** Puts the chain's head on the disk: before SENT, at Z, backup and exit (settled.md 44). */
  flushHead(): Promise<void>;
  /** Checks everything (see verify.ts) without holding up the counter; damage makes the ledger read-only. */
  verify(): Promise<VerifyReport>;
  /** Online backup to a new file, verified after it is written; throws when the copy does not verify. */
  backup(path: string): Promise<VerifyReport>;
  close(): Promise<void>;
}

/**
 * A COMMIT that threw is of unknown outcome, not failed (reliability.md §0.2): the connection is closed and opened
 * again before its next use. Read by key whether it happened; never repeat a money movement on it.
 */
export class CommitUnknownError extends Error {
  constructor(cause: unknown) {
    super('the outcome of a commit is not known; read it back by key', { cause });
    this.name = 'CommitUnknownError';
  }
}

/** A transaction awaited something other than the ledger: it is rolled back, since all others wait for it. */
export class StrayAwaitError extends Error {
  constructor() {
    super('only ledger statements may be awaited inside a ledger transaction');
    this.name = 'StrayAwaitError';
  }
}
