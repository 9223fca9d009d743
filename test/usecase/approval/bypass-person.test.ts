import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApprovalDesk, PIN } from '../../support/approval-desk.ts';
import type { StaffRole } from '../../support/test-service.ts';

const MINUTE = 60_000;

let at: ApprovalDesk;
beforeEach(async () => {
  at = await ApprovalDesk.open();
});
afterEach(async () => {
  expect(await at.desk.verify()).toEqual([]);
  await at.desk.close();
});
afterAll(() => ApprovalDesk.tellRefusals('another person'));

describe('by the wrong person', () => {
  test('one own request: PIN of the asker, on the same screen', async () => {
    const { approvalId } = await at.ask();
    const approver = { staffId: at.desk.staffIds.clerk, pin: PIN };
    expect(await at.refusedCode('approval.grant', { approvalId, approver })).toBe('approval-own');
  });

  test('one own request, since promoted', async () => {
    const { approvalId } = await at.ask();
    await at.desk.call('staff.change', {
      staffId: at.desk.staffIds.clerk,
      name: 'clerk',
      roles: ['clerk', 'supervisor'],
      language: 'fr',
      active: true,
    });
    const how = { as: 'clerk' } as const;
    expect(await at.refusedCode('approval.grant', { approvalId }, how)).toBe('approval-own');
    expect(await at.refusedCode('approval.refuse', { approvalId, note: 'non' }, how)).toBe('approval-own');
  });

  test.each<StaffRole>(['administrator'])('a PIN of one who is no supervisor: %s', async (role) => {
    const { approvalId } = await at.ask();
    const approver = { staffId: at.desk.staffIds[role], pin: PIN };
    expect(await at.refusedCode('approval.grant', { approvalId, approver })).toBe('approver-not-supervisor');
    expect(await at.refusedCode('approval.grant', { approvalId }, { as: role })).toBe(
      'approver-not-supervisor',
    );
  });

  test('a clerk refuses the request of a colleague', async () => {
    const { approvalId } = await at.ask({}, 'administrator');
    expect(await at.refusedCode('approval.refuse', { approvalId, note: 'non' })).toBe('not-allowed');
    expect(await at.refusedCode('approval.withdraw', { approvalId })).toBe('approval-other-person');
    expect(await at.refusedCode('approval.grant', { approvalId })).toBe('approver-not-supervisor');
  });

  test('a PIN typed on the screen of a colleague of the asker', async () => {
    const { approvalId } = await at.ask();
    const approver = { staffId: at.desk.staffIds.supervisor, pin: PIN };
    expect(await at.refusedCode('approval.grant', { approvalId, approver }, { as: 'administrator' })).toBe(
      'approval-other-person',
    );
  });

  test.each<StaffRole>(['administrator', 'supervisor', 'founder'])(
    'another session uses it: %s',
    async (as) => {
      const approvalId = await at.granted();
      expect(await at.refusedCode('refund.issue', at.refund({ approvalId }), { as })).toBe(
        'approval-other-person',
      );
    },
  );

  test('nobody signed in', async () => {
    const approvalId = await at.granted();
    const { service } = at.desk;
    for (const operation of [
      'refund.issue',
      'approval.ask',
      'approval.grant',
      'approval.refuse',
      'approval.read',
    ])
      expect(
        await service().call({ operation, input: { approvalId }, session: 'none', key: 'nobody-signed-in' }),
      ).toMatchObject({ ok: false, failure: { code: 'not-signed-in' } });
  });

  test.each([
    ['disabled', { roles: ['supervisor' as const], active: false }],
    ['no supervisor any more', { roles: ['clerk' as const], active: true }],
  ])('the approver is %s before the refund', async (_name, change) => {
    const approvalId = await at.granted();
    const staffId = at.desk.staffIds.supervisor;
    await at.desk.call('staff.change', { staffId, name: 'supervisor', language: 'fr', ...change });
    expect(await at.refusedCode('refund.issue', at.refund({ approvalId }))).toBe('approver-not-supervisor');
  });

  test('the asker is disabled before the refund', async () => {
    const approvalId = await at.granted();
    const session = await at.desk
      .service()
      .call({ operation: 'staff.signIn', input: { staffId: at.desk.staffIds.clerk, pin: PIN } });
    const staffId = at.desk.staffIds.clerk;
    const gone = {
      staffId,
      name: 'clerk',
      roles: ['clerk' as const],
      language: 'fr' as const,
      active: false,
    };
    await at.desk.call('staff.change', gone);
    const reference = session.ok ? (session.value as { session: string }).session : '';
    expect(
      await at.desk.service().call({
        operation: 'refund.issue',
        input: at.refund({ approvalId }),
        session: reference,
        key: 'of-a-disabled-clerk',
      }),
    ).toMatchObject({ ok: false, failure: { code: 'not-signed-in' } });
  });
});

