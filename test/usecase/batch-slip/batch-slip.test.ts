import { afterEach, beforeEach, expect, test } from 'vitest';
import { addProduct, approveLeg, itemIdsOf, openClient, requireInProgress } from '../../support/goods.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let desk: TestService;
let clientId: number;
beforeEach(async () => {
  desk = await openTestService();
  clientId = (await openClient(desk)).clientId;
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

/** Sells for 22.98 on the stand-alone terminal; the invoice's item. */
async function sellByCard(): Promise<number> {
  const items = [{ productId: await addProduct(desk, 1999) }];
  const tenders = [{ method: 'terminal' as const, amountMinor: 2298, terminalId: desk.terminalId }];
  const sale = requireInProgress(await desk.call('invoice.issue', { clientId, items, tenders }));
  await approveLeg(desk, sale.attemptId, 2298);
  const { invoices } = await desk.call('invoice.find', { clientId });
  return (await itemIdsOf(desk, invoices[0]?.invoiceId ?? 0))[0] ?? 0;
}

const slip = (change: object = {}) => ({
  terminalId: desk.terminalId,
  salesCount: 1,
  salesMinor: 2298,
  refundsCount: 0,
  refundsMinor: 0,
  ...change,
});

const differences = async () => (await desk.call('action.list', { kinds: ['batch-difference'] })).actions;

test('a slip that agrees is accepted at once: the bank owes it, the terminal nothing more', async () => {
  await sellByCard();
  expect(await desk.call('batchSlip.record', slip(), { as: 'clerk' })).toMatchObject({ state: 'accepted' });
  const lines = await desk
    .service()
    .ledger()
    .read(
      (db) => db.all<{ account: string; amountMinor: number }>`
      SELECT account, sum(amount_minor) AS amountMinor FROM journal_line
      WHERE account IN ('bank', 'terminal:1') GROUP BY account ORDER BY account`,
    );
  expect(lines).toEqual([
    { account: 'bank', amountMinor: 2298 },
    { account: 'terminal:1', amountMinor: 0 },
  ]);
  expect(await desk.send('batchSlip.record', slip())).toMatchObject({
    failure: { code: 'batch-already-accepted', detail: { terminalName: 'T1' } },
  });
});

test('a slip that differs waits in the list with its cause, until a supervisor accepts it with a reason', async () => {
  await sellByCard();
  const told = await desk.call('batchSlip.record', slip({ salesMinor: 2289 }), { as: 'clerk' });
  expect(told).toMatchObject({
    state: 'differs',
    differences: [
      { direction: 'in', count: 0, amountMinor: -9, cause: 'amount-swapped', candidates: ['R-000001'] },
    ],
  });
  expect(await differences()).toMatchObject([
    { about: 'T1, 2026-03-02', amountMinor: 9, why: 'amount-swapped' },
  ]);
  const accept = { batchSlipId: told.batchSlipId, reason: 'reçu vérifié' };
  expect(await desk.send('batchSlip.accept', accept, { as: 'clerk' })).toMatchObject({ ok: false });
  expect(await desk.send('batchSlip.accept', { ...accept, reason: '' })).toMatchObject({
    failure: { code: 'reason-needed' },
  });
  expect(await desk.call('batchSlip.accept', accept, { as: 'supervisor' })).toMatchObject({ netMinor: 2289 });
  expect(await differences()).toEqual([]);
});

test('typed again, the newest counts: the first is replaced and cannot be accepted', async () => {
  await sellByCard();
  const first = await desk.call('batchSlip.record', slip({ salesCount: 2 }));
  const second = await desk.call('batchSlip.record', slip({ salesMinor: 2000 }));
  expect(await differences()).toHaveLength(1);
  expect(await desk.send('batchSlip.accept', { batchSlipId: first.batchSlipId, reason: 'x' })).toMatchObject({
    failure: { code: 'batch-slip-replaced' },
  });
  expect(second.state).toBe('differs');
  expect(await desk.call('batchSlip.record', slip())).toMatchObject({ state: 'accepted' });
});

test('a refund in doubt that stands on the slip is told as such', async () => {
  const itemId = await sellByCard();
  await desk.call('item.cancel', { itemId, reason: 'annulé' });
  const { refundId } = await desk.call('refund.issue', {
    clientId,
    destination: 'terminal',
    terminalId: desk.terminalId,
    reason: 'annulé',
    amountMinor: 2298,
  });
  await desk.call('refund.settle', { refundId, answer: 'unknown' });
  const told = await desk.call('batchSlip.record', slip({ refundsCount: 1, refundsMinor: 2298 }));
  expect(told.differences).toMatchObject([{ direction: 'out', count: 1, cause: 'in-doubt-happened' }]);
});

test('brands must add up to the slip, and no batch is of tomorrow', async () => {
  await sellByCard();
  const brands = [{ brand: 'Visa', salesCount: 1, salesMinor: 2000, refundsCount: 0, refundsMinor: 0 }];
  expect(await desk.send('batchSlip.record', slip({ brands }))).toMatchObject({
    failure: { code: 'batch-brands-differ', detail: { salesMinor: 2298 } },
  });
  expect(await desk.send('batchSlip.record', slip({ batchDate: '2026-03-03' }))).toMatchObject({
    failure: { code: 'batch-after-today' },
  });
});

test('after a recovery of the ledger a terminal takes no card until its slip is typed; cash goes on', async () => {
  await sellByCard();
  await desk
    .service()
    .ledger()
    .write(async (db) => {
      const recovered = { kind: 'ledger-recovered', staff_id: null, subject: null, detail: '{}', at: db.at };
      await db.insert('audit_event', recovered);
    });
  const items = [{ productId: await addProduct(desk, 1999) }];
  const byCard = [{ method: 'terminal' as const, amountMinor: 2298, terminalId: desk.terminalId }];
  const cash = [{ method: 'cash' as const, tenderedMinor: 2300 }];
  expect(await desk.send('invoice.issue', { clientId, items, tenders: byCard })).toMatchObject({
    failure: { code: 'batch-slip-needed', detail: { terminalName: 'T1' } },
  });
  expect(await desk.call('invoice.issue', { clientId, items, tenders: cash })).toMatchObject({
    state: 'done',
  });
  expect((await desk.call('batchSlip.plan', {})).terminals).toMatchObject([{ isWaitingForSlip: true }]);
  await desk.call('batchSlip.record', slip({ salesCount: 2 }));
  requireInProgress(await desk.call('invoice.issue', { clientId, items, tenders: byCard }));
});
