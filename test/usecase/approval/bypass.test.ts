import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApprovalDesk, PIN } from '../../support/approval-desk.ts';
import type { CallOptions, StaffRole } from '../../support/test-service.ts';

let at: ApprovalDesk;
beforeEach(async () => {
  at = await ApprovalDesk.open();
});
afterEach(async () => {
  expect(await at.desk.verify()).toEqual([]);
  await at.desk.close();
});

/** Sends what must be refused, and proves that nothing at all came of it. */
async function refused(operation: string, input: unknown, how: CallOptions = { as: 'clerk' }) {
  await at.desk.ready(how.as ?? 'clerk');
  const before = await at.footprint();
  const outcome = await at.desk.send(operation, input, how);
  expect(outcome.ok, JSON.stringify(outcome)).toBe(false);
  expect(await at.footprint()).toEqual(before);
  return outcome.ok ? null : outcome.failure;
}

async function refusedCode(operation: string, input: unknown, how?: CallOptions) {
  return (await refused(operation, input, how))?.code;
}

const MINUTE = 60_000;

test('the approval itself passes: it is the change that is refused below', async () => {
  const approvalId = await at.granted();
  const { refundId } = await at.desk.call('refund.issue', at.refund({ approvalId }), { as: 'clerk' });
  const read = await at.desk.call('refund.read', { refundId });
  expect(read.approval).toMatchObject({ state: 'used', staffName: 'clerk', approverName: 'supervisor' });
  expect(read.timeline.map((step) => [step.kind, step.staffName])).toEqual([
    ['asked', 'clerk'],
    ['approval-waiting', 'clerk'],
    ['approval-granted', 'supervisor'],
    ['approval-used', 'clerk'],
    ['prepared', 'clerk'],
    ['sent', 'clerk'],
  ]);
});

describe('edited after the approval', () => {
  const edits: [string, Record<string, unknown>, string?][] = [
    ['one cent more', { amountMinor: 11_039 }],
    ['one cent less', { amountMinor: 11_037 }],
    ['twice as much', { amountMinor: 22_076 }],
    ['all that is there', { amountMinor: 30_000 }],
    ['below the limit', { amountMinor: 5000 }],
    ['more than is there', { amountMinor: 30_001 }, 'refund-exceeds-refundable'],
    ['another destination', { destination: 'cash' }],
    ['a cheque', { destination: 'cheque' }, 'refund-destination-refused'],
    ['an online card', { destination: 'online-card' }, 'refund-destination-refused'],
    ['another reason', { reason: 'error' }],
    ['a reason in words', { reason: 'cancelled by phone' }],
    ['the reason in capitals', { reason: 'CANCELLED' }],
    ['a note added', { note: 'vu avec la direction' }],
    ['other without words', { reason: 'other' }, 'reason-needed'],
    ['other with words', { reason: 'other', note: 'geste' }],
    ['an unknown terminal', { terminalId: 999 }, 'terminal-unknown'],
    ['an unknown till', { tillId: 999 }, 'till-unknown'],
    ['an unknown client', { clientId: 999 }, 'client-unknown'],
    ['a payment that is not theirs', { originPaymentId: 999 }, 'payment-unknown'],
    ['another currency', { currency: 'USD' }, 'wrong-currency'],
    ['a field more', { approved: true }, 'invalid-input'],
    ['no amount', { amountMinor: 0 }, 'invalid-input'],
    ['a negative amount', { amountMinor: -11_038 }, 'invalid-input'],
    ['an amount in words', { amountMinor: '11038' }, 'invalid-input'],
  ];
  test.each(edits)('%s', async (_name, edit, code = 'approval-other-intent') => {
    const approvalId = await at.granted();
    expect(await refusedCode('refund.issue', { ...at.refund({ approvalId }), ...edit })).toBe(code);
  });

  test('another client', async () => {
    const approvalId = await at.granted();
    expect(
      await refused('refund.issue', at.refund({ approvalId, clientId: at.otherClientId })),
    ).toMatchObject({
      code: 'approval-other-intent',
      detail: { amountMinor: 11_038 },
    });
  });

  test('its sources chosen by hand', async () => {
    const approvalId = await at.granted();
    const plan = await at.desk.call('refund.plan', { clientId: at.clientId });
    const paymentId = plan.sources[0]?.paymentId ?? 0;
    const code = 'approval-other-intent';
    expect(await refusedCode('refund.issue', at.refund({ approvalId, sources: [{ paymentId }] }))).toBe(code);
    expect(await refusedCode('refund.issue', at.refund({ approvalId, originPaymentId: paymentId }))).toBe(
      code,
    );
  });

  test('another till', async () => {
    const { tillId } = await at.desk.call('till.add', { name: 'Piscine', terminalId: at.desk.terminalId });
    await at.desk.call('till.open', { tillId, floatMinor: 20_000 });
    const approvalId = await at.granted({ tillId: at.desk.tillId });
    expect(await refusedCode('refund.issue', at.refund({ approvalId, tillId }))).toBe(
      'approval-other-intent',
    );
  });

  test('another terminal', async () => {
    const { terminalId } = await at.desk.call('terminal.add', { name: 'T2' });
    const approvalId = await at.granted();
    expect(await refusedCode('refund.issue', at.refund({ approvalId, terminalId }))).toBe(
      'approval-other-intent',
    );
  });

  test('the account changed meanwhile, so other money would leave', async () => {
    const paid = await at.desk.call('refund.plan', { clientId: at.clientId });
    const paymentId = paid.sources[0]?.paymentId ?? 0;
    const approvalId = await at.granted();
    const productId = (
      await at.desk.call('product.add', {
        code: 'X',
        type: 'merchandise',
        nameFr: 'X',
        priceMinor: 18_000,
        taxClass: 'exempt',
        ledgerCode: 'GEN',
      })
    ).productId;
    await at.desk.call('invoice.issue', {
      clientId: at.clientId,
      items: [{ productId }],
      tenders: [{ method: 'deposit', amountMinor: 18_000 }],
    });
    expect(paymentId).toBeGreaterThan(0);
    // what was promised stays promised: the same intent still passes, a larger one does not
    expect(await refusedCode('refund.issue', at.refund({ approvalId, amountMinor: 12_001 }))).toBe(
      'refund-exceeds-refundable',
    );
    await at.desk.call('refund.issue', at.refund({ approvalId }), { as: 'clerk' });
  });
});

