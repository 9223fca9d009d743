import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { messageIdOf } from '../../../electron/terminal/message-id.ts';
import { deriveMessageKey } from '../../../electron/terminal/nexo/message-encryption.ts';
import { nexoTerminal } from '../../../electron/terminal/nexo/nexo-driver.ts';
import { makeAuthority, makeCertificate } from '../../../electron/terminal/simulator/certificate.ts';
import { type NexoServer, openNexoServer } from '../../../electron/terminal/simulator/nexo-server.ts';
import type { DeviceAttempt, TerminalOutcome } from '../../../electron/terminal/terminal-device.ts';
import { chanceOf, POI_ID, type Run, SALE_ID } from '../../support/nexo-answers.ts';
import type { Fault } from './fault.ts';

const DOMAIN = 'terminal.adyen.com';
const LONG_WAIT_MS = 15_000;
const DAY_MS = 24 * 3600 * 1000;

/** Listeners of the loopback for every way of being reached, shared by all runs. */
export async function openFaultBench() {
  const key = await deriveMessageKey({ keyIdentifier: 'desk', keyVersion: 1, passphrase: 'une phrase' });
  const otherKey = await deriveMessageKey({ keyIdentifier: 'desk', keyVersion: 1, passphrase: 'une autre' });
  const authority = makeAuthority('Root of the test terminals');
  const named = (name: string, endsAt?: number) => makeCertificate(`${name}.${DOMAIN}`, authority, endsAt);
  const peers = {
    ordinary: await openNexoServer(named(`${POI_ID}.test`), key),
    stranger: await openNexoServer(
      makeCertificate(`${POI_ID}.test.${DOMAIN}`, makeAuthority(authority.name)),
      key,
    ),
    'other-name': await openNexoServer(named('V400m-346403162.test'), key),
    'other-world': await openNexoServer(named(`${POI_ID}.live`), key),
    expired: await openNexoServer(named(`${POI_ID}.test`, Date.now() - DAY_MS), key),
    legacy: await openNexoServer(named('legacy-terminal-certificate.test'), key),
  };
  const plain = {
    silent: await listen((socket) => socket.resume()),
    resets: await listen((socket) => socket.once('data', () => socket.resetAndDestroy())),
    'not-tls': await listen((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')),
  };
  const closed = await listen(() => {});
  const refusedPort = portOf(closed);
  closed.close();
  await once(closed, 'close');
  let messages = 0;

  /** Runs one fault under one seed; throws, naming both, when its outcome is another or anything was sent twice. */
  async function run(fault: Fault, seed: number): Promise<TerminalOutcome> {
    const chance = chanceOf(seed);
    messages += 1;
    const attempt: DeviceAttempt = {
      messageId: messageIdOf(1, messages),
      direction: chance.pick(['in', 'out']),
      amountMinor: 2 + chance.below(1_000_000),
      saleReference: `RF-${seed}`,
      transactionReference: `attempt-${messages}`,
      at: '2026-11-24T15:00:00.000Z',
    };
    const given: Run = { attempt, key, otherKey, chance };
    const stopper = new AbortController();
    if (fault.stop === 'before') stopper.abort();
    const peer: NexoServer = peers[fault.peer as keyof typeof peers] ?? peers.ordinary;
    const behave = fault.behave?.(given) ?? (() => {});
    const seen: string[] = [];
    const paid = Promise.withResolvers<void>();
    peer.behave((socket, received) => {
      seen.push(received.category);
      if (fault.stop === 'after') stopper.abort();
      const done = behave(socket, received);
      if (received.category === 'Payment') paid.resolve();
      return done;
    });
    const port =
      fault.peer === 'refuses' ? refusedPort : portOf(plain[fault.peer as keyof typeof plain]) || peer.port;
    const device = nexoTerminal({
      host: '127.0.0.1',
      port,
      authorities: authority.certificate,
      poiId: POI_ID,
      environment: 'test',
      saleId: SALE_ID,
      currency: 'CAD',
      key,
      connectWaitMs: fault.peer === 'silent' ? (fault.waitMs ?? LONG_WAIT_MS) : LONG_WAIT_MS,
      replyWaitMs: fault.waitMs ?? LONG_WAIT_MS,
      queryWaitMs: fault.waitMs ?? LONG_WAIT_MS,
      nextMessageId: async () => messageIdOf(2, ++messages),
    });
    const asked =
      fault.call === 'status' ? device.askStatus(attempt) : device.perform(attempt, stopper.signal);
    if (fault.call === 'late') {
      await paid.promise;
      const delivery = await device.abort(attempt, 'merchant');
      if (delivery !== 'delivered') throw new Error(`${fault.name}, seed ${seed}: abort ${delivery}`);
    }
    const outcome = await asked;
    check(fault, seed, given, outcome, seen);
    return outcome;
  }

  return {
    run,
    close: async () => {
      for (const peer of Object.values(peers)) await peer.close();
      for (const server of Object.values(plain)) server.close();
    },
  };
}

function check(fault: Fault, seed: number, run: Run, outcome: TerminalOutcome, seen: string[]): void {
  const got = 'reason' in outcome ? `${outcome.kind} ${outcome.reason}` : outcome.kind;
  const where = `${fault.name}, seed ${seed}`;
  if (got !== fault.expect) throw new Error(`${where}: ${got} instead of ${fault.expect}`);
  if (outcome.kind === 'approved') {
    const authorized = fault.authorized?.(run) ?? run.attempt.amountMinor;
    if (outcome.authorizedMinor !== authorized) throw new Error(`${where}: ${outcome.authorizedMinor} cents`);
  }
  if (new Set(seen).size !== seen.length) throw new Error(`${where}: sent again: ${seen.join(', ')}`);
  if (fault.call === 'status' && seen.includes('Payment')) throw new Error(`${where}: a status paid`);
}

async function listen(onSocket: (socket: import('node:net').Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    onSocket(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function portOf(server: Server | undefined): number {
  const address = server?.address();
  return typeof address === 'object' && address ? address.port : 0;
}
