import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addProduct,
  expectedOf,
  itemIdsOf,
  openClient,
  refusalOf,
  sell,
  sellOne,
} from '../../support/goods.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService();
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

const cash = (tenderedMinor: number) => [{ method: 'cash' as const, tenderedMinor }];

/** The movements of domain.md B20, up to an expected 226.40. */
async function dayOfB20(): Promise<void> {
  const { clientId } = await openClient(desk);
  const exempt = { taxClass: 'exempt' as const };
  const pool = await sellOne(desk, await addProduct(desk, 11_500, exempt), clientId, cash(12_000));
  await sellOne(desk, await addProduct(desk, 1440, exempt), clientId, cash(2000));
  const [itemId] = await itemIdsOf(desk, pool.invoiceId);
  await desk.call('item.cancel', { itemId: itemId ?? 0, creditMinor: 2300, reason: 'séance manquée' });
  const { refundId } = await desk.call('refund.issue', {
    clientId,
    amountMinor: 2300,
    destination: 'cash',
    reason: 'séance manquée',
  });
  await desk.call('refund.settle', { refundId, answer: 'approved' });
  await desk.call('till.payIn', { amountMinor: 2000, reason: 'distributrice' });
  await desk.call('till.drop', { amountMinor: 10_000 });
}

test('a counted day: expected 226.40, counted 226.15, short 0.25, numbered Z (domain.md 22)', async () => {
  await dayOfB20();
  expect(await expectedOf(desk)).toBe(22_640);
  const { safeMinor } = await desk.call('till.read', {});
  expect(await refusalOf(desk, 'till.close', {})).toMatchObject({ code: 'till-not-ended' });
  await desk.call('till.end', {});
  expect(await refusalOf(desk, 'till.close', {})).toMatchObject({ code: 'till-count-missing' });
  expect(await desk.call('till.count', { totalMinor: 22_615 })).toEqual({
    countedMinor: 22_615,
    agrees: false,
    canRecount: true,
  });
  const pieces = { '10000': 2, '2000': 1, '500': 1, '100': 1, '10': 1, '5': 1 };
  expect(await desk.call('till.count', { denominations: pieces })).toMatchObject({
    countedMinor: 22_615,
    canRecount: false,
  });
  expect(await refusalOf(desk, 'till.count', { totalMinor: 22_640 })).toMatchObject({
    code: 'invalid-input',
  });
  const closed = await desk.call('till.close', {}, { as: 'clerk' });
  expect(closed).toMatchObject({
    zNumber: 'Z-1-0001',
    expectedMinor: 22_640,
    countedMinor: 22_615,
    differenceMinor: -25,
    chainHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const after = await desk.call('till.read', {});
  expect(after.session).toBeNull();
  expect(after.safeMinor).toBe((safeMinor ?? 0) + 22_615);
  expect(after.closes).toMatchObject([{ zNumber: 'Z-1-0001', differenceMinor: -25 }]);
});

test('no cash before a new session opens; its Z is the next number', async () => {
  await desk.call('till.end', {});
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 1000);
  const refused = await refusalOf(desk, 'invoice.issue', {
    clientId,
    items: [{ productId }],
    tenders: cash(1200),
  });
  expect(refused.code).toBe('till-closed');
  expect(await refusalOf(desk, 'till.open', { floatMinor: 0 })).toMatchObject({ code: 'till-already-open' });
  await desk.call('till.count', { totalMinor: 20_000 });
  await desk.call('till.close', {});
  await desk.call('till.open', { floatMinor: 10_000 });
  expect(await expectedOf(desk)).toBe(10_000);
  await desk.call('till.end', {});
  expect(await desk.call('till.count', { totalMinor: 10_000 })).toMatchObject({ agrees: true });
  expect(await desk.call('till.close', {})).toMatchObject({ zNumber: 'Z-1-0002', differenceMinor: 0 });
});

test('a clerk counts blind: no expected cash, no sums to add up (settled 38)', async () => {
  const { clientId } = await openClient(desk);
  await sellOne(desk, await addProduct(desk, 1000), clientId, cash(1200));
  const read = await desk.call('till.read', {}, { as: 'clerk' });
  expect(read.session?.expectedMinor).toBeNull();
  expect(read.safeMinor).toBeNull();
  expect(read.events.map((event) => event.kind)).toEqual(['FLOAT']);
  expect(await refusalOf(desk, 'till.drop', { amountMinor: 50_000 }, { as: 'clerk' })).toEqual({
    code: 'drawer-short',
    detail: { maximumMinor: null },
  });
  expect(await refusalOf(desk, 'till.drop', { amountMinor: 50_000 }, { as: 'founder' })).toEqual({
    code: 'drawer-short',
    detail: { maximumMinor: 21_150 },
  });
});

test.each([
  [100, {}, null],
  [101, {}, 'difference-needs-reason'],
  [-101, { differenceReason: 'monnaie mal rendue' }, null],
  [501, { differenceReason: 'monnaie mal rendue' }, 'difference-needs-supervisor'],
])('a clerk closing with a difference of %i (settled 37)', async (differenceMinor, more, code) => {
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor: 20_000 + differenceMinor });
  const outcome = await desk.send('till.close', more, { as: 'clerk' });
  expect(outcome.ok ? null : outcome.failure.code).toBe(code);
  if (code === 'difference-needs-supervisor')
    expect(await desk.call('till.close', more, { as: 'supervisor' })).toMatchObject({ differenceMinor });
});

