import { afterEach, beforeEach, expect, it } from 'vitest';
import { KilledHere, RefundDesk, slip } from '../support/refund-desk.ts';

let desk: RefundDesk;
beforeEach(async () => {
  desk = await RefundDesk.open();
  await desk.receive(4000, { method: 'terminal' });
});
afterEach(async () => {
  expect((await desk.ledger.verify()).problems).toEqual([]);
});

const asked = { clientId: 1, destination: 'terminal', reason: 'annulé', amountMinor: 4000 } as const;

/** Throws once at the point, as if the process had died there. */
function dieAt(point: string) {
  desk.probe = (reached) => {
    if (reached !== point) return;
    desk.probe = () => {};
    throw new KilledHere(point);
  };
}

it('what was only prepared is not sent, its hold free; its key then starts nothing', async () => {
  dieAt('attempt:before-sent');
  expect(await desk.send('refund.issue', asked, { key: 'issue-key' })).toMatchObject({ ok: false });
  expect(await desk.held()).toBe(4000);
  await desk.recover();
  expect(await desk.held()).toBe(0);
  const { refundId } = await desk.call('refund.issue', asked, { key: 'issue-key' });
  const read = await desk.call('refund.read', { refundId });
  expect(read).toMatchObject({ state: 'failed', openAttemptId: null });
  expect(read.attempts[0]).toMatchObject({ state: 'not-sent' });
  await desk.call('refund.issue', asked, { key: 'issue-key-2' });
});

it('before a start, the same key goes on to SENT', async () => {
  dieAt('attempt:before-sent');
  await desk.send('refund.issue', asked, { key: 'issue-key' });
  const { refundId } = await desk.call('refund.issue', asked, { key: 'issue-key' });
  expect((await desk.call('refund.read', { refundId })).attempts[0]).toMatchObject({ state: 'sent' });
});

it('an answer before anything was shown is refused', async () => {
  dieAt('attempt:before-sent');
  await desk.send('refund.issue', asked, { key: 'issue-key' });
  expect(await desk.refusal('refund.settle', { refundId: 1, answer: 'not-done' })).toMatchObject({
    code: 'attempt-not-sent',
  });
});

it('what was shown waits for a person, its hold standing; a second start changes nothing', async () => {
  const { refundId } = await desk.call('refund.issue', asked);
  await desk.recover();
  await desk.recover();
  const read = await desk.call('refund.read', { refundId });
  expect(read).toMatchObject({ state: 'in-doubt' });
  expect(read.timeline.map((step) => step.kind)).toEqual(['asked', 'prepared', 'sent', 'needs-operator']);
  expect(read.timeline.at(-1)?.staffName).toBeNull();
  expect(await desk.held()).toBe(4000);
  await desk.call('refund.settle', { refundId, answer: 'approved', evidence: slip(4000) });
  expect(await desk.balance()).toBe(0);
});

it('"I do not know" once more leaves it where it is and keeps the word', async () => {
  const { refundId } = await desk.call('refund.issue', asked);
  await desk.recover();
  for (let time = 0; time < 2; time++)
    expect(await desk.call('refund.settle', { refundId, answer: 'unknown' })).toMatchObject({
      attemptState: 'needs-operator',
    });
  const read = await desk.call('refund.read', { refundId });
  expect(read.attempts[0]?.evidence).toHaveLength(2);
  expect(read.timeline.map((step) => step.kind).slice(-2)).toEqual(['answer-unknown', 'answer-unknown']);
});

it('a fault at any point of an answer changes nothing; the same key then settles it once', async () => {
  const { refundId } = await desk.call('refund.issue', asked);
  const settle = { refundId, answer: 'approved' as const, evidence: slip(4000) };
  const rehearsed = await RefundDesk.open();
  await rehearsed.receive(4000, { method: 'terminal' });
  await rehearsed.call('refund.issue', asked);
  rehearsed.points.length = 0;
  await rehearsed.call('refund.settle', settle);
  const points = [...new Set(rehearsed.points)].filter(
    (point) => point.startsWith('outcome:') && point !== 'outcome:after-commit',
  );
  expect(points.length).toBeGreaterThanOrEqual(7);
  for (const point of points) {
    dieAt(point);
    expect(await desk.send('refund.settle', settle, { key: 'settle-key' })).toMatchObject({ ok: false });
    expect(await desk.held()).toBe(4000);
    expect(await desk.balance()).toBe(-4000);
  }
  await desk.call('refund.settle', settle, { key: 'settle-key' });
  await desk.call('refund.settle', settle, { key: 'settle-key' });
  expect(await desk.balance()).toBe(0);
});
