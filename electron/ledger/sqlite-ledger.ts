import { setImmediate } from 'node:timers';
import Database from 'better-sqlite3';
import { type ApartReading, ApartReads, ApartStopped, type ApartWatch } from './apart-reads.ts';
import { backupLedger } from './backup.ts';
import type { ChainHead } from './commit-chain.ts';
import { connectReader, connectWriter } from './connection.ts';
import type { HeadFile } from './head-file.ts';
import {
  type Clock,
  CommitUnknownError,
  type Ledger,
  type LedgerStatus,
  type ReadableLedger,
  type ReadOnlyReason,
  StrayAwaitError,
  type WritableLedger,
} from './ledger.ts';
import type { LostTail } from './lost-tail.ts';
import { ReadSession } from './read-session.ts';
import { TurnQueue } from './turn-queue.ts';
import { verifyDatabase } from './verify.ts';
import { type ApartCheck, startVerifyApart } from './verify-apart.ts';
import type { VerifyReport } from './verify-report.ts';
import { WriteTransaction } from './write-transaction.ts';
import { Writer } from './writer.ts';
import type { WriterLock } from './writer-lock.ts';

/** What `openLedger` hands over once every check has passed. */
export interface OpenedLedger {
  /** Undefined for a ledger in memory. */
  readonly path: string | undefined;
  readonly database: Database.Database;
  readonly head: HeadFile | undefined;
  readonly lock: WriterLock | undefined;
  readonly lostTail: LostTail | undefined;
  readonly clock: Clock;
  readonly timeZone: () => string;
  readonly probe: (point: string) => void;
}

/** The ledger over SQLite: one serialised writer, one read-only reader; in memory both are the same connection. */
export class SqliteLedger implements Ledger {
  readonly #opened: OpenedLedger;
  readonly #writes = new TurnQueue();
  readonly #reads: TurnQueue;
  /** Checks and backups; a restore must find none of them still reading the file. */
  readonly #longWorks = new TurnQueue();
  readonly #apart: ApartReads | undefined;
  #writer: Writer | undefined;
  #reader: ReadSession | undefined;
  #lostTail: LostTail | undefined;
  #isDamaged = false;
  #isHeadBehind = false;
  #lastHead: ChainHead;
  #check: ApartCheck | undefined;
  #isClosing = false;
  #isClosed = false;

  constructor(opened: OpenedLedger) {
    this.#opened = opened;
    this.#reads = opened.path === undefined ? this.#writes : new TurnQueue();
    this.#apart = opened.path === undefined ? undefined : new ApartReads(opened.path);
    this.#lostTail = opened.lostTail;
    this.#writer = new Writer(opened.database);
    this.#lastHead = this.#writer.head;
  }

