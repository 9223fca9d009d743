import type { TLSSocket } from 'node:tls';
import { http, type ReceivedMessage } from '../../../electron/terminal/simulator/nexo-server.ts';
import { answer, payment, type Run, reply } from '../../support/nexo-answers.ts';
import type { Fault } from './fault.ts';

const SHORT_WAIT_MS = 60;
const MEGABYTE = 1024 * 1024;
const LOST = 'unknown no-answer';

/** A fault that answers with these bytes and ends the connection. */
function bytes(name: string, expect: string, make: (run: Run, received: ReceivedMessage) => Buffer): Fault {
  return { name, expect, behave: (run) => (socket, received) => socket.end(make(run, received)) };
}

/** The whole approval in HTTP. */
function approval(run: Run, received: ReceivedMessage): Buffer {
  return reply(run, received, payment(run));
}

function cut(run: Run, whole: Buffer, from: number, to = whole.length): Buffer {
  return whole.subarray(0, from + run.chance.below(Math.max(1, to - from)));
}

function headLength(whole: Buffer): number {
  return whole.indexOf('\r\n\r\n') + 4;
}

async function writeInPieces(socket: TLSSocket, whole: Buffer, sizeOf: () => number): Promise<void> {
  for (let at = 0; at < whole.length && !socket.destroyed; ) {
    const size = sizeOf();
    await new Promise((resolve) => socket.write(whole.subarray(at, at + size), resolve));
    at += size;
  }
}

async function writeForEver(socket: TLSSocket, piece: Buffer): Promise<void> {
  while (!socket.destroyed) await new Promise((resolve) => socket.write(piece, resolve));
}

function chunked(run: Run, received: ReceivedMessage, lengthOf: (size: number) => string): Buffer {
  const body = answer(run, received, payment(run));
  let text = '';
  for (let at = 0; at < body.length; ) {
    const piece = body.slice(at, at + 1 + run.chance.below(400));
    text += `${lengthOf(piece.length)}\r\n${piece}\r\n`;
    at += piece.length;
  }
  return http(`${text}0\r\n\r\n`, { headers: 'Transfer-Encoding: chunked\r\n' });
}

const reached: Fault[] = (
  [
    ['refuses', 'the port refuses', 'unreachable'],
    ['silent', 'it accepts and never speaks TLS', 'unreachable'],
    ['resets', 'it resets during the handshake', 'unreachable'],
    ['not-tls', 'it speaks something else than TLS', 'unreachable'],
    ['stranger', 'a certificate of another authority', 'wrong-certificate'],
    ['other-name', 'another terminal of the same provider', 'wrong-certificate'],
    ['other-world', 'the terminal of the other environment', 'wrong-certificate'],
    ['expired', 'an expired certificate', 'wrong-certificate'],
    ['legacy', 'the certificate that names no terminal', 'wrong-certificate'],
  ] as const
).map(([peer, name, reason]) => ({ name, peer, expect: `not-sent ${reason}`, waitMs: SHORT_WAIT_MS }));

const whole: Fault[] = [
  bytes('a whole answer', 'approved', approval),
  {
    name: 'one byte at a time',
    expect: 'approved',
    behave: (run) => (socket, received) => writeInPieces(socket, approval(run, received), () => 1),
  },
  {
    name: 'frames split anywhere',
    expect: 'approved',
    behave: (run) => (socket, received) =>
      writeInPieces(socket, approval(run, received), () => 1 + run.chance.below(200)),
  },
  bytes('chunks of any size', 'approved', (run, received) =>
    chunked(run, received, (size) => size.toString(16)),
  ),
  bytes('an end of connection for a length', 'approved', (run, received) =>
    http(answer(run, received, payment(run)), { headers: '' }),
  ),
  bytes('100 Continue and 103 first', 'approved', (run, received) =>
    Buffer.concat([
      Buffer.from('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n'),
      approval(run, received),
    ]),
  ),
  bytes('a second answer that says no', 'approved', (run, received) =>
    Buffer.concat([approval(run, received), reply(run, received, payment(run, { condition: 'Refusal' }))]),
  ),
  bytes('spaces around the JSON', 'approved', (run, received) =>
    http(`\r\n \t${answer(run, received, payment(run))}\n\n`),
  ),
];

