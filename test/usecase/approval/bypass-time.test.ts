import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApprovalDesk } from '../../support/approval-desk.ts';

const MINUTE = 60_000;

let at: ApprovalDesk;
beforeEach(async () => {
  at = await ApprovalDesk.open();
});
afterEach(async () => {
  expect(await at.desk.verify()).toEqual([]);
  await at.desk.close();
});
afterAll(() => ApprovalDesk.tellRefusals('time and replay'));

describe('not granted', () => {
  test.each<[string, (approvalId: number) => Promise<unknown>, string]>([
    ['still waiting', async () => {}, 'waiting'],
    [
      'refused',
      (approvalId) => at.desk.call('approval.refuse', { approvalId, note: 'non' }, { as: 'supervisor' }),
      'refused',
    ],
    [
      'withdrawn before the answer',
      (approvalId) => at.desk.call('approval.withdraw', { approvalId }, { as: 'clerk' }),
      'withdrawn',
    ],
    [
      'withdrawn after the answer',
      async (approvalId) => {
        await at.grantAtDesk(approvalId);
        await at.desk.call('approval.withdraw', { approvalId }, { as: 'clerk' });
      },
      'withdrawn',
    ],
    [
      'two minutes after the PIN',
      async (approvalId) => {
        await at.grantAtDesk(approvalId);
        at.desk.clock.advance(2 * MINUTE);
      },
      'lapsed',
    ],
    [
      'granted in the queue, the day after',
      async (approvalId) => {
        await at.desk.call('approval.grant', { approvalId }, { as: 'supervisor' });
        at.desk.clock.set('2026-03-03T05:00:00.000Z');
      },
      'lapsed',
    ],
    [
      'never answered, the day after',
      async () => {
        at.desk.clock.set('2026-03-03T05:00:00.000Z');
      },
      'lapsed',
    ],
    [
      'asked long ago, the clock set back since',
      async (approvalId) => {
        await at.grantAtDesk(approvalId);
        at.desk.clock.advance(3 * MINUTE);
        await at.desk.call('approval.read', { approvalId });
        at.desk.clock.advance(-3 * MINUTE);
      },
      'lapsed',
    ],
  ])('%s', async (_name, make, state) => {
    const { approvalId } = await at.ask();
    await make(approvalId);
    await at.desk.ready('clerk');
    expect(await at.refused('refund.issue', at.refund({ approvalId }))).toMatchObject({
      code: 'approval-not-granted',
      detail: { state },
    });
    const { maximumMinor } = await at.desk.call('refund.plan', { clientId: at.clientId });
    expect(maximumMinor).toBe(state === 'waiting' ? 30_000 - 11_038 : 30_000);
  });

  test('two minutes less a millisecond still pass', async () => {
    const approvalId = await at.granted();
    at.desk.clock.advance(2 * MINUTE - 1);
    await at.desk.call('refund.issue', at.refund({ approvalId }), { as: 'clerk' });
  });

  test.each([999, 2 ** 40])('an approval that does not exist (%d)', async (approvalId) => {
    expect(await at.refusedCode('refund.issue', at.refund({ approvalId }))).toBe('approval-unknown');
    expect(await at.refusedCode('approval.read', { approvalId })).toBe('approval-unknown');
    expect(await at.refusedCode('approval.withdraw', { approvalId })).toBe('approval-unknown');
    expect(await at.refusedCode('approval.grant', { approvalId }, { as: 'supervisor' })).toBe(
      'approval-unknown',
    );
  });

  test.each([0, -1, 1.5, '1', null])('an approval id that is none (%j)', async (approvalId) => {
    expect(await at.refusedCode('refund.issue', { ...at.refund(), approvalId })).toBe('invalid-input');
  });
});

describe('without asking', () => {
  test('beyond the limit', async () => {
    expect(await at.refusedCode('refund.issue', at.refund())).toBe('refund-above-limit');
  });

  test('in pieces, while what was asked is held: the day counts it', async () => {
    await at.ask({ amountMinor: 19_000 });
    expect(
      await at.refused('refund.issue', at.refund({ clientId: at.otherClientId, amountMinor: 1001 })),
    ).toMatchObject({
      code: 'refund-above-limit',
      detail: { per: 'day', availableMinor: 1000 },
    });
  });

  test('asking where nothing stands in the way', async () => {
    expect(await at.refusedCode('approval.ask', { refund: at.refund({ amountMinor: 5000 }) })).toBe(
      'approval-not-needed',
    );
    expect(await at.refusedCode('approval.ask', { refund: at.refund() }, { as: 'supervisor' })).toBe(
      'approval-not-needed',
    );
  });

  test('the same money asked for twice', async () => {
    await at.ask({ amountMinor: 20_000 });
    expect(await at.refusedCode('approval.ask', { refund: at.refund({ amountMinor: 20_000 }) })).toBe(
      'refund-exceeds-refundable',
    );
  });

  test('an answer to the terminal before the approval', async () => {
    const { refundId } = await at.ask();
    expect(await at.refusedCode('refund.settle', { refundId, answer: 'not-done' })).toBe('attempt-not-sent');
  });
});

describe('at the same moment', () => {
  test('two supervisors answer: one answer stands', async () => {
    const { approvalId } = await at.ask();
    for (const role of ['supervisor', 'founder'] as const) await at.desk.ready(role);
    const outcomes = await Promise.all([
      at.desk.send('approval.grant', { approvalId }, { as: 'supervisor' }),
      at.desk.send('approval.refuse', { approvalId, note: 'non' }, { as: 'founder' }),
      at.desk.send('approval.grant', { approvalId }, { as: 'founder' }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  test('the asker withdraws while the refund is issued: one of the two', async () => {
    const approvalId = await at.granted();
    await at.desk.ready('clerk');
    const outcomes = await Promise.all([
      at.desk.send('approval.withdraw', { approvalId }, { as: 'clerk' }),
      at.desk.send('refund.issue', at.refund({ approvalId }), { as: 'clerk' }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });
});

test('both names stand on the Z', async () => {
  const approvalId = await at.granted({ destination: 'cash', amountMinor: 6000, reason: 'card-closed' });
  const input = at.refund({ approvalId, destination: 'cash', amountMinor: 6000, reason: 'card-closed' });
  const { refundId } = await at.desk.call('refund.issue', input, { as: 'clerk' });
  await at.desk.call('refund.settle', { refundId, answer: 'approved' }, { as: 'clerk' });
  const { report } = await at.desk.call('till.readX', {}, { as: 'supervisor' });
  expect(report.approvals).toMatchObject([
    { number: 'RB-000001', amountMinor: 6000, staffName: 'clerk', approverName: 'supervisor' },
  ]);
});
