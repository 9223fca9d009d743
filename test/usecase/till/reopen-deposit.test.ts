import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addProduct,
  approveLeg,
  itemIdsOf,
  openClient,
  refusalOf,
  requireInProgress,
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

async function closeWith(totalMinor: number, differenceReason?: string) {
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor });
  return await desk.call('till.close', differenceReason ? { differenceReason } : {});
}

/** One cheque of 22.98 and one cash sale of 22.98, rounded to 23.00. */
async function sellBothWays(): Promise<number> {
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 1999);
  await sellOne(desk, productId, clientId, [{ method: 'cheque', amountMinor: 2298, chequeNumber: '0042' }]);
  await sellOne(desk, productId, clientId, [{ method: 'cash', tenderedMinor: 2500 }]);
  return clientId;
}

test('a close is taken back for a recount; the next Z names the one it replaces (settled 37)', async () => {
  await sellBothWays();
  const before = (await desk.call('till.read', {})).safeMinor ?? 0;
  await closeWith(22_200, 'compté trop vite');
  expect(await refusalOf(desk, 'till.reopen', { reason: 'x' }, { as: 'clerk' })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await desk.call('till.reopen', { reason: 'un billet oublié' }, { as: 'supervisor' })).toMatchObject({
    zNumber: 'Z-1-0001',
  });
  const reopened = await desk.call('till.read', {});
  expect(reopened.safeMinor).toBe(before);
  expect(reopened.session).toMatchObject({ state: 'ended', expectedMinor: 22_300, countsTaken: 0 });
  expect(await refusalOf(desk, 'till.payIn', { amountMinor: 100, reason: 'x' })).toMatchObject({
    code: 'till-closed',
  });
  expect(await refusalOf(desk, 'till.close', {})).toMatchObject({ code: 'till-count-missing' });
  await desk.call('till.count', { totalMinor: 22_300 });
  expect(await desk.call('till.close', {}, { as: 'clerk' })).toMatchObject({
    zNumber: 'Z-1-0002',
    differenceMinor: 0,
  });
  const { closes, safeMinor } = await desk.call('till.read', {});
  expect(safeMinor).toBe(before + 22_300);
  expect(closes).toMatchObject([
    { zNumber: 'Z-1-0002', replaces: 'Z-1-0001', reopenedReason: null, canReopen: true },
    { zNumber: 'Z-1-0001', replaces: null, reopenedReason: 'un billet oublié', canReopen: false },
  ]);
  expect((await desk.call('depositSlip.plan', {})).closes.map((close) => close.zNumber)).toEqual([
    'Z-1-0002',
  ]);
});

test('no reopening without a close, while open, after a later session, after the deposit', async () => {
  const why = async () => (await refusalOf(desk, 'till.reopen', { reason: 'x' })).detail;
  expect(await why()).toMatchObject({ why: 'never-closed' });
  await closeWith(20_000);
  await desk.call('till.open', { floatMinor: 10_000 });
  expect(await why()).toMatchObject({ why: 'later-session' });
  await closeWith(10_000);
  const { zNumber } = (await desk.call('depositSlip.plan', {})).closes.at(-1) ?? { zNumber: '' };
  await desk.call('depositSlip.make', { cashMinor: 5000, zNumbers: [zNumber], chequePaymentIds: [] });
  expect(await why()).toMatchObject({ why: 'deposited' });
  expect((await desk.call('till.read', {})).closes[0]).toMatchObject({
    depositNumber: 'DB-000001',
    canReopen: false,
  });
  await desk.call('till.open', { floatMinor: 0 });
  await closeWith(0);
  await desk.call('till.reopen', { reason: 'x' });
  expect(await why()).toMatchObject({ why: 'not-closed' });
  await desk.call('till.count', { totalMinor: 0 });
  await desk.call('till.close', {});
});

