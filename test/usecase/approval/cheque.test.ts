import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApprovalDesk } from '../../support/approval-desk.ts';
import { openClient } from '../../support/goods.ts';

let at: ApprovalDesk;
beforeEach(async () => {
  at = await ApprovalDesk.open();
});
afterEach(async () => {
  expect(await at.desk.verify()).toEqual([]);
  await at.desk.close();
});

test('a cheque of yesterday goes back in cash only with an approval, below the limit too', async () => {
  const { clientId } = await openClient(at.desk);
  await at.desk.call('payment.take', {
    clientId,
    tenders: [{ method: 'cheque', amountMinor: 4000, chequeNumber: '101', bank: 'Caisse populaire' }],
    restAsDeposit: true,
  });
  const refund = { clientId, amountMinor: 4000, destination: 'cash', reason: 'overpaid' } as const;
  expect(await at.refused('refund.issue', refund)).toMatchObject({
    code: 'refund-destination-refused',
    detail: { why: 'cheque-not-cleared' },
  });
  const { approvalId, refundId } = await at.ask(refund);
  // the rounding of a cash refund counts on the one before: no other from the same payment while this one waits
  expect(await at.refusedCode('refund.issue', { ...refund, amountMinor: 1000 }, { as: 'supervisor' })).toBe(
    'refund-waits-for-outcome',
  );
  await at.grantAtDesk(approvalId);
  await at.desk.call('refund.issue', { ...refund, approvalId }, { as: 'clerk' });
  await at.desk.call('refund.settle', { refundId, answer: 'approved' }, { as: 'clerk' });
  expect(await at.desk.call('refund.read', { refundId })).toMatchObject({
    state: 'done',
    drawerMinor: 4000,
    approval: { state: 'used', approverName: 'supervisor' },
  });
});

test('in cash, a second refund from the same payment waits until the first has its answer', async () => {
  const first = { destination: 'cash', amountMinor: 7007, reason: 'card-closed' } as const;
  const { approvalId } = await at.ask(first);
  expect(
    await at.refusedCode('refund.issue', at.refund({ ...first, amountMinor: 3003 }), { as: 'supervisor' }),
  ).toBe('refund-waits-for-outcome');
  await at.desk.call('approval.refuse', { approvalId, note: 'non' }, { as: 'supervisor' });
  await at.desk.call('refund.issue', at.refund({ ...first, amountMinor: 3003 }), { as: 'supervisor' });
});
