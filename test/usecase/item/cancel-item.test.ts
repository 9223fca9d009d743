import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addProduct,
  balanceOf,
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

/** One item sold to a new client; paid by cheque unless said otherwise. */
async function soldItem(priceMinor: number, paidMinor?: number, more = {}) {
  const { clientId, personId } = await openClient(desk);
  const productId = await addProduct(desk, priceMinor, more);
  const amountMinor = paidMinor ?? (await priceOf(productId, clientId));
  const done = await sell(desk, {
    clientId,
    items: [{ productId, personId }],
    ...(amountMinor > 0 ? { tenders: [{ method: 'cheque', amountMinor }] } : {}),
  });
  const [itemId] = await itemIdsOf(desk, done.invoiceId);
  return { clientId, itemId: itemId ?? 0, invoiceId: done.invoiceId ?? 0, productId };
}

async function priceOf(productId: number, clientId: number): Promise<number> {
  const done = await sellOne(desk, productId, clientId);
  const [itemId] = await itemIdsOf(desk, done.invoiceId);
  await desk.call('item.cancel', { itemId: itemId ?? 0, reason: 'essai' });
  return done.totalMinor;
}

test('60 % of a paid 183.96: memo 96.00/4.80/9.58, balance in credit, links untouched (domain.md 8, settled 2)', async () => {
  const { clientId, itemId, invoiceId } = await soldItem(16_000);
  const asked = { itemId, creditBasisPoints: 6000 };
  const preview = await desk.call('item.cancelPreview', asked);
  expect(preview).toMatchObject({
    netMinor: 9600,
    gstMinor: 480,
    qstMinor: 958,
    totalMinor: 11_038,
    toItemMinor: 0,
    openMinor: 11_038,
    refundableMinor: 11_038,
    leftMinor: 7358,
    balanceBeforeMinor: 0,
    balanceAfterMinor: -11_038,
  });
  const memo = await desk.call('item.cancel', { ...asked, reason: 'déménagement' });
  expect(memo).toMatchObject({ number: 'NC-000002', totalMinor: 11_038, refundableMinor: 11_038 });
  expect(await balanceOf(desk, clientId)).toBe(-11_038);
  const { items, memos } = await desk.call('invoice.read', { invoiceId });
  expect(items[0]).toMatchObject({ owedMinor: 0, creditedMinor: 11_038, state: 'partly-credited' });
  expect(items[0]?.paidBy).toMatchObject([{ kind: 'payment', amountMinor: 18_396 }]);
  expect(memos).toMatchObject([{ openMinor: 11_038 }]);
});

test('33 %, 33 %, 34 % of 99.99 end at the original cents (domain.md 9)', async () => {
  const { itemId } = await soldItem(9999);
  const totals = [];
  for (const creditBasisPoints of [3300, 3300, 3400])
    totals.push((await desk.call('item.cancel', { itemId, creditBasisPoints, reason: 'part' })).totalMinor);
  expect(totals).toEqual([3794, 3793, 3909]);
  expect(await refusalOf(desk, 'item.cancel', { itemId, reason: 'encore' })).toMatchObject({
    code: 'nothing-to-credit',
  });
});

test('a typed amount is tax included; units share the item (settled 22)', async () => {
  const { itemId } = await soldItem(10_000);
  expect(await desk.call('item.cancelPreview', { itemId, creditMinor: 5000 })).toMatchObject({
    netMinor: 4349,
    gstMinor: 217,
    qstMinor: 434,
  });
  expect(await refusalOf(desk, 'item.cancelPreview', { itemId, creditMinor: 11_499 })).toEqual({
    code: 'credit-exceeds-item',
    detail: { leftMinor: 11_498, leftBasisPoints: 10_000 },
  });
  const { clientId } = await openClient(desk);
  const cap = await addProduct(desk, 495);
  const { invoiceId } = await sell(desk, { clientId, items: [{ productId: cap, quantity: 2 }] });
  const [pair] = await itemIdsOf(desk, invoiceId);
  const one = { itemId: pair ?? 0, quantity: 1, reason: 'une' };
  expect(await desk.call('item.cancel', one)).toMatchObject({ netMinor: 495, gstMinor: 25, qstMinor: 50 });
  expect(await desk.call('item.cancel', one)).toMatchObject({ netMinor: 495, gstMinor: 25, qstMinor: 49 });
});

test('only one way to say how much', async () => {
  const { itemId } = await soldItem(10_000);
  expect(
    await refusalOf(desk, 'item.cancelPreview', { itemId, creditMinor: 100, creditBasisPoints: 100 }),
  ).toMatchObject({ code: 'invalid-input' });
  expect(await refusalOf(desk, 'item.cancelPreview', { itemId: 9999 })).toEqual({
    code: 'item-unknown',
    detail: { itemId: 9999 },
  });
});

test('the memo pays the unpaid part first; only what was paid can be refunded (settled 3, 4)', async () => {
  const { clientId, itemId, invoiceId } = await soldItem(10_000, 4000, { taxClass: 'exempt' });
  const memo = await desk.call('item.cancel', { itemId, creditBasisPoints: 8000, reason: 'part' });
  expect(memo).toMatchObject({ totalMinor: 8000, toItemMinor: 6000, openMinor: 2000, refundableMinor: 2000 });
  const { items, state } = await desk.call('invoice.read', { invoiceId });
  expect(items[0]?.owedMinor).toBe(0);
  expect(state).toBe('paid');
  expect(await balanceOf(desk, clientId)).toBe(-2000);
  const rest = await desk.call('item.cancel', { itemId, reason: 'reste' });
  expect(rest).toMatchObject({ totalMinor: 2000, openMinor: 2000, refundableMinor: 2000 });
});