describe('used again', () => {
  test('for a second refund, and for one after the first came to nothing', async () => {
    const approvalId = await at.granted();
    const { refundId } = await at.desk.call('refund.issue', at.refund({ approvalId }), { as: 'clerk' });
    const used = { code: 'approval-not-granted', detail: { state: 'used' } };
    expect(await refused('refund.issue', at.refund({ approvalId }))).toMatchObject(used);
    await at.desk.call('refund.settle', { refundId, answer: 'not-done' }, { as: 'clerk' });
    expect(await refused('refund.issue', at.refund({ approvalId }))).toMatchObject(used);
  });

  test('by two commands at once: one passes', async () => {
    const approvalId = await at.granted();
    await at.desk.ready('clerk');
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        at.desk.send('refund.issue', at.refund({ approvalId }), { as: 'clerk' }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const held = await at.desk
      .service()
      .ledger()
      .read((db) => db.all<{ count: number }>`SELECT count(*) AS count FROM attempt WHERE direction = 'out'`);
    expect(held).toEqual([{ count: 1 }]);
  });

  test('the same command sent twice happens once', async () => {
    const approvalId = await at.granted();
    const how = { as: 'clerk', key: 'approval-same-key' } as const;
    const first = await at.desk.call('refund.issue', at.refund({ approvalId }), how);
    const before = await at.footprint();
    expect(await at.desk.call('refund.issue', at.refund({ approvalId }), how)).toEqual(first);
    expect(await at.footprint()).toEqual(before);
  });

  test('the key of one refund for another', async () => {
    const approvalId = await at.granted();
    const how = { as: 'clerk', key: 'approval-same-key' } as const;
    await at.desk.call('refund.issue', at.refund({ approvalId }), how);
    expect(await refusedCode('refund.issue', at.refund({ approvalId, amountMinor: 4000 }), how)).toBe(
      'key-reused',
    );
  });

  test('the answer itself is not given twice', async () => {
    const approvalId = await at.granted();
    const approver = { staffId: at.desk.staffIds.supervisor, pin: PIN };
    expect(await refusedCode('approval.grant', { approvalId, approver })).toBe('approval-not-waiting');
    expect(await refusedCode('approval.grant', { approvalId }, { as: 'supervisor' })).toBe(
      'approval-not-waiting',
    );
    expect(await refusedCode('approval.refuse', { approvalId, note: 'non' }, { as: 'supervisor' })).toBe(
      'approval-not-waiting',
    );
  });
});

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
    expect(await refused('refund.issue', at.refund({ approvalId }))).toMatchObject({
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
    expect(await refusedCode('refund.issue', at.refund({ approvalId }))).toBe('approval-unknown');
    expect(await refusedCode('approval.read', { approvalId })).toBe('approval-unknown');
    expect(await refusedCode('approval.withdraw', { approvalId })).toBe('approval-unknown');
    expect(await refusedCode('approval.grant', { approvalId }, { as: 'supervisor' })).toBe(
      'approval-unknown',
    );
  });

  test.each([0, -1, 1.5, '1', null])('an approval id that is none (%j)', async (approvalId) => {
    expect(await refusedCode('refund.issue', { ...at.refund(), approvalId })).toBe('invalid-input');
  });
});

