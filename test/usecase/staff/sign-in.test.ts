import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../../../electron/host/call.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

const PIN = '284915';
const WRONG = '284916';

let desk: TestService;
beforeEach(async () => {
  desk = await openTestService({ openTill: false });
});
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
});

const signIn = async (who: { staffId?: number; name?: string }, pin: string): Promise<Outcome> =>
  await desk.service().call({ operation: 'staff.signIn', input: { ...who, pin } });
const fail = async (who: { staffId?: number; name?: string }, times: number) => {
  let last: Outcome | undefined;
  for (let count = 0; count < times; count += 1) last = await signIn(who, WRONG);
  return last;
};
const auditKinds = async () =>
  await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<{
          kind: string;
          subject: string;
        }>`SELECT kind, subject FROM audit_event ORDER BY id DESC`,
    );

describe('sign-in', () => {
  test('by id or by name, whatever its case and accents', async () => {
    const { staffId } = await desk.call('staff.add', { name: 'Éloïse Côté', roles: ['clerk'] });
    const { resetCode } = await desk.call('staff.resetPin', { staffId });
    await desk.call('staff.setPin', { staffId, resetCode, pin: PIN });
    for (const who of [{ staffId }, { name: 'eloise COTE' }])
      expect(await signIn(who, PIN)).toMatchObject({
        ok: true,
        value: { staff: { staffId, name: 'Éloïse Côté', roles: ['clerk'], language: 'fr' } },
      });
  });

  test('both ways leave a chained event that names no one', async () => {
    await fail({ staffId: desk.staffIds.clerk }, 1);
    await fail({ name: 'nobody here' }, 1);
    await signIn({ staffId: desk.staffIds.clerk }, PIN);
    expect((await auditKinds()).slice(0, 3)).toEqual([
      { kind: 'staff.signed-in', subject: `staff:${desk.staffIds.clerk}` },
      { kind: 'staff.sign-in-failed', subject: 'staff:unknown' },
      { kind: 'staff.sign-in-failed', subject: `staff:${desk.staffIds.clerk}` },
    ]);
  });

  test('an unknown name, a disabled member and a wrong PIN get the same answers', async () => {
    const change = { name: 'gone', roles: ['clerk'] as 'clerk'[], language: 'fr' as const };
    const { staffId, resetCode } = await desk.call('staff.add', { name: 'gone', roles: ['clerk'] });
    await desk.call('staff.setPin', { staffId, resetCode, pin: PIN });
    await desk.call('staff.change', { staffId, ...change, active: false });
    const answers = [];
    for (let count = 0; count < 5; count += 1) {
      answers.push([
        await signIn({ staffId: desk.staffIds.clerk }, WRONG),
        await signIn({ name: 'nobody here' }, PIN),
        await signIn({ name: 'gone' }, PIN),
      ]);
    }
    for (const [known, unknown, disabled] of answers.slice(0, 4)) {
      expect(known).toMatchObject({ ok: false, failure: { code: 'wrong-pin' } });
      expect(unknown).toEqual(known);
      expect(disabled).toEqual(known);
    }
    for (const answer of answers[4] ?? []) expect(answer).toMatchObject({ failure: { code: 'locked-out' } });
  });
});

describe('lockout', () => {
  test('four tries are free; from the fifth the wait doubles, and the right PIN waits too', async () => {
    const who = { staffId: desk.staffIds.clerk };
    expect(await fail(who, 4)).toMatchObject({ failure: { code: 'wrong-pin', detail: { triesLeft: 1 } } });
    for (const waitMs of [30_000, 60_000, 120_000]) {
      const untilAt = new Date(desk.clock.now().getTime() + waitMs).toISOString();
      const locked = { ok: false, failure: { code: 'locked-out', detail: { untilAt } } };
      expect(await signIn(who, WRONG)).toEqual(locked);
      expect(await signIn(who, PIN)).toEqual(locked);
      desk.clock.advance(waitMs);
    }
    expect(await signIn(who, PIN)).toMatchObject({ ok: true });
    expect(await fail(who, 1)).toMatchObject({ failure: { code: 'wrong-pin', detail: { triesLeft: 4 } } });
  });

  test('one locked clerk does not lock the desk', async () => {
    await fail({ staffId: desk.staffIds.clerk }, 5);
    expect(await signIn({ staffId: desk.staffIds.supervisor }, PIN)).toMatchObject({ ok: true });
  });

  test('wrong PINs for many names in a row make the desk itself wait', async () => {
    for (let name = 0; name < 14; name += 1)
      expect(await fail({ name: `guess ${name}` }, 1)).toMatchObject({ failure: { code: 'wrong-pin' } });
    expect(await fail({ name: 'guess 14' }, 1)).toMatchObject({ failure: { code: 'locked-out' } });
    expect(await signIn({ staffId: desk.staffIds.clerk }, PIN)).toMatchObject({
      failure: { code: 'locked-out' },
    });
  });

  test('guesses sent all at once get no more tries than one after the other', async () => {
    const who = { staffId: desk.staffIds.clerk };
    const answers = await Promise.all(Array.from({ length: 12 }, async () => await signIn(who, WRONG)));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.failure.code));
    expect(codes.filter((code) => code === 'wrong-pin')).toHaveLength(4);
    expect(codes.filter((code) => code === 'locked-out')).toHaveLength(8);
  });

  test('an administrator hands out a code: it unlocks, ends the old PIN, works once', async () => {
    const staffId = desk.staffIds.clerk;
    await fail({ staffId }, 5);
    expect((await desk.call('staff.list', {})).staff.find((row) => row.staffId === staffId)).toMatchObject({
      lockedUntil: '2026-03-02T14:00:30.000Z',
    });
    const { resetCode } = await desk.call('staff.resetPin', { staffId });
    expect(resetCode).toMatch(/^\d{8}$/);
    expect(await signIn({ staffId }, PIN)).toMatchObject({ failure: { code: 'wrong-pin' } });
    const asked = { staffId, resetCode, pin: '904417' };
    expect(await desk.send('staff.setPin', asked)).toMatchObject({ ok: true });
    expect(await desk.send('staff.setPin', asked)).toMatchObject({ failure: { code: 'reset-code-wrong' } });
    expect(await signIn({ staffId }, '904417')).toMatchObject({ ok: true });
  });

  test('a code is guessed no more often than a PIN', async () => {
    const { staffId, resetCode } = await desk.call('staff.add', { name: 'new', roles: ['clerk'] });
    const other = resetCode === '00000000' ? '00000001' : '00000000';
    const guess = { staffId, resetCode: other, pin: PIN };
    for (let count = 0; count < 4; count += 1)
      expect(await desk.send('staff.setPin', guess)).toMatchObject({ failure: { code: 'reset-code-wrong' } });
    expect(await desk.send('staff.setPin', guess)).toMatchObject({ failure: { code: 'locked-out' } });
  });

  test('a code ends after three days', async () => {
    const { staffId, resetCode } = await desk.call('staff.add', { name: 'new', roles: ['clerk'] });
    desk.clock.advance(3 * 24 * 3_600_000 + 1);
    expect(await desk.send('staff.setPin', { staffId, resetCode, pin: PIN })).toMatchObject({
      failure: { code: 'reset-code-wrong' },
    });
  });
});
