import { afterEach, beforeEach, expect, test } from 'vitest';
import { addProduct, balanceOf, itemIdsOf, openClient, refusalOf, sell } from '../../support/goods.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService();
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

const EXEMPT = { taxClass: 'exempt' } as const;
const cheque = (amountMinor: number) => ({ method: 'cheque', amountMinor }) as const;

async function bill(clientId: number, priceMinor: number, tenders?: ReturnType<typeof cheque>[]) {
  const productId = await addProduct(desk, priceMinor, EXEMPT);
  const done = await sell(desk, { clientId, items: [{ productId }], ...(tenders ? { tenders } : {}) });
  const [itemId = 0] = await itemIdsOf(desk, done.invoiceId);
  return { itemId, invoiceId: done.invoiceId ?? 0, paymentId: done.payments[0]?.paymentId ?? 0 };
}

async function deposit(clientId: number, amountMinor: number): Promise<number> {
  const done = await desk.call('payment.take', {
    clientId,
    tenders: [cheque(amountMinor)],
    restAsDeposit: true,
  });
  if (done.state !== 'done') throw new Error('no terminal was asked');
  return done.payments[0]?.paymentId ?? 0;
}

const maximumOf = async (clientId: number) => (await desk.call('refund.plan', { clientId })).maximumMinor;

test('a deposit is linked to an unpaid item by hand; the rest stays (domain.md B15)', async () => {
  const { clientId } = await openClient(desk);
  const paymentId = await deposit(clientId, 10_000);
  const { itemId } = await bill(clientId, 5_749);
  expect(await desk.call('allocation.link', { source: { paymentId }, itemId })).toEqual({
    amountMinor: 5_749,
    sourceOpenMinor: 4_251,
    itemOwedMinor: 0,
  });
  expect(await desk.call('client.read', { clientId })).toMatchObject({
    depositAvailableMinor: 4_251,
    balanceMinor: -4_251,
    openItems: [],
  });
});

test('the whole account, oldest to newest, as the preview showed', async () => {
  const { clientId } = await openClient(desk);
  const first = await bill(clientId, 11_498);
  await bill(clientId, 5_749);
  const paymentId = await deposit(clientId, 15_000);
  // a payment pays what is due by itself; the links are taken away to have an account to reconcile
  for (const item of (await desk.call('invoice.read', { invoiceId: first.invoiceId })).items)
    await desk.call('allocation.unlink', { source: { paymentId }, itemId: item.itemId, reason: 'essai' });
  const plan = await desk.call('allocation.plan', { clientId });
  expect(plan).toMatchObject({ owedMinor: 2_247, restMinor: 0, shares: [{ amountMinor: 11_498 }] });
  const linkedMinor = plan.shares.reduce((sum, share) => sum + share.amountMinor, 0);
  expect(await refusalOf(desk, 'allocation.auto', { clientId, expectedMinor: linkedMinor + 1 })).toEqual({
    code: 'reconciliation-changed',
    detail: { linkedMinor },
  });
  expect(await desk.call('allocation.auto', { clientId, expectedMinor: linkedMinor })).toMatchObject({
    linkedMinor,
  });
  expect(await refusalOf(desk, 'allocation.auto', { clientId })).toMatchObject({
    code: 'nothing-to-reconcile',
  });
  expect(await balanceOf(desk, clientId)).toBe(2_247);
});

test('a credit spent on another item hands its money on: that item credited gives back no more than was received', async () => {
  const { clientId } = await openClient(desk);
  const first = await bill(clientId, 10_000, [cheque(10_000)]);
  desk.clock.advance(11 * 24 * 3_600_000);
  const memo = await desk.call('item.cancel', { itemId: first.itemId, reason: 'annulé' });
  expect(await maximumOf(clientId)).toBe(10_000);
  const second = await bill(clientId, 6_000);
  const source = { memoId: memo.memoId ?? 0 };
  await desk.call('allocation.link', { source, itemId: second.itemId });
  expect(await maximumOf(clientId)).toBe(4_000);
  await desk.call('item.cancel', { itemId: second.itemId, reason: 'annulé aussi' });
  expect(await maximumOf(clientId)).toBe(10_000);
  expect(await refusalOf(desk, 'allocation.unlink', { source, itemId: second.itemId, reason: 'x' })).toEqual({
    code: 'allocation-too-much',
    detail: { maximumMinor: 0 },
  });
});

test('unlinked, the credit has its money back', async () => {
  const { clientId } = await openClient(desk);
  const first = await bill(clientId, 10_000, [cheque(10_000)]);
  desk.clock.advance(11 * 24 * 3_600_000);
  const memo = await desk.call('item.cancel', { itemId: first.itemId, reason: 'annulé' });
  const second = await bill(clientId, 6_000);
  const source = { memoId: memo.memoId ?? 0 };
  await desk.call('allocation.link', { source, itemId: second.itemId });
  const unlinked = { source, itemId: second.itemId, amountMinor: 2_500, reason: 'erreur' };
  expect(await desk.call('allocation.unlink', unlinked)).toEqual({
    amountMinor: 2_500,
    itemOwedMinor: 2_500,
  });
  expect(await maximumOf(clientId)).toBe(6_500);
  expect(await refusalOf(desk, 'allocation.unlink', unlinked, { as: 'clerk' })).toMatchObject({
    code: 'not-allowed',
  });
});

