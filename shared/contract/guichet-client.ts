import type { InputOf, OperationName, OutputOf } from './contract.ts';
import type { PushedEvent } from './pushed-event.ts';

/** What a screen sends, over whichever host. */
export interface SentCall {
  operation: string;
  input: unknown;
  /** Idempotency key, for commands. */
  key?: string;
  /** Sign-in reference. */
  session?: string;
}

/** `incident` is the one failure that no operation lists: a broken assumption, logged under its number. */
export interface ClientFailure {
  readonly code: string;
  readonly detail: object;
}

export type ClientOutcome<N extends OperationName> =
  | { ok: true; value: OutputOf<N> }
  | { ok: false; failure: ClientFailure };

/** Electron's bridge and the loopback host look the same from the screens. */
export interface Transport {
  /** Rejects when no answer came: the call may or may not have happened. */
  send(call: SentCall): Promise<unknown>;
  /** Calls back for every pushed event, and when the host is lost or found, until the returned function is called. */
  listen(onPushed: (event: PushedEvent) => void, onReachable?: (isReachable: boolean) => void): () => void;
}

/** The host answers, but not to this page; trying again does not help, opening the printed address does. */
export class PageRefused extends Error {
  constructor() {
    super('page-refused');
  }
}

export interface GuichetClient {
  /** Rejects when no answer came after every try; with the same key, calling again stays one command. */
  call<N extends OperationName>(
    operation: N,
    input: InputOf<N>,
    options?: { key?: string },
  ): Promise<ClientOutcome<N>>;
  listen: Transport['listen'];
}

const RETRY_WAITS_MS: readonly number[] = [200, 1_000, 3_000];

/**
 * The typed client of the one table, over any transport. A call that carries a key is tried again when the host cannot
 * be reached, under the same key, which makes it happen once; one without a key is not, since nothing would tell two
 * tries apart.
 */
export function createGuichetClient(
  transport: Transport,
  readSession: () => string | undefined,
  retryWaitsMs: readonly number[] = RETRY_WAITS_MS,
): GuichetClient {
  return {
    async call<N extends OperationName>(operation: N, input: InputOf<N>, { key }: { key?: string } = {}) {
      const session = readSession();
      const call: SentCall = {
        operation,
        input,
        ...(key === undefined ? {} : { key }),
        ...(session === undefined ? {} : { session }),
      };
      const waits = key === undefined ? [] : retryWaitsMs;
      for (let tries = 0; ; tries += 1) {
        try {
          return (await transport.send(call)) as ClientOutcome<N>;
        } catch (error) {
          const waitMs = waits[tries];
          if (error instanceof PageRefused || waitMs === undefined) throw error;
          await new Promise((resolve) => setTimeout(resolve, waitMs));
        }
      }
    },
    listen: (onPushed, onReachable) => transport.listen(onPushed, onReachable),
  };
}
