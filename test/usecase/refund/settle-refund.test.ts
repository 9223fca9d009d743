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

async function issueToTerminal(amountMinor = 4567) {
  await desk.receive(10_000, { method: 'terminal' });
  return await desk.call('refund.issue', { ...toTerminal, amountMinor });
}

describe('a refund to the terminal', () => {
  it('is held and instructed, then done with the slip: one number, one posting', async () => {
    const issued = await issueToTerminal();
    expect(issued).toMatchObject({ state: 'prepared' });
    const shown = await desk.call('refund.read', { refundId: issued.refundId });
    expect(shown).toMatchObject({ state: 'in-progress', openAttemptId: issued.attemptId, number: null });
    expect(shown.attempts[0]).toMatchObject({ state: 'sent', driver: 'standalone', amountMinor: 4567 });
    expect(await desk.held()).toBe(4567);
    expect(await desk.balance()).toBe(-10_000);
    const done = await desk.call('refund.settle', {
      refundId: issued.refundId,
      answer: 'approved',
      evidence: slip(4567),
    });
    expect(done).toMatchObject({
      attemptState: 'approved',
      state: 'done',
      number: 'RB-000001',
      refundedMinor: 4567,
    });
    expect(await desk.held()).toBe(0);
    expect(await desk.balance()).toBe(-5433);
    const read = await desk.call('refund.read', { refundId: issued.refundId });
    expect(read.timeline.map((step) => step.kind)).toEqual(['asked', 'prepared', 'sent', 'approved']);
    expect(read.lines[0]).toMatchObject({ sourceNumber: 'R-000001', origin: { refundedMinor: 4567 } });
  });

  it.each(['declined', 'not-done'] as const)('%s frees the hold and posts nothing', async (answer) => {
    const { refundId } = await issueToTerminal();
    expect(await desk.call('refund.settle', { refundId, answer })).toMatchObject({
      state: 'failed',
      number: null,
    });
    expect(await desk.held()).toBe(0);
    expect(await desk.balance()).toBe(-10_000);
    await desk.call('refund.issue', { ...toTerminal, amountMinor: 4567 });
  });

  it('"I do not know" keeps the hold, blocks the same money and is settled later', async () => {
    const { refundId } = await issueToTerminal();
    expect(await desk.call('refund.settle', { refundId, answer: 'unknown' })).toMatchObject({
      attemptState: 'needs-operator',
      state: 'in-doubt',
    });
    expect(await desk.held()).toBe(4567);
    expect((await desk.call('action.list', {})).actions).toMatchObject([
      { kind: 'refund-in-doubt', refundId, amountMinor: 4567, terminalName: 'T1', driver: 'standalone' },
    ]);
    expect(await desk.refusal('refund.issue', { ...toTerminal, amountMinor: 100 })).toEqual({
      code: 'refund-waits-for-outcome',
      detail: { refundId, amountMinor: 4567 },
    });
    expect(await desk.call('refund.plan', { clientId: 1 })).toMatchObject({
      maximumMinor: 0,
      maximumWhy: 'outcome-awaited',
      sources: [{ why: 'outcome-awaited' }],
    });
    const done = await desk.call('refund.settle', { refundId, answer: 'approved', evidence: slip(4567) });
    expect(done).toMatchObject({ attemptState: 'confirmed-by-operator', state: 'done', number: 'RB-000001' });
    expect((await desk.call('action.list', {})).actions).toEqual([]);
  });

  it('another source of the same client goes on meanwhile', async () => {
    const { refundId } = await issueToTerminal();
    await desk.call('refund.settle', { refundId, answer: 'unknown' });
    await desk.receive(2000);
    await desk.call('refund.issue', { ...toCash, amountMinor: 2000 });
  });

  it('once in doubt only a supervisor says "not done", with a reason', async () => {
    const { refundId } = await issueToTerminal();
    await desk.call('refund.settle', { refundId, answer: 'unknown' });
    const notDone = { refundId, answer: 'not-done', reason: 'lot vérifié' };
    expect(await desk.refusal('refund.settle', notDone)).toMatchObject({ code: 'supervisor-needed' });
    expect(
      await desk.refusal('refund.settle', { refundId, answer: 'not-done' }, { as: 'supervisor' }),
    ).toMatchObject({ code: 'reason-needed' });
    expect(
      await desk.call('refund.settle', { ...notDone, answer: 'not-done' }, { as: 'supervisor' }),
    ).toMatchObject({
      attemptState: 'not-done-by-operator',
      state: 'failed',
    });
    expect(await desk.held()).toBe(0);
  });

  it('a slip that shows less is posted as it is; the rest is free again', async () => {
    const { refundId } = await issueToTerminal();
    const less = { refundId, answer: 'approved' as const, evidence: slip(4500) };
    expect(await desk.refusal('refund.settle', less)).toEqual({
      code: 'slip-amount-differs',
      detail: { askedMinor: 4567, slipMinor: 4500 },
    });
    expect(await desk.call('refund.settle', { ...less, slipReallyShows: true })).toMatchObject({
      state: 'done',
      refundedMinor: 4500,
    });
    expect(await desk.call('refund.plan', { clientId: 1 })).toMatchObject({ maximumMinor: 5500 });
  });

  it('a slip that shows more is a conflict: nothing posted, hold kept, a supervisor settles it', async () => {
    const { refundId } = await issueToTerminal();
    const more = { refundId, answer: 'approved' as const, evidence: slip(5467), slipReallyShows: true };
    expect(await desk.call('refund.settle', more)).toMatchObject({
      attemptState: 'conflict',
      state: 'in-doubt',
    });
    expect(await desk.held()).toBe(4567);
    expect(await desk.balance()).toBe(-10_000);
    expect((await desk.call('action.list', {})).actions).toMatchObject([
      { kind: 'refund-in-doubt', refundId },
    ]);
    await desk.receive(2000);
    expect(await desk.refusal('refund.issue', { ...toCash, amountMinor: 100 })).toMatchObject({
      code: 'refund-waits-for-outcome',
    });
    const typedRight = { refundId, answer: 'approved' as const, evidence: slip(4567) };
    expect(await desk.refusal('refund.settle', typedRight)).toMatchObject({ code: 'supervisor-needed' });
    expect(await desk.call('refund.settle', typedRight, { as: 'supervisor' })).toMatchObject({
      state: 'done',
    });
  });

  it('an approval that surfaces after "not done" is a conflict, settled if its money is still there', async () => {
    const { refundId } = await issueToTerminal();
    await desk.call('refund.settle', { refundId, answer: 'not-done' });
    const late = { refundId, answer: 'approved' as const, evidence: slip(4567) };
    expect(await desk.call('refund.settle', late)).toMatchObject({ attemptState: 'conflict', number: null });
    expect(await desk.balance()).toBe(-10_000);
    expect(await desk.call('refund.settle', late, { as: 'supervisor' })).toMatchObject({
      attemptState: 'confirmed-by-operator',
      refundedMinor: 4567,
    });
    expect(await desk.balance()).toBe(-5433);
  });

  it('a late approval whose money is already given back is a conflict, and all of it in excess once settled', async () => {
    await desk.receive(4567, { method: 'terminal' });
    const { refundId } = await desk.call('refund.issue', { ...toTerminal, amountMinor: 4567 });
    await desk.call('refund.settle', { refundId, answer: 'not-done' });
    const second = await desk.call('refund.issue', { ...toTerminal, amountMinor: 4567 });
    const evidence = slip(4567);
    await desk.call('refund.settle', { refundId: second.refundId, answer: 'approved', evidence });
    const late = { refundId, answer: 'approved' as const, evidence: slip(4567) };
    expect(await desk.call('refund.settle', late)).toMatchObject({ attemptState: 'conflict' });
    expect(await desk.balance()).toBe(0);
    expect((await desk.call('action.list', {})).actions).toMatchObject([
      { refundId, kind: 'refund-in-doubt' },
    ]);
    const settled = { ...late, reason: 'le bordereau est retrouvé' };
    expect(await desk.refusal('refund.settle', late, { as: 'supervisor' })).toMatchObject({
      code: 'reason-needed',
    });
    expect(await desk.call('refund.settle', settled, { as: 'supervisor' })).toMatchObject({
      state: 'done',
      refundedMinor: 0,
      excessMinor: 4567,
    });
    expect(await desk.balance()).toBe(4567);
    expect((await desk.call('action.list', {})).actions).toMatchObject([
      { refundId, kind: 'refund-excess', amountMinor: 4567 },
    ]);
  });

  it.each([
    [undefined, ['retypedMinor', 'approvalCode', 'brand', 'last4', 'slipNumber']],
    [{ retypedMinor: 4567, approvalCode: '0071' }, ['brand', 'last4', 'slipNumber']],
  ])('an approval without its proof is refused with what is missing', async (evidence, missing) => {
    const { refundId } = await issueToTerminal();
    expect(await desk.refusal('refund.settle', { refundId, answer: 'approved', evidence })).toEqual({
      code: 'evidence-incomplete',
      detail: { missing },
    });
  });

  it('the same slip within 48 hours is refused; a supervisor accepts it with a reason', async () => {
    const first = await issueToTerminal(1000);
    const same = slip(1000);
    await desk.call('refund.settle', { refundId: first.refundId, answer: 'approved', evidence: same });
    const { refundId } = await desk.call('refund.issue', { ...toTerminal, amountMinor: 1000 });
    const again = { refundId, answer: 'approved' as const, evidence: same };
    expect(await desk.refusal('refund.settle', again)).toMatchObject({
      code: 'slip-already-used',
      detail: { refundNumber: 'RB-000001' },
    });
    const overridden = { ...again, overrideReason: 'codes qui se répètent' };
    expect(await desk.refusal('refund.settle', overridden)).toMatchObject({ code: 'slip-already-used' });
    expect(await desk.call('refund.settle', overridden, { as: 'supervisor' })).toMatchObject({
      state: 'done',
    });
  });

  it('after 48 hours the same code is another slip', async () => {
    const first = await issueToTerminal(1000);
    const same = slip(1000);
    await desk.call('refund.settle', { refundId: first.refundId, answer: 'approved', evidence: same });
    desk.clock.at = '2026-03-04T14:00:00.001Z';
    const { refundId } = await desk.call('refund.issue', { ...toTerminal, amountMinor: 1000 });
    await desk.call('refund.settle', { refundId, answer: 'approved', evidence: same });
  });

  it('another card than the one that paid needs a reason', async () => {
    const { refundId } = await issueToTerminal();
    const other = { refundId, answer: 'approved' as const, evidence: slip(4567, { last4: '0001' }) };
    expect(await desk.refusal('refund.settle', other)).toEqual({
      code: 'other-card-needs-reason',
      detail: { expectedLast4: '4417' },
    });
    await desk.call('refund.settle', { ...other, overrideReason: 'carte remplacée' });
  });

  it('a card number is refused wherever it is typed', async () => {
    const { refundId } = await issueToTerminal();
    const planted = slip(4567, { slipNumber: '4111111111111111' });
    expect(
      await desk.refusal('refund.settle', { refundId, answer: 'approved', evidence: planted }),
    ).toMatchObject({
      code: 'card-number',
    });
  });

  it('a settled refund takes no second answer', async () => {
    const { refundId } = await issueToTerminal();
    await desk.call('refund.settle', { refundId, answer: 'approved', evidence: slip(4567) });
    for (const answer of ['approved', 'declined', 'unknown', 'not-done'])
      expect(
        await desk.refusal('refund.settle', { refundId, answer, evidence: slip(4567) }, { as: 'supervisor' }),
      ).toMatchObject({ code: 'attempt-settled' });
    expect(await desk.balance()).toBe(-5433);
  });
});

