import { expect, test } from 'vitest';
import { placeOf } from '../../renderer/shell/scan-place.ts';

const invoice = { kind: 'invoice', invoiceId: 7, clientId: 12, isWalkIn: false } as const;
const payment = { kind: 'payment', paymentId: 5, clientId: 12, invoiceId: 7 } as const;

test.each([
  [invoice, ['invoice', 7]],
  [payment, ['invoice', 7]],
  [{ ...payment, invoiceId: null }, ['client', 12]],
  [{ kind: 'client', clientId: 12 } as const, ['client', 12]],
  [{ kind: 'refund', refundId: 3 } as const, ['refund', 3]],
  [{ kind: 'close', zNumber: 'Z-1-0004' } as const, ['till', null, { report: 'Z-1-0004' }]],
])('%j is opened', (found, place) => {
  expect(placeOf(found, false)).toEqual(place);
});

test.each([
  [invoice, ['refund', null, { client: 12 }]],
  [{ ...invoice, isWalkIn: true }, ['invoice', 7]],
  [payment, ['refund', null, { client: 12, origin: 5 }]],
  [{ kind: 'client', clientId: 12 } as const, ['refund', null, { client: 12 }]],
])('while a refund is prepared, %j leads to its refund', (found, place) => {
  expect(placeOf(found, true)).toEqual(place);
});
