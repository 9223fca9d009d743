import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addProduct,
  balanceOf,
  expectedOf,
  itemIdsOf,
  openClient,
  refusalOf,
  requireDone,
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

/** A client who owes A 114.98 and B 57.49. */
async function owingClient() {
  const { clientId } = await openClient(desk);
  const items = [{ productId: await addProduct(desk, 10_000) }, { productId: await addProduct(desk, 5000) }];
  const { invoiceId } = await sell(desk, { clientId, items });
  const [a = 0, b = 0] = await itemIdsOf(desk, invoiceId);
  return { clientId, a, b, invoiceId: invoiceId ?? 0 };
}

const cheque = (amountMinor: number) => [{ method: 'cheque' as const, amountMinor }];

test('150.00 fills A, then B in line order (domain.md 18)', async () => {
  const { clientId, a, b, invoiceId } = await owingClient();
  const done = requireDone(await desk.call('payment.take', { clientId, tenders: cheque(15_000) }));
  expect(done).toMatchObject({
    invoiceId: null,
    allocations: [
      { itemId: a, amountMinor: 11_498 },
      { itemId: b, amountMinor: 3502 },
    ],
    paidMinor: 15_000,
    depositMinor: 0,
    owedMinor: 2247,
  });
  const read = await desk.call('invoice.read', { invoiceId });
  expect(read).toMatchObject({ state: 'partial', owedMinor: 2247 });
});

test('ticked items come first; the rest goes on to the other open items (settled 30)', async () => {
  const { clientId, a, b } = await owingClient();
  const done = requireDone(
    await desk.call('payment.take', { clientId, itemIds: [b], tenders: cheque(10_000) }),
  );
  expect(done.allocations).toEqual([
    { itemId: b, amountMinor: 5749 },
    { itemId: a, amountMinor: 4251 },
  ]);
});

test('cash for a ticked item gives change, however much else is owed (settled 20)', async () => {
  const { clientId, b } = await owingClient();
  const done = requireDone(
    await desk.call('payment.take', {
      clientId,
      itemIds: [b],
      tenders: [{ method: 'cash', tenderedMinor: 10_000 }],
    }),
  );
  expect(done).toMatchObject({ changeMinor: 4250, roundingMinor: 1, paidMinor: 5749, owedMinor: 0 });
  expect(await balanceOf(desk, clientId)).toBe(11_498);
});

test('what exceeds the due is a deposit only when the clerk says so', async () => {
  const { clientId } = await owingClient();
  const asked = { clientId, tenders: cheque(20_000) };
  expect(await refusalOf(desk, 'payment.take', asked)).toEqual({
    code: 'more-than-owed',
    detail: { owedMinor: 17_247, depositWouldBeMinor: 2753 },
  });
  const done = requireDone(await desk.call('payment.take', { ...asked, restAsDeposit: true }));
  expect(done.depositMinor).toBe(2753);
  const read = await desk.call('payment.read', { paymentId: done.payments[0]?.paymentId ?? 0 });
  expect(read).toMatchObject({ depositMinor: 2753, amountMinor: 20_000, canVoid: true });
  expect(read.allocations).toHaveLength(2);
});

test('items of another client, unknown items and nothing owed are refused', async () => {
  const mine = await owingClient();
  const other = await owingClient();
  const take = (clientId: number, more: object) =>
    refusalOf(desk, 'payment.take', { clientId, tenders: [{ method: 'cash', tenderedMinor: 500 }], ...more });
  expect(await take(mine.clientId, { itemIds: [other.a] })).toEqual({
    code: 'item-other-client',
    detail: { itemId: other.a },
  });
  expect(await take(mine.clientId, { itemIds: [9999] })).toMatchObject({ code: 'item-unknown' });
  const { clientId } = await openClient(desk);
  expect(await take(clientId, {})).toEqual({ code: 'nothing-owed', detail: { owedMinor: 0 } });
  expect(await take(desk.walkInClientId, {})).toMatchObject({ code: 'nothing-owed' });
});