describe('a refund in cash', () => {
  it('takes the rounded amount from the drawer once, at the answer', async () => {
    await desk.receive(2298, { method: 'cheque' });
    desk.clock.at = '2026-03-20T14:00:00.000Z';
    const { refundId } = await desk.call('refund.issue', { ...toCash, amountMinor: 2298 });
    expect(await desk.call('refund.read', { refundId })).toMatchObject({
      amountMinor: 2298,
      drawerMinor: 2300,
    });
    expect(await desk.drawer()).toBe(20_000);
    expect(await desk.call('refund.settle', { refundId, answer: 'approved' })).toMatchObject({
      refundedMinor: 2298,
      drawerMinor: 2300,
      roundingMinor: -2,
    });
    expect(await desk.drawer()).toBe(17_700);
    expect(await desk.balance()).toBe(0);
  });

  it('split in three gives in all what a whole refund gives (settled.md 19)', async () => {
    await desk.receive(2298, { method: 'terminal' });
    const given: (number | null)[] = [];
    for (let part = 0; part < 3; part++) {
      const { refundId } = await desk.call('refund.issue', { ...toCash, amountMinor: 766 });
      given.push((await desk.call('refund.settle', { refundId, answer: 'approved' })).drawerMinor);
    }
    expect(given).toEqual([765, 765, 770]);
  });

  it('waits while another cash refund of the same payment is in the hands of a clerk', async () => {
    await desk.receive(2300);
    const { refundId } = await desk.call('refund.issue', { ...toCash, amountMinor: 766 });
    expect(await desk.refusal('refund.issue', { ...toCash, amountMinor: 766 })).toMatchObject({
      code: 'refund-waits-for-outcome',
      detail: { refundId },
    });
  });

  it('draws on two payments with a rounding each', async () => {
    await desk.receive(1148, { method: 'terminal' });
    await desk.receive(1148, { method: 'terminal' });
    const { refundId } = await desk.call('refund.issue', { ...toCash, amountMinor: 2296 });
    expect(await desk.call('refund.settle', { refundId, answer: 'approved' })).toMatchObject({
      drawerMinor: 2300,
    });
  });

  it('refuses more than the drawer holds; the amount is told only to those who may see it', async () => {
    await desk.receive(30_000, { method: 'terminal' });
    const asked = { ...toCash, amountMinor: 25_000 };
    expect(await desk.refusal('refund.issue', asked, { as: 'supervisor' })).toEqual({
      code: 'drawer-short',
      detail: { maximumMinor: 20_000 },
    });
    await desk.receive(30_000, { method: 'terminal', clientId: 2 });
    for (let take = 0; take < 4; take++) await desk.ledger.write((db) => emptyDrawer(db, 4990));
    expect(await desk.refusal('refund.issue', { ...toCash, amountMinor: 5000 })).toEqual({
      code: 'drawer-short',
      detail: { maximumMinor: null },
    });
  });

  it('refuses a leg that comes to no coin', async () => {
    await desk.receive(2, { method: 'terminal' });
    expect(await desk.refusal('refund.issue', { ...toCash, amountMinor: 2 })).toMatchObject({
      code: 'too-small-for-cash',
    });
  });

  it('an answer may come while the session is ended, and stays in it', async () => {
    await desk.receive(2000);
    const { refundId } = await desk.call('refund.issue', { ...toCash, amountMinor: 2000 });
    await desk.ledger.write((db) => db.move('till_session', 1, 'ended'));
    expect(await desk.call('refund.settle', { refundId, answer: 'approved' })).toMatchObject({
      state: 'done',
    });
    expect(await desk.drawer()).toBe(20_000);
  });
});

async function emptyDrawer(db: Parameters<Parameters<typeof desk.ledger.write>[0]>[0], amountMinor: number) {
  const { postDrop } = await import('../../../electron/ledger/post-till.ts');
  const { recordDrawerEvent } = await import('../../../electron/till/drawer.ts');
  await recordDrawerEvent(db, { tillSessionId: 1, kind: 'DROP', amountMinor: -amountMinor, staffId: 1 });
  await postDrop(db, { tillSessionId: 1, tillId: 1, amountMinor });
}
