import { setTimeout as delay } from 'node:timers/promises';
import { type AttemptState, isOpen, type TerminalWord } from '../../shared/domain/attempt.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { type AttemptRow, readAttempt, readOpenAttempts } from '../ledger/attempt-store.ts';
import type { Clock, Ledger } from '../ledger/ledger.ts';
import type { AcquiredCard, Diagnosis, TerminalDevice } from '../terminal/terminal-device.ts';
import {
  applyTerminalOutcome,
  journalOutcome,
  type OutcomeContext,
  readJournalled,
  type TerminalApplied,
} from './apply-terminal-outcome.ts';
import type { AttemptDevice } from './attempt-device.ts';
import { gatewayAttempt } from './gateway-attempt.ts';
import { startAttempt } from './start-attempt.ts';
import { terminalAttempt } from './terminal-attempt.ts';

export interface RunnerOptions {
  /** The device of an integrated terminal; null when this desk has no key for it. */
  readonly deviceOf: (ledger: Ledger, terminalId: number) => Promise<TerminalDevice | null>;
  /** The card that was read for an attempt, if any. */
  readonly cardFor?: (attempt: AttemptRow) => Promise<AcquiredCard | undefined>;
  /** The gateway that charges saved methods; null when this desk has none, or no key for it. */
  readonly gatewayOf?: (ledger: Ledger) => Promise<Gateway | null>;
  readonly clock?: Clock;
  readonly newReference: () => string;
  readonly probe: (point: string) => void;
  /** Told after each change, so that screens look again. */
  readonly changed: (attempt: AttemptRow) => void;
  readonly failed: (error: unknown) => void;
  /** Waits; replaced by tests. Rejects when the signal ends it. */
  readonly wait?: (waitMs: number, signal: AbortSignal) => Promise<unknown>;
}

/** Until this desk has a key or a gateway again. */
const NO_DEVICE_WAIT_MS = 5000;

const UNFOLLOWED: ReadonlySet<string> = new Set(['needs-operator', 'conflict']);

/** Drivers that the program itself commands, with nobody in between. */
const COMMANDED: ReadonlySet<string> = new Set(['nexo', 'gateway']);

/**
 * Runs attempts on integrated terminals and on the gateway: the one command after SENT is committed, then questions until the outcome is
 * known. Live answer, poll and start after a crash all end in `applyTerminalOutcome`. Nothing is ever sent twice and
 * nothing times out into "failed".
 */
export class TerminalRunner {
  readonly #options: RunnerOptions;
  #ledger: Ledger | null = null;
  #stopping = new AbortController();
  readonly #running = new Map<number, Promise<void>>();

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /**
   * Takes up the attempts of a ledger that was just opened, after `recoverAttempts`: answers kept but not applied are
   * applied; for the rest the terminal is told to stop, then asked (terminal.md §3.6).
   */
  async take(ledger: Ledger): Promise<void> {
    await this.stop();
    this.#stopping = new AbortController();
    this.#ledger = ledger;
    for (const attempt of await ledger.read(readOpenAttempts)) {
      if (!COMMANDED.has(attempt.driver) || UNFOLLOWED.has(attempt.state)) continue;
      // one answer that cannot be applied stops neither the start nor the others
      await this.#applyKept(attempt.attemptId).catch(this.#options.failed);
      this.#follow(attempt.attemptId, (device, asked, signal) => this.#recover(device, asked, signal));
    }
  }

