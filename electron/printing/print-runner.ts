import { setTimeout as delay } from 'node:timers/promises';
import type { Columns } from '../../shared/document/lay-paper.ts';
import { layPaper } from '../../shared/document/lay-paper.ts';
import type { Paper } from '../../shared/document/paper.ts';
import type { PrinterProblem } from '../../shared/domain/printing.ts';
import type { Ledger } from '../ledger/ledger.ts';
import {
  countCopies,
  type PrintJob,
  readKicksSince,
  readLastDrawerEvent,
  readPrintJobs,
  readTillPrinters,
  type TillPrinter,
} from '../ledger/print-job-store.ts';
import type { Printer } from './printer.ts';

export interface PrintRunnerOptions {
  /** The till's printer; null when it has none. */
  readonly printerOf: (till: TillPrinter) => Printer | null;
  /** The document as it is now, in its own language; `copy` is 0 for the original. */
  readonly paperOf: (ledger: Ledger, job: PrintJob, copy: number) => Promise<Paper>;
  /** Told when a printer stops or works again, and when a paper is out. */
  readonly changed: (tillId: number) => void;
  readonly failed: (error: unknown) => void;
  readonly probe: (point: string) => void;
  /** Between two tries of a printer that does not print; replaced by tests. */
  readonly retryMs?: number;
}

const RETRY_MS = 5000;
/** The wait doubles this often after bytes that may have printed: paper is not poured out onto a broken printer. */
const DOUBLINGS_MAX = 6;
/** A drawer opens at once or not at all: never when nobody stands before it. */
const KICK_FOR_MS = 5000;

interface Tried {
  readonly problem: PrinterProblem | null;
  /** Bytes left: the paper may be out. */
  readonly isSent: boolean;
}

/**
 * Prints what the ledger's queue holds and opens drawers, apart from every command: it only reads what was committed,
 * so no printer can delay or repeat one. One paper at a time per till, the oldest first, until it is out.
 */
export class PrintRunner {
  readonly #options: PrintRunnerOptions;
  #ledger: Ledger | null = null;
  #stopping = new AbortController();
  #lastDrawerEvent = 0;
  #looking: Promise<void> | null = null;
  #isLookDue = false;
  /** Whether any till had a printer at the last look: without one there is nothing to look for. */
  #hasPrinter = true;
  readonly #running = new Map<number, Promise<void>>();
  /** Told to look again while their worker was under way. */
  readonly #missed = new Set<number>();
  readonly #waking = new Map<number, AbortController>();
  readonly #kicks = new Map<number, number>();
  readonly #problems = new Map<number, PrinterProblem>();

  constructor(options: PrintRunnerOptions) {
    this.#options = options;
  }

  /** Takes up the queue of a ledger that was just opened. A paper that was under way may be out: it prints as a copy. */
  async take(ledger: Ledger): Promise<void> {
    await this.stop();
    this.#stopping = new AbortController();
    this.#lastDrawerEvent = await ledger.read(readLastDrawerEvent);
    const cut = await ledger.read((db) => readPrintJobs(db, 'printing'));
    if (cut.length > 0)
      await ledger.write(async (db) => {
        for (const { jobId } of cut)
          await db.move('print_job', jobId, 'queued', { detail: { why: 'restart' } });
      });
    this.#ledger = ledger;
    this.#hasPrinter = true;
    this.wake();
  }

