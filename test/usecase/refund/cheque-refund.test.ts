import { afterEach, beforeEach, expect, it } from 'vitest';
import { ApprovalDesk } from '../../support/approval-desk.ts';

let at: ApprovalDesk;
beforeEach(async () => {
  at = await ApprovalDesk.open();
});
afterEach(async () => {
  expect(await at.desk.verify()).toEqual([]);
  await at.desk.close();
});

const cheque = { destination: 'cheque', amountMinor: 4_000, reason: 'card-closed' } as const;

async function issue(): Promise<number> {
  const issued = await at.desk.call('refund.issue', at.refund(cheque), { as: 'clerk' });
  expect(issued).toMatchObject({ attemptId: null, state: 'to-issue' });
  return issued.refundId;
}

it('waits in the list, its money held, until its number is typed; then it is done', async () => {
  const refundId = await issue();
  expect(await at.desk.call('refund.read', { refundId })).toMatchObject({
    state: 'to-issue',
    number: null,
    timeline: [{ kind: 'asked' }, { kind: 'to-issue' }],
  });
  expect((await at.desk.call('action.list', {})).actions).toMatchObject([
    { kind: 'refund-to-issue', refundId, amountMinor: 4_000, can: ['issue'] },
  ]);
  const clientId = at.clientId;
  expect((await at.desk.call('client.read', { clientId })).heldMinor).toBe(4_000);
  const settle = { refundId, answer: 'approved' as const };
  expect(await at.refusedCode('refund.settle', settle)).toBe('cheque-number-needed');
  expect(
    await at.desk.call('refund.settle', { ...settle, chequeNumber: '000451' }, { as: 'clerk' }),
  ).toMatchObject({
    state: 'done',
    number: 'RB-000001',
    refundedMinor: 4_000,
    drawerMinor: null,
  });
  expect(await at.desk.call('refund.read', { refundId })).toMatchObject({
    state: 'done',
    timeline: [{ kind: 'asked' }, { kind: 'to-issue' }, { kind: 'cheque-issued', staffName: 'clerk' }],
  });
  expect((await at.desk.call('action.list', {})).actions).toEqual([]);
  expect(await at.refusedCode('refund.settle', { ...settle, chequeNumber: '000452' })).toBe(
    'attempt-settled',
  );
});

it('needs no open till, since it leaves the bank', async () => {
  await at.desk.call('till.end', {});
  const refundId = await issue();
  await at.desk.call('refund.settle', { refundId, answer: 'approved', chequeNumber: '7' });
});

it('a cheque that is not made frees what it held, with a reason', async () => {
  const refundId = await issue();
  expect(await at.refusedCode('refund.settle', { refundId, answer: 'not-done' })).toBe('reason-needed');
  await at.desk.call('refund.settle', { refundId, answer: 'not-done', reason: 'le client préfère attendre' });
  expect(await at.desk.call('refund.read', { refundId })).toMatchObject({
    state: 'failed',
    timeline: [{}, {}, { kind: 'cheque-not-made', note: 'le client préfère attendre' }],
  });
  expect(await at.desk.call('refund.plan', { clientId: at.clientId })).toMatchObject({
    maximumMinor: 30_000,
  });
  expect((await at.desk.call('action.list', {})).actions).toEqual([]);
});

it('one number is on one cheque; of another chequebook, a supervisor says so', async () => {
  const first = await issue();
  await at.desk.call('refund.settle', { refundId: first, answer: 'approved', chequeNumber: '88' });
  const again = { refundId: await issue(), answer: 'approved' as const, chequeNumber: '88' };
  expect(await at.refused('refund.settle', again, { as: 'clerk' })).toMatchObject({
    code: 'cheque-number-used',
    detail: { chequeNumber: '88', refundNumber: 'RB-000001' },
  });
  const overridden = { ...again, overrideReason: 'autre chéquier' };
  expect(await at.refusedCode('refund.settle', overridden, { as: 'clerk' })).toBe('cheque-number-used');
  await at.desk.call('refund.settle', overridden, { as: 'supervisor' });
});

it('above the limit it waits for an approval first, and only then joins the list', async () => {
  const { approvalId, refundId } = await at.ask({ ...cheque, amountMinor: 11_038 });
  expect((await at.desk.call('action.list', {})).counts).toEqual([{ kind: 'approval-waiting', count: 1 }]);
  const made = { refundId, answer: 'approved' as const, chequeNumber: '9' };
  expect(await at.refusedCode('refund.settle', made)).toBe('attempt-not-sent');
  await at.grantAtDesk(approvalId);
  const approved = at.refund({ ...cheque, amountMinor: 11_038, approvalId });
  expect(await at.desk.call('refund.issue', approved, { as: 'clerk' })).toMatchObject({ state: 'to-issue' });
  expect((await at.desk.call('action.list', {})).counts).toEqual([{ kind: 'refund-to-issue', count: 1 }]);
  await at.desk.call('refund.settle', made, { as: 'clerk' });
});
