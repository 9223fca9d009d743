import { afterEach, beforeEach, expect, test } from 'vitest';
import { addProduct, approveLeg, openClient, refusalOf, requireInProgress } from '../../support/goods.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService();
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

/** A client with this much of a card's money on account. */
async function cardDeposit(amountMinor: number): Promise<number> {
  const { clientId } = await openClient(desk);
  const taken = await desk.call('payment.take', {
    clientId,
    tenders: [{ method: 'terminal', amountMinor }],
    restAsDeposit: true,
  });
  await approveLeg(desk, requireInProgress(taken).attemptId, amountMinor);
  return clientId;
}

test('the cash of a refund under way is not in the drawer for another one, nor for a drop', async () => {
  const [first, second] = [await cardDeposit(15_000), await cardDeposit(15_000)];
  const asked = { destination: 'cash' as const, amountMinor: 15_000, reason: 'carte remplacée' };
  const { refundId } = await desk.call('refund.issue', { ...asked, clientId: first });
  const short = { code: 'drawer-short', detail: { maximumMinor: 5000 } };
  expect(await refusalOf(desk, 'refund.issue', { ...asked, clientId: second })).toEqual(short);
  expect(await refusalOf(desk, 'till.drop', { amountMinor: 5005 })).toEqual(short);
  await desk.call('refund.settle', { refundId, answer: 'not-done', reason: 'client parti' });
  await desk.call('refund.issue', { ...asked, clientId: second });
});

test('eight cash refunds at once never promise more than the drawer holds', async () => {
  const clients = [];
  for (let count = 0; count < 8; count++) clients.push(await cardDeposit(6000));
  const outcomes = await Promise.all(
    clients.map((clientId) =>
      desk.send('refund.issue', {
        clientId,
        destination: 'cash',
        amountMinor: 6000,
        reason: 'carte remplacée',
      }),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(3);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.failure.code).toBe('drawer-short');
});

test('a walk-in card that was given back pays nothing of its cart any more', async () => {
  const productId = await addProduct(desk, 10_000, { taxClass: 'exempt' });
  const card = { method: 'terminal' as const, amountMinor: 4000 };
  const begun = await desk.call('invoice.issue', {
    items: [{ productId }],
    tenders: [card, { ...card, amountMinor: 6000 }],
  });
  const { saleId, attemptId } = requireInProgress(begun);
  const { outcome, paymentId } = await approveLeg(desk, attemptId, 4000);
  if (outcome?.state !== 'in-progress' || paymentId === null) throw new Error('the second card is next');
  await desk.call('payment.settle', { attemptId: outcome.attemptId, answer: 'declined' });
  expect(await desk.call('sale.read', { saleId })).toMatchObject({
    approvedMinor: 4000,
    remainingMinor: 6000,
  });
  const { refundId } = await desk.call('refund.issue', {
    clientId: desk.walkInClientId,
    originPaymentId: paymentId,
    destination: 'cash',
    amountMinor: 4000,
    reason: 'carte refusée',
  });
  await desk.call('refund.settle', { refundId, answer: 'approved', evidence: { retypedMinor: 4000 } });
  expect(await desk.call('sale.read', { saleId })).toMatchObject({
    approvedMinor: 0,
    remainingMinor: 10_000,
  });
  expect((await desk.call('action.list', {})).actions).toMatchObject([
    { kind: 'sale-parked', amountMinor: 0 },
  ]);
  const done = await desk.call('sale.resume', {
    saleId,
    tenders: [{ method: 'cash', tenderedMinor: 10_000 }],
  });
  expect(done).toMatchObject({ state: 'done', payments: [{ method: 'cash', amountMinor: 10_000 }] });
});

test('a late "it was done" about a payment that was voided meanwhile stays a conflict', async () => {
  const { clientId } = await openClient(desk);
  const taken = await desk.call('payment.take', {
    clientId,
    tenders: [{ method: 'cheque', amountMinor: 4000 }],
    restAsDeposit: true,
  });
  const paymentId = taken.state === 'done' ? (taken.payments[0]?.paymentId ?? 0) : 0;
  const asked = { clientId, destination: 'cash' as const, amountMinor: 4000, reason: 'départ' };
  const { refundId } = await desk.call('refund.issue', asked);
  await desk.call('refund.settle', { refundId, answer: 'not-done' });
  await desk.call('payment.void', { paymentId, reason: 'erreur' });
  for (const attemptState of ['conflict', 'conflict'])
    expect(await desk.call('refund.settle', { refundId, answer: 'approved' })).toMatchObject({
      attemptState,
    });
  expect(await desk.call('client.read', { clientId })).toMatchObject({ balanceMinor: 0 });
});