  /**
   * Looks for new papers and drawers to open, after a commit; returns at once. A desk without a printer is looked at
   * again only after a command that may have given it one.
   */
  wake(mayBringPrinter = false): void {
    if (!this.#ledger || !(this.#hasPrinter || mayBringPrinter)) return;
    this.#isLookDue = true;
    this.#startLook();
  }

  #startLook(): void {
    this.#looking ??= this.#look()
      .catch(this.#options.failed)
      .finally(() => {
        this.#looking = null;
        if (this.#isLookDue && this.#ledger) this.#startLook();
      });
  }

  /** Why the till's printer does not print; null when nothing is known against it. */
  problemOf(tillId: number): PrinterProblem | null {
    return this.#problems.get(tillId) ?? null;
  }

  /** Ends what is under way; the queue stays as it is. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#ledger = null;
    this.#kicks.clear();
    await this.#looking;
    await Promise.allSettled(this.#running.values());
    this.#problems.clear();
  }

  async #look(): Promise<void> {
    while (this.#isLookDue) {
      this.#isLookDue = false;
      const ledger = this.#ledger;
      if (!ledger) return;
      const { hasPrinter, kicks, jobs } = await ledger.read(async (db) => ({
        hasPrinter: (await readTillPrinters(db)).some(({ kind }) => kind !== 'none'),
        kicks: await readKicksSince(db, this.#lastDrawerEvent),
        jobs: await readPrintJobs(db, 'queued'),
      }));
      this.#lastDrawerEvent = kicks.lastEventId;
      // what the drawers did before there was a printer opens none
      const kicked = this.#hasPrinter ? kicks.tillIds : [];
      this.#hasPrinter = hasPrinter;
      for (const tillId of kicked) this.#kicks.set(tillId, performance.now() + KICK_FOR_MS);
      for (const tillId of new Set([...this.#kicks.keys(), ...jobs.map((job) => job.tillId)]))
        this.#run(tillId, ledger);
    }
  }

  /** One worker per till; what comes while it works is met before it rests. */
  #run(tillId: number, ledger: Ledger): void {
    if (this.#running.has(tillId)) {
      this.#missed.add(tillId);
      if (this.#kicks.has(tillId)) this.#waking.get(tillId)?.abort();
      return;
    }
    const { signal } = this.#stopping;
    const work = this.#work(tillId, ledger, signal)
      .catch((error) => {
        if (!signal.aborted) this.#options.failed(error);
      })
      .finally(() => {
        this.#running.delete(tillId);
        // what came between the worker's last look and its end
        if (!signal.aborted && this.#missed.delete(tillId)) this.wake();
      });
    this.#running.set(tillId, work);
  }

  async #work(tillId: number, ledger: Ledger, signal: AbortSignal): Promise<void> {
    let doublings = 0;
    while (!signal.aborted) {
      this.#missed.delete(tillId);
      const till = (await ledger.read(readTillPrinters)).find((each) => each.tillId === tillId);
      const printer = till && this.#options.printerOf(till);
      const kickUntil = this.#kicks.get(tillId) ?? 0;
      this.#kicks.delete(tillId);
      if (!till || !printer) return this.#tell(tillId, null);
      if (kickUntil > performance.now()) await printer.kick(signal);
      const job = (await ledger.read((db) => readPrintJobs(db, 'queued'))).find(
        (each) => each.tillId === tillId,
      );
      if (!job) {
        this.#tell(tillId, null);
        return;
      }
      const { problem, isSent } = await this.#print(ledger, printer, job, till.columns, signal);
      if (signal.aborted) return;
      this.#tell(tillId, problem);
      if (problem === null) doublings = 0;
      else await this.#rest(tillId, 2 ** doublings, signal);
      if (isSent) doublings = Math.min(doublings + 1, DOUBLINGS_MAX);
    }
  }

  async #print(
    ledger: Ledger,
    printer: Printer,
    job: PrintJob,
    columns: Columns,
    signal: AbortSignal,
  ): Promise<Tried> {
    const { paperOf, probe, failed } = this.#options;
    let isSent = false;
    let isUnprintable = false;
    try {
      const outcome = await printer.print(async () => {
        const copy = await ledger.read((db) => countCopies(db, job));
        const paper = await paperOf(ledger, job, copy).catch((error: unknown) => {
          isUnprintable = true;
          throw error;
        });
        const rows = layPaper(paper, columns);
        await ledger.write((db) => db.move('print_job', job.jobId, 'printing', { detail: { copy } }));
        isSent = true;
        probe('printing:after-sent');
        return { rows, columns };
      }, signal);
      if (outcome.kind === 'not-sent') return { problem: outcome.problem, isSent };
      const isPrinted = outcome.kind === 'printed';
      const detail = isPrinted ? {} : { why: outcome.problem };
      await ledger.write((db) =>
        db.move('print_job', job.jobId, isPrinted ? 'printed' : 'queued', { detail }),
      );
      if (isPrinted) this.#options.changed(job.tillId);
      return { problem: isPrinted ? null : outcome.problem, isSent };
    } catch (error) {
      if (signal.aborted) return { problem: null, isSent };
      failed(error);
      // one paper that cannot be made must not stand before all the others
      if (isUnprintable)
        await ledger.write((db) =>
          db.move('print_job', job.jobId, 'dropped', { detail: { why: 'incident' } }),
        );
      if (isSent)
        await ledger.write((db) =>
          db.move('print_job', job.jobId, 'queued', { detail: { why: 'incident' } }),
        );
      return { problem: 'incident', isSent };
    }
  }

  #tell(tillId: number, problem: PrinterProblem | null): void {
    if ((this.#problems.get(tillId) ?? null) === problem) return;
    if (problem === null) this.#problems.delete(tillId);
    else this.#problems.set(tillId, problem);
    this.#options.changed(tillId);
  }

  async #rest(tillId: number, times: number, signal: AbortSignal): Promise<void> {
    const waking = new AbortController();
    this.#waking.set(tillId, waking);
    const until = AbortSignal.any([waking.signal, signal]);
    await delay((this.#options.retryMs ?? RETRY_MS) * times, undefined, { signal: until }).catch(() => {});
    this.#waking.delete(tillId);
  }
}
