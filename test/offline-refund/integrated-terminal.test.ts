import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addProduct, openClient, refusalOf, requireInProgress } from '../support/goods.ts';
import { approved, DECLINED, reply, ScriptedDevice, UNKNOWN } from '../support/scripted-device.ts';
import { openTestService, type TestService } from '../support/test-service.ts';

let device: ScriptedDevice;
let desk: TestService;
let terminalId: number;
let clientId: number;
let productId: number;
/** Lets the next question to the terminal go. */
let ask: () => void;

beforeEach(async () => {
  device = new ScriptedDevice();
  const asked: (() => void)[] = [];
  ask = () => asked.splice(0).forEach((go) => void go());
  desk = await openTestService({
    deviceOf: async () => device,
    waitForTerminal: (_waitMs, signal) =>
      new Promise((go, stop) => {
        if (signal.aborted) stop(signal.reason);
        asked.push(() => go(undefined));
        signal.addEventListener('abort', () => stop(signal.reason));
      }),
  });
  const integrated = { address: '192.168.1.40', poiId: 'V400m-324688179', environment: 'test' as const };
  ({ terminalId } = await desk.call('terminal.add', { name: 'T2', integrated }));
  ({ clientId } = await openClient(desk));
  productId = await addProduct(desk, 1999);
});

afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

const until = async (check: () => Promise<void>) => await vi.waitFor(check, { timeout: 2000, interval: 2 });

async function sell(amountMinor = 2298) {
  const tenders = [{ method: 'terminal' as const, amountMinor, terminalId }];
  return requireInProgress(await desk.call('invoice.issue', { clientId, items: [{ productId }], tenders }));
}

async function saleIs(saleId: number, expected: object) {
  await until(async () => expect(await desk.call('sale.read', { saleId })).toMatchObject(expected));
}

async function refund(key = 'refund-key') {
  return await desk.call('refund.issue', input(), { key });
}

const input = () => ({
  clientId,
  destination: 'terminal' as const,
  terminalId,
  reason: 'annulé',
  amountMinor: 2298,
});

async function refundIs(refundId: number, expected: object) {
  await until(async () => expect(await desk.call('refund.read', { refundId })).toMatchObject(expected));
}

/** A paid sale that was cancelled: 22.98 to give back. */
async function owe() {
  const { saleId } = await sell();
  await saleIs(saleId, { state: 'completed' });
  const { invoices } = await desk.call('invoice.find', { clientId });
  const invoice = await desk.call('invoice.read', { invoiceId: invoices[0]?.invoiceId ?? 0 });
  await desk.call('item.cancel', { itemId: invoice.items[0]?.itemId ?? 0, reason: 'annulé' });
}

test('an approved card completes the sale by itself', async () => {
  const { saleId } = await sell();
  await saleIs(saleId, { state: 'completed', attempts: [{ state: 'approved', driver: 'nexo' }] });
  expect(device.performed).toMatchObject([{ direction: 'in', amountMinor: 2298, messageId: '0100000001' }]);
});

test('a declined card leaves the cart for another tender', async () => {
  device.onPerform = () => DECLINED;
  const { saleId } = await sell();
  await saleIs(saleId, { state: 'open', openAttemptId: null, attempts: [{ state: 'declined' }] });
  const tenders = [{ method: 'cash' as const, tenderedMinor: 2300 }];
  expect(await desk.call('sale.resume', { saleId, tenders })).toMatchObject({ state: 'done' });
});

test('a refund is posted once on the answer, and its key replayed sends nothing again', async () => {
  await owe();
  const { refundId } = await refund();
  await refundIs(refundId, { state: 'done' });
  await refund();
  expect(device.performed.filter(({ direction }) => direction === 'out')).toHaveLength(1);
});

test('an answer that never came is asked for until it is known', async () => {
  await owe();
  device.onPerform = () => UNKNOWN;
  device.onStatus = () => (device.statusCount < 3 ? { kind: 'in-progress' } : approved(2298));
  const { refundId } = await refund();
  await refundIs(refundId, { state: 'in-doubt', attempts: [{ state: 'unknown' }] });
  await until(async () => {
    ask();
    expect(await desk.call('refund.read', { refundId })).toMatchObject({ state: 'done' });
  });
  expect(device.statusCount).toBe(3);
  expect(device.performed.filter(({ direction }) => direction === 'out')).toHaveLength(1);
});

