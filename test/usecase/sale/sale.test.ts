import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addProduct,
  approveLeg,
  balanceOf,
  expectedOf,
  openClient,
  refusalOf,
  requireInProgress,
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

const card = (amountMinor: number) => ({ method: 'terminal' as const, amountMinor });
const cash = (tenderedMinor: number) => ({ method: 'cash' as const, tenderedMinor });

/** A sale of 22.98 whose card leg waits for the clerk's answer. */
async function waitingSale(tenders: (ReturnType<typeof card> | ReturnType<typeof cash>)[], more = {}) {
  const productId = await addProduct(desk, 1999, more);
  const { clientId } = await openClient(desk);
  const sale = await desk.call('invoice.issue', { clientId, items: [{ productId }], tenders });
  return { ...requireInProgress(sale), clientId, productId };
}

test('card first, cash last: one invoice once the card is paid (domain.md 4, settled 10)', async () => {
  const { saleId, attemptId, clientId } = await waitingSale([card(1000), cash(2000)]);
  expect((await desk.call('invoice.find', { clientId })).invoices).toEqual([]);
  expect(await desk.call('sale.read', { saleId })).toMatchObject({
    state: 'open',
    lines: [{ personName: null, quantity: 1, netMinor: 1999 }],
    totalMinor: 2298,
    approvedMinor: 0,
    remainingMinor: 2298,
    openAttemptId: attemptId,
    attempts: [{ state: 'sent', amountMinor: 1000 }],
    outcome: null,
  });
  const settled = await approveLeg(desk, attemptId, 1000);
  expect(settled.outcome).toMatchObject({
    state: 'done',
    saleId,
    invoiceNumber: 'F-000001',
    payments: [
      { method: 'terminal', amountMinor: 1000, number: 'R-000001' },
      { method: 'cash', amountMinor: 1298, roundingMinor: 2, changeMinor: 700 },
    ],
    paidMinor: 2298,
    changeMinor: 700,
    owedMinor: 0,
  });
  expect(await desk.call('sale.read', { saleId })).toMatchObject({
    state: 'completed',
    remainingMinor: 0,
    outcome: settled.outcome,
  });
  expect(await expectedOf(desk)).toBe(21_300);
  expect(await balanceOf(desk, clientId)).toBe(0);
});

test('two card legs run one after the other', async () => {
  const { attemptId } = await waitingSale([card(1000), card(1298)]);
  const { outcome } = await approveLeg(desk, attemptId, 1000);
  const second = requireInProgress(outcome!);
  expect(second.attemptId).not.toBe(attemptId);
  expect((await desk.call('sale.read', { saleId: second.saleId })).attempts[1]?.state).toBe('sent');
  expect((await approveLeg(desk, second.attemptId, 1298)).outcome).toMatchObject({
    state: 'done',
    owedMinor: 0,
  });
});

test('a decline leaves the cart and its approved legs for another tender', async () => {
  const { saleId, attemptId } = await waitingSale([card(1000), card(1298)]);
  const second = requireInProgress((await approveLeg(desk, attemptId, 1000)).outcome!);
  const asked = { saleId, tenders: [cash(1500)] };
  expect(await refusalOf(desk, 'sale.resume', asked)).toEqual({
    code: 'sale-waiting',
    detail: { attemptId: second.attemptId },
  });
  await desk.call('payment.settle', { attemptId: second.attemptId, answer: 'declined' });
  expect(await desk.call('sale.read', { saleId })).toMatchObject({
    state: 'open',
    approvedMinor: 1000,
    remainingMinor: 1298,
    openAttemptId: null,
  });
  expect(await desk.call('sale.resume', asked)).toMatchObject({
    state: 'done',
    changeMinor: 200,
    payments: [{ amountMinor: 1000 }, { amountMinor: 1298 }],
  });
  expect(await refusalOf(desk, 'sale.resume', asked)).toEqual({
    code: 'sale-not-open',
    detail: { state: 'completed' },
  });
});

test('abandoned, an approved leg stays as a deposit of the client', async () => {
  const { saleId, attemptId, clientId } = await waitingSale([card(1000), card(1298)]);
  expect(await refusalOf(desk, 'sale.abandon', { saleId })).toMatchObject({ code: 'sale-waiting' });
  const second = requireInProgress((await approveLeg(desk, attemptId, 1000)).outcome!);
  await desk.call('payment.settle', { attemptId: second.attemptId, answer: 'declined' });
  expect(await desk.call('sale.abandon', { saleId })).toEqual({ depositMinor: 1000 });
  expect(await balanceOf(desk, clientId)).toBe(-1000);
  expect((await desk.call('sale.read', { saleId })).state).toBe('abandoned');
});

