import { PageRefused, type Transport } from '../../shared/contract/guichet-client.ts';
import type { PushedEvent } from '../../shared/contract/pushed-event.ts';
import { readEventStream } from './event-stream.ts';

const PAGE_TOKEN_HEADER = 'x-guichet-page';
const STORED = 'guichet.page';
const CALL_WAIT_MS = 60_000;
const RETRY_WAITS_MS = [500, 1_000, 2_000, 5_000] as const;

function launchTokenOf(hash: string): string | null {
  return /^#launch=(.+)$/.exec(hash)?.[1] ?? null;
}

/** Trades the launch token of the address for this page's own token, and takes it out of the address. */
async function exchange(token: string): Promise<void> {
  window.history.replaceState(null, '', window.location.pathname);
  const answer = await fetch('/launch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!answer.ok) return;
  const { pageToken } = (await answer.json()) as { pageToken: string };
  window.sessionStorage.setItem(STORED, pageToken);
}

const pageHeaders = () => ({ [PAGE_TOKEN_HEADER]: window.sessionStorage.getItem(STORED) ?? '' });

/** Calls by POST and pushed events by a streamed GET, since only fetch can send the page's own token. */
export function loopbackTransport(): Transport {
  const token = launchTokenOf(window.location.hash);
  const ready = token ? exchange(token) : Promise.resolve();
  // An address opened over a page that is already there changes only its fragment
  window.addEventListener('hashchange', () => {
    const next = launchTokenOf(window.location.hash);
    if (next) void exchange(next).then(() => window.location.reload());
  });
  return {
    async send({ operation, ...call }) {
      await ready;
      const answer = await fetch(`/call/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...pageHeaders() },
        body: JSON.stringify(call),
        signal: AbortSignal.timeout(CALL_WAIT_MS),
      });
      if (answer.status === 401) throw new PageRefused();
      if (!answer.ok) throw new Error(`the host answered ${answer.status}`);
      return await answer.json();
    },
    listen(onPushed, onReachable) {
      const stop = new AbortController();
      void ready.then(() => listenForever(stop.signal, onPushed, onReachable));
      return () => stop.abort();
    },
  };
}

async function listenForever(
  signal: AbortSignal,
  onPushed: (event: PushedEvent) => void,
  onReachable: (isReachable: boolean) => void = () => undefined,
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const answer = await fetch('/events', { headers: pageHeaders(), signal });
      if (!answer.ok || !answer.body) throw new Error(`the host answered ${answer.status}`);
      onReachable(true);
      failures = 0;
      await readEventStream(answer.body, ({ event, data }) => {
        if (event === 'message') onPushed(JSON.parse(data) as PushedEvent);
      });
    } catch {
      // Told below, whether the stream ended or never began
    }
    if (signal.aborted) return;
    onReachable(false);
    const waitMs = RETRY_WAITS_MS[Math.min(failures, RETRY_WAITS_MS.length - 1)];
    await new Promise((resolve) => window.setTimeout(resolve, waitMs));
  }
}