test('a deposit slip lists its cheques and takes the cash from the safe (settled 33)', async () => {
  await sellBothWays();
  await desk.call('till.drop', { amountMinor: 10_000 });
  expect((await desk.call('depositSlip.plan', {})).cheques).toEqual([]);
  await closeWith(12_300);
  const plan = await desk.call('depositSlip.plan', {}, { as: 'supervisor' });
  // 123.00 counted + 100.00 dropped - 200.00 of float that goes back to the safe
  expect(plan).toMatchObject({
    suggestedCashMinor: 2300,
    closes: [{ zNumber: 'Z-1-0001', countedMinor: 12_300, droppedMinor: 10_000, floatMinor: 20_000 }],
    cheques: [{ chequeNumber: '0042', amountMinor: 2298 }],
  });
  const chequePaymentIds = plan.cheques.map((cheque) => cheque.paymentId);
  const deposit = { cashMinor: 2300, zNumbers: ['Z-1-0001'], chequePaymentIds };
  expect(await refusalOf(desk, 'depositSlip.make', deposit, { as: 'clerk' })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await refusalOf(desk, 'depositSlip.make', { ...deposit, cashMinor: 999_995 })).toEqual({
    code: 'safe-short',
    detail: { maximumMinor: plan.safeMinor },
  });
  const made = await desk.call('depositSlip.make', deposit);
  expect(made).toMatchObject({ number: 'DB-000001', totalMinor: 4598 });
  expect(await refusalOf(desk, 'depositSlip.make', { ...deposit, zNumbers: [] })).toMatchObject({
    code: 'cheque-not-in-hand',
  });
  expect(await refusalOf(desk, 'depositSlip.make', { ...deposit, chequePaymentIds: [] })).toEqual({
    code: 'close-not-depositable',
    detail: { zNumber: 'Z-1-0001' },
  });
  expect(
    await refusalOf(desk, 'depositSlip.make', { cashMinor: 0, zNumbers: [], chequePaymentIds: [] }),
  ).toMatchObject({ code: 'nothing-to-deposit' });
  expect(await desk.call('depositSlip.read', { depositSlipId: made.depositSlipId })).toMatchObject({
    cashMinor: 2300,
    chequesMinor: 2298,
    closes: [{ zNumber: 'Z-1-0001', countedMinor: 12_300 }],
    cheques: [{ chequeNumber: '0042' }],
  });
  expect((await desk.call('depositSlip.list', {})).slips).toMatchObject([{ number: 'DB-000001' }]);
  const after = await desk.call('depositSlip.plan', {});
  expect(after).toMatchObject({ closes: [], cheques: [], safeMinor: plan.safeMinor - 2300 });
});

test('an X tells the session so far and changes nothing; a clerk, who counts blind, has none', async () => {
  await sellBothWays();
  const headSeq = desk.service().ledger().status().headSeq;
  const x = await desk.call('till.readX', {}, { as: 'supervisor' });
  expect(x).toMatchObject({
    state: 'open',
    report: {
      invoices: { count: 2, netMinor: 3998, gstMinor: 200, qstMinor: 398, totalMinor: 4596 },
      roundingMinor: 2,
      expectedMinor: 22_300,
      clerks: [{ name: 'founder', payments: 2, takenMinor: 4596 }],
    },
  });
  expect((await desk.call('till.readX', {})).report).toEqual(x.report);
  expect(desk.service().ledger().status().headSeq).toBe(headSeq);
  expect(await refusalOf(desk, 'till.readX', {}, { as: 'clerk' })).toMatchObject({ code: 'not-allowed' });
  expect(await closeWith(22_300)).toMatchObject({ zNumber: 'Z-1-0001' });
});

test('the Z keeps who worked, why money moved, the pieces counted, and who accepted the difference', async () => {
  await desk.call('till.payIn', { amountMinor: 500, reason: 'monnaie' }, { as: 'clerk' });
  await desk.call('till.noSale', { reason: 'vérification' }, { as: 'supervisor' });
  await desk.call('till.end', {}, { as: 'clerk' });
  await desk.call('till.count', { denominations: { '10000': 2, 'roll-25': 1 } }, { as: 'clerk' });
  const reason = { differenceReason: 'erreur de monnaie' };
  expect(await refusalOf(desk, 'till.readZ', { zNumber: 'Z-1-0001' })).toMatchObject({
    code: 'z-report-unknown',
  });
  await desk.call('till.close', reason, { as: 'clerk' });
  expect(await desk.call('till.readZ', { zNumber: 'Z-1-0001' })).toMatchObject({
    tillName: 'Caisse 1',
    acceptedBy: null,
    differenceMinor: 500,
    denominations: { '10000': 2, 'roll-25': 1 },
    report: {
      movements: [
        { kind: 'PAID_IN', amountMinor: 500, reason: 'monnaie', staffName: 'clerk' },
        { kind: 'NO_SALE', amountMinor: 0, reason: 'vérification', staffName: 'supervisor' },
      ],
      clerks: [{ name: 'clerk' }, { name: 'founder' }, { name: 'supervisor' }],
      counts: [{ totalMinor: 21_000, staffName: 'clerk' }],
    },
  });
});

