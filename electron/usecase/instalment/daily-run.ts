import { setTimeout as delay } from 'node:timers/promises';
import { moneyMoved } from '../../../shared/domain/attempt.ts';
import { readAttempt } from '../../ledger/attempt-store.ts';
import { readGateway } from '../../ledger/gateway-store.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readDueCharges } from '../../ledger/planned-charge-store.ts';
import { startAttempt } from '../../offline-refund/start-attempt.ts';
import { chargeKey, openInstalmentCharge } from './charge-instalment.ts';

/** How far a run has come; counts are charges. */
export interface RunProgress {
  isRunning: boolean;
  total: number;
  done: number;
  paid: number;
  /** Of the last run, as a local date; null before the first. */
  ranOn: string | null;
}

interface DailyRunOptions {
  /** The local date of now. */
  readonly today: () => string;
  readonly newReference: () => string;
  readonly probe: (point: string) => void;
  readonly hasKey: () => boolean;
  readonly terminals: { begin(attemptId: number): void };
  /** What else is looked at once a day: eChecks that a bank took back. */
  readonly also: (ledger: Ledger, signal: AbortSignal) => Promise<void>;
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
}

/** The day is looked at every quarter of an hour, so that a desk that stays on charges after midnight. */
const LOOK_MS = 15 * 60_000;
/** A charge that has no outcome by then goes on beside the run. */
const OUTCOME_MS = 40_000;

/**
 * The instalment run: what is due by today on saved methods is charged, at the start and once a day. Each charge is one
 * transaction and one attempt, so the run may be interrupted anywhere and repeated at will: nothing is charged twice.
 */
export class DailyRun {
  readonly #options: DailyRunOptions;
  #ledger: Ledger | null = null;
  #stopping = new AbortController();
  #running: Promise<void> | null = null;
  #progress: RunProgress = { isRunning: false, total: 0, done: 0, paid: 0, ranOn: null };
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DailyRunOptions) {
    this.#options = options;
  }

  /** Takes up a ledger that was just opened; `isAutomatic` runs now and once a day. */
  take(ledger: Ledger, isAutomatic: boolean): void {
    this.#stopping = new AbortController();
    this.#ledger = ledger;
    if (!isAutomatic) return;
    this.run();
    this.#timer = setInterval(() => void this.#runOnNewDay(), LOOK_MS);
    this.#timer.unref();
  }

  progress(): RunProgress {
    return this.#progress;
  }

  /** Starts a run unless one is under way. */
  run(): void {
    const ledger = this.#ledger;
    if (!ledger || this.#running) return;
    this.#running = this.#run(ledger, this.#stopping.signal)
      .catch((error) => {
        if (!this.#stopping.signal.aborted) this.#options.failed(error);
      })
      .finally(() => {
        this.#running = null;
        this.#progress = { ...this.#progress, isRunning: false };
        this.#options.changed();
      });
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    this.#ledger = null;
    await this.#running;
  }

  async #runOnNewDay(): Promise<void> {
    if (!this.#ledger || this.#options.today() === this.#progress.ranOn) return;
    this.run();
  }

  async #run(ledger: Ledger, signal: AbortSignal): Promise<void> {
    const today = this.#options.today();
    const { kind } = await ledger.read(readGateway);
    const isReady = (kind === 'stripe' || kind === 'simulator') && this.#options.hasKey();
    const due = isReady ? await ledger.read((db) => readDueCharges(db, today)) : [];
    const keys = [...new Set(due.map(chargeKey))];
    this.#progress = { isRunning: true, total: keys.length, done: 0, paid: 0, ranOn: today };
    this.#options.changed();
    for (const key of keys) {
      if (signal.aborted) return;
      const isPaid = await this.#charge(ledger, key, signal);
      const { done, paid } = this.#progress;
      this.#progress = { ...this.#progress, done: done + 1, paid: paid + (isPaid ? 1 : 0) };
      this.#options.changed();
    }
    if (isReady && !signal.aborted) await this.#options.also(ledger, signal);
  }

  async #charge(ledger: Ledger, key: string, signal: AbortSignal): Promise<boolean> {
    const { newReference, probe, terminals } = this.#options;
    probe('instalment:before-open');
    const opened = await ledger.write((db) => openInstalmentCharge({ db, newReference }, key));
    probe('instalment:opened');
    if (!opened || signal.aborted) return false;
    const { attemptId, staffId } = opened;
    await startAttempt({ ledger, probe, terminals, staff: { staffId } }, attemptId);
    for (let waitedMs = 0; waitedMs < OUTCOME_MS && !signal.aborted; waitedMs += 20) {
      const attempt = await ledger.read((db) => readAttempt(db, attemptId));
      if (!attempt) return false;
      if (attempt.state !== 'sent') return moneyMoved(attempt.state);
      await delay(20, undefined, { signal }).catch(() => undefined);
    }
    return false;
  }
}
