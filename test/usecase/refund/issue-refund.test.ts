import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RefundDesk, slip } from '../../support/refund-desk.ts';

let desk: RefundDesk;
beforeEach(async () => {
  desk = await RefundDesk.open();
});
afterEach(async () => {
  expect((await desk.ledger.verify()).problems).toEqual([]);
});

const toTerminal = { clientId: 1, destination: 'terminal', reason: 'annulé' } as const;
const toCash = { clientId: 1, destination: 'cash', reason: 'annulé' } as const;

async function refundOnTerminal(amountMinor: number, as: 'clerk' | 'supervisor' = 'supervisor') {
  const { refundId } = await desk.call('refund.issue', { ...toTerminal, amountMinor }, { as });
  await desk.call('refund.settle', { refundId, answer: 'approved', evidence: slip(amountMinor) }, { as });
}

describe('caps', () => {
  it('a card payment of 200.00 with 80.00 refunded gives 120.00 at most, whatever credit is open', async () => {
    const paymentId = await desk.receive(20_000, { method: 'terminal' });
    await refundOnTerminal(8000);
    await desk.credit(15_000);
    const asked = { ...toTerminal, amountMinor: 12_001 };
    expect(await desk.refusal('refund.issue', asked, { as: 'supervisor' })).toEqual({
      code: 'refund-exceeds-refundable',
      detail: { maximumMinor: 12_000 },
    });
    expect(await desk.call('refund.plan', { clientId: 1, originPaymentId: paymentId })).toMatchObject({
      maximumMinor: 12_000,
    });
  });

  it('what is held is no longer available', async () => {
    await desk.receive(10_000, { method: 'terminal' });
    await desk.call('refund.issue', { ...toTerminal, amountMinor: 4000 });
    expect(
      await desk.refusal('refund.issue', { ...toTerminal, amountMinor: 6001 }, { as: 'supervisor' }),
    ).toEqual({
      code: 'refund-exceeds-refundable',
      detail: { maximumMinor: 6000 },
    });
  });

  it('sources are used oldest first', async () => {
    const first = await desk.receive(3000, { method: 'terminal' });
    desk.clock.at = '2026-03-03T14:00:00.000Z';
    const second = await desk.receive(4500, { method: 'terminal' });
    const { refundId } = await desk.call('refund.issue', { ...toTerminal, amountMinor: 5000 });
    expect((await desk.call('refund.read', { refundId })).lines).toMatchObject([
      { paymentId: first, amountMinor: 3000 },
      { paymentId: second, amountMinor: 2000 },
    ]);
  });

  it('a memo gives what its funding gives, newest payment first; credit without money behind it gives nothing', async () => {
    expect(await desk.call('refund.plan', { clientId: 1 })).toMatchObject({
      maximumMinor: 0,
      maximumWhy: 'nothing-open',
    });
    await desk.credit(3000, { refundableMinor: 0 });
    expect(await desk.call('refund.plan', { clientId: 1 })).toMatchObject({
      maximumMinor: 0,
      sources: [{ kind: 'credit-memo', openMinor: 3000, why: 'not-refundable' }],
    });
    const asked = { ...toTerminal, amountMinor: 100 };
    expect(await desk.refusal('refund.issue', asked)).toMatchObject({ code: 'refund-exceeds-refundable' });
  });

  it('a chosen source that gives nothing is named by its number', async () => {
    const memoId = await desk.credit(3000, { refundableMinor: 0 });
    expect(
      await desk.refusal('refund.issue', { ...toTerminal, amountMinor: 100, sources: [{ memoId }] }),
    ).toEqual({
      code: 'refund-source-unusable',
      detail: { source: 'NC-000001', why: 'not-refundable' },
    });
  });

  it('money of another client is no source', async () => {
    const paymentId = await desk.receive(3000, { clientId: 2 });
    expect(
      await desk.refusal('refund.issue', { ...toCash, amountMinor: 100, originPaymentId: paymentId }),
    ).toEqual({
      code: 'payment-unknown',
      detail: { paymentId },
    });
    expect(await desk.refusal('refund.plan', { clientId: 99 })).toMatchObject({ code: 'client-unknown' });
  });
});