test('a void gives the drawer amount back and opens the items again (settled 35)', async () => {
  const { clientId } = await openClient(desk);
  const goggles = await addProduct(desk, 1999);
  const done = await sellOne(desk, goggles, clientId, [{ method: 'cash', tenderedMinor: 2500 }]);
  const paymentId = done.payments[0]?.paymentId ?? 0;
  const asked = { paymentId, reason: 'mauvais client' };
  expect(await refusalOf(desk, 'payment.void', asked, { as: 'clerk' })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await desk.call('payment.void', asked, { as: 'supervisor' })).toEqual({ drawerMinor: -2300 });
  expect(await expectedOf(desk)).toBe(20_000);
  expect(await balanceOf(desk, clientId)).toBe(2298);
  expect(await desk.call('payment.read', { paymentId })).toMatchObject({ isVoid: true, depositMinor: 0 });
  expect(await refusalOf(desk, 'payment.void', asked)).toEqual({
    code: 'payment-not-voidable',
    detail: { why: 'already-void' },
  });
});

test('credit of a voided payment is refundable no more', async () => {
  const { clientId } = await openClient(desk);
  const done = await sellOne(desk, await addProduct(desk, 1999), clientId, [
    { method: 'cash', tenderedMinor: 2300 },
  ]);
  const [itemId] = await itemIdsOf(desk, done.invoiceId);
  await desk.call('item.cancel', { itemId: itemId ?? 0, reason: 'retour' });
  await desk.call('payment.void', { paymentId: done.payments[0]?.paymentId ?? 0, reason: 'erreur' });
  expect(await balanceOf(desk, clientId)).toBe(0);
  expect((await desk.call('refund.plan', { clientId })).maximumMinor).toBe(0);
});

test('a void after a credit: what was credited is not owed again, and other money stays refundable', async () => {
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 10_000, { taxClass: 'exempt' });
  const done = await sellOne(desk, productId, clientId, [
    { method: 'cheque', amountMinor: 6000 },
    { method: 'cash', tenderedMinor: 4000 },
  ]);
  const [itemId] = await itemIdsOf(desk, done.invoiceId);
  await desk.call('item.cancel', { itemId: itemId ?? 0, reason: 'retour' });
  const cash = done.payments[1]?.paymentId ?? 0;
  await desk.call('payment.void', { paymentId: cash, reason: 'erreur' });
  expect(await balanceOf(desk, clientId)).toBe(-6000);
  const { items } = await desk.call('invoice.read', { invoiceId: done.invoiceId ?? 0 });
  expect(items[0]).toMatchObject({ owedMinor: 0 });
  expect((await desk.call('refund.plan', { clientId })).maximumMinor).toBe(6000);
});

test('cards, walk-in payments and closed sessions are not voided', async () => {
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 1000, { taxClass: 'exempt' });
  const online = { method: 'online-card' as const, amountMinor: 1000, brand: 'Visa', last4: '4417' };
  const card = await sellOne(desk, productId, clientId, [online]);
  const voided = (paid: { payments: { paymentId: number }[] }) =>
    refusalOf(desk, 'payment.void', { paymentId: paid.payments[0]?.paymentId, reason: 'erreur' });
  expect(await voided(card)).toEqual({ code: 'payment-not-voidable', detail: { why: 'card' } });
  const cash = [{ method: 'cash' as const, tenderedMinor: 1000 }];
  const walkIn = await sell(desk, { items: [{ productId }], tenders: cash });
  expect(await voided(walkIn)).toMatchObject({ code: 'walk-in-no-credit' });
  const paid = await sellOne(desk, productId, clientId, cash);
  await desk.call('till.end', {});
  expect(await voided(paid)).toEqual({ code: 'payment-not-voidable', detail: { why: 'session-closed' } });
});

test('an online card can be marked; other payments cannot', async () => {
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 1000, { taxClass: 'exempt' });
  const online = await sellOne(desk, productId, clientId, [
    { method: 'online-card', amountMinor: 1000, brand: 'Visa', last4: '4417', status: 'expired' },
  ]);
  const paymentId = online.payments[0]?.paymentId ?? 0;
  expect((await desk.call('payment.read', { paymentId })).cardStatus).toBe('expired');
  await desk.call('payment.markCard', { paymentId, status: 'invalid' });
  expect((await desk.call('payment.read', { paymentId })).cardStatus).toBe('invalid');
  const paid = await sellOne(desk, productId, clientId, cheque(1000));
  expect(
    await refusalOf(desk, 'payment.markCard', { paymentId: paid.payments[0]?.paymentId, status: 'valid' }),
  ).toMatchObject({ code: 'payment-not-online-card' });
});