test('the place ends with any cancellation, unless the clerk says that it is kept (domain.md 8)', async () => {
  const activity = { type: 'activity' as const, taxClass: 'exempt' as const };
  const registrationOf = async (invoiceId: number) =>
    (await desk.call('invoice.read', { invoiceId })).items[0]?.registrationState;
  const first = await sold(activity);
  await desk.call('item.cancel', {
    itemId: first.itemId,
    creditBasisPoints: 5000,
    keepRegistration: true,
    reason: 'part',
  });
  expect(await registrationOf(first.invoiceId)).toBe('active');
  await desk.call('item.cancel', { itemId: first.itemId, creditBasisPoints: 1000, reason: 'départ' });
  expect(await registrationOf(first.invoiceId)).toBe('cancelled');
  const second = await sold(activity);
  await desk.call('item.cancel', { itemId: second.itemId, keepRegistration: true, reason: 'geste' });
  expect(await registrationOf(second.invoiceId)).toBe('active');
});

async function sold(more: object) {
  return await soldItem(8000, 0, more);
}

test('what comes back to stock is never more than what was sold', async () => {
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 500, { isStockTracked: true, openingStockQuantity: 5 });
  const { invoiceId } = await sell(desk, { clientId, items: [{ productId, quantity: 3 }] });
  const [itemId] = await itemIdsOf(desk, invoiceId);
  const asked = { itemId, quantity: 2, reason: 'retour' };
  expect(await refusalOf(desk, 'item.cancel', { ...asked, restockQuantity: 4 })).toEqual({
    code: 'restock-too-many',
    detail: { maximumQuantity: 3 },
  });
  await desk.send('item.cancel', { ...asked, restockQuantity: 2 });
  expect((await desk.call('product.read', { productId })).stockQuantity).toBe(4);
  expect(await refusalOf(desk, 'item.cancel', { itemId, reason: 'retour', restockQuantity: 2 })).toEqual({
    code: 'restock-too-many',
    detail: { maximumQuantity: 1 },
  });
});

test('a walk-in item is credited to a named account, never to the walk-in (settled 11)', async () => {
  const productId = await addProduct(desk, 1999);
  const done = await sell(desk, {
    items: [{ productId }],
    tenders: [{ method: 'cash', tenderedMinor: 2300 }],
  });
  const [itemId] = await itemIdsOf(desk, done.invoiceId);
  expect(await refusalOf(desk, 'item.cancel', { itemId, reason: 'retour' })).toEqual({
    code: 'walk-in-no-credit',
    detail: { mustRefundMinor: 2298 },
  });
  const { clientId } = await openClient(desk);
  const memo = await desk.call('item.cancel', {
    itemId: itemId ?? 0,
    reason: 'retour',
    toClientId: clientId,
  });
  expect(memo).toMatchObject({ openMinor: 2298, refundableMinor: 2298 });
  expect(await balanceOf(desk, desk.walkInClientId)).toBe(0);
  expect(await balanceOf(desk, clientId)).toBe(-2298);
});

test('a free registration is cancelled without a memo; nothing of it is left to cancel twice', async () => {
  const { itemId, invoiceId, clientId } = await soldItem(0, 0, {
    type: 'activity',
    details: { capacity: 1 },
  });
  expect(await refusalOf(desk, 'item.cancel', { itemId, reason: 'x', keepRegistration: true })).toMatchObject(
    {
      code: 'nothing-to-credit',
    },
  );
  expect(
    await refusalOf(desk, 'item.cancel', { itemId, reason: 'x', creditBasisPoints: 5000 }),
  ).toMatchObject({
    code: 'nothing-to-credit',
  });
  expect(await desk.call('item.cancelPreview', { itemId })).toMatchObject({ totalMinor: 0, leftMinor: 0 });
  expect(await desk.call('item.cancel', { itemId, reason: 'déménagement' })).toMatchObject({
    memoId: null,
    number: null,
    totalMinor: 0,
  });
  const { items, memos } = await desk.call('invoice.read', { invoiceId });
  expect(items[0]).toMatchObject({ registrationState: 'cancelled' });
  expect(memos).toEqual([]);
  expect(await balanceOf(desk, clientId)).toBe(0);
  expect(await refusalOf(desk, 'item.cancel', { itemId, reason: 'encore' })).toMatchObject({
    code: 'nothing-to-credit',
  });
});

test('a registration kept when its item was credited can still end, without another memo', async () => {
  const { itemId, invoiceId } = await soldItem(5000, 5749, { type: 'activity' });
  await desk.call('item.cancel', { itemId, reason: 'geste', keepRegistration: true });
  expect((await desk.call('item.cancel', { itemId, reason: 'départ' })).memoId).toBe(null);
  const { items, memos } = await desk.call('invoice.read', { invoiceId });
  expect(items[0]).toMatchObject({ registrationState: 'cancelled', creditedMinor: items[0]?.totalMinor });
  expect(memos).toHaveLength(1);
});
