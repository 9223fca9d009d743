import { readEventStream } from './event-stream.ts';
import type { PushedEvent } from './pushed-event.ts';
import { PageRefused, type SentOutcome, type Transport, Unreachable } from './transport.ts';

const TOKEN_HEADER = 'X-Guichet-Page';
const STORED = 'guichet.page';
const LISTEN_AGAIN_MS = 1_000;

/** What the transport needs of the browser; the page hands over its own. */
export interface LoopbackPage {
  readonly fetch: typeof fetch;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** The fragment of the address, `#launch=…` on the first load. */
  readonly readFragment: () => string;
  /** Takes the spent token out of the address bar and the history. */
  readonly clearFragment: () => void;
}

/**
 * The loopback host over HTTP. The launch token of the address is exchanged once; what it gives (a cookie the page never
 * sees and a token kept for this tab) goes with every request, so a reload works and another site gets nowhere.
 */
export function loopbackTransport(page: LoopbackPage): Transport {
  let exchanging: Promise<string> | undefined;
  const token = () => {
    exchanging ??= readToken(page).catch((error: unknown) => {
      exchanging = undefined;
      throw error;
    });
    return exchanging;
  };
  const request = async (path: string, body?: unknown, signal?: AbortSignal): Promise<Response> => {
    const headers = { [TOKEN_HEADER]: await token() };
    const answer = await reach(page, path, { headers, signal: signal ?? null }, body);
    if (answer.status === 401) throw new PageRefused();
    if (!answer.ok) throw new Unreachable();
    return answer;
  };

  return {
    async send({ operation, ...body }) {
      const answer = await request(`/call/${operation}`, body);
      try {
        return (await answer.json()) as SentOutcome;
      } catch {
        throw new Unreachable();
      }
    },
    listen(listener) {
      const stop = new AbortController();
      void listenUntil(stop.signal, request, listener);
      return () => stop.abort();
    },
  };
}

async function readToken(page: LoopbackPage): Promise<string> {
  const launch = /^#launch=([\w-]+)$/.exec(page.readFragment())?.[1];
  if (!launch) {
    const stored = page.storage.getItem(STORED);
    if (!stored) throw new PageRefused();
    return stored;
  }
  const answer = await reach(page, '/launch', {}, { token: launch });
  page.clearFragment();
  if (!answer.ok) {
    const stored = page.storage.getItem(STORED);
    if (!stored) throw new PageRefused();
    return stored;
  }
  const { pageToken } = (await answer.json()) as { pageToken: string };
  page.storage.setItem(STORED, pageToken);
  return pageToken;
}

async function reach(page: LoopbackPage, path: string, init: RequestInit, body?: unknown): Promise<Response> {
  const post =
    body === undefined
      ? {}
      : {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { ...init.headers, 'Content-Type': 'application/json' },
        };
  try {
    return await page.fetch(path, { ...init, ...post, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw new Unreachable();
  }
}

/** One stream at a time, opened again when it ends; a page that is no longer known stops asking. */
async function listenUntil(
  signal: AbortSignal,
  request: (path: string, body?: unknown, signal?: AbortSignal) => Promise<Response>,
  listener: (event: PushedEvent) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const answer = await request('/events', undefined, signal);
      for await (const data of readEventStream(answer.body!)) listener(JSON.parse(data) as PushedEvent);
    } catch (error) {
      if (error instanceof PageRefused) return;
    }
    if (signal.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, LISTEN_AGAIN_MS));
  }
}