describe('by the wrong person', () => {
  test('one own request: PIN of the asker, on the same screen', async () => {
    const { approvalId } = await at.ask();
    const approver = { staffId: at.desk.staffIds.clerk, pin: PIN };
    expect(await refusedCode('approval.grant', { approvalId, approver })).toBe('approval-own');
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
    expect(await refusedCode('approval.grant', { approvalId }, how)).toBe('approval-own');
    expect(await refusedCode('approval.refuse', { approvalId, note: 'non' }, how)).toBe('approval-own');
  });

  test.each<StaffRole>(['administrator'])('a PIN of one who is no supervisor: %s', async (role) => {
    const { approvalId } = await at.ask();
    const approver = { staffId: at.desk.staffIds[role], pin: PIN };
    expect(await refusedCode('approval.grant', { approvalId, approver })).toBe('approver-not-supervisor');
    expect(await refusedCode('approval.grant', { approvalId }, { as: role })).toBe('approver-not-supervisor');
  });

  test('a clerk refuses the request of a colleague', async () => {
    const { approvalId } = await at.ask({}, 'administrator');
    expect(await refusedCode('approval.refuse', { approvalId, note: 'non' })).toBe('not-allowed');
    expect(await refusedCode('approval.withdraw', { approvalId })).toBe('approval-other-person');
    expect(await refusedCode('approval.grant', { approvalId })).toBe('approver-not-supervisor');
  });

  test('a PIN typed on the screen of a colleague of the asker', async () => {
    const { approvalId } = await at.ask();
    const approver = { staffId: at.desk.staffIds.supervisor, pin: PIN };
    expect(await refusedCode('approval.grant', { approvalId, approver }, { as: 'administrator' })).toBe(
      'approval-other-person',
    );
  });

  test.each<StaffRole>(['administrator', 'supervisor', 'founder'])(
    'another session uses it: %s',
    async (as) => {
      const approvalId = await at.granted();
      expect(await refusedCode('refund.issue', at.refund({ approvalId }), { as })).toBe(
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
    expect(await refusedCode('refund.issue', at.refund({ approvalId }))).toBe('approver-not-supervisor');
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
        await refused('approval.grant', { approvalId, approver: { staffId, pin: '111111' } }),
      ).toMatchObject({ code: 'wrong-pin', detail: { triesLeft } });
    const wrong = { approvalId, approver: { staffId, pin: '111111' } };
    expect(await refusedCode('approval.grant', wrong)).toBe('locked-out');
    const right = { approvalId, approver: { staffId, pin: PIN } };
    expect(await refusedCode('approval.grant', right)).toBe('locked-out');
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
    expect(await refusedCode('approval.grant', right)).toBe('locked-out');
  });

  test.each(['', '12345', '1234567890123', 'abcdef', '28491５'])('a PIN that is none (%j)', async (pin) => {
    const { approvalId } = await at.ask();
    const approver = { staffId: at.desk.staffIds.supervisor, pin };
    expect(await refusedCode('approval.grant', { approvalId, approver })).toBe('invalid-input');
  });

  test('of someone who does not exist', async () => {
    const { approvalId } = await at.ask();
    expect(await refusedCode('approval.grant', { approvalId, approver: { staffId: 999, pin: PIN } })).toBe(
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

describe('without asking', () => {
  test('beyond the limit', async () => {
    expect(await refusedCode('refund.issue', at.refund())).toBe('refund-above-limit');
  });

  test('in pieces, while what was asked is held: the day counts it', async () => {
    await at.ask({ amountMinor: 19_000 });
    expect(
      await refused('refund.issue', at.refund({ clientId: at.otherClientId, amountMinor: 1001 })),
    ).toMatchObject({
      code: 'refund-above-limit',
      detail: { per: 'day', availableMinor: 1000 },
    });
  });

  test('asking where nothing stands in the way', async () => {
    expect(await refusedCode('approval.ask', { refund: at.refund({ amountMinor: 5000 }) })).toBe(
      'approval-not-needed',
    );
    expect(await refusedCode('approval.ask', { refund: at.refund() }, { as: 'supervisor' })).toBe(
      'approval-not-needed',
    );
  });

  test('the same money asked for twice', async () => {
    await at.ask({ amountMinor: 20_000 });
    expect(await refusedCode('approval.ask', { refund: at.refund({ amountMinor: 20_000 }) })).toBe(
      'refund-exceeds-refundable',
    );
  });

  test('an answer to the terminal before the approval', async () => {
    const { refundId } = await at.ask();
    expect(await refusedCode('refund.settle', { refundId, answer: 'not-done' })).toBe('attempt-not-sent');
  });
});
