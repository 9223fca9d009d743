import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApprovalDesk, PIN } from '../../support/approval-desk.ts';

let at: ApprovalDesk;
beforeEach(async () => {
  at = await ApprovalDesk.open();
});
afterEach(async () => {
  expect(await at.desk.verify()).toEqual([]);
  await at.desk.close();
});
afterAll(() => ApprovalDesk.tellRefusals('another intent'));

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
    ['a cheque', { destination: 'cheque' }],
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
    expect(await at.refusedCode('refund.issue', { ...at.refund({ approvalId }), ...edit })).toBe(code);
  });

  test('another client', async () => {
    const approvalId = await at.granted();
    expect(
      await at.refused('refund.issue', at.refund({ approvalId, clientId: at.otherClientId })),
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
    expect(await at.refusedCode('refund.issue', at.refund({ approvalId, sources: [{ paymentId }] }))).toBe(
      code,
    );
    expect(await at.refusedCode('refund.issue', at.refund({ approvalId, originPaymentId: paymentId }))).toBe(
      code,
    );
  });

  test('another till', async () => {
    const { tillId } = await at.desk.call('till.add', { name: 'Piscine', terminalId: at.desk.terminalId });
    await at.desk.call('till.open', { tillId, floatMinor: 20_000 });
    const approvalId = await at.granted({ tillId: at.desk.tillId });
    expect(await at.refusedCode('refund.issue', at.refund({ approvalId, tillId }))).toBe(
      'approval-other-intent',
    );
  });

  test('another terminal', async () => {
    const { terminalId } = await at.desk.call('terminal.add', { name: 'T2' });
    const approvalId = await at.granted();
    expect(await at.refusedCode('refund.issue', at.refund({ approvalId, terminalId }))).toBe(
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
    expect(await at.refusedCode('refund.issue', at.refund({ approvalId, amountMinor: 12_001 }))).toBe(
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
    expect(await at.refused('refund.issue', at.refund({ approvalId }))).toMatchObject(used);
    await at.desk.call('refund.settle', { refundId, answer: 'not-done' }, { as: 'clerk' });
    expect(await at.refused('refund.issue', at.refund({ approvalId }))).toMatchObject(used);
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
    expect(await at.refusedCode('refund.issue', at.refund({ approvalId, amountMinor: 4000 }), how)).toBe(
      'key-reused',
    );
  });

  test('the answer itself is not given twice', async () => {
    const approvalId = await at.granted();
    const approver = { staffId: at.desk.staffIds.supervisor, pin: PIN };
    expect(await at.refusedCode('approval.grant', { approvalId, approver })).toBe('approval-not-waiting');
    expect(await at.refusedCode('approval.grant', { approvalId }, { as: 'supervisor' })).toBe(
      'approval-not-waiting',
    );
    expect(await at.refusedCode('approval.refuse', { approvalId, note: 'non' }, { as: 'supervisor' })).toBe(
      'approval-not-waiting',
    );
  });
});