describe('where the money may go (settled.md 16)', () => {
  it.each([
    ['cash', 'terminal', 'cash-never-to-card', ['cash', 'cheque']],
    ['cheque', 'cash', 'cheque-not-cleared', ['cheque']],
    ['terminal', 'online-card', 'terminal-not-online', ['terminal', 'cash', 'cheque']],
  ] as const)('paid by %s, asked to %s: %s', async (method, destination, why, allowed) => {
    await desk.receive(2000, { method });
    expect(
      await desk.refusal('refund.issue', { clientId: 1, destination, reason: 'x', amountMinor: 2000 }),
    ).toEqual({
      code: 'refund-destination-refused',
      detail: { destination, why, allowed },
    });
  });

  it('a valid online card waits for a gateway; once marked, the terminal or cash takes it', async () => {
    const paymentId = await desk.receive(2000, { method: 'online-card', status: 'valid' });
    const online = { clientId: 1, destination: 'online-card', reason: 'x', amountMinor: 2000 };
    expect(await desk.refusal('refund.issue', online)).toMatchObject({
      code: 'refund-destination-refused',
      detail: { why: 'no-gateway', allowed: [] },
    });
    expect(await desk.refusal('refund.issue', { ...toTerminal, amountMinor: 2000 })).toMatchObject({
      detail: { why: 'card-still-valid' },
    });
    await desk.ledger.write((db) =>
      db.insert('card_status', { payment_id: paymentId, status: 'expired', staff_id: 1, at: db.at }),
    );
    expect(await desk.refusal('refund.issue', online)).toMatchObject({
      detail: { why: 'card-not-valid', allowed: ['terminal', 'cash', 'cheque'] },
    });
    const plan = await desk.call('refund.plan', { clientId: 1 });
    expect(plan.destinations.map(({ destination, allowed }) => [destination, allowed])).toEqual(
      expect.arrayContaining([
        ['terminal', true],
        ['cash', true],
        ['cheque', true],
        ['online-card', false],
      ]),
    );
    const { refundId } = await desk.call('refund.issue', { ...toTerminal, amountMinor: 2000 });
    await desk.call('refund.settle', {
      refundId,
      answer: 'approved',
      evidence: slip(2000, { last4: '9999' }),
    });
  });

  it('a young cheque goes back in cash by a supervisor', async () => {
    await desk.receive(2000, { method: 'cheque' });
    await desk.call('refund.issue', { ...toCash, amountMinor: 2000 }, { as: 'supervisor' });
  });
});

describe('limits of a clerk (settled.md 49)', () => {
  it('50.00 each', async () => {
    await desk.receive(20_000, { method: 'terminal' });
    expect(await desk.refusal('refund.issue', { ...toTerminal, amountMinor: 5001 })).toEqual({
      code: 'refund-above-limit',
      detail: { per: 'refund', limitMinor: 5000, availableMinor: 5000 },
    });
    expect(await desk.call('refund.plan', { clientId: 1 })).toMatchObject({ limitMinor: 5000 });
    expect(await desk.call('refund.plan', { clientId: 1 }, { as: 'supervisor' })).toMatchObject({
      limitMinor: null,
    });
    await desk.call('refund.issue', { ...toTerminal, amountMinor: 5001 }, { as: 'supervisor' });
  });

  it('200.00 a day, done and held together', async () => {
    await desk.receive(100_000, { method: 'terminal' });
    for (let take = 0; take < 3; take++) await refundOnTerminal(5000, 'clerk');
    await desk.call('refund.issue', { ...toTerminal, amountMinor: 4000 });
    expect(await desk.refusal('refund.issue', { ...toTerminal, amountMinor: 1001 })).toEqual({
      code: 'refund-above-limit',
      detail: { per: 'day', limitMinor: 20_000, availableMinor: 1000 },
    });
    desk.clock.at = '2026-03-03T14:00:00.000Z';
    await desk.call('refund.issue', { ...toTerminal, amountMinor: 5000 });
  });

  it('300.00 per client and month', async () => {
    await desk.receive(100_000, { method: 'terminal' });
    await refundOnTerminal(29_000);
    expect(await desk.refusal('refund.issue', { ...toTerminal, amountMinor: 1001 })).toMatchObject({
      detail: { per: 'client-month', availableMinor: 1000 },
    });
    desk.clock.at = '2026-04-01T14:00:00.000Z';
    await desk.call('refund.issue', { ...toTerminal, amountMinor: 5000 });
  });
});