test('an open hand-over of cash stops the close, not the end (settled 17)', async () => {
  const { clientId } = await openClient(desk);
  const sale = await sellOne(desk, await addProduct(desk, 1999), clientId, cash(2300));
  const [itemId] = await itemIdsOf(desk, sale.invoiceId);
  await desk.call('item.cancel', { itemId: itemId ?? 0, reason: 'retour' });
  const { refundId } = await desk.call('refund.issue', {
    clientId,
    amountMinor: 2298,
    destination: 'cash',
    reason: 'retour',
  });
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor: 20_000 });
  expect(await refusalOf(desk, 'till.close', {})).toMatchObject({
    code: 'till-open-cash-attempt',
    detail: { refundIds: [refundId] },
  });
  await desk.call('refund.settle', { refundId, answer: 'approved' });
  expect(await desk.call('till.close', {})).toMatchObject({ expectedMinor: 20_000, differenceMinor: 0 });
});

test('top-ups come from the safe; pay-outs and no-sales need a supervisor and leave a trace', async () => {
  await desk.call('till.topUp', { amountMinor: 5000 });
  expect(
    await refusalOf(desk, 'till.payOut', { amountMinor: 100, reason: 'timbres' }, { as: 'clerk' }),
  ).toMatchObject({ code: 'not-allowed' });
  await desk.call('till.payOut', { amountMinor: 1000, reason: 'timbres', ledgerCode: '5100' });
  await desk.call('till.noSale', { reason: 'monnaie' });
  expect(await refusalOf(desk, 'till.payIn', { amountMinor: 1001, reason: 'x' })).toEqual({
    code: 'cash-not-multiple-of-five',
    detail: { lowerMinor: 1000, higherMinor: 1005 },
  });
  const read = await desk.call('till.read', {});
  expect(read.session).toMatchObject({ expectedMinor: 24_000, floatMinor: 25_000 });
  expect(read.events.map((event) => [event.kind, event.amountMinor])).toEqual([
    ['FLOAT', 20_000],
    ['FLOAT', 5000],
    ['PAID_OUT', -1000],
    ['NO_SALE', 0],
  ]);
});

test('with two open tills the caller says which; each keeps its own cash', async () => {
  const { tillId } = await desk.call('till.add', { name: 'Piscine' });
  await desk.call('till.open', { tillId, floatMinor: 5000 });
  const items = [{ productId: await addProduct(desk, 1000, { taxClass: 'exempt' }) }];
  expect(await refusalOf(desk, 'invoice.issue', { items, tenders: cash(1000) })).toEqual({
    code: 'till-choice-needed',
    detail: { tillNames: ['Caisse 1', 'Piscine'] },
  });
  await sell(desk, { items, tenders: cash(1000), tillId });
  const { tills } = await desk.call('till.list', {});
  expect(tills.map((till) => till.session?.expectedMinor)).toEqual([20_000, 6000]);
  expect(await refusalOf(desk, 'till.read', { tillId: 99 })).toEqual({
    code: 'till-unknown',
    detail: { tillId: 99 },
  });
});
