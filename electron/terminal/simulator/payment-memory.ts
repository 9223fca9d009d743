import type { CardScript } from './scripts.ts';

interface Known {
  answer: string | null;
  silentQuestions: number;
  busyQuestions: number;
  /** Moves the money that waits for a question, and gives its answer. */
  whenAsked: (() => string) | null;
}

/** What a terminal says about a payment it is asked about: nothing at all, or one of nexo's answers. */
export type Told = { kind: 'silence' | 'in-progress' | 'not-found' } | { kind: 'repeated'; answer: string };

/** What a terminal remembers of each payment message, or pretends to. */
export class PaymentMemory {
  readonly #known = new Map<string, Known>();

  has(messageId: string): boolean {
    return this.#known.has(messageId);
  }

  begin(messageId: string, { silentQuestions = 0, busyQuestions = 0 }: CardScript): void {
    this.#known.set(messageId, { answer: null, silentQuestions, busyQuestions, whenAsked: null });
  }

  keep(messageId: string, answer: string | null): void {
    const known = this.#known.get(messageId);
    if (known) known.answer = answer;
  }

  /** `then` runs at the first question that is answered. */
  whenAsked(messageId: string, then: () => string): void {
    const known = this.#known.get(messageId);
    if (known) known.whenAsked = then;
  }

  tell(messageId: string): Told {
    const known = this.#known.get(messageId);
    if (!known) return { kind: 'not-found' };
    if (known.silentQuestions > 0) {
      known.silentQuestions -= 1;
      return { kind: 'silence' };
    }
    if (known.busyQuestions > 0) {
      known.busyQuestions -= 1;
      return { kind: 'in-progress' };
    }
    if (known.whenAsked) {
      const then = known.whenAsked;
      known.whenAsked = null;
      known.answer = then();
    }
    return known.answer === null ? { kind: 'not-found' } : { kind: 'repeated', answer: known.answer };
  }

  /** It restarts with nothing in it; that it saw a message is not forgotten, so that one sent again is counted. */
  forgetAll(): void {
    for (const known of this.#known.values()) known.answer = null;
  }
}