describe('by a wrong PIN', () => {
  test('it is refused and counted like a sign-in: the fifth shuts the supervisor out, sign-in too', async () => {
    const { approvalId } = await at.ask();
    const staffId = at.desk.staffIds.supervisor;
    for (const triesLeft of [4, 3, 2, 1])
      expect(
        await at.refused('approval.grant', { approvalId, approver: { staffId, pin: '111111' } }),
      ).toMatchObject({ code: 'wrong-pin', detail: { triesLeft } });
    const wrong = { approvalId, approver: { staffId, pin: '111111' } };
    expect(await at.refusedCode('approval.grant', wrong)).toBe('locked-out');
    const right = { approvalId, approver: { staffId, pin: PIN } };
    expect(await at.refusedCode('approval.grant', right)).toBe('locked-out');
    const signIn = await at.desk.service().call({ operation: 'staff.signIn', input: { staffId, pin: PIN } });
    expect(signIn).toMatchObject({ ok: false, failure: { code: 'locked-out' } });
    at.desk.clock.advance(MINUTE);
    await at.desk.call('approval.grant', right, { as: 'clerk' });
  });

  test('failed sign-ins count against the PIN at the desk', async () => {
    const { approvalId } = await at.ask();
    const staffId = at.desk.staffIds.supervisor;
    for (let count = 0; count < 5; count++)
      await at.desk.service().call({ operation: 'staff.signIn', input: { staffId, pin: '111111' } });
    const right = { approvalId, approver: { staffId, pin: PIN } };
    expect(await at.refusedCode('approval.grant', right)).toBe('locked-out');
  });

  test.each(['', '12345', '1234567890123', 'abcdef', '28491５'])('a PIN that is none (%j)', async (pin) => {
    const { approvalId } = await at.ask();
    const approver = { staffId: at.desk.staffIds.supervisor, pin };
    expect(await at.refusedCode('approval.grant', { approvalId, approver })).toBe('invalid-input');
  });

  test('of someone who does not exist', async () => {
    const { approvalId } = await at.ask();
    expect(await at.refusedCode('approval.grant', { approvalId, approver: { staffId: 999, pin: PIN } })).toBe(
      'wrong-pin',
    );
  });

  test('twenty guesses at once give no more tries than one after the other', async () => {
    const { approvalId } = await at.ask();
    const staffId = at.desk.staffIds.supervisor;
    await at.desk.ready('clerk');
    const guesses = Array.from({ length: 20 }, (_, index) => `1111${10 + index}`);
    const outcomes = await Promise.all(
      guesses.map((pin) =>
        at.desk.send('approval.grant', { approvalId, approver: { staffId, pin } }, { as: 'clerk' }),
      ),
    );
    const codes = outcomes.map((outcome) => (outcome.ok ? 'passed' : outcome.failure.code));
    expect(codes.filter((code) => code === 'wrong-pin')).toHaveLength(4);
    expect(codes.filter((code) => code === 'locked-out')).toHaveLength(16);
  });
});
