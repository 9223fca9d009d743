import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageIdOf } from '../../../electron/terminal/message-id.ts';
import { readJson } from '../../../electron/terminal/nexo/json-text.ts';
import { deriveMessageKey } from '../../../electron/terminal/nexo/message-encryption.ts';
import { NEXO_WAITS, nexoTerminal } from '../../../electron/terminal/nexo/nexo-driver.ts';
import { readPaymentAnswer } from '../../../electron/terminal/nexo/read-answer.ts';
import { makeAuthority, makeCertificate } from '../../../electron/terminal/simulator/certificate.ts';
import { http, type NexoServer, openNexoServer } from '../../../electron/terminal/simulator/nexo-server.ts';
import type { DeviceAttempt, TerminalDevice } from '../../../electron/terminal/terminal-device.ts';
import { answer, chanceOf, POI_ID, SALE_ID } from '../../support/nexo-answers.ts';
import {
  cardNumber,
  fullAnswer,
  leavesOf,
  shows,
  type Tree,
  written,
} from '../../support/planted-numbers.ts';

const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_124);
const PLANTED = 1000;

const attempt: DeviceAttempt = {
  messageId: '0100000001',
  direction: 'out',
  amountMinor: 4567,
  saleReference: 'RF-12',
  transactionReference: 'attempt-9',
  at: '2026-11-24T15:00:00.000Z',
};
const asked = { attempt, currency: 'CAD', saleId: SALE_ID, poiId: POI_ID };

test('an answer without card numbers keeps every field of the whitelist, and no other', () => {
  for (const encoding of ['form', 'base64'] as const) {
    const outcome = readPaymentAnswer(Object(readJson(JSON.stringify(fullAnswer(encoding)))), asked);
    expect(outcome).toEqual({
      kind: 'approved',
      authorizedMinor: 4567,
      reply: {
        result: 'success',
        errorCondition: null,
        refusalText: '203 Transaction refused',
        paymentType: 'Refund',
        authorizedMinor: 4567,
        currency: 'CAD',
        isOnline: true,
        approvalCode: '07A31C',
        brand: 'visa',
        last4: '7003',
        entryMode: 'ICC',
        applicationId: 'A0000000041010',
        cardAlias: 'TOK12',
        poiTransactionId: 'Uz5i001.VKJNM3G2TTV4TK65',
        poiTransactionAt: '2026-11-24T15:00:03.000Z',
        merchantId: 'GUICHET',
        acquirerTerminalId: 'T2',
        acquirerTransactionId: 'REF77',
        needsSignature: true,
        receipts: (['merchant', 'client'] as const).map((copy) => ({
          copy,
          lines: [
            { name: 'GUICHET', value: '' },
            { name: 'Date', value: '24/11/2026' },
            { name: 'Carte', value: '****7003' },
            { name: 'Autorisation', value: '07A31C' },
            { name: 'Reference', value: 'Uz5i001' },
            { name: 'TOTAL', value: 'CA$ 45.67' },
          ],
        })),
      },
    });
    expect(JSON.stringify(outcome)).not.toMatch(/600007|TREMBLAY|2030|1230/);
  }
});

test(`${PLANTED} card numbers over every field of an answer: none is in what is kept (seed ${SEED})`, () => {
  const chance = chanceOf(SEED);
  const fields = leavesOf(fullAnswer('form')).length;
  expect(fields).toBeGreaterThan(50);
  for (let index = 0; index < PLANTED; index += 1) {
    const tree = fullAnswer('form');
    const number = cardNumber(chance);
    const planted = written(number, chance);
    leavesOf(tree)[index % fields]?.(planted);
    const outcome = readPaymentAnswer(Object(readJson(JSON.stringify(tree))), asked);
    expect(shows(outcome, number), `${index}: ${planted}`).toBe(false);
  }
});

let peer: NexoServer;
let device: TerminalDevice;
const key = await deriveMessageKey({ keyIdentifier: 'desk', keyVersion: 1, passphrase: 'une phrase' });
beforeAll(async () => {
  const authority = makeAuthority('Root of the test terminals');
  peer = await openNexoServer(makeCertificate(`${POI_ID}.test.terminal.adyen.com`, authority), key);
  let count = 0;
  device = nexoTerminal({
    ...NEXO_WAITS,
    host: '127.0.0.1',
    port: peer.port,
    authorities: authority.certificate,
    poiId: POI_ID,
    environment: 'test',
    saleId: SALE_ID,
    currency: 'CAD',
    key,
    nextMessageId: async () => messageIdOf(2, ++count),
  });
});
afterAll(() => peer.close());

