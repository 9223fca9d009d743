import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addProduct,
  balanceOf,
  expectedOf,
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

test('taxes each item and sums its cents (domain.md 1, 2)', async () => {
  const { clientId } = await openClient(desk);
  const hundred = await addProduct(desk, 10_000);
  expect(await sellOne(desk, hundred, clientId)).toMatchObject({
    invoiceNumber: 'F-000001',
    netMinor: 10_000,
    gstMinor: 500,
    qstMinor: 998,
    totalMinor: 11_498,
    owedMinor: 11_498,
    payments: [],
    paidMinor: 0,
  });
  const cap = { productId: await addProduct(desk, 495) };
  expect(await sell(desk, { clientId, items: [cap, cap, cap] })).toMatchObject({ qstMinor: 147 });
  expect(await sell(desk, { clientId, items: [{ ...cap, quantity: 3 }] })).toMatchObject({ qstMinor: 148 });
  const exempt = await addProduct(desk, 10_000, { taxClass: 'exempt' });
  expect(await sellOne(desk, exempt, clientId)).toMatchObject({
    totalMinor: 10_000,
    gstMinor: 0,
    invoiceNumber: 'F-000004',
  });
});

test('rounds cash and pays the item to the cent (domain.md 3, settled 20, 21)', async () => {
  const { clientId } = await openClient(desk);
  const goggles = await addProduct(desk, 1999);
  const done = await sellOne(desk, goggles, clientId, [{ method: 'cash', tenderedMinor: 2500 }]);
  expect(done).toMatchObject({
    paidMinor: 2298,
    changeMinor: 200,
    roundingMinor: 2,
    owedMinor: 0,
    depositMinor: 0,
    payments: [{ number: 'R-000001', amountMinor: 2298, tenderedMinor: 2500 }],
  });
  expect(done.allocations).toEqual([{ itemId: expect.any(Number), amountMinor: 2298 }]);
  expect(await expectedOf(desk)).toBe(22_300);
  expect(await balanceOf(desk, clientId)).toBe(0);
});

test.each([
  [
    { tenderedMinor: 2500, keepRestAsDeposit: true },
    { depositMinor: 202, roundingMinor: 0, changeMinor: 0 },
  ],
  [{ tenderedMinor: 2000 }, { paidMinor: 2000, owedMinor: 298, roundingMinor: 0 }],
  [{ tenderedMinor: 2300 }, { paidMinor: 2298, owedMinor: 0, roundingMinor: 2, changeMinor: 0 }],
])('cash %o of 22.98 gives %o', async (cash, expected) => {
  const { clientId } = await openClient(desk);
  const done = await sellOne(desk, await addProduct(desk, 1999), clientId, [{ method: 'cash', ...cash }]);
  expect(done).toMatchObject(expected);
});

test('12.01 is settled by 12.00, and 11.95 leaves 0.06 (settled 20)', async () => {
  const { clientId } = await openClient(desk);
  const pen = await addProduct(desk, 1201, { taxClass: 'exempt' });
  const settled = await sellOne(desk, pen, clientId, [{ method: 'cash', tenderedMinor: 1200 }]);
  expect(settled).toMatchObject({ paidMinor: 1201, roundingMinor: -1, owedMinor: 0 });
  const short = await sellOne(desk, pen, clientId, [{ method: 'cash', tenderedMinor: 1195 }]);
  expect(short).toMatchObject({ paidMinor: 1195, roundingMinor: 0, owedMinor: 6 });
  const penny = await addProduct(desk, 2, { taxClass: 'exempt' });
  expect(
    await refusalOf(desk, 'invoice.issue', {
      clientId,
      items: [{ productId: penny }],
      tenders: [{ method: 'cash', tenderedMinor: 5 }],
    }),
  ).toMatchObject({ code: 'too-small-for-cash' });
});

test('spends deposits oldest first, as links and not as payments (settled 31)', async () => {
  const { clientId } = await openClient(desk);
  for (const amountMinor of [1000, 2000])
    await desk.call('payment.take', {
      clientId,
      restAsDeposit: true,
      tenders: [{ method: 'cheque', amountMinor }],
    });
  const item = await addProduct(desk, 2500, { taxClass: 'exempt' });
  const done = await sellOne(desk, item, clientId, [{ method: 'deposit' }]);
  expect(done).toMatchObject({ paidMinor: 2500, payments: [], owedMinor: 0 });
  const { paidBy } = (await desk.call('invoice.read', { invoiceId: done.invoiceId ?? 0 })).items[0]!;
  expect(paidBy.map((part) => [part.number, part.amountMinor])).toEqual([
    ['R-000001', 1000],
    ['R-000002', 1500],
  ]);
  expect(await balanceOf(desk, clientId)).toBe(-500);
});

test('the walk-in pays all at once and leaves nothing behind (settled 11)', async () => {
  const items = [{ productId: await addProduct(desk, 1999) }];
  const refused = (tenders?: unknown) => refusalOf(desk, 'invoice.issue', { items, tenders });
  expect(await refused()).toEqual({ code: 'walk-in-needs-full-payment', detail: { dueMinor: 2298 } });
  expect(await refused([{ method: 'cash', tenderedMinor: 2000 }])).toMatchObject({ code: 'tender-short' });
  expect(await refused([{ method: 'deposit' }])).toMatchObject({ code: 'deposit-short' });
  expect(await refused([{ method: 'cheque', amountMinor: 2300 }])).toMatchObject({ code: 'more-than-owed' });
  expect(await sell(desk, { items, tenders: [{ method: 'cash', tenderedMinor: 2300 }] })).toMatchObject({
    owedMinor: 0,
  });
  expect(await balanceOf(desk, desk.walkInClientId)).toBe(0);
});

