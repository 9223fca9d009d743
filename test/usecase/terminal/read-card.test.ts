import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addProduct, openClient, refusalOf, requireInProgress } from '../../support/goods.ts';
import { ScriptedDevice, UNKNOWN } from '../../support/scripted-device.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

const CARD = { poiTransactionId: 'Uz5i001.CARD', poiTransactionAt: '2026-03-02T14:00:00.000Z' };

let device: ScriptedDevice;
let desk: TestService;
let terminalId: number;
let clientId: number;

beforeEach(async () => {
  device = new ScriptedDevice();
  device.onCard = () => ({ kind: 'read', card: CARD, alias: null, last4: '4242', brand: 'visa' });
  desk = await openTestService({
    deviceOf: async () => device,
    waitForTerminal: (_waitMs, signal) =>
      new Promise((_go, stop) => signal.addEventListener('abort', () => stop(signal.reason))),
  });
  const integrated = { address: '192.168.1.40', poiId: 'V400m-324688179', environment: 'test' as const };
  ({ terminalId } = await desk.call('terminal.add', { name: 'T2', integrated }));
  ({ clientId } = await openClient(desk));
  const sale = await sell();
  await settled(sale.saleId);
  const { invoices } = await desk.call('invoice.find', { clientId });
  const invoice = await desk.call('invoice.read', { invoiceId: invoices[0]?.invoiceId ?? 0 });
  await desk.call('item.cancel', { itemId: invoice.items[0]?.itemId ?? 0, reason: 'annulé' });
});

afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

async function sell() {
  const items = [{ productId: await addProduct(desk, 1999) }];
  const tenders = [{ method: 'terminal' as const, amountMinor: 2298, terminalId }];
  return requireInProgress(await desk.call('invoice.issue', { clientId, items, tenders }));
}

const settled = async (saleId: number) =>
  await vi.waitFor(async () =>
    expect(await desk.call('sale.read', { saleId })).toMatchObject({ state: 'completed' }),
  );

const read = async (amountMinor = 2298) =>
  await desk.call('terminal.readCard', { terminalId, clientId, amountMinor }, { as: 'clerk' });

async function refund() {
  const input = { clientId, destination: 'terminal' as const, terminalId, reason: 'annulé' };
  const { refundId } = await desk.call('refund.issue', { ...input, amountMinor: 2298 });
  await vi.waitFor(async () =>
    expect(await desk.call('refund.read', { refundId })).toMatchObject({ state: 'done' }),
  );
}

test('the refund goes to the very card that was read', async () => {
  expect(await read()).toEqual({ outcome: 'read', last4: '4242', brand: 'visa' });
  await refund();
  expect(device.performed.at(-1)).toMatchObject({ direction: 'out', card: CARD });
  expect(device.released).toEqual([]);
});

test('a card read for another amount, or for nothing, is given back first', async () => {
  await read(1000);
  await refund();
  expect(device.released).toEqual([CARD]);
  expect(device.performed.at(-1)).not.toHaveProperty('card');
  await read();
  await settled((await sell()).saleId);
  expect(device.released).toEqual([CARD, CARD]);
  await read();
  await desk.call('terminal.releaseCard', { terminalId });
  await desk.call('terminal.releaseCard', { terminalId });
  expect(device.released).toHaveLength(3);
});

test('a card held at the end of the service is given back', async () => {
  await read();
  await desk.restart();
  expect(device.released).toEqual([CARD]);
});

test('a card nobody asks for within a minute is given back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    await read();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(device.released).toEqual([CARD]);
  } finally {
    vi.useRealTimers();
  }
});

test('a card that is not read says why; a terminal in doubt reads none', async () => {
  device.onCard = () => ({ kind: 'not-read', reason: 'busy' });
  expect(await read()).toEqual({ outcome: 'busy', last4: null, brand: null });
  device.onPerform = () => UNKNOWN;
  await sell();
  await vi.waitFor(async () =>
    expect(
      await refusalOf(desk, 'terminal.readCard', { terminalId, clientId, amountMinor: 2298 }),
    ).toMatchObject({ code: 'terminal-waits' }),
  );
  expect(
    await refusalOf(desk, 'terminal.readCard', { terminalId: desk.terminalId, clientId, amountMinor: 1 }),
  ).toMatchObject({ code: 'terminal-unknown' });
});
