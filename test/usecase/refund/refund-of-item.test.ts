import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
let clientId: number;
beforeEach(async () => {
  desk = await openTestService();
  ({ clientId } = await desk.call('client.open', { kind: 'household', name: 'Gagnon' }));
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

async function sell(
  priceMinor: number,
  tender: { method: 'cash'; tenderedMinor: number } | { method: 'card'; amountMinor: number },
) {
  const { productId } = await desk.call('product.add', {
    code: `P${priceMinor}`,
    type: 'rental',
    nameFr: 'Salle',
    priceMinor,
    taxClass: 'taxable',
    ledgerCode: 'LOC',
  });
  const tenders = [
    tender.method === 'card' ? { method: 'terminal' as const, amountMinor: tender.amountMinor } : tender,
  ];
  const sale = await desk.call('invoice.issue', { clientId, items: [{ productId, quantity: 1 }], tenders });
  const done =
    sale.state === 'done'
      ? sale
      : (
          await desk.call('payment.settle', {
            attemptId: sale.attemptId,
            answer: 'approved',
            evidence: {
              retypedMinor: sale.state === 'in-progress' && 'amountMinor' in tender ? tender.amountMinor : 0,
              approvalCode: 'S1',
              brand: 'Visa',
              last4: '4417',
              slipNumber: '1',
            },
          })
        ).outcome;
  if (done?.state !== 'done') throw new Error('not sold');
  return done.allocations[0]?.itemId ?? 0;
}

it('cash sale, whole item back in cash: 23.00 in, 23.00 out, rounding nets to nothing', async () => {
  const itemId = await sell(1999, { method: 'cash', tenderedMinor: 2500 });
  await desk.call('item.cancel', { itemId, creditBasisPoints: 10_000, reason: 'annulé' });
  const { refundId } = await desk.call('refund.issue', {
    clientId,
    amountMinor: 2298,
    destination: 'cash',
    reason: 'annulé',
  });
  expect(await desk.call('refund.settle', { refundId, answer: 'approved' })).toMatchObject({
    drawerMinor: 2300,
    roundingMinor: -2,
  });
  expect(await desk.call('refund.plan', { clientId })).toMatchObject({ maximumMinor: 0, balanceMinor: 0 });
});

it('card sale, 60 % of the item back on its card: the memo is the source, the payment its cap', async () => {
  const itemId = await sell(16_000, { method: 'card', amountMinor: 18_396 });
  await desk.call('item.cancel', { itemId, creditBasisPoints: 6000, reason: 'annulé' });
  const plan = await desk.call('refund.plan', { clientId });
  expect(plan).toMatchObject({ maximumMinor: 11_038, maximumWhy: 'all-open', balanceMinor: -11_038 });
  expect(plan.sources).toMatchObject([{ kind: 'credit-memo', openMinor: 11_038, why: null }]);
  expect(plan.sources[0]?.origins).toMatchObject([
    { method: 'terminal', amountMinor: 18_396, maximumMinor: 11_038 },
  ]);
  const tooMuch = { clientId, amountMinor: 11_039, destination: 'terminal', reason: 'annulé' };
  expect(await desk.send('refund.issue', tooMuch)).toMatchObject({
    failure: { code: 'refund-exceeds-refundable', detail: { maximumMinor: 11_038 } },
  });
  const { refundId } = await desk.call('refund.issue', {
    clientId,
    amountMinor: 11_038,
    destination: 'terminal',
    reason: 'annulé',
  });
  expect(await desk.call('refund.plan', { clientId })).toMatchObject({
    maximumMinor: 0,
    balanceMinor: -11_038,
  });
  await desk.call('refund.settle', {
    refundId,
    answer: 'approved',
    evidence: { retypedMinor: 11_038, approvalCode: 'R1', brand: 'Visa', last4: '4417', slipNumber: '2' },
  });
  expect(await desk.call('refund.plan', { clientId })).toMatchObject({ maximumMinor: 0, balanceMinor: 0 });
});
