import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApprovalDesk } from '../../support/approval-desk.ts';
import { refusalOf } from '../../support/goods.ts';
import { slip } from '../../support/refund-desk.ts';

let at: ApprovalDesk;
beforeEach(async () => {
  at = await ApprovalDesk.open({ at: '2026-03-02T14:00:00.000Z' });
});
afterEach(async () => {
  expect(await at.desk.verify()).toEqual([]);
  await at.desk.close();
});

async function give(amountMinor: number, as: 'clerk' | 'supervisor'): Promise<number> {
  const { refundId } = await at.desk.call('refund.issue', at.refund({ amountMinor }), { as });
  const evidence = slip(amountMinor);
  await at.desk.call('refund.settle', { refundId, answer: 'approved', evidence }, { as });
  return refundId;
}

const rules = async (input = {}) => {
  const { exceptions } = await at.desk.call('refund.exceptions', input, { as: 'supervisor' });
  return exceptions.map((row) => [row.rule, row.refundId, row.count]);
};

test('the patterns are found in the ledger, newest first, and only done refunds count', async () => {
  const soon = await give(1234, 'clerk');
  at.desk.clock.advance(6 * 60_000);
  const second = await give(1111, 'clerk');
  const third = await give(1222, 'clerk');
  const big = await give(9001, 'supervisor');
  await at.desk.call('refund.issue', at.refund({ amountMinor: 1000 }), { as: 'clerk' });
  expect(await rules()).toEqual([
    ['alone-above-limit', big, 1],
    ['same-card', big, 4],
    ['same-card', third, 3],
    ['soon-after-sale', soon, 1],
  ]);
  expect(second).toBeGreaterThan(soon);
});

test('a period shows its own refunds; the pattern still sees what lies before it', async () => {
  at.desk.clock.advance(6 * 60_000);
  await give(1111, 'clerk');
  await give(1112, 'clerk');
  at.desk.clock.set('2026-03-20T14:00:00.000Z');
  const third = await give(1113, 'clerk');
  expect(await rules({ fromDate: '2026-03-20', toDate: '2026-03-20' })).toEqual([['same-card', third, 3]]);
  expect(await rules({ fromDate: '2026-03-02', toDate: '2026-03-19' })).toEqual([]);
  expect(await rules({ fromDate: '2026-04-01', toDate: '2026-03-01' })).toEqual([]);
});

test('hours are those of the settings, in the organisation’s zone', async () => {
  at.desk.clock.set('2026-03-03T03:30:00.000Z');
  const late = await give(1234, 'clerk');
  expect(await rules()).toEqual([]);
  const limits = await at.desk.call('limit.read', {});
  await at.desk.call('limit.change', { ...limits, closesAt: '22:30' }, { as: 'administrator' });
  expect(await rules()).toEqual([['off-hours', late, 1]]);
});

test('who approved stands beside who gave; nobody but a supervisor reads the list', async () => {
  at.desk.clock.advance(6 * 60_000);
  const approvalId = await at.granted({ amountMinor: 10_000 });
  const { refundId } = await at.desk.call('refund.issue', at.refund({ amountMinor: 10_000, approvalId }), {
    as: 'clerk',
  });
  const evidence = slip(10_000);
  await at.desk.call('refund.settle', { refundId, answer: 'approved', evidence }, { as: 'clerk' });
  const { exceptions } = await at.desk.call('refund.exceptions', {}, { as: 'supervisor' });
  expect(exceptions).toMatchObject([
    { rule: 'round-amount', staffName: 'clerk', approverName: 'supervisor', amountMinor: 10_000 },
  ]);
  for (const as of ['clerk', 'administrator'] as const)
    expect(await refusalOf(at.desk, 'refund.exceptions', {}, { as })).toMatchObject({ code: 'not-allowed' });
});
