import { afterAll, beforeAll, expect, test } from 'vitest';
import { addProduct, itemIdsOf, openClient, sellOne } from '../support/goods.ts';
import { openTestService, type TestService } from '../support/test-service.ts';

let desk: TestService;
let clientId: number;
let invoiceId: number | null;
beforeAll(async () => {
  desk = await openTestService();
  ({ clientId } = await openClient(desk, { cardNumber: '20021000123456' }));
  const productId = await addProduct(desk, 1999, { code: 'LUNETTES1', barcode: '0062067009655' });
  const cash = [{ method: 'cash' as const, tenderedMinor: 2500 }];
  ({ invoiceId } = await sellOne(desk, productId, clientId, cash));
  const [itemId] = await itemIdsOf(desk, invoiceId);
  await desk.call('item.cancel', { itemId: itemId ?? 0, reason: 'retour' });
  const refund = { clientId, amountMinor: 2298, destination: 'cash' as const, reason: 'retour' };
  const { refundId } = await desk.call('refund.issue', refund);
  await desk.call('refund.settle', { refundId, answer: 'approved' });
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor: 20_000 });
  await desk.call('till.close', {});
});
afterAll(() => desk.close());

test.each([
  ['0062067009655', { kind: 'product', code: 'LUNETTES1', active: true }],
  ['LUNETTES1', { kind: 'product' }],
  ['20021000123456', { kind: 'client' }],
  ['C-000002', { kind: 'client' }],
  ['c-2', { kind: 'unknown' }],
  ['F-000001', { kind: 'invoice', isWalkIn: false }],
  ['f-1', { kind: 'invoice' }],
  ['NC-000001', { kind: 'invoice' }],
  ['R-000001', { kind: 'payment' }],
  ['RB-000001', { kind: 'refund' }],
  ['Z-1-0001', { kind: 'close', zNumber: 'Z-1-0001' }],
  ['Z-1-0009', { kind: 'unknown' }],
  ['F-000009', { kind: 'unknown' }],
  ['DB-000001', { kind: 'unknown' }],
  ['9999999999994', { kind: 'unknown' }],
])('%s', async (code, found) => {
  expect(await desk.call('scan.find', { code }, { as: 'clerk' })).toMatchObject(found);
});

test('a receipt names its client, its payment and its invoice', async () => {
  expect(await desk.call('scan.find', { code: 'R-000001' })).toMatchObject({ clientId, invoiceId });
  expect(await desk.call('scan.find', { code: 'F-000001' })).toMatchObject({ clientId, invoiceId });
});
