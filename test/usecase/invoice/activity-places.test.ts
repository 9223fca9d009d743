import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addProduct,
  approveLeg,
  itemIdsOf,
  openClient,
  refusalOf,
  requireInProgress,
  sell,
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

const course = async (capacity: number) =>
  await addProduct(desk, 1000, { type: 'activity', taxClass: 'exempt', details: { capacity } });

async function asked(productId: number, lines = 1) {
  const { clientId, personId } = await openClient(desk);
  return { clientId, items: Array.from({ length: lines }, () => ({ productId, personId })) };
}

test('a full activity is refused with the places left; a cancelled registration gives its place back', async () => {
  const productId = await course(2);
  expect(await refusalOf(desk, 'invoice.issue', await asked(productId, 3))).toEqual({
    code: 'activity-full',
    detail: { name: expect.any(String), availableQuantity: 2, override: 'full-class' },
  });
  const sold = await sell(desk, await asked(productId, 2));
  expect(await refusalOf(desk, 'invoice.issue', await asked(productId))).toMatchObject({
    code: 'activity-full',
    detail: { availableQuantity: 0 },
  });
  const [itemId] = await itemIdsOf(desk, sold.invoiceId);
  await desk.call('item.cancel', { itemId: itemId ?? 0, reason: 'blessure' });
  await sell(desk, await asked(productId));
});

test('two clerks sell the last place at once: one of them does', async () => {
  const productId = await course(1);
  const sales = await Promise.all([asked(productId), asked(productId), asked(productId)]);
  await desk.ready('founder');
  const outcomes = await Promise.all(sales.map((sale) => desk.send('invoice.issue', sale)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.failure.code).toBe('activity-full');
});

test('a cart whose last place went while its card was paid waits; the card stays', async () => {
  const productId = await course(1);
  const card = { tenders: [{ method: 'terminal', amountMinor: 1000 }] as const };
  const sale = await asked(productId);
  const waiting = requireInProgress(
    await desk.call('invoice.issue', { ...sale, tenders: [...card.tenders] }),
  );
  const other = await sell(desk, await asked(productId));
  expect((await approveLeg(desk, waiting.attemptId, 1000)).outcome).toBe(null);
  expect(await refusalOf(desk, 'sale.resume', { saleId: waiting.saleId })).toMatchObject({
    code: 'activity-full',
  });
  const [itemId] = await itemIdsOf(desk, other.invoiceId);
  await desk.call('item.cancel', { itemId: itemId ?? 0, reason: 'désistement' });
  expect(await desk.call('sale.resume', { saleId: waiting.saleId })).toMatchObject({
    state: 'done',
    owedMinor: 0,
  });
});