function answers(body: Tree): void {
  peer.behave((socket, received) =>
    socket.end(
      http(answer({ attempt, key, otherKey: key, chance: chanceOf(1) }, received, JSON.stringify(body))),
    ),
  );
}

test('a card read for the same-card check shows its alias and last four, and can be given to the refund', async () => {
  const number = cardNumber(chanceOf(SEED));
  const body = fullAnswer('form');
  answers({ Response: { Result: 'Success' }, POIData: Object(body.POIData), ...Object(body.PaymentResult) });
  const read = await device.acquireCard(attempt);
  const card = { poiTransactionId: 'Uz5i001.VKJNM3G2TTV4TK65', poiTransactionAt: '2026-11-24T15:00:03.000Z' };
  expect(read).toEqual({ kind: 'read', card, alias: 'TOK12', last4: '7003', brand: 'visa' });
  let sent: unknown;
  peer.behave((socket, received) => {
    sent = received.body;
    socket.destroy();
  });
  await device.perform({ ...attempt, card });
  expect(sent).toMatchObject({
    PaymentData: {
      PaymentType: 'Refund',
      CardAcquisitionReference: { TransactionID: card.poiTransactionId, TimeStamp: card.poiTransactionAt },
    },
  });
  const count = leavesOf(fullAnswer('form')).length;
  for (let index = 0; index < count; index += 1) {
    const tree = fullAnswer('form');
    leavesOf(tree)[index]?.(number);
    answers({ ...tree, ...Object(tree.PaymentResult) });
    expect(shows(await device.acquireCard(attempt), number)).toBe(false);
  }
});

test('a card not read says why, and a released card is a message of its own', async () => {
  answers({ Response: { Result: 'Failure', ErrorCondition: 'Cancel' } });
  expect(await device.acquireCard(attempt)).toEqual({ kind: 'not-read', reason: 'cancelled' });
  answers({ Response: { Result: 'Failure', ErrorCondition: 'Busy' } });
  expect(await device.acquireCard(attempt)).toEqual({ kind: 'not-read', reason: 'busy' });
  peer.behave((socket) => socket.destroy());
  expect(await device.acquireCard(attempt)).toEqual({ kind: 'not-read', reason: 'no-answer' });
  answers({ Response: { Result: 'Success' } });
  expect(await device.releaseCard({ poiTransactionId: 'a', poiTransactionAt: 'b' })).toBe('delivered');
});

test.each([
  [{ POIStatus: { GlobalStatus: 'OK' }, HostStatus: [{ IsReachableFlag: true }] }, true, 'ok', true],
  [{ POIStatus: { GlobalStatus: 'OK' }, HostStatus: [{ IsReachableFlag: false }] }, false, 'ok', false],
  [{ POIStatus: { GlobalStatus: 'Busy' } }, false, 'busy', null],
  [{ POIStatus: { GlobalStatus: '4111111111111111' } }, false, null, null],
])('preflight of %j: ready %s', async (body, isReady, status, isHostReachable) => {
  answers({
    Response: { Result: 'Success', AdditionalResponse: 'unconfirmedBatchCount=3' },
    ...body,
  } as Tree);
  expect(await device.diagnose()).toEqual({
    kind: 'answered',
    isReady,
    status,
    isHostReachable,
    unconfirmedCount: 3,
  });
});

test('preflight of a terminal that says nothing', async () => {
  peer.behave((socket) => socket.destroy());
  expect(await device.diagnose()).toEqual({ kind: 'no-answer', reason: 'no-answer' });
});

test('what a refund looks like on the wire: exact amount, our names, no key', async () => {
  let plain = '';
  let outside = '';
  peer.behave((socket, received) => {
    plain = received.plain;
    outside = received.sealed;
    socket.destroy();
  });
  await device.perform({ ...attempt, amountMinor: 1205, operator: '4' });
  expect(plain).toContain('"RequestedAmount":12.05}');
  expect(JSON.parse(plain)).toEqual({
    SaleToPOIRequest: {
      MessageHeader: {
        ProtocolVersion: '3.0',
        MessageClass: 'Service',
        MessageCategory: 'Payment',
        MessageType: 'Request',
        ServiceID: '0100000001',
        SaleID: SALE_ID,
        POIID: POI_ID,
      },
      PaymentRequest: {
        SaleData: {
          OperatorID: '4',
          SaleReferenceID: 'RF-12',
          SaleTransactionID: { TransactionID: 'attempt-9', TimeStamp: '2026-11-24T15:00:00.000Z' },
        },
        PaymentTransaction: { AmountsReq: { Currency: 'CAD', RequestedAmount: 12.05 } },
        PaymentData: { PaymentType: 'Refund' },
      },
    },
  });
  expect(outside).not.toMatch(/12\.05|une phrase|PaymentRequest/);
});
