import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** How the simulated processor treats the next charge or refund, in the words of the published API. */
export interface Script {
  /** A card error: `card_declined`, `expired_card`, `insufficient_funds`, `authentication_required`… */
  declined?: string;
  /** Accepted, and pending until `settle` or its days are over. */
  processing?: boolean;
  requires_action?: boolean;
  /** Answered 429, nothing done. */
  rate_limited?: boolean;
  /** Answered 500: before the work when `lost` is `before`, after it otherwise. */
  error?: boolean;
  /** No answer comes: the work was not done (`before`), or was (`after`). */
  timeout?: boolean;
  lost?: 'before' | 'after';
  /** An answer that cannot be read, about another object, or in another currency; the work was done. */
  malformed?: boolean;
  other_id?: boolean;
  currency?: string;
  /** Of a refund: its failure_reason. */
  failed?: string;
}

export interface SimulatedIntent {
  id: string;
  status:
    | 'requires_confirmation'
    | 'requires_payment_method'
    | 'processing'
    | 'succeeded'
    | 'canceled'
    | 'requires_action';
  amount: number;
  amount_received: number;
  payment_method: string;
  customer: string | null;
  type: string;
  metadata: Record<string, string>;
  error: { code: string; decline_code: string | null } | null;
  disputed: boolean;
  /** When a debit that is being processed settles, as an instant in milliseconds; null when by command only. */
  settlesAt: number | null;
}

export interface SimulatedRefund {
  id: string;
  payment_intent: string;
  amount: number;
  status: 'succeeded' | 'pending' | 'failed' | 'canceled';
  failure_reason: string | null;
  metadata: Record<string, string>;
  settlesAt: number | null;
}

interface Remembered {
  path: string;
  body: string;
  status: number;
  answer: unknown;
}

/**
 * What the simulated processor remembers: it outlives every death of the program, and with a file its own as well. All
 * that moved money is counted here, whoever asked.
 */
export class SimulatedWorld {
  readonly intents = new Map<string, SimulatedIntent>();
  readonly refunds = new Map<string, SimulatedRefund>();
  readonly keys = new Map<string, Remembered>();
  readonly scripts: Script[] = [];
  readonly now: () => number;
  readonly #file: string | undefined;
  #count = 0;

  constructor(options: { now?: (() => number) | undefined; file?: string | undefined } = {}) {
    this.now = options.now ?? Date.now;
    this.#file = options.file;
    if (this.#file !== undefined && existsSync(this.#file)) this.#replay(readFileSync(this.#file, 'utf8'));
  }

  nextId(prefix: string): string {
    this.#count += 1;
    return `${prefix}_sim${String(this.#count).padStart(8, '0')}`;
  }

  /** Keeps an object's new state before anyone is answered. */
  keep(kind: 'intents' | 'refunds', value: SimulatedIntent | SimulatedRefund): void {
    this[kind].set(value.id, value as never);
    this.#append({ kind, value });
  }

  remember(key: string, answered: Remembered): void {
    this.keys.set(key, answered);
    this.#append({ kind: 'keys', key, value: answered });
  }

  /** What left clients' cards and accounts, and what went back, in cents. */
  get moved(): { chargedMinor: number; refundedMinor: number; charges: number; refunds: number } {
    const charges = [...this.intents.values()].filter(({ status }) => status === 'succeeded');
    const refunds = [...this.refunds.values()].filter(({ status }) => status === 'succeeded');
    return {
      chargedMinor: charges.reduce((sum, each) => sum + each.amount_received, 0),
      refundedMinor: refunds.reduce((sum, each) => sum + each.amount, 0),
      charges: charges.length,
      refunds: refunds.length,
    };
  }

  /** Debits and refunds whose days are over settle by themselves: no webhook tells the desk, it asks. */
  settleDue(): void {
    for (const intent of this.intents.values())
      if (intent.status === 'processing' && intent.settlesAt !== null && intent.settlesAt <= this.now())
        this.keep('intents', {
          ...intent,
          status: 'succeeded',
          amount_received: intent.amount,
          settlesAt: null,
        });
    for (const refund of this.refunds.values())
      if (refund.status === 'pending' && refund.settlesAt !== null && refund.settlesAt <= this.now())
        this.keep('refunds', { ...refund, status: 'succeeded', settlesAt: null });
  }

  /** Begins again as a file of another world tells it; scripts are forgotten. */
  restore(text: string): void {
    for (const kept of [this.intents, this.refunds, this.keys]) kept.clear();
    this.scripts.length = 0;
    this.#count = 0;
    this.#replay(text);
  }

  #append(line: object): void {
    if (this.#file !== undefined)
      appendFileSync(this.#file, `${JSON.stringify({ ...line, count: this.#count })}\n`);
  }

  #replay(text: string): void {
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const { kind, key, value, count } = JSON.parse(line);
      if (kind === 'keys') this.keys.set(key, value);
      else this[kind as 'intents' | 'refunds'].set(value.id, value);
      this.#count = Math.max(this.#count, count);
    }
  }
}
