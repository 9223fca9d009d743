import { afterEach, expect, test } from 'vitest';
import { messageIdOf } from '../../../electron/terminal/message-id.ts';
import { deriveMessageKey } from '../../../electron/terminal/nexo/message-encryption.ts';
import { NEXO_WAITS, type NexoTerminal, nexoTerminal } from '../../../electron/terminal/nexo/nexo-driver.ts';
import { makeAuthority, makeCertificate } from '../../../electron/terminal/simulator/certificate.ts';
import { type NexoServer, openNexoServer } from '../../../electron/terminal/simulator/nexo-server.ts';
import type { DeviceAttempt } from '../../../electron/terminal/terminal-device.ts';
import { chanceOf, POI_ID, payment, type Run, reply, SALE_ID } from '../../support/nexo-answers.ts';

const key = await deriveMessageKey({ keyIdentifier: 'desk', keyVersion: 1, passphrase: 'une phrase' });
const authority = makeAuthority('Root of the test terminals');
const own = makeCertificate(`${POI_ID}.live.terminal.adyen.com`, authority);
const attempt: DeviceAttempt = {
  messageId: '0100000001',
  direction: 'out',
  amountMinor: 4567,
  saleReference: 'RF-12',
  transactionReference: 'attempt-9',
  at: '2026-11-24T15:00:00.000Z',
};
const run: Run = { attempt, key, otherKey: key, chance: chanceOf(1) };

let peer: NexoServer;
afterEach(() => peer.close());

async function open(change: Partial<NexoTerminal> = {}) {
  peer = await openNexoServer(own, key);
  let count = 0;
  return nexoTerminal({
    ...NEXO_WAITS,
    host: '127.0.0.1',
    port: peer.port,
    authorities: authority.certificate,
    poiId: POI_ID,
    environment: 'live',
    saleId: SALE_ID,
    currency: 'CAD',
    key,
    nextMessageId: async () => messageIdOf(2, ++count),
    ...change,
  });
}

test('the terminal’s own certificate may be pinned instead of its provider’s root', async () => {
  const device = await open({ authorities: own.certificate });
  peer.behave((socket, received) => socket.end(reply(run, received, payment(run))));
  expect(await device.perform(attempt)).toMatchObject({ kind: 'approved', authorizedMinor: 4567 });
});

test('a pinned certificate that is not one lets nothing out', async () => {
  const device = await open({ authorities: 'unencrypted' });
  peer.behave(() => {
    throw new Error('nothing may be sent');
  });
  expect(await device.perform(attempt)).toMatchObject({
    kind: 'not-sent',
    reason: 'wrong-certificate',
    isIncident: true,
  });
});

test('an answer is not lost because the question that follows has no name', async () => {
  const device = await open({ nextMessageId: () => Promise.reject(new Error('the ledger is closed')) });
  peer.behave((socket, received) =>
    socket.end(reply(run, received, payment(run, { condition: 'DeviceOut' }))),
  );
  expect(await device.perform(attempt)).toMatchObject({
    kind: 'unknown',
    reason: 'unavailable',
    reply: { errorCondition: 'DeviceOut' },
  });
});

test('an abort says what it stops, and proves nothing', async () => {
  const device = await open();
  let asked: unknown;
  peer.behave((socket, received) => {
    asked = received.body;
    socket.end(reply(run, received, '{}'));
  });
  expect(await device.abort(attempt, 'power-failure')).toBe('delivered');
  expect(asked).toEqual({
    AbortReason: 'Power Failure',
    MessageReference: { MessageCategory: 'Payment', SaleID: SALE_ID, POIID: POI_ID, ServiceID: '0100000001' },
  });
  peer.behave((socket) => socket.destroy());
  expect(await device.abort(attempt, 'merchant')).toBe('unknown');
});

test.each([0, -1, 0.5, 2 ** 53])('%d cents are never sent', async (amountMinor) => {
  const device = await open();
  peer.behave(() => {
    throw new Error('nothing may be sent');
  });
  await expect(device.perform({ ...attempt, amountMinor })).rejects.toThrow();
});

test('a card that nobody waits for any more is not asked for any more', async () => {
  const device = await open();
  const asked: unknown[] = [];
  const gone = new AbortController();
  peer.behave((socket, received) => {
    asked.push(received.category, received.body.MessageReference);
    if (received.category === 'CardAcquisition') gone.abort();
    else socket.end(reply(run, received, '{}'));
  });
  expect(await device.acquireCard(attempt, gone.signal)).toEqual({ kind: 'not-read', reason: 'no-answer' });
  const about = {
    MessageCategory: 'CardAcquisition',
    SaleID: SALE_ID,
    POIID: POI_ID,
    ServiceID: '0100000001',
  };
  expect(asked).toEqual(['CardAcquisition', undefined, 'Abort', about]);
});