test('a terminal in doubt takes no money command; the cash drawer goes on', async () => {
  await owe();
  device.onPerform = () => UNKNOWN;
  const { refundId } = await refund();
  await refundIs(refundId, { state: 'in-doubt' });
  const tenders = [{ method: 'terminal' as const, amountMinor: 2298, terminalId }];
  const items = [{ productId }];
  expect(await refusalOf(desk, 'invoice.issue', { clientId, items, tenders })).toEqual({
    code: 'terminal-waits',
    detail: { terminalName: 'T2', amountMinor: 2298 },
  });
  const cash = [{ method: 'cash' as const, tenderedMinor: 2300 }];
  expect(await desk.call('invoice.issue', { clientId, items: [{ productId }], tenders: cash })).toMatchObject(
    {
      state: 'done',
    },
  );
});

test('an unknown name is for a person; nothing is sent again', async () => {
  await owe();
  device.onPerform = () => UNKNOWN;
  device.onStatus = () => ({ kind: 'not-found' });
  const { refundId } = await refund();
  await until(async () => {
    ask();
    expect(await desk.call('refund.read', { refundId })).toMatchObject({
      attempts: [{ state: 'needs-operator' }],
    });
  });
  const settled = { refundId, answer: 'not-done' as const, reason: 'rien sur le terminal' };
  expect(await refusalOf(desk, 'refund.settle', settled, { as: 'clerk' })).toMatchObject({
    code: 'supervisor-needed',
  });
  expect(await desk.call('refund.settle', settled)).toMatchObject({ state: 'failed' });
  await refund('another-key');
  expect(new Set(device.performed.map(({ messageId }) => messageId)).size).toBe(3);
});

test('while the terminal works nobody answers for it; cancel may still end in an approval', async () => {
  await owe();
  let answer: (minor: number) => void = () => {};
  device.onPerform = () => new Promise((go) => (answer = (minor) => go(approved(minor))));
  const { refundId, attemptId } = await refund();
  const told = { refundId, answer: 'not-done' as const, reason: 'impatience' };
  expect(await refusalOf(desk, 'refund.settle', told)).toMatchObject({ code: 'attempt-on-terminal' });
  if (attemptId === null) throw new Error('a terminal refund has its attempt');
  await desk.call('terminal.abort', { attemptId });
  expect(device.aborted).toEqual(['merchant']);
  expect(await desk.call('refund.read', { refundId })).toMatchObject({ state: 'in-progress' });
  answer(2298);
  await refundIs(refundId, { state: 'done' });
});

test('less than asked is posted as it is; more is a conflict and posts nothing', async () => {
  await owe();
  device.onPerform = () => approved(2000);
  const { refundId } = await refund();
  await refundIs(refundId, { state: 'done', refundedMinor: 2000 });
  device.onPerform = () => approved(299);
  const more = await desk.call('refund.issue', { ...input(), amountMinor: 298 });
  await refundIs(more.refundId, { state: 'in-doubt', attempts: [{ state: 'conflict' }] });
});

test('an approval after a person said "not done" is a conflict, never dropped', async () => {
  await owe();
  device.onPerform = () => UNKNOWN;
  let answer: () => void = () => {};
  device.onStatus = () => new Promise((go) => (answer = () => go(approved(2298))));
  const { refundId } = await refund();
  await refundIs(refundId, { state: 'in-doubt' });
  await until(async () => {
    ask();
    expect(device.statusCount).toBe(1);
  });
  await desk.call('refund.settle', { refundId, answer: 'not-done', reason: 'rien vu' });
  answer();
  await refundIs(refundId, { attempts: [{ state: 'conflict' }] });
});

test('cancelled on the terminal: the refund failed and its sources are free', async () => {
  await owe();
  device.onPerform = () => ({
    kind: 'cancelled',
    reply: reply({ result: 'failure', errorCondition: 'Cancel' }),
  });
  const { refundId } = await refund();
  await refundIs(refundId, { state: 'failed', attempts: [{ state: 'cancelled' }] });
});