test('a supervisor accepts the difference with a PIN on the clerk’s screen, for that count and two minutes', async () => {
  const pin = '284915';
  const { supervisor, clerk } = desk.staffIds;
  const accept = (staffId: number, typed = pin) => ({ approver: { staffId, pin: typed } });
  const as = { as: 'clerk' as const };
  const reason = { differenceReason: 'monnaie mal rendue' };
  expect(await refusalOf(desk, 'till.acceptDifference', accept(supervisor), as)).toMatchObject({
    code: 'till-not-ended',
  });
  await desk.call('till.end', {}, as);
  expect((await desk.call('till.read', {}, as)).approvers.map(({ name }) => name)).toEqual([
    'founder',
    'supervisor',
  ]);
  expect(await refusalOf(desk, 'till.acceptDifference', accept(supervisor), as)).toMatchObject({
    code: 'till-count-missing',
  });
  await desk.call('till.count', { totalMinor: 19_000 }, as);
  expect(await refusalOf(desk, 'till.acceptDifference', accept(clerk), as)).toMatchObject({
    code: 'approver-not-supervisor',
  });
  expect(await refusalOf(desk, 'till.acceptDifference', accept(supervisor, '111222'), as)).toMatchObject({
    code: 'wrong-pin',
  });
  await desk.call('till.acceptDifference', accept(supervisor), as);
  await desk.call('till.count', { totalMinor: 18_000 }, as);
  expect(await refusalOf(desk, 'till.close', reason, as)).toMatchObject({
    code: 'difference-needs-supervisor',
  });
  await desk.call('till.acceptDifference', accept(supervisor), as);
  expect(await refusalOf(desk, 'till.close', {}, as)).toMatchObject({ code: 'difference-needs-reason' });
  desk.clock.advance(121_000);
  expect(await refusalOf(desk, 'till.close', reason, as)).toMatchObject({
    code: 'difference-needs-supervisor',
  });
  await desk.call('till.acceptDifference', accept(supervisor), as);
  await desk.call('till.close', reason, as);
  expect(await desk.call('till.readZ', { zNumber: 'Z-1-0001' })).toMatchObject({
    closedBy: 'clerk',
    acceptedBy: 'supervisor',
    differenceMinor: -2000,
  });
});

test('a card refund in doubt is on the Z, and on every later one until it is settled (settled 17)', async () => {
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 1999);
  const terminal = [{ method: 'terminal' as const, amountMinor: 2298 }];
  const sale = requireInProgress(
    await desk.call('invoice.issue', { clientId, items: [{ productId }], tenders: terminal }),
  );
  const { outcome } = await approveLeg(desk, sale.attemptId, 2298);
  const [itemId] = await itemIdsOf(desk, outcome?.state === 'done' ? outcome.invoiceId : null);
  await desk.call('item.cancel', { itemId: itemId ?? 0, reason: 'retour' });
  const { refundId } = await desk.call('refund.issue', {
    clientId,
    amountMinor: 2298,
    destination: 'terminal',
    reason: 'retour',
  });
  await desk.call('refund.settle', { refundId, answer: 'unknown' });
  await closeWith(20_000);
  const open = { refundId, driver: 'standalone', amountMinor: 2298 };
  const first = await desk.call('till.readZ', { zNumber: 'Z-1-0001' });
  expect(first.report.openAttempts).toMatchObject([{ ...open, carriedOver: false }]);
  expect(first.report.refunds).toEqual([]);
  await desk.call('till.open', { floatMinor: 10_000 });
  await closeWith(10_000);
  expect((await desk.call('till.readZ', { zNumber: 'Z-1-0002' })).report.openAttempts).toMatchObject([
    { ...open, carriedOver: true },
  ]);
  await desk.call('till.open', { floatMinor: 10_000 });
  const evidence = { retypedMinor: 2298, approvalCode: 'Z9', brand: 'Visa', last4: '4417', slipNumber: '9' };
  await desk.call('refund.settle', { refundId, answer: 'approved', evidence }, { as: 'supervisor' });
  expect((await desk.call('till.readX', {})).report).toMatchObject({
    openAttempts: [],
    refunds: [{ destination: 'terminal', count: 1, amountMinor: 2298 }],
  });
});

test('a forgotten session says so, and blocks the next one until it is counted (domain.md B20)', async () => {
  desk.clock.advance(24 * 3_600_000);
  expect((await desk.call('till.read', {})).session).toMatchObject({ isForgotten: true });
  expect(await refusalOf(desk, 'till.open', { floatMinor: 0 })).toMatchObject({ code: 'till-already-open' });
  await closeWith(20_000);
  await desk.call('till.open', { floatMinor: 0 });
  expect((await desk.call('till.read', {})).session).toMatchObject({ isForgotten: false });
});

test('a computer whose clock goes back dates nothing in a closed day (settled 36)', async () => {
  desk.clock.advance(24 * 3_600_000);
  await closeWith(20_000);
  desk.clock.advance(-36 * 3_600_000);
  await desk.call('till.open', { floatMinor: 0 });
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 1999);
  const { invoiceId } = await sellOne(desk, productId, clientId, [{ method: 'cash', tenderedMinor: 2300 }]);
  const { localDate } = await desk.call('invoice.read', { invoiceId: invoiceId ?? 0 });
  expect(localDate).toBe('2026-03-03');
  expect((await desk.call('till.read', {})).session?.localDate).toBe('2026-03-03');
});
