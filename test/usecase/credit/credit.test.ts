import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishBatch } from '../../support/finish-batch.ts';
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

const MANUAL = {
  label: 'Geste commercial',
  ledgerCode: '4000',
  taxMode: 'added',
  reason: 'attente',
} as const;
const issue = async (clientId: number, amountMinor: number, more: object = {}) =>
  await desk.call('credit.issue', { ...MANUAL, clientId, amountMinor, ...more });
const cheque = (amountMinor: number) => ({ method: 'cheque', amountMinor }) as const;
const exempt = async (priceMinor: number) => await addProduct(desk, priceMinor, { taxClass: 'exempt' });

test('a manual credit lowers the balance with its taxes, and the preview says the same', async () => {
  const { clientId } = await openClient(desk);
  const asked = { clientId, amountMinor: 3_000, taxMode: 'added' } as const;
  const preview = await desk.call('credit.preview', asked);
  expect(preview).toMatchObject({ totalMinor: 3_449, balanceBeforeMinor: 0, balanceAfterMinor: -3_449 });
  expect(await issue(clientId, 3_000)).toMatchObject({
    number: 'NC-000001',
    netMinor: 3_000,
    gstMinor: 150,
    qstMinor: 299,
    totalMinor: 3_449,
  });
  expect(await balanceOf(desk, clientId)).toBe(-3_449);
});

test('domain.md B7: 40.00 not refundable and 34.49 refundable; a purchase of 50.00 leaves 24.49 refundable', async () => {
  const { clientId } = await openClient(desk);
  await sell(desk, { clientId, items: [{ productId: await exempt(34_490) }], tenders: [cheque(34_490)] });
  desk.clock.advance(11 * 24 * 3_600_000);
  await issue(clientId, 3_449, { taxMode: 'included', isRefundable: true });
  await issue(clientId, 4_000, { taxMode: 'waived' });
  expect(await desk.call('client.read', { clientId })).toMatchObject({ creditAvailableMinor: 7_449 });
  expect(await desk.call('refund.plan', { clientId })).toMatchObject({ maximumMinor: 3_449 });
  const done = await sell(desk, {
    clientId,
    items: [{ productId: await exempt(5_000) }],
    tenders: [{ method: 'credit' }],
  });
  expect(done).toMatchObject({ paidMinor: 5_000, owedMinor: 0, payments: [] });
  expect(await desk.call('refund.plan', { clientId })).toMatchObject({ maximumMinor: 2_449 });
});

test('refundable is a permission: an account that never paid has nothing to be given back (settled.md 4)', async () => {
  const { clientId } = await openClient(desk);
  await issue(clientId, 2_000, { isRefundable: true });
  const plan = await desk.call('refund.plan', { clientId });
  expect(plan.maximumMinor).toBe(0);
});

test('credit pays a part, money the rest; more credit than there is is refused with what there is', async () => {
  const { clientId } = await openClient(desk);
  await issue(clientId, 2_000, { taxMode: 'waived' });
  const items = [{ productId: await exempt(5_000) }];
  const tooMuch = { clientId, items, tenders: [{ method: 'credit', amountMinor: 2_001 }] };
  expect(await refusalOf(desk, 'invoice.issue', tooMuch)).toEqual({
    code: 'credit-short',
    detail: { availableMinor: 2_000 },
  });
  const done = await sell(desk, {
    clientId,
    items,
    tenders: [{ method: 'credit' }, { method: 'cash', tenderedMinor: 5_000 }],
  });
  expect(done).toMatchObject({ paidMinor: 5_000, changeMinor: 2_000, owedMinor: 0 });
  expect(await refusalOf(desk, 'payment.take', { clientId, tenders: [{ method: 'credit' }] })).toMatchObject({
    code: 'nothing-owed',
  });
});

test('a walk-in has no credit to spend', async () => {
  const sale = { items: [{ productId: await exempt(500) }], tenders: [{ method: 'credit' }] };
  expect(await refusalOf(desk, 'invoice.issue', sale)).toMatchObject({ code: 'credit-short' });
  expect(
    await refusalOf(desk, 'credit.issue', { ...MANUAL, clientId: desk.walkInClientId, amountMinor: 100 }),
  ).toMatchObject({
    code: 'walk-in-no-credit',
  });
});