  async #applyKept(attemptId: number): Promise<void> {
    const context = this.#context();
    const told = await readJournalled(context.ledger, attemptId);
    if (told) await this.#applied(await applyTerminalOutcome(context, attemptId, told));
  }

  /** Starts an attempt whose SENT is committed; call it once, by whoever committed it. */
  begin(attemptId: number): void {
    this.#follow(attemptId, async (device, attempt, signal) => {
      if (!device)
        return this.#apply(attemptId, {
          kind: 'not-sent',
          reason: 'no-key',
          isIncident: false,
          reply: null,
        });
      this.#options.probe('terminal:before-perform');
      const outcome = await device.perform(signal);
      this.#options.probe('terminal:after-perform');
      if (signal.aborted) return;
      await this.#apply(attemptId, outcome);
      await this.#poll(attempt, signal);
    });
  }

  /** Asks the terminal to stop; the outcome still comes by itself, and may be an approval. */
  async abort(attemptId: number): Promise<void> {
    const ledger = this.#ledger;
    const attempt = ledger && (await ledger.read((db) => readAttempt(db, attemptId)));
    if (!attempt || !COMMANDED.has(attempt.driver)) return;
    const device = await this.#deviceOf(attempt);
    await device?.abort('merchant');
  }

  /** One question about an attempt in doubt, beside the poll; null without a key kept on this desk. */
  async ask(attemptId: number): Promise<TerminalWord | null> {
    const { ledger } = this.#context();
    const attempt = await ledger.read((db) => readAttempt(db, attemptId));
    if (!attempt || !COMMANDED.has(attempt.driver))
      throw new Error(`attempt ${attemptId} is asked of nobody`);
    const device = await this.#deviceOf(attempt);
    if (!device) return null;
    const { signal } = this.#stopping;
    const outcome = await device.askStatus(signal);
    if (!signal.aborted) await this.#apply(attemptId, outcome);
    return outcome.kind;
  }

  /** How the terminal is, as it says itself; null without a key kept on this desk. Moves no money. */
  async diagnose(terminalId: number): Promise<Diagnosis | null> {
    const ledger = this.#ledger;
    const device = ledger && (await this.#options.deviceOf(ledger, terminalId));
    return device ? await device.diagnose(this.#stopping.signal) : null;
  }

  /** Ends every wait and question; attempts stay as they are and are taken up at the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#ledger = null;
    await Promise.allSettled(this.#running.values());
  }

  #follow(
    attemptId: number,
    work: (device: AttemptDevice | null, attempt: AttemptRow, signal: AbortSignal) => Promise<void>,
  ): void {
    const ledger = this.#ledger;
    if (!ledger || this.#running.has(attemptId)) return;
    const { signal } = this.#stopping;
    const run = async () => {
      const attempt = await ledger.read((db) => readAttempt(db, attemptId));
      if (!attempt || !COMMANDED.has(attempt.driver) || !isOpen(attempt.state)) return;
      await work(await this.#deviceOf(attempt), attempt, signal);
    };
    const running = run()
      .catch((error) => {
        if (!signal.aborted) this.#options.failed(error);
      })
      .finally(() => this.#running.delete(attemptId));
    this.#running.set(attemptId, running);
  }

  async #deviceOf(attempt: AttemptRow): Promise<AttemptDevice | null> {
    const ledger = this.#ledger;
    if (!ledger) return null;
    if (attempt.driver === 'gateway') {
      const { gatewayOf, clock = { now: () => new Date() }, probe } = this.#options;
      const gateway = (await gatewayOf?.(ledger)) ?? null;
      return gateway && gatewayAttempt(gateway, attempt.attemptId, { ledger, clock, probe });
    }
    if (attempt.terminalId === null) return null;
    const device = await this.#options.deviceOf(ledger, attempt.terminalId);
    return device && terminalAttempt(device, attempt, this.#options.cardFor);
  }

  async #recover(device: AttemptDevice | null, attempt: AttemptRow, signal: AbortSignal): Promise<void> {
    await device?.abort('power-failure');
    await this.#poll(attempt, signal);
  }

  /** Asks until the outcome is known or a person must decide, each time with the key of then: it may be kept only now. */
  async #poll(attempt: AttemptRow, signal: AbortSignal): Promise<void> {
    const wait = this.#options.wait ?? ((waitMs, until) => delay(waitMs, undefined, { signal: until }));
    for (let round = 0; ; round += 1) {
      const state = await this.#stateFollowed(attempt.attemptId, signal);
      if (!state) return;
      const asked = await this.#deviceOf(attempt);
      await wait(asked?.waitMs(round, state) ?? NO_DEVICE_WAIT_MS, signal);
      const device =
        (await this.#stateFollowed(attempt.attemptId, signal)) && (await this.#deviceOf(attempt));
      if (!device) continue;
      this.#options.probe('terminal:before-status');
      const outcome = await device.askStatus(signal);
      if (signal.aborted) return;
      await this.#apply(attempt.attemptId, outcome);
    }
  }

  async #stateFollowed(attemptId: number, signal: AbortSignal): Promise<AttemptState | null> {
    if (signal.aborted || !this.#ledger) return null;
    const attempt = await this.#ledger.read((db) => readAttempt(db, attemptId));
    return attempt && isOpen(attempt.state) && !UNFOLLOWED.has(attempt.state) ? attempt.state : null;
  }

  async #apply(attemptId: number, outcome: Parameters<typeof journalOutcome>[2]): Promise<void> {
    const context = this.#context();
    if (outcome.kind === 'not-sent' && outcome.isIncident)
      this.#options.failed(new Error(`attempt ${attemptId}: the terminal said ${outcome.reason}`));
    await journalOutcome(context, attemptId, outcome);
    await this.#applied(await applyTerminalOutcome(context, attemptId, outcome));
  }

  async #applied({ attempt, state, sale }: TerminalApplied): Promise<void> {
    if (state !== attempt.state) this.#options.changed(attempt);
    if (sale?.state !== 'in-progress') return;
    const { ledger, probe } = this.#context();
    await startAttempt(
      { ledger, probe, staff: { staffId: attempt.staffId }, terminals: this },
      sale.attemptId,
    );
    this.#options.changed(attempt);
  }

  #context(): OutcomeContext {
    if (!this.#ledger) throw new Error('the terminals are stopped');
    const { newReference, probe } = this.#options;
    return { ledger: this.#ledger, newReference, probe };
  }
}
