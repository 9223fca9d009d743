import type { AttemptRow } from '../ledger/attempt-store.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { nextMessageId } from '../terminal/name-attempt.ts';
import type { AcquiredCard, CardOutcome, TerminalDevice } from '../terminal/terminal-device.ts';

/** The refund a card is read for: only that one may use it. */
export interface CardIntent {
  readonly terminalId: number;
  readonly clientId: number;
  /** Cents, positive. */
  readonly amountMinor: number;
}

interface Held extends CardIntent {
  readonly card: AcquiredCard;
  readonly device: TerminalDevice;
  readonly timer: NodeJS.Timeout;
}

interface CardReaderOptions {
  readonly deviceOf: (ledger: Ledger, terminalId: number) => Promise<TerminalDevice | null>;
  readonly failed: (error: unknown) => void;
}

/** A call must be answered within a minute; a client who takes longer is asked again. */
const READ_MS = 45_000;
/** A card that was read and that nobody asks for is given back by then. */
const HELD_MS = 60_000;

/**
 * The optional same-card check (terminal.md §3.2): the terminal reads the client's card and waits with it; the refund of
 * that very client and amount then goes to it, anything else gives it back first. Held in memory only: what is lost with
 * the process moved no money, and the terminal ends its wait by itself.
 */
export class CardReader {
  readonly #options: CardReaderOptions;
  readonly #held = new Map<number, Held>();
  readonly #reading = new Map<number, Promise<unknown>>();
  #stopping = new AbortController();

  constructor(options: CardReaderOptions) {
    this.#options = options;
  }

  /** Waits for the client's card, up to 45 seconds; null without a key kept on this desk. */
  async read(ledger: Ledger, intent: CardIntent): Promise<CardOutcome | null> {
    const { terminalId } = intent;
    if (this.#reading.has(terminalId)) return { kind: 'not-read', reason: 'busy' };
    const reading = this.#read(ledger, intent).finally(() => this.#reading.delete(terminalId));
    this.#reading.set(terminalId, reading);
    return await reading;
  }

  async #read(ledger: Ledger, intent: CardIntent): Promise<CardOutcome | null> {
    const { terminalId, amountMinor } = intent;
    const { signal } = this.#stopping;
    await this.release(terminalId);
    const device = await this.#options.deviceOf(ledger, terminalId);
    if (!device) return null;
    const { messageId, at } = await ledger.write(async (db) => ({
      messageId: await nextMessageId(db),
      at: db.at,
    }));
    const request = { messageId, transactionReference: `C${messageId}`, at, amountMinor };
    const outcome = await device.acquireCard(
      request,
      AbortSignal.any([signal, AbortSignal.timeout(READ_MS)]),
    );
    if (outcome.kind === 'read' && !signal.aborted) this.#hold({ ...intent, card: outcome.card, device });
    return outcome;
  }

  /** The card to give an attempt that is about to start; one that was read for something else is given back. */
  async claim(attempt: AttemptRow): Promise<AcquiredCard | undefined> {
    const held = attempt.terminalId === null ? undefined : this.#held.get(attempt.terminalId);
    if (!held) return undefined;
    const isFor =
      attempt.direction === 'out' &&
      attempt.clientId === held.clientId &&
      attempt.amountMinor === held.amountMinor;
    if (!isFor) {
      // whatever becomes of the card, the attempt must start
      await this.release(held.terminalId).catch(this.#options.failed);
      return undefined;
    }
    this.#forget(held);
    return held.card;
  }

  /** Gives back the card the terminal waits with, if any. */
  async release(terminalId: number): Promise<void> {
    const held = this.#held.get(terminalId);
    if (!held) return;
    this.#forget(held);
    await held.device.releaseCard(held.card);
  }

  /** At the end, or before another ledger: no terminal is left waiting. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#stopping = new AbortController();
    await Promise.allSettled(this.#reading.values());
    await Promise.allSettled([...this.#held.keys()].map((terminalId) => this.release(terminalId)));
  }

  #hold(given: Omit<Held, 'timer'>): void {
    const timer = setTimeout(() => {
      this.release(given.terminalId).catch(this.#options.failed);
    }, HELD_MS);
    timer.unref();
    this.#held.set(given.terminalId, { ...given, timer });
  }

  #forget(held: Held): void {
    clearTimeout(held.timer);
    this.#held.delete(held.terminalId);
  }
}
