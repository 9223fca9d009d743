import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endOfLocalDay } from '../../../shared/domain/local-time.ts';
import { PROPERTY_RUN } from '../../domain/property-run.ts';
import { ApprovalDesk } from '../../support/approval-desk.ts';
import { refusalOf } from '../../support/goods.ts';
import { RefundDesk, slip } from '../../support/refund-desk.ts';

const ZONE = 'America/Toronto';

describe('a local day ends', () => {
  // spring forward on 8 March 2026 and back on 1 November 2026: 23 and 25 hours
  test.each([
    ['2026-03-02', '2026-03-03T05:00:00.000Z'],
    ['2026-03-08', '2026-03-09T04:00:00.000Z'],
    ['2026-07-01', '2026-07-02T04:00:00.000Z'],
    ['2026-11-01', '2026-11-02T05:00:00.000Z'],
    ['2026-12-31', '2027-01-01T05:00:00.000Z'],
  ])('%s at %s', (date, end) => {
    expect(endOfLocalDay(date, ZONE)).toBe(end);
  });

  test('exactly where the next one begins, on every day of years and zones', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    const zone = fc.constantFrom(ZONE, 'America/St_Johns', 'America/Vancouver', 'Europe/Paris', 'UTC');
    fc.assert(
      fc.property(day, zone, (date, timeZone) => {
        const localDate = date.toISOString().slice(0, 10);
        const end = DateTime.fromISO(endOfLocalDay(localDate, timeZone)).setZone(timeZone);
        expect(end.minus(1).toISODate()).toBe(localDate);
        expect(end.toISODate()).not.toBe(localDate);
      }),
      PROPERTY_RUN,
    );
  });
});

describe('sums of the day and of the month', () => {
  let at: ApprovalDesk;
  beforeEach(async () => {
    at = await ApprovalDesk.open({ at: '2026-03-08T06:30:00.000Z' });
  });
  afterEach(async () => {
    expect(await at.desk.verify()).toEqual([]);
    await at.desk.close();
  });

  async function give(amountMinor: number, clientId = at.clientId, as: 'clerk' | 'administrator' = 'clerk') {
    const { refundId } = await at.desk.call('refund.issue', at.refund({ clientId, amountMinor }), { as });
    await at.desk.call(
      'refund.settle',
      { refundId, answer: 'approved', evidence: slip(amountMinor) },
      { as },
    );
  }
  const limitOf = async (clientId = at.clientId, as: 'clerk' | 'administrator' = 'clerk') =>
    (await at.desk.call('refund.plan', { clientId }, { as })).limitMinor;

  test('the day is the organisation’s: it ends after 23 hours in spring', async () => {
    for (let count = 0; count < 4; count++) await give(4500);
    expect(await limitOf()).toBe(2000);
    at.desk.clock.set('2026-03-09T03:59:59.999Z');
    expect(await limitOf()).toBe(2000);
    at.desk.clock.set('2026-03-09T04:00:00.000Z');
    expect(await limitOf(at.otherClientId)).toBe(5000);
  });

  test('the month is the client’s, whoever gives; it begins on the first, local', async () => {
    for (let count = 0; count < 3; count++) await give(5000);
    for (let count = 0; count < 2; count++) await give(5000, at.clientId, 'administrator');
    await give(4000, at.clientId, 'administrator');
    // the clerk's day leaves 50.00, this client's month 10.00
    expect(await limitOf()).toBe(1000);
    expect(await limitOf(at.otherClientId)).toBe(5000);
    at.desk.clock.set('2026-04-01T03:59:59.000Z');
    expect(await limitOf()).toBe(1000);
    at.desk.clock.set('2026-04-01T04:00:00.000Z');
    expect(await limitOf()).toBe(5000);
  });

  test('what was asked for counts while it is held, and no longer once it is over', async () => {
    const { approvalId } = await at.ask({ amountMinor: 19_500 });
    expect(await limitOf(at.otherClientId)).toBe(500);
    await at.desk.call('approval.withdraw', { approvalId }, { as: 'clerk' });
    expect(await limitOf(at.otherClientId)).toBe(5000);
  });

  test('what was approved counts too: the next small one may need an approval of its own', async () => {
    const approvalId = await at.granted({ amountMinor: 20_000 });
    await at.desk.call('refund.issue', at.refund({ amountMinor: 20_000, approvalId }), { as: 'clerk' });
    expect(
      await refusalOf(at.desk, 'refund.issue', at.refund({ clientId: at.otherClientId, amountMinor: 1 }), {
        as: 'clerk',
      }),
    ).toMatchObject({
      code: 'refund-above-limit',
      detail: { per: 'day', availableMinor: 0 },
    });
  });

  test('a limit of zero sends everything to an approval', async () => {
    const none = { refundMinor: 0, refundDayMinor: 0, refundClientMonthMinor: 0 };
    const hours = { opensAt: '08:00', closesAt: '22:00' };
    await at.desk.call('limit.change', { ...none, ...hours }, { as: 'administrator' });
    expect(await limitOf()).toBe(0);
    const approvalId = await at.granted({ amountMinor: 1 });
    await at.desk.call('refund.issue', at.refund({ amountMinor: 1, approvalId }), { as: 'clerk' });
  });

  test.each([
    { refundMinor: -1 },
    { refundMinor: 50.5 },
    { refundDayMinor: 100_000_000_001 },
    { opensAt: '24:00' },
    { opensAt: '6:00' },
    { closesAt: '' },
  ])('%j is no limit', async (wrong) => {
    const limits = await at.desk.call('limit.read', {});
    expect(
      await refusalOf(at.desk, 'limit.change', { ...limits, ...wrong }, { as: 'administrator' }),
    ).toMatchObject({
      code: 'invalid-input',
    });
    expect(await at.desk.call('limit.read', {})).toEqual(limits);
  });
});

test('whatever a clerk tries, what goes out without an approval stays within all three limits', async () => {
  const step = fc.record({
    amountMinor: fc.integer({ min: 1, max: 6000 }),
    hours: fc.integer({ min: 0, max: 30 }),
    clientId: fc.constantFrom(1, 2),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const desk = await RefundDesk.open();
      for (const clientId of [1, 2]) await desk.receive(900_000, { method: 'terminal', clientId });
      const given: { date: string; month: string; clientId: number; amountMinor: number }[] = [];
      for (const { amountMinor, hours, clientId } of steps) {
        desk.clock.at = new Date(Date.parse(desk.clock.at) + hours * 3_600_000).toISOString();
        const date = DateTime.fromISO(desk.clock.at).setZone(ZONE).toISODate() ?? '';
        const asked = { clientId, amountMinor, destination: 'terminal', reason: 'error' };
        const outcome = await desk.send('refund.issue', asked);
        const dayMinor = sum(given.filter((one) => one.date === date));
        const monthMinor = sum(
          given.filter((one) => one.month === date.slice(0, 7) && one.clientId === clientId),
        );
        const fits = amountMinor <= Math.min(5000, 20_000 - dayMinor, 30_000 - monthMinor);
        expect(outcome.ok, JSON.stringify(outcome)).toBe(fits);
        if (outcome.ok) given.push({ date, month: date.slice(0, 7), clientId, amountMinor });
      }
    }),
    { ...PROPERTY_RUN, numRuns: 25 },
  );
});

const sum = (given: readonly { amountMinor: number }[]) =>
  given.reduce((total, one) => total + one.amountMinor, 0);