test('registers the person, and only a person of the client', async () => {
  const mine = await openClient(desk);
  const other = await openClient(desk);
  const productId = await addProduct(desk, 8000, { type: 'activity', taxClass: 'exempt' });
  const asked = (clientId: number, personId?: number) => ({
    clientId,
    items: [{ productId, ...(personId ? { personId } : {}) }],
  });
  expect(await refusalOf(desk, 'invoice.issue', asked(mine.clientId))).toMatchObject({
    code: 'person-needed',
  });
  expect(await refusalOf(desk, 'invoice.issue', asked(mine.clientId, other.personId))).toEqual({
    code: 'person-unknown',
    detail: { personId: other.personId },
  });
  const done = await sell(desk, asked(mine.clientId, mine.personId));
  const { items } = await desk.call('invoice.read', { invoiceId: done.invoiceId ?? 0 });
  expect(items[0]).toMatchObject({ registrationState: 'active', personName: 'Hélène Desrosiers' });
});

test('takes from stock and refuses what is not there', async () => {
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 500, { isStockTracked: true, openingStockQuantity: 3 });
  await sell(desk, { clientId, items: [{ productId, quantity: 2 }] });
  const refused = await refusalOf(desk, 'invoice.issue', { clientId, items: [{ productId }, { productId }] });
  expect(refused).toMatchObject({ code: 'out-of-stock', detail: { availableQuantity: 1 } });
  expect((await desk.call('product.read', { productId })).stockQuantity).toBe(1);
});

test('only donations and fees take another price; zero is a valid invoice', async () => {
  const { clientId } = await openClient(desk);
  const ball = await addProduct(desk, 500);
  const gift = await addProduct(desk, 0, { type: 'donation', taxClass: 'exempt' });
  expect(
    await refusalOf(desk, 'invoice.issue', { clientId, items: [{ productId: ball, unitPriceMinor: 1 }] }),
  ).toMatchObject({ code: 'invalid-input' });
  const given = await sell(desk, { clientId, items: [{ productId: gift, unitPriceMinor: 5000 }] });
  expect(given.totalMinor).toBe(5000);
  const free = await sell(desk, { clientId, items: [{ productId: gift }] });
  expect(free).toMatchObject({ totalMinor: 0, owedMinor: 0 });
  const read = await desk.call('invoice.read', { invoiceId: free.invoiceId ?? 0 });
  expect(read.state).toBe('paid');
});

test('a sale without money needs no open till; cash, cheque and cards do (settled 37)', async () => {
  const closed = await openTestService({ openTill: false });
  const { clientId } = await openClient(closed);
  const productId = await addProduct(closed, 1000);
  expect((await sellOne(closed, productId, clientId)).owedMinor).toBe(1150);
  for (const tender of [
    { method: 'cash', tenderedMinor: 1200 },
    { method: 'cheque', amountMinor: 1150 },
    { method: 'terminal', amountMinor: 1150 },
  ])
    expect(
      await refusalOf(closed, 'invoice.issue', { clientId, items: [{ productId }], tenders: [tender] }),
    ).toEqual({ code: 'till-closed', detail: { tillNames: ['Caisse 1'] } });
  const online = await sellOne(closed, productId, clientId, [
    { method: 'online-card', amountMinor: 1150, brand: 'Visa', last4: '4417' },
  ]);
  expect(online.owedMinor).toBe(0);
  expect(await closed.verify()).toEqual([]);
  await closed.close();
});

test('unknown and archived clients, unknown products are refused by name', async () => {
  const productId = await addProduct(desk, 1000);
  const { clientId } = await openClient(desk);
  await desk.call('client.archive', { clientId });
  const items = [{ productId }];
  expect(await refusalOf(desk, 'invoice.issue', { clientId: 9999, items })).toEqual({
    code: 'client-unknown',
    detail: { clientId: 9999 },
  });
  expect(await refusalOf(desk, 'invoice.issue', { clientId, items })).toMatchObject({
    code: 'client-archived',
  });
  const open = await openClient(desk);
  expect(
    await refusalOf(desk, 'invoice.issue', { clientId: open.clientId, items: [{ productId: 9999 }] }),
  ).toEqual({ code: 'product-unknown', detail: { productId: 9999 } });
});

test('sales at the same moment get numbers without a hole', async () => {
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 500, { isStockTracked: true, openingStockQuantity: 5 });
  const sales = await Promise.all(
    Array.from({ length: 8 }, () => desk.send('invoice.issue', { clientId, items: [{ productId }] })),
  );
  expect(sales.filter((outcome) => outcome.ok)).toHaveLength(5);
  const { invoices } = await desk.call('invoice.find', { clientId });
  expect(invoices.map((invoice) => invoice.number)).toEqual(
    [5, 4, 3, 2, 1].map((number) => `F-00000${number}`),
  );
});
