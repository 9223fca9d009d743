import type { LoopbackHost } from '../../electron/host/loopback-host.ts';
import { type RawRequest, sendRaw } from './raw-request.ts';

export interface KnownPage {
  readonly port: number;
  readonly cookie: string;
  readonly token: string;
  /** A call as the page itself makes it. */
  request(operation: string, body: unknown): RawRequest;
}

/** Exchanges the host's launch token as the page does on its first load. */
export async function openKnownPage(host: LoopbackHost, heldCookie?: string): Promise<KnownPage> {
  const { port } = host;
  const launch = /#launch=([\w-]+)$/.exec(host.address)?.[1];
  const own = {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    'sec-fetch-site': 'same-origin',
  };
  const answer = await sendRaw(port, {
    method: 'POST',
    path: '/launch',
    headers: { ...own, cookie: heldCookie, 'content-type': 'application/json' },
    body: JSON.stringify({ token: launch }),
  });
  if (answer.status !== 200) throw new Error(`launch: ${answer.status} ${answer.text}`);
  const cookie = answer.headers['set-cookie']![0]!.split(';')[0]!;
  const token = (JSON.parse(answer.text) as { pageToken: string }).pageToken;
  return {
    port,
    cookie,
    token,
    request: (operation, body) => ({
      method: 'POST',
      path: `/call/${operation}`,
      headers: { ...own, cookie, 'x-guichet-page': token, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  };
}