test('a reversal takes back what is open, at the credit’s own cents, and nothing more (settled.md 32)', async () => {
  const { clientId } = await openClient(desk);
  const memo = await issue(clientId, 3_000);
  await sell(desk, {
    clientId,
    items: [{ productId: await exempt(1_000) }],
    tenders: [{ method: 'credit' }],
  });
  const reversed = await desk.call('credit.reverse', { memoId: memo.memoId, reason: 'erreur' });
  expect(reversed).toMatchObject({ netMinor: 2_130, gstMinor: 107, qstMinor: 212, totalMinor: 2_449 });
  expect(await balanceOf(desk, clientId)).toBe(0);
  const credits = await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.get<{ sales: number; credits: number }>`
        SELECT sum(CASE WHEN account LIKE 'sales:%' THEN amount_minor END) AS sales,
          sum(CASE WHEN account LIKE 'credits:%' THEN amount_minor END) AS credits FROM journal_line`,
    );
  expect(credits).toEqual({ sales: -1_000, credits: 870 });
  expect(await refusalOf(desk, 'credit.reverse', { memoId: memo.memoId, reason: 'encore' })).toMatchObject({
    code: 'credit-used',
  });
});

test('what was taken back is not taken back twice, also when the link of the reversal is taken away', async () => {
  const { clientId } = await openClient(desk);
  const { memoId } = await issue(clientId, 3_000);
  const { invoiceId } = await desk.call('credit.reverse', { memoId, reason: 'erreur' });
  const { items } = await desk.call('invoice.read', { invoiceId });
  const itemId = items[0]?.itemId ?? 0;
  await desk.call('allocation.unlink', { source: { memoId }, itemId, reason: 'erreur' });
  const read = await desk.call('client.read', { clientId });
  expect(read).toMatchObject({ creditAvailableMinor: 3_449, balanceMinor: 0 });
  const again = await refusalOf(desk, 'credit.reverse', { memoId, reason: 'erreur' });
  expect(again).toMatchObject({ code: 'credit-used' });
});

test('a batch took a spent credit back: once it is open again it is not taken back a second time', async () => {
  const { clientId, personId } = await openClient(desk);
  const { batchId } = await desk.call('bulk.run', {
    kind: 'credit',
    filter: { personIds: [personId] },
    amountMinor: 1_200,
    taxMode: 'waived',
    label: 'Annulé',
    ledgerCode: 'LOT',
    reason: 'annulation',
  });
  await finishBatch(desk, batchId);
  const sold = await sell(desk, {
    clientId,
    items: [{ productId: await exempt(1_200) }],
    tenders: [{ method: 'credit' }],
  });
  const reversal = await desk.call('bulk.reverse', { batchId, reason: 'erreur' });
  await finishBatch(desk, reversal.batchId);
  expect(await balanceOf(desk, clientId)).toBe(1_200);
  const [itemId = 0] = await itemIdsOf(desk, sold.invoiceId);
  const memoId = 1;
  await desk.call('allocation.unlink', { source: { memoId }, itemId, reason: 'erreur' });
  const again = await refusalOf(desk, 'credit.reverse', { memoId, reason: 'erreur' });
  expect(again).toMatchObject({ code: 'credit-used' });
  expect(await balanceOf(desk, clientId)).toBe(1_200);
});

test('the credit of a cancelled item is not reversed', async () => {
  const { clientId } = await openClient(desk);
  const done = await sell(desk, { clientId, items: [{ productId: await exempt(1_000) }] });
  const { items } = await desk.call('invoice.read', { invoiceId: done.invoiceId ?? 0 });
  const memo = await desk.call('item.cancel', { itemId: items[0]?.itemId ?? 0, reason: 'annulé' });
  expect(await refusalOf(desk, 'credit.reverse', { memoId: memo.memoId, reason: 'x' })).toMatchObject({
    code: 'credit-of-item',
  });
});

test('only a supervisor credits by hand', async () => {
  const { clientId } = await openClient(desk);
  expect(
    await refusalOf(desk, 'credit.issue', { ...MANUAL, clientId, amountMinor: 100 }, { as: 'clerk' }),
  ).toMatchObject({ code: 'not-allowed' });
});
