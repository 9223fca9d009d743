import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TerminalDevice } from '../../../electron/terminal/terminal-device.ts';
import { addProduct, openClient, refusalOf, requireInProgress } from '../../support/goods.ts';
import { approved, DECLINED, ScriptedDevice, UNKNOWN } from '../../support/scripted-device.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let device: ScriptedDevice;
let reached: TerminalDevice | null;
let desk: TestService;
let terminalId: number;
let clientId: number;
let waiting: (() => void)[];

beforeEach(async () => {
  device = new ScriptedDevice();
  waiting = [];
  reached = device;
  desk = await openTestService({
    deviceOf: async () => reached,
    // the service's own questions wait, so that every answer here is to the one asked by hand
    waitForTerminal: (_waitMs, signal) =>
      new Promise((go, stop) => {
        waiting.push(() => go(undefined));
        signal.addEventListener('abort', () => stop(signal.reason));
      }),
  });
  const integrated = { address: '192.168.1.40', poiId: 'V400m-324688179', environment: 'test' as const };
  ({ terminalId } = await desk.call('terminal.add', { name: 'T2', integrated }));
  ({ clientId } = await openClient(desk));
});

afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

/** A sale of 22.98 on the terminal, once its attempt is in this state. */
async function sell(state: string) {
  const items = [{ productId: await addProduct(desk, 1999) }];
  const tenders = [{ method: 'terminal' as const, amountMinor: 2298, terminalId }];
  const sale = requireInProgress(await desk.call('invoice.issue', { clientId, items, tenders }));
  await vi.waitFor(async () => expect(await attemptOf(sale.saleId)).toMatchObject({ state }), {
    interval: 2,
  });
  return sale;
}

const attemptOf = async (saleId: number) => (await desk.call('sale.read', { saleId })).attempts.at(-1);

test('asked now, a lost approval completes its sale', async () => {
  device.onPerform = () => UNKNOWN;
  const { saleId, attemptId } = await sell('unknown');
  expect(await attemptOf(saleId)).toMatchObject({ doubtSince: desk.clock.now().toISOString() });
  expect(await desk.call('terminal.ask', { attemptId })).toEqual({ answer: 'unknown' });
  device.onStatus = () => approved(2298);
  expect(await desk.call('terminal.ask', { attemptId }, { as: 'clerk' })).toEqual({ answer: 'approved' });
  expect(await desk.call('sale.read', { saleId })).toMatchObject({ state: 'completed' });
  expect(device.performed).toHaveLength(1);
  expect(await refusalOf(desk, 'terminal.ask', { attemptId })).toMatchObject({ code: 'attempt-settled' });
});

test('a terminal that does not know it leaves the decision to a person', async () => {
  device.onPerform = () => UNKNOWN;
  const { saleId, attemptId } = await sell('unknown');
  device.onStatus = () => ({ kind: 'not-found' });
  expect(await desk.call('terminal.ask', { attemptId })).toEqual({ answer: 'not-found' });
  expect(await attemptOf(saleId)).toMatchObject({ state: 'needs-operator' });
});

test('while the terminal works nothing is asked; without its key nothing can be', async () => {
  const { promise, resolve } = Promise.withResolvers<typeof DECLINED>();
  device.onPerform = () => promise;
  const { attemptId } = await sell('sent');
  expect(await refusalOf(desk, 'terminal.ask', { attemptId })).toMatchObject({ code: 'attempt-on-terminal' });
  resolve(UNKNOWN);
  await vi.waitFor(async () => {
    reached = null;
    expect(await refusalOf(desk, 'terminal.ask', { attemptId })).toEqual({
      code: 'terminal-key-missing',
      detail: { amountMinor: 2298 },
    });
  });
  expect(device.statusCount).toBe(0);
});

test('a person who does not know either stops no question', async () => {
  device.onPerform = () => UNKNOWN;
  const { saleId, attemptId } = await sell('unknown');
  await desk.call('payment.settle', { attemptId, answer: 'unknown' });
  expect(await attemptOf(saleId)).toMatchObject({ state: 'unknown' });
});

test('an attempt tells why its terminal moved nothing, and a terminal what it waits for', async () => {
  device.onPerform = () => DECLINED;
  const { saleId } = await sell('declined');
  expect(await attemptOf(saleId)).toMatchObject({ terminalWhy: 'refused', doubtSince: null });
  reached = null;
  const keyless = await sell('not-sent');
  expect(await attemptOf(keyless.saleId)).toMatchObject({ terminalWhy: 'no-key' });
  reached = device;
  device.onPerform = () => UNKNOWN;
  await sell('unknown');
  expect((await desk.call('terminal.list', {})).terminals).toMatchObject([
    { waitingMinor: null },
    { terminalId, waitingMinor: 2298 },
  ]);
});

test('a key kept only later: the questions go on by themselves', async () => {
  device.onPerform = () => UNKNOWN;
  const { saleId } = await sell('unknown');
  reached = null;
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  waiting.pop()?.();
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  expect(device.statusCount).toBe(0);
  reached = device;
  device.onStatus = () => approved(2298);
  waiting.pop()?.();
  await vi.waitFor(async () =>
    expect(await desk.call('sale.read', { saleId })).toMatchObject({ state: 'completed' }),
  );
});