  read<T>(work: (db: ReadableLedger) => Promise<T>): Promise<T> {
    return this.#reads.run(async () => {
      const session = this.#connectedReader();
      session.begin();
      try {
        return await withoutStrayAwait(() => work(session.handle));
      } finally {
        session.end();
      }
    });
  }

  async readApart(reading: ApartReading, job: unknown, watch: ApartWatch = {}): Promise<unknown> {
    if (this.#apart) return await this.#apart.run(reading, job, watch);
    if (watch.signal?.aborted) throw new ApartStopped();
    return await this.read((db) => reading.read(db, job, watch.tell ?? (() => {})));
  }

  write<T>(work: (db: WritableLedger) => Promise<T>): Promise<T> {
    return this.#writes.run(() => this.#transact(work));
  }

  async #transact<T>(work: (db: WritableLedger) => Promise<T>): Promise<T> {
    const writer = this.#connectedWriter();
    const transaction = new WriteTransaction(writer, {
      at: this.#instant(writer),
      timeZone: this.#opened.timeZone(),
      readOnly: this.#readOnlyReason(),
      lostTail: this.#lostTail,
    });
    let result: T;
    writer.begin();
    try {
      result = await withoutStrayAwait(() => work(transaction));
      transaction.requireWhole();
      writer.seal(transaction.at);
      this.#opened.probe('commit:before');
    } catch (error) {
      transaction.end();
      writer.rollback();
      throw error;
    }
    transaction.end();
    this.#commit(writer, transaction.recovered);
    return result;
  }

  #commit(writer: Writer, recovered: boolean): void {
    try {
      writer.commit();
      this.#opened.probe('commit:after');
    } catch (error) {
      if (writer.database.inTransaction && isConstraint(error)) {
        writer.rollback();
        throw error;
      }
      this.#disconnect();
      throw new CommitUnknownError(error);
    }
    if (recovered) this.#lostTail = undefined;
    if (!writer.landed(recovered)) return;
    this.#lastHead = writer.head;
    this.#writeHead(writer);
    this.#opened.probe('head:after');
  }

  /** After the commit nothing may look like a failure of it: a head that cannot be written is written at the flush. */
  #writeHead(writer: Writer): void {
    try {
      this.#opened.head?.write(writer.head.seq, writer.head.hash, writer.series.preview());
      this.#isHeadBehind = false;
    } catch {
      this.#isHeadBehind = true;
    }
  }

  #instant(writer: Writer): string {
    const now = this.#opened.clock.now().toISOString();
    if (now < writer.head.at) return writer.head.at;
    return now;
  }

  status(): LedgerStatus {
    return {
      readOnly: this.#readOnlyReason(),
      missingCommits: this.#lostTail?.missingCommits ?? 0,
      clockSuspect: this.#opened.clock.now().toISOString() < this.#lastHead.at,
      headSeq: this.#lastHead.seq,
      headHash: this.#lastHead.hash.toString('hex'),
    };
  }

  #readOnlyReason(): ReadOnlyReason | null {
    if (this.#isDamaged) return 'verify-failed';
    if (this.#lostTail === undefined) return null;
    return this.#lostTail.head === undefined ? 'head-missing' : 'lost-tail';
  }

  async flushHead(): Promise<void> {
    const { head } = this.#opened;
    if (head === undefined) return;
    if (this.#isHeadBehind) {
      const writer = this.#connectedWriter();
      head.write(writer.head.seq, writer.head.hash, writer.series.preview());
      this.#isHeadBehind = false;
    }
    head.flush();
  }

  verify(): Promise<VerifyReport> {
    return this.#longWorks.run(async () => {
      try {
        const report = await this.#verifyFile();
        if (!report.ok && this.#lostTail === undefined) this.#isDamaged = true;
        return report;
      } catch (error) {
        if (error instanceof Database.SqliteError) this.#isDamaged = true;
        throw error;
      }
    });
  }

  async #verifyFile(): Promise<VerifyReport> {
    const { path, database } = this.#opened;
    if (path === undefined) return await this.#writes.run(async () => verifyDatabase(database, undefined));
    if (this.#isClosing) throw new Error('this ledger is closed');
    this.#check = startVerifyApart(path);
    try {
      return await this.#check.report;
    } finally {
      this.#check = undefined;
    }
  }

  backup(path: string): Promise<VerifyReport> {
    return this.#longWorks.run(async () => {
      await this.flushHead();
      return await backupLedger(this.#connectedWriter().database, path);
    });
  }

  async close(): Promise<void> {
    if (this.#isClosing) return;
    this.#isClosing = true;
    await this.#check?.stop();
    await this.#apart?.close();
    await this.#longWorks.run(async () => undefined);
    await this.#writes.run(async () => {
      await (this.#reads === this.#writes ? undefined : this.#reads.run(async () => undefined));
      this.#isClosed = true;
      try {
        if (this.#isHeadBehind) await this.flushHead();
        this.#opened.head?.close();
      } finally {
        this.#disconnect();
        this.#opened.lock?.release();
      }
    });
  }

  #connectedWriter(): Writer {
    if (this.#writer !== undefined) return this.#writer;
    const { path } = this.#opened;
    if (this.#isClosed || path === undefined) throw new Error('this ledger is closed');
    const writer = new Writer(connectWriter(path));
    this.#writer = writer;
    if (writer.head.seq !== this.#lastHead.seq) {
      this.#lastHead = writer.head;
      this.#writeHead(writer);
    }
    return writer;
  }

  #connectedReader(): ReadSession {
    if (this.#isClosed) throw new Error('this ledger is closed');
    const { path } = this.#opened;
    if (path === undefined) {
      const writer = this.#connectedWriter();
      this.#reader ??= new ReadSession(writer.database, writer.statements);
    }
    this.#reader ??= new ReadSession(connectReader(path!));
    return this.#reader;
  }

  #disconnect(): void {
    for (const database of [this.#reader?.database, this.#writer?.database]) {
      try {
        database?.close();
      } catch (error) {
        if (!(error instanceof Database.SqliteError)) throw error;
      }
    }
    this.#reader = undefined;
    this.#writer = undefined;
  }
}

/** A deferred foreign key that fails at COMMIT is a known "no": the transaction is still open. */
function isConstraint(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
}

/**
 * Ledger statements settle within the same turn of the event loop; work that is still going at the next turn
 * waits for something else, and everyone would wait with it.
 */
async function withoutStrayAwait<T>(work: () => Promise<T>): Promise<T> {
  let isDone = false;
  const stray = new Promise<never>((_resolve, reject) => {
    setImmediate(() => {
      if (!isDone) reject(new StrayAwaitError());
    });
  });
  try {
    return await Promise.race([work(), stray]);
  } finally {
    isDone = true;
  }
}