test('a payment behind a credited item is not freed a second time', async () => {
  const { clientId } = await openClient(desk);
  const { itemId, paymentId } = await bill(clientId, 10_000, [cheque(10_000)]);
  await desk.call('item.cancel', { itemId, creditBasisPoints: 6_000, reason: 'annulé' });
  expect(
    await refusalOf(desk, 'allocation.unlink', {
      source: { paymentId },
      itemId,
      amountMinor: 4_001,
      reason: 'x',
    }),
  ).toEqual({ code: 'allocation-too-much', detail: { maximumMinor: 4_000 } });
  await desk.call('allocation.unlink', { source: { paymentId }, itemId, reason: 'x' });
  expect(await balanceOf(desk, clientId)).toBe(-6_000);
});

test('never across accounts, never more than both have', async () => {
  const one = await openClient(desk);
  const two = await openClient(desk);
  const paymentId = await deposit(one.clientId, 2_000);
  const { itemId } = await bill(two.clientId, 5_000);
  const link = { source: { paymentId }, itemId };
  expect(await refusalOf(desk, 'allocation.link', link)).toMatchObject({ code: 'allocation-other-account' });
  const own = await bill(one.clientId, 5_000);
  expect(
    await refusalOf(desk, 'allocation.link', { ...link, itemId: own.itemId, amountMinor: 2_001 }),
  ).toEqual({ code: 'allocation-too-much', detail: { maximumMinor: 2_000 } });
  for (const [source, code] of [
    [{ paymentId: 9_999 }, 'payment-unknown'],
    [{ memoId: 9_999 }, 'memo-unknown'],
  ] as const)
    expect(await refusalOf(desk, 'allocation.link', { source, itemId })).toMatchObject({ code });
});

test('eight links of one deposit at once: one takes it, the others are told what is left', async () => {
  const { clientId } = await openClient(desk);
  const paymentId = await deposit(clientId, 1_000);
  const { itemId } = await bill(clientId, 5_000);
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () =>
      desk.send('allocation.link', { source: { paymentId }, itemId, amountMinor: 1_000 }),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.failure.code).toBe('allocation-too-much');
});

test('credit spent while a refund holds the rest of it hands on its payment all the same (settled.md 3)', async () => {
  const { clientId } = await openClient(desk);
  const paid = await bill(clientId, 10_000, [cheque(10_000)]);
  const { memoId } = await desk.call('item.cancel', { itemId: paid.itemId, reason: 'retour' });
  const { refundId } = await desk.call('refund.issue', {
    clientId,
    destination: 'cheque',
    amountMinor: 8_000,
    reason: 'retour',
  });
  const { itemId } = await bill(clientId, 2_500);
  const source = { memoId: memoId ?? 0 };
  await desk.call('allocation.link', { source, itemId, amountMinor: 1_500 });
  await desk.call('refund.settle', { refundId, answer: 'not-done', reason: 'annulé' });
  expect(await maximumOf(clientId)).toBe(8_500);
  await desk.call('allocation.link', { source, itemId, amountMinor: 1_000 });
  expect(await maximumOf(clientId)).toBe(7_500);
  // what it paid can go back too, once that is cancelled
  await desk.call('item.cancel', { itemId, reason: 'retour' });
  expect(await maximumOf(clientId)).toBe(10_000);
});

test('a credit that pays its own item once a payment is void is refundable by no more than it has', async () => {
  const { clientId } = await openClient(desk);
  const { itemId } = await bill(clientId, 10_000);
  const take = async (amountMinor: number) => {
    const done = await desk.call('payment.take', { clientId, tenders: [cheque(amountMinor)] });
    return done.state === 'done' ? (done.payments[0]?.paymentId ?? 0) : 0;
  };
  const first = await take(4_000);
  await take(6_000);
  const half = await desk.call('item.cancel', { itemId, creditMinor: 6_000, reason: 'retour' });
  expect(half).toMatchObject({ openMinor: 6_000, refundableMinor: 6_000 });
  // of the 60.00 that stay 40.00 are owed no more, since 60.00 were credited
  await desk.call('payment.void', { paymentId: first, reason: 'erreur' });
  expect(await desk.call('client.read', { clientId })).toMatchObject({ balanceMinor: -2_000, openItems: [] });
  expect(await maximumOf(clientId)).toBe(2_000);
  const other = await bill(clientId, 2_000);
  await desk.call('allocation.auto', { clientId });
  const { items } = await desk.call('invoice.read', { invoiceId: other.invoiceId });
  expect(items[0]?.owedMinor).toBe(0);
  expect(await maximumOf(clientId)).toBe(0);
});

test('money that a credit handed on to an item, and that a credit of the item promises, is not unlinked (settled.md 2, 3)', async () => {
  const { clientId } = await openClient(desk);
  const { itemId } = await bill(clientId, 10_000);
  await desk.call('payment.take', { clientId, tenders: [cheque(6_000)] });
  const paid = await bill(clientId, 4_000, [cheque(4_000)]);
  const { memoId } = await desk.call('item.cancel', { itemId: paid.itemId, reason: 'retour' });
  const source = { memoId: memoId ?? 0 };
  await desk.call('allocation.link', { source, itemId, amountMinor: 4_000 });
  // the newest money first, which is what the first credit handed on
  const half = await desk.call('item.cancel', { itemId, creditMinor: 5_000, reason: 'retour' });
  expect(half).toMatchObject({ openMinor: 5_000, refundableMinor: 5_000 });
  expect(await refusalOf(desk, 'allocation.unlink', { source, itemId, reason: 'erreur' })).toEqual({
    code: 'allocation-too-much',
    detail: { maximumMinor: 0 },
  });
  expect(await maximumOf(clientId)).toBe(5_000);
});