test('a card leg in doubt may be left; approved later it is a deposit (settled 10)', async () => {
  const { saleId, attemptId, clientId } = await waitingSale([card(2298)]);
  await desk.call('payment.settle', { attemptId, answer: 'unknown' });
  expect(await desk.call('sale.abandon', { saleId })).toEqual({ depositMinor: 0 });
  expect(await approveLeg(desk, attemptId, 2298)).toMatchObject({ outcome: null });
  expect(await balanceOf(desk, clientId)).toBe(-2298);
  expect((await desk.call('invoice.find', { clientId })).invoices).toEqual([]);
});

test('the approved leg of an open cart is no deposit for another sale', async () => {
  const { saleId, attemptId, clientId, productId } = await waitingSale([card(1000), card(1298)]);
  await approveLeg(desk, attemptId, 1000);
  expect(
    await refusalOf(desk, 'invoice.issue', {
      clientId,
      items: [{ productId }],
      tenders: [{ method: 'deposit' }],
    }),
  ).toEqual({ code: 'deposit-short', detail: { availableMinor: 0 } });
  expect((await desk.call('sale.read', { saleId })).state).toBe('open');
});

test('a walk-in cart with a paid leg is not abandoned before the money is given back (settled 11)', async () => {
  const productId = await addProduct(desk, 1999);
  const tenders = [card(1000), card(1298)];
  const first = requireInProgress(await desk.call('invoice.issue', { items: [{ productId }], tenders }));
  const second = requireInProgress((await approveLeg(desk, first.attemptId, 1000)).outcome!);
  await desk.call('payment.settle', { attemptId: second.attemptId, answer: 'declined' });
  expect(await balanceOf(desk, desk.walkInClientId)).toBe(-1000);
  expect(await refusalOf(desk, 'sale.abandon', { saleId: first.saleId })).toEqual({
    code: 'sale-has-payment',
    detail: { paidMinor: 1000 },
  });
  await desk.call('sale.resume', { saleId: first.saleId, tenders: [cash(1300)] });
  expect(await balanceOf(desk, desk.walkInClientId)).toBe(0);
});

test('a till closed meanwhile keeps the cart open with its approved leg', async () => {
  const { saleId, attemptId } = await waitingSale([card(1000), cash(2000)]);
  await desk.call('till.end', {});
  expect(await approveLeg(desk, attemptId, 1000)).toMatchObject({ attemptState: 'approved', outcome: null });
  expect(await desk.call('sale.read', { saleId })).toMatchObject({ state: 'open', approvedMinor: 1000 });
  const online = { method: 'online-card', amountMinor: 1298, brand: 'Visa', last4: '4417' } as const;
  expect(await desk.call('sale.resume', { saleId, tenders: [online] })).toMatchObject({ state: 'done' });
});

test('stock sold meanwhile keeps the cart open; a resume without tenders finishes it', async () => {
  const stock = { isStockTracked: true, openingStockQuantity: 1 };
  const { saleId, attemptId, productId, clientId } = await waitingSale([card(2298)], stock);
  await desk.call('invoice.issue', { clientId, items: [{ productId }] });
  expect((await approveLeg(desk, attemptId, 2298)).outcome).toBeNull();
  expect(await refusalOf(desk, 'sale.resume', { saleId })).toMatchObject({ code: 'out-of-stock' });
  await desk.call('product.adjustStock', { productId, quantity: 1, reason: 'retrouvé' });
  expect(await desk.call('sale.resume', { saleId })).toMatchObject({ state: 'done', owedMinor: 0 });
});

test('a slip that shows less leaves the rest owed; nothing is charged for a sale that cannot be', async () => {
  const { attemptId } = await waitingSale([card(2298)]);
  expect((await approveLeg(desk, attemptId, 2200)).outcome).toMatchObject({ state: 'done', owedMinor: 98 });
  const { clientId } = await openClient(desk);
  const items = [{ productId: await addProduct(desk, 1000, { taxClass: 'exempt' }) }];
  const refused = (tenders: unknown) => refusalOf(desk, 'invoice.issue', { clientId, items, tenders });
  expect(await refused([card(1001)])).toMatchObject({ code: 'more-than-owed' });
  expect(await refused([cash(500), card(500)])).toEqual({ code: 'cash-not-last', detail: {} });
  expect(await refused([{ ...card(1000), terminalId: 99 }])).toMatchObject({ code: 'terminal-unknown' });
});

test('payment.take by card waits the same way and pays the items', async () => {
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 1000, { taxClass: 'exempt' });
  await desk.call('invoice.issue', { clientId, items: [{ productId }] });
  const waiting = requireInProgress(await desk.call('payment.take', { clientId, tenders: [card(600)] }));
  expect(await desk.call('sale.read', { saleId: waiting.saleId })).toMatchObject({
    kind: 'payment',
    totalMinor: 600,
    remainingMinor: 600,
  });
  expect((await approveLeg(desk, waiting.attemptId, 600)).outcome).toMatchObject({
    invoiceId: null,
    paidMinor: 600,
    owedMinor: 400,
  });
});
