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

/** A card that waits for its answer: a row that cannot be dismissed. */
async function cardRow(): Promise<string> {
  const { clientId } = await desk.call('client.open', {
    kind: 'household',
    name: 'Roy',
    phone: '418 555-0100',
  });
  await desk.call('payment.take', {
    clientId,
    tenders: [{ method: 'terminal', amountMinor: 5_000 }],
    restAsDeposit: true,
  });
  const [row] = (await desk.call('action.list', {})).actions;
  if (!row) throw new Error('the card waits in the list');
  return row.actionId;
}

it('one person at a time is on a row; the other is told who', async () => {
  const actionId = await cardRow();
  await desk.call('action.claim', { actionId }, { as: 'clerk' });
  await desk.call('action.claim', { actionId }, { as: 'clerk' });
  expect(await desk.send('action.claim', { actionId }, { as: 'supervisor' })).toMatchObject({
    failure: { code: 'action-claimed', detail: { staffName: 'clerk' } },
  });
  const claimed = { claimed: 'mine' } as const;
  expect((await desk.call('action.list', claimed, { as: 'clerk' })).actions).toMatchObject([
    { actionId, claim: { staffName: 'clerk', isMine: true } },
  ]);
  expect((await desk.call('action.list', claimed, { as: 'supervisor' })).totalCount).toBe(0);
  expect((await desk.call('action.list', { claimed: 'nobody' })).totalCount).toBe(0);
});

it('a claim is let go of by its holder or a supervisor, and is over with the day', async () => {
  const actionId = await cardRow();
  await desk.call('action.claim', { actionId }, { as: 'supervisor' });
  expect(await desk.send('action.release', { actionId }, { as: 'clerk' })).toMatchObject({
    failure: { code: 'action-claimed', detail: { staffName: 'supervisor' } },
  });
  await desk.call('action.release', { actionId }, { as: 'supervisor' });
  expect(await desk.send('action.release', { actionId })).toMatchObject({
    failure: { code: 'action-not-claimed' },
  });
  await desk.call('action.claim', { actionId }, { as: 'clerk' });
  desk.clock.advance(24 * 3_600_000);
  await desk.ready('supervisor');
  expect((await desk.call('action.list', { claimed: 'nobody' }, { as: 'supervisor' })).totalCount).toBe(1);
  await desk.call('action.claim', { actionId }, { as: 'supervisor' });
});

it('what was said to the client stays with the row, and the row says how to reach them', async () => {
  const actionId = await cardRow();
  await desk.call('action.note', { actionId, way: 'phone', note: 'Rappeler demain.' }, { as: 'clerk' });
  expect(await desk.call('action.read', { actionId })).toMatchObject({
    action: { actionId, noteCount: 1 },
    clientPhone: '418 555-0100',
    notes: [{ way: 'phone', note: 'Rappeler demain.', staffName: 'clerk' }],
  });
  expect(await desk.send('action.read', { actionId: 'attempt-99' })).toMatchObject({
    failure: { code: 'action-unknown', detail: { actionId: 'attempt-99' } },
  });
});

it('money in doubt is never put away', async () => {
  const actionId = await cardRow();
  expect(await desk.send('action.dismiss', { actionId, reason: 'vieux' })).toMatchObject({
    failure: { code: 'action-under-way' },
  });
});

it('a close with a difference waits until a supervisor has reviewed it, once', async () => {
  await desk.call('till.end', {});
  await desk.call('till.count', { denominations: { 10000: 1, 2000: 4, 1000: 1, 500: 1 } });
  await desk.call('till.close', { differenceReason: 'rendu de trop' });
  const [row] = (await desk.call('action.list', {})).actions;
  expect(row).toMatchObject({ kind: 'till-difference', why: 'short', amountMinor: 500, about: 'Z-1-0001' });
  const review = { zNumber: 'Z-1-0001', note: 'vu avec Claire' };
  expect(await desk.send('till.review', review, { as: 'clerk' })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  await desk.call('till.review', review, { as: 'supervisor' });
  expect((await desk.call('action.list', {})).actions).toEqual([]);
  expect(await desk.send('till.review', review)).toMatchObject({
    failure: { code: 'close-reviewed', detail: { staffName: 'supervisor' } },
  });
  expect(await desk.call('till.readZ', { zNumber: 'Z-1-0001' })).toMatchObject({
    reviewedBy: 'supervisor',
    reviewNote: 'vu avec Claire',
  });
});
