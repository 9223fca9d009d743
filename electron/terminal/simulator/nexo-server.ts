import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { type MessageKey, openMessage, type SealedMessage, sealMessage } from '../nexo/message-encryption.ts';
import type { Certificate } from './certificate.ts';

/** The header and body of a message as the terminal reads them. */
export interface ReceivedMessage {
  header: Record<string, string>;
  category: string;
  body: Record<string, unknown>;
  /** The plaintext as it came. */
  plain: string;
  /** The whole HTTP body, for an answer that quotes it. */
  sealed: string;
}

/** What a peer does once it has read a whole request: it writes bytes, or ends the connection, as it likes. */
export type Behaviour = (socket: TLSSocket, received: ReceivedMessage) => unknown;

export interface NexoServer {
  port: number;
  behave: (behaviour: Behaviour) => void;
  /** Whether connections are taken at all: without the cable they are not. */
  admit: (isOpen: () => boolean) => void;
  close: () => Promise<void>;
}

/**
 * A TLS server of the loopback that reads whole nexo requests and answers with whatever bytes it is told to.
 * `onForeign` meets a request under another key; without it that is its owner's own fault.
 */
export async function openNexoServer(
  certificate: Certificate,
  key: MessageKey,
  onForeign?: (socket: TLSSocket) => unknown,
  port = 0,
): Promise<NexoServer> {
  const sockets = new Set<TLSSocket>();
  let behaviour: Behaviour = (socket) => socket.destroy();
  let isOpen = () => true;
  const server: Server = createServer({ cert: certificate.certificate, key: certificate.key }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      text += chunk;
      const message = readRequest(text, key);
      if (!message) return;
      text = '';
      if (message !== 'foreign') behaviour(socket, message);
      else if (onForeign) onForeign(socket);
      else throw new Error('the request cannot be opened');
    });
  });
  server.on('tlsClientError', () => {});
  server.on('connection', (socket: Socket) => {
    if (!isOpen()) socket.resetAndDestroy();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    behave: (next) => {
      behaviour = next;
    },
    admit: (next) => {
      isOpen = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function readRequest(text: string, key: MessageKey): ReceivedMessage | 'foreign' | undefined {
  const end = text.indexOf('\r\n\r\n');
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
  if (end < 0 || text.length < end + 4 + length) return undefined;
  const sealed = Buffer.from(text.slice(end + 4, end + 4 + length), 'latin1').toString('utf8');
  const plain = openMessage(JSON.parse(sealed).SaleToPOIRequest as SealedMessage, key);
  if (plain === undefined) return 'foreign';
  const inner = JSON.parse(plain).SaleToPOIRequest;
  const header = inner.MessageHeader;
  return {
    header,
    category: header.MessageCategory,
    body: inner[`${header.MessageCategory}Request`],
    plain,
    sealed,
  };
}

/** The header of the answer to a message. */
export function answerHeader(
  received: ReceivedMessage,
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return { ...received.header, MessageType: 'Response', ...change };
}

/** The sealed envelope around an inner message, as text. */
export function sealed(inner: string, key: MessageKey, header: unknown, root = 'SaleToPOIResponse'): string {
  return JSON.stringify({ [root]: { MessageHeader: header, ...sealMessage(inner, key) } });
}

/** The plaintext of an answer; `body` may be text of its own, for numbers and keys that JSON.stringify would not write. */
export function plainAnswer(header: unknown, name: string, body: unknown): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return `{"SaleToPOIResponse":{"MessageHeader":${JSON.stringify(header)},"${name}":${text}}}`;
}

/** The bytes of an HTTP answer around a body. */
export function http(body: string, change: { status?: string; headers?: string } = {}): Buffer {
  const headers = change.headers ?? `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  const status = change.status ?? '200 OK';
  return Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: application/json\r\n${headers}\r\n${body}`);
}
