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

export interface SentOutcome {
  ok: boolean;
  value?: unknown;
  failure?: { code: string; detail: object };
}

/** Electron's bridge and the loopback host look the same from the screens. */
export interface Transport {
  /** Rejects with `Unreachable` when no answer came, with `PageRefused` when the host does not know this page. */
  send(call: SentCall): Promise<SentOutcome>;
  /** Calls back for every pushed event, until the returned function is called. */
  listen(listener: (event: PushedEvent) => void): () => void;
}

/** No answer came: the call may or may not have happened, so it goes again under the same key. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable');
  }
}

/** The host answers, but not to this page: only opening the printed address again helps. */
export class PageRefused extends Error {
  constructor() {
    super('page-refused');
  }
}
