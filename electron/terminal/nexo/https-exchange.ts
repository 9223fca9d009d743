import { type IncomingMessage, request } from 'node:http';
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls';

/** Where a terminal listens and how it proves who it is. */
export interface Endpoint {
  host: string;
  port: number;
  /** PEM: the provider's terminal root, or the terminal's own certificate. Nothing else is trusted. */
  authorities: string;
  poiId: string;
  environment: 'live' | 'test';
  /** For the connection with its proof of identity. */
  connectWaitMs: number;
}

/** Whether the request left is the whole question: before, nothing happened; after, only an answer proves anything. */
export type Exchanged =
  | { kind: 'reply'; text: string }
  | { kind: 'not-written'; reason: 'unreachable' | 'wrong-certificate' | 'stopped' }
  | { kind: 'no-answer'; reason: 'no-answer' | 'unreadable' | 'stopped' };

/** A whole answer with two receipts is under 20 KB. */
export const REPLY_BYTES_MAX = 256 * 1024;
const HEADER_BYTES_MAX = 8 * 1024;
const KEEP_ALIVE_MS = 15_000;
const PATH = '/nexo/';
const DOMAIN = 'terminal.adyen.com';

/**
 * One request on a connection of its own, with neither retry nor redirect; never throws. `replyWaitMs` runs from the request
 * to the last byte of the answer, so a terminal that sends one byte at a time gains nothing.
 */
export async function exchange(
  endpoint: Endpoint,
  body: string,
  replyWaitMs: number,
  signal?: AbortSignal,
): Promise<Exchanged> {
  if (signal?.aborted) return { kind: 'not-written', reason: 'stopped' };
  const connected = await connectPinned(endpoint, signal);
  if ('kind' in connected) return connected;
  try {
    return await post(connected.socket, endpoint, body, replyWaitMs, signal);
  } finally {
    connected.socket.destroy();
  }
}

class WrongName extends Error {}

/**
 * Refuses a certificate that is not this very terminal's, in this environment: the provider signs every merchant's terminals
 * (terminal.md §3.1). Its legacy certificate, which names no terminal, is refused too.
 */
export function checkCertificateName(
  certificate: Pick<PeerCertificate, 'subject'>,
  { poiId, environment }: Pick<Endpoint, 'poiId' | 'environment'>,
): Error | undefined {
  const name: unknown = certificate.subject?.CN;
  const expected = `${poiId}.${environment}.${DOMAIN}`;
  return name === expected ? undefined : new WrongName('the certificate names another terminal');
}

async function connectPinned(
  endpoint: Endpoint,
  signal: AbortSignal | undefined,
): Promise<{ socket: TLSSocket } | Extract<Exchanged, { kind: 'not-written' }>> {
  return await new Promise((resolve) => {
    let socket: TLSSocket;
    const fail = (reason: 'unreachable' | 'wrong-certificate' | 'stopped') => {
      finish();
      socket?.destroy();
      resolve({ kind: 'not-written', reason });
    };
    const stop = () => fail('stopped');
    const timer = setTimeout(() => fail('unreachable'), endpoint.connectWaitMs);
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    signal?.addEventListener('abort', stop);
    try {
      socket = connect({
        host: endpoint.host,
        port: endpoint.port,
        ca: endpoint.authorities,
        allowPartialTrustChain: true,
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
        // An address on the desk's network proves nothing; the name in the certificate does.
        servername: '',
        checkServerIdentity: (_host, certificate) => checkCertificateName(certificate, endpoint),
      });
    } catch {
      // A certificate in the settings that is not one, or a port out of range.
      fail('wrong-certificate');
      return;
    }
    socket.on('error', (error) => fail(isAboutCertificate(error) ? 'wrong-certificate' : 'unreachable'));
    socket.once('close', () => fail('unreachable'));
    socket.once('secureConnect', () => {
      finish();
      resolve({ socket });
    });
  });
}

function isAboutCertificate(error: NodeJS.ErrnoException): boolean {
  return error instanceof WrongName || /CERT|SIGNATURE|ISSUER|VERIFY/.test(error.code ?? '');
}

async function post(
  socket: TLSSocket,
  endpoint: Endpoint,
  body: string,
  replyWaitMs: number,
  signal: AbortSignal | undefined,
): Promise<Exchanged> {
  if (signal?.aborted) return { kind: 'not-written', reason: 'stopped' };
  return await new Promise((resolve) => {
    const finish = (exchanged: Exchanged) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(exchanged);
    };
    const lose = () => finish({ kind: 'no-answer', reason: 'no-answer' });
    const stop = () => finish({ kind: 'no-answer', reason: 'stopped' });
    const timer = setTimeout(lose, replyWaitMs);
    signal?.addEventListener('abort', stop);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    const sending = request({
      createConnection: () => socket,
      host: endpoint.host,
      port: endpoint.port,
      method: 'POST',
      path: PATH,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        connection: 'close',
      },
      maxHeaderSize: HEADER_BYTES_MAX,
    });
    sending.on('error', lose);
    sending.on('close', lose);
    sending.on('upgrade', lose);
    sending.on('response', (response) => readBody(response, finish));
    sending.end(body);
  });
}

function readBody(response: IncomingMessage, finish: (exchanged: Exchanged) => void): void {
  const lose = () => finish({ kind: 'no-answer', reason: 'no-answer' });
  const unreadable = () => finish({ kind: 'no-answer', reason: 'unreadable' });
  response.on('error', lose);
  if (response.statusCode !== 200) {
    lose();
    return;
  }
  // One buffer for the whole answer: a byte at a time must not cost an object a byte.
  const bytes = Buffer.allocUnsafe(REPLY_BYTES_MAX);
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    if (length + chunk.length > REPLY_BYTES_MAX) {
      response.destroy();
      unreadable();
      return;
    }
    chunk.copy(bytes, length);
    length += chunk.length;
  });
  response.on('end', () => {
    const text = response.complete ? decodeText(bytes.subarray(0, length)) : undefined;
    if (text === undefined) unreadable();
    else finish({ kind: 'reply', text });
  });
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