const lost: Fault[] = [
  { name: 'closed without a byte', expect: LOST, behave: () => (socket) => socket.end() },
  {
    name: 'reset after the last byte of the request',
    expect: LOST,
    behave: () => (socket) => socket.destroy(),
  },
  { name: 'no answer at all', expect: LOST, waitMs: SHORT_WAIT_MS, behave: () => () => {} },
  {
    name: 'one byte, then nothing',
    expect: LOST,
    waitMs: SHORT_WAIT_MS,
    behave: (run) => (socket, received) => socket.write(approval(run, received).subarray(0, 1)),
  },
  {
    name: 'half the answer, then nothing',
    expect: LOST,
    waitMs: SHORT_WAIT_MS,
    behave: (run) => (socket, received) => socket.write(cut(run, approval(run, received), 1)),
  },
  {
    name: 'bytes that come too slowly',
    expect: LOST,
    waitMs: SHORT_WAIT_MS,
    behave: (run) => (socket, received) => {
      const rest = approval(run, received);
      let at = 0;
      const timer = setInterval(() => {
        if (socket.destroyed) clearInterval(timer);
        else socket.write(rest.subarray(at, ++at));
      }, 5);
      socket.once('close', () => clearInterval(timer));
    },
  },
  bytes('cut within the headers', LOST, (run, received) => {
    const answered = approval(run, received);
    return cut(run, answered, 1, headLength(answered));
  }),
  bytes('cut within the body', LOST, (run, received) => {
    const answered = approval(run, received);
    return cut(run, answered, headLength(answered));
  }),
  bytes('a length longer than the body', LOST, (run, received) => {
    const body = answer(run, received, payment(run));
    return http(body, { headers: `Content-Length: ${body.length + 1 + run.chance.below(5000)}\r\n` });
  }),
  bytes('garbage after the whole answer', LOST, (run, received) =>
    Buffer.concat([approval(run, received), Buffer.from(`garbage ${run.chance.below(1e9)}`)]),
  ),
  bytes('a length shorter than the body', LOST, (run, received) => {
    const body = answer(run, received, payment(run));
    return http(body, { headers: `Content-Length: ${run.chance.below(body.length)}\r\n` });
  }),
  bytes('an impossible length', LOST, (run, received) =>
    http(answer(run, received, payment(run)), {
      headers: `Content-Length: ${run.chance.pick(['9'.repeat(30), '-1', '1e3', '0x10', '12, 13'])}\r\n`,
    }),
  ),
  bytes('a length of gigabytes', LOST, (run, received) =>
    http(answer(run, received, payment(run)), { headers: 'Content-Length: 8589934592\r\n' }),
  ),
  bytes('two lengths', LOST, (run, received) => {
    const body = answer(run, received, payment(run));
    const headers = `Content-Length: ${body.length}\r\nContent-Length: ${body.length - 1}\r\n`;
    return http(body, { headers });
  }),
  bytes('a length and chunks', LOST, (run, received) => {
    const body = answer(run, received, payment(run));
    return http(body, { headers: `Content-Length: ${body.length}\r\nTransfer-Encoding: chunked\r\n` });
  }),
  bytes('chunks of wrong sizes', LOST, (run, received) =>
    chunked(run, received, (size) => run.chance.pick(['zz', 'ffffffffffffffffff', (size + 7).toString(16)])),
  ),
  {
    name: 'a body without end',
    expect: 'unknown unreadable',
    behave: () => (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      return writeForEver(socket, Buffer.alloc(MEGABYTE / 16, ' '));
    },
  },
  {
    name: 'headers without end',
    expect: LOST,
    behave: () => (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      return writeForEver(socket, Buffer.from(`X-${'a'.repeat(1000)}: b\r\n`));
    },
  },
  {
    name: 'early hints without end',
    expect: LOST,
    waitMs: SHORT_WAIT_MS,
    behave: () => (socket) => writeForEver(socket, Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n')),
  },
  bytes('an HTTP error around an approval', LOST, (run, received) => {
    const status = run.chance.pick([
      '500 Error',
      '502 Bad',
      '503 Busy',
      '404 None',
      '401 Who',
      '408 Late',
      '201 Made',
    ]);
    return http(answer(run, received, payment(run)), { status });
  }),
  bytes('a redirect', LOST, (run, received) =>
    http(answer(run, received, payment(run)), {
      status: run.chance.pick(['301 Moved', '302 Found', '307 There', '308 There']),
      headers: 'Location: https://127.0.0.1:1/nexo/\r\nContent-Length: 0\r\n',
    }),
  ),
  bytes('204 without a body', LOST, () => http('', { status: '204 No Content', headers: '' })),
  bytes('another protocol offered', LOST, () =>
    http('', { status: '101 Switching Protocols', headers: 'Connection: Upgrade\r\nUpgrade: websocket\r\n' }),
  ),
  bytes('garbage for HTTP', LOST, (run) =>
    Buffer.from(Array.from({ length: 1 + run.chance.below(3000) }, () => run.chance.below(256))),
  ),
  bytes('an empty body', 'unknown unreadable', () => http('')),
  bytes('garbage for a body', 'unknown unreadable', (run) => {
    const body = Buffer.from(
      Array.from({ length: 1 + run.chance.below(3000) }, () => 128 + run.chance.below(64)),
    );
    return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`), body]);
  }),
  { name: 'the caller stops before', expect: 'not-sent stopped', stop: 'before', behave: () => () => {} },
  { name: 'the caller stops meanwhile', expect: 'unknown stopped', stop: 'after', behave: () => () => {} },
];

/** What can go wrong between the request and the last byte of its answer. */
export const TRANSPORT_FAULTS: readonly Fault[] = [...reached, ...whole, ...lost];
