import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService();
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

const slip = { retypedMinor: 11_498, approvalCode: 'B1', brand: 'Visa', last4: '4417', slipNumber: '1' };

async function sellByCard(clientId: number) {
  const { productId } = await desk.call('product.add', {
    code: 'COURS',
    type: 'rental',
    nameFr: 'Salle',
    priceMinor: 10_000,
    taxClass: 'taxable',
    ledgerCode: 'LOC',
  });
  const sale = await desk.call('invoice.issue', {
    clientId,
    items: [{ productId, quantity: 1 }],
    tenders: [{ method: 'terminal', amountMinor: 11_498 }],
  });
  if (sale.state !== 'in-progress') throw new Error('the card waits for its answer');
  return sale;
}

const kinds = async () => (await desk.call('action.list', {})).actions.map((action) => action.kind);

it('a card that was to pay leaves the list by its answer alone', async () => {
  const { clientId } = await desk.call('client.open', { kind: 'household', name: 'Roy' });
  const sale = await sellByCard(clientId);
  expect((await desk.call('action.list', {})).actions).toMatchObject([
    {
      kind: 'payment-in-progress',
      saleId: sale.saleId,
      attemptId: sale.attemptId,
      amountMinor: 11_498,
      clientName: 'Roy',
    },
  ]);
  await desk.call('payment.settle', { attemptId: sale.attemptId, answer: 'unknown' }, { as: 'clerk' });
  expect(await kinds()).toEqual(['payment-in-doubt']);
  const settled = await desk.call('payment.settle', {
    attemptId: sale.attemptId,
    answer: 'approved',
    evidence: slip,
  });
  expect(settled).toMatchObject({
    attemptState: 'confirmed-by-operator',
    outcome: { state: 'done', paidMinor: 11_498 },
  });
  expect(await kinds()).toEqual([]);
});

it('a declined card leaves the cart parked for another tender', async () => {
  const { clientId } = await desk.call('client.open', { kind: 'household', name: 'Roy' });
  const sale = await sellByCard(clientId);
  const settled = await desk.call('payment.settle', { attemptId: sale.attemptId, answer: 'declined' });
  expect(settled).toMatchObject({ attemptState: 'declined', paymentId: null, outcome: null });
  expect((await desk.call('action.list', {})).actions).toMatchObject([
    { kind: 'sale-parked', amountMinor: 0 },
  ]);
  await desk.call('sale.resume', {
    saleId: sale.saleId,
    tenders: [{ method: 'cash', tenderedMinor: 11_500 }],
  });
  expect(await kinds()).toEqual([]);
});

it('a card charged more than asked is a conflict for a clerk; a supervisor accepts what was charged', async () => {
  const { clientId } = await desk.call('client.open', { kind: 'household', name: 'Roy' });
  const sale = await sellByCard(clientId);
  const more = {
    attemptId: sale.attemptId,
    answer: 'approved' as const,
    evidence: { ...slip, retypedMinor: 11_500 },
    slipReallyShows: true,
  };
  expect(await desk.call('payment.settle', more, { as: 'clerk' })).toMatchObject({
    attemptState: 'conflict',
    paymentId: null,
  });
  expect(await kinds()).toEqual(['payment-in-doubt']);
  expect(await desk.call('payment.settle', more, { as: 'supervisor' })).toMatchObject({
    attemptState: 'confirmed-by-operator',
  });
});

it('a refund attempt is none of payment.settle, nor the other way round', async () => {
  const outcome = await desk.send('payment.settle', { attemptId: 99, answer: 'unknown' });
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'attempt-unknown' } });
});

it('counts every kind, finds by name, and gives one page of what was asked for', async () => {
  const names = ['Émond', 'Roy', 'Roy'];
  for (const name of names) {
    const { clientId } = await desk.call('client.open', { kind: 'household', name });
    desk.clock.advance(60_000);
    await desk.call('payment.take', {
      clientId,
      tenders: [{ method: 'terminal', amountMinor: 5_000 }],
      restAsDeposit: true,
    });
  }
  const counts = [{ kind: 'payment-in-progress', count: 3 }];
  expect(await desk.call('action.list', { limit: 2, offset: 2 })).toMatchObject({
    actions: [{ clientName: 'Roy' }],
    totalCount: 3,
    counts,
    openCount: 3,
  });
  expect(await desk.call('action.list', { search: 'emond' })).toMatchObject({
    actions: [{ clientName: 'Émond', about: 'T1', can: ['answer'] }],
    totalCount: 1,
    openCount: 3,
  });
  expect(await desk.call('action.list', { kinds: ['refund-in-doubt'] })).toMatchObject({
    actions: [],
    totalCount: 0,
    counts,
  });
});
