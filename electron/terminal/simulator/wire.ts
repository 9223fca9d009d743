import type { TLSSocket } from 'node:tls';
import type { MessageKey } from '../nexo/message-encryption.ts';
import { rejection } from './answers.ts';
import { answerHeader, http, plainAnswer, type ReceivedMessage, sealed } from './nexo-server.ts';

/** What can become of an answer between the terminal and the desk. */
export type Wire =
  | 'whole'
  | 'none'
  | 'late'
  | 'twice'
  | 'reset'
  | 'half-open'
  | 'cut'
  | 'byte-by-byte'
  | 'split-utf8'
  | 'endless-header'
  | 'garbage'
  | 'zeros'
  | 'huge-length'
  | 'http-error'
  | 'redirect'
  | 'wrong-hmac'
  | 'wrong-service-id'
  | 'wrong-terminal'
  | 'another-answer'
  | 'rejected';

export interface Delivery {
  readonly socket: TLSSocket;
  readonly received: ReceivedMessage;
  /** JSON of the answer's body. */
  readonly body: string;
  readonly key: MessageKey;
  /** Longer than the desk waits for an answer. */
  readonly lateMs: number;
}

const DRIP_MS = 5;
const GIGABYTE = 1024 ** 3;

/** Sends one answer, or what is left of it. */
export function deliver(wire: Wire, delivery: Delivery): void {
  const { socket, received, key } = delivery;
  const whole = () => http(sealedAnswer(delivery));
  switch (wire) {
    case 'whole':
      socket.end(whole());
      return;
    case 'none':
      return;
    case 'late':
      later(socket, delivery.lateMs, () => socket.end(whole()));
      return;
    case 'twice':
      socket.write(whole());
      socket.end(whole());
      return;
    case 'reset':
      socket.destroy();
      return;
    case 'half-open':
      socket.end();
      return;
    case 'cut': {
      const bytes = whole();
      socket.write(bytes.subarray(0, bytes.length >> 1), () => socket.destroy());
      return;
    }
    case 'byte-by-byte':
      drip(socket, whole(), 1);
      return;
    case 'split-utf8':
      sendSplit(socket, http(sealedAnswer(delivery, {}, { Note: 'reçu' })));
      return;
    case 'endless-header':
      socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
      dripForEver(socket);
      return;
    case 'garbage':
      socket.end(http('{"SaleToPOIResponse":{"NexoBlob":"%%%%","SecurityTrailer":[]}} é'));
      return;
    case 'zeros':
      socket.end(Buffer.alloc(4096));
      return;
    case 'huge-length':
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${GIGABYTE}\r\n\r\n`);
      flood(socket);
      return;
    case 'http-error':
      socket.end(http(sealedAnswer(delivery), { status: '503 Service Unavailable' }));
      return;
    case 'redirect':
      socket.end('HTTP/1.1 307 Temporary Redirect\r\nLocation: /nexo/\r\nContent-Length: 0\r\n\r\n');
      return;
    case 'wrong-hmac':
      socket.end(http(withOtherHmac(sealedAnswer(delivery))));
      return;
    case 'wrong-service-id':
      socket.end(http(sealedAnswer(delivery, { ServiceID: 'ZZZZZZZZZZ' })));
      return;
    case 'wrong-terminal':
      socket.end(http(sealedAnswer(delivery, { POIID: 'V400m-000000000' })));
      return;
    case 'another-answer':
      socket.end(http(sealed(plainAnswer(answerHeader(received), 'DiagnosisResponse', '{}'), key, {})));
      return;
    case 'rejected':
      socket.end(http(sealed(rejection(received), key, received.header, 'SaleToPOIRequest')));
      return;
  }
}

function sealedAnswer(
  { received, body, key }: Delivery,
  change: Record<string, unknown> = {},
  outer: Record<string, unknown> = {},
): string {
  const header = answerHeader(received, change);
  return sealed(plainAnswer(header, `${received.category}Response`, body), key, { ...header, ...outer });
}

/** Two packets, cut between the two bytes of one character. */
function sendSplit(socket: TLSSocket, bytes: Buffer): void {
  const cut = bytes.indexOf(0xc3) + 1;
  socket.write(bytes.subarray(0, cut), () => setImmediate(() => socket.end(bytes.subarray(cut))));
}

function withOtherHmac(text: string): string {
  return text.replace(/"Hmac":"(.)/, (_found, first) => `"Hmac":"${first === 'A' ? 'B' : 'A'}`);
}

function drip(socket: TLSSocket, bytes: Buffer, size: number): void {
  let sent = 0;
  const next = () => {
    if (socket.destroyed) return;
    if (sent >= bytes.length) {
      socket.end();
      return;
    }
    const from = sent;
    sent += size;
    socket.write(bytes.subarray(from, sent), (error) => {
      if (!error) setImmediate(next);
    });
  };
  next();
}

function dripForEver(socket: TLSSocket): void {
  const timer = setInterval(() => socket.write('x'), DRIP_MS);
  timer.unref();
  socket.on('close', () => clearInterval(timer));
}

/** Megabytes until the other side has had enough. */
function flood(socket: TLSSocket): void {
  const chunk = Buffer.alloc(64 * 1024, '{');
  const next = (error?: Error | null) => {
    // a connection that was reset is not yet destroyed when it says so
    if (!error && !socket.destroyed) socket.write(chunk, next);
  };
  next();
}

function later(socket: TLSSocket, waitMs: number, then: () => void): void {
  const timer = setTimeout(() => {
    if (!socket.destroyed) then();
  }, waitMs);
  timer.unref();
}