describe('the desk', () => {
  it('needs an open till and an active terminal', async () => {
    await desk.receive(2000, { method: 'terminal' });
    const asked = { ...toTerminal, amountMinor: 2000 };
    expect(await desk.refusal('refund.issue', { ...asked, terminalId: 7 })).toMatchObject({
      code: 'terminal-unknown',
    });
    expect(await desk.refusal('refund.issue', { ...asked, tillId: 7 })).toMatchObject({
      code: 'till-unknown',
    });
    await desk.ledger.write((db) => db.move('till_session', 1, 'ended'));
    expect(await desk.refusal('refund.issue', asked)).toMatchObject({ code: 'till-closed' });
  });

  it('a walk-in is refunded from the receipt alone', async () => {
    const paymentId = await desk.receive(2000, { clientId: 3 });
    const asked = { ...toCash, clientId: 3, amountMinor: 2000 };
    expect(await desk.call('refund.plan', { clientId: 3 })).toMatchObject({
      maximumMinor: 0,
      maximumWhy: 'receipt-needed',
    });
    expect(await desk.call('refund.plan', { clientId: 3, originPaymentId: paymentId })).toMatchObject({
      maximumMinor: 2000,
    });
    expect(await desk.refusal('refund.issue', asked)).toMatchObject({ detail: { why: 'receipt-needed' } });
    expect((await desk.call('action.list', {})).actions).toMatchObject([
      { kind: 'walk-in-money-back', amountMinor: 2000 },
    ]);
    const { refundId } = await desk.call('refund.issue', { ...asked, originPaymentId: paymentId });
    await desk.call('refund.settle', { refundId, answer: 'approved' });
    expect((await desk.call('action.list', {})).actions).toEqual([]);
    expect(await desk.balance(3)).toBe(0);
  });

  it('the same key is the same refund; the same key with another amount is refused', async () => {
    await desk.receive(10_000, { method: 'terminal' });
    const asked = { ...toTerminal, amountMinor: 2000 };
    const first = await desk.call('refund.issue', asked, { key: 'same-key' });
    const twins = await Promise.all(
      [1, 2, 3].map(() => desk.call('refund.issue', asked, { key: 'same-key' })),
    );
    for (const twin of twins) expect(twin).toEqual(first);
    expect(await desk.held()).toBe(2000);
    expect(
      await desk.send('refund.issue', { ...asked, amountMinor: 2001 }, { key: 'same-key' }),
    ).toMatchObject({
      failure: { code: 'key-reused' },
    });
  });

  it('the same answer sent twice under one key is one answer', async () => {
    await desk.receive(10_000, { method: 'terminal' });
    const { refundId } = await desk.call('refund.issue', { ...toTerminal, amountMinor: 2000 });
    const settle = { refundId, answer: 'approved' as const, evidence: slip(2000) };
    const [one, two] = await Promise.all(
      [1, 2].map(() => desk.call('refund.settle', settle, { key: 'answer-1' })),
    );
    expect(two).toEqual(one);
    expect(await desk.balance()).toBe(-8000);
  });
});
