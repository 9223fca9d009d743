import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DoneRefund,
  findRefundExceptions,
  type RefundException,
} from '../../shared/domain/refund-exception.ts';
import { PROPERTY_RUN } from './property-run.ts';

const DESK = { limitMinor: 5000, opensAt: '06:00', closesAt: '23:00' };
let ids = 0;

/** A refund that nothing is to be said about. */
function quiet(over: Partial<DoneRefund> = {}): DoneRefund {
  ids += 1;
  return {
    refundId: ids,
    at: '2026-03-02T15:00:00.000Z',
    localDate: '2026-03-02',
    localTime: '10:00',
    staffId: 1,
    approverId: null,
    isWalkIn: false,
    reason: 'cancelled',
    amountMinor: 1234,
    askedMinor: over.amountMinor ?? 1234,
    card: null,
    paidAt: '2026-02-20T15:00:00.000Z',
    paidMinor: 9999,
    ...over,
  };
}

const rulesOf = (refunds: DoneRefund[], desk = DESK) =>
  findRefundExceptions(refunds, desk).map(({ rule, count }) => [rule, count]);

test('an ordinary refund is no exception', () => {
  expect(rulesOf([quiet()])).toEqual([]);
});

describe('one refund alone', () => {
  test.each<[string, Partial<DoneRefund>, RefundException[]]>([
    ['5 minutes after the payment', { paidAt: '2026-03-02T14:55:00.000Z' }, ['soon-after-sale']],
    ['a millisecond more', { paidAt: '2026-03-02T14:54:59.999Z' }, []],
    ['a walk-in', { isWalkIn: true }, ['no-client']],
    ['the card absent', { reason: 'card-absent' }, ['no-client']],
    ['a minute before the desk opens', { localTime: '05:59' }, ['off-hours']],
    ['when it opens', { localTime: '06:00' }, []],
    ['when it closes', { localTime: '23:00' }, ['off-hours']],
    ['a minute before', { localTime: '22:59' }, []],
    ['40.00 of 99.99 paid', { amountMinor: 4000 }, ['round-amount']],
    ['all of 40.00 paid', { amountMinor: 4000, paidMinor: 4000 }, []],
    ['beyond the limit alone', { amountMinor: 5001 }, ['alone-above-limit']],
    ['beyond the limit, approved', { amountMinor: 5001, approverId: 2 }, []],
  ])('%s', (_name, over, rules) => {
    expect(rulesOf([quiet(over)])).toEqual(rules.map((rule) => [rule, 1]));
  });

  test('a desk open over midnight', () => {
    const night = { ...DESK, opensAt: '18:00', closesAt: '02:00' };
    expect(rulesOf([quiet({ localTime: '23:30' }), quiet({ localTime: '01:59' })], night)).toEqual([]);
    expect(rulesOf([quiet({ localTime: '02:00' })], night)).toEqual([['off-hours', 1]]);
  });
});

test('a limit is not passed by splitting: the parts count as the refund they were asked as', () => {
  const parts = [
    quiet({ amountMinor: 3001, askedMinor: 6001 }),
    quiet({ amountMinor: 3000, askedMinor: 6001 }),
  ];
  expect(rulesOf([parts[0]!])).toEqual([['alone-above-limit', 1]]);
  expect(rulesOf([{ ...parts[0]!, approverId: 2 }])).toEqual([]);
  expect(rulesOf([quiet({ amountMinor: 3001 })])).toEqual([]);
});

describe('a pattern', () => {
  const on = (localDate: string, over: Partial<DoneRefund>) => quiet({ localDate, ...over });

  test('the third refund to one card within 30 days, and each after it', () => {
    const card = 'Visa 4417';
    const days = ['2026-03-01', '2026-03-15', '2026-03-30', '2026-03-31', '2026-05-15'];
    const refunds = days.map((day) => on(day, { card }));
    // the 31st of March no longer sees the 1st: 30 days end with the refund itself
    expect(findRefundExceptions(refunds, DESK)).toEqual([
      { refundId: refunds[2]?.refundId, rule: 'same-card', count: 3 },
      { refundId: refunds[3]?.refundId, rule: 'same-card', count: 3 },
    ]);
  });

  test('other cards and other brands do not add up', () => {
    const cards = ['Visa 4417', 'Mastercard 4417', 'Visa 4418', null, null, null];
    expect(rulesOf(cards.map((card) => on('2026-03-02', { card })))).toEqual([]);
  });

  test('just below the limit three times by one person: 45.00 to 50.00', () => {
    const by = (amountMinor: number, staffId = 1) => on('2026-03-02', { amountMinor, staffId });
    expect(rulesOf([by(4999), by(4500), by(4501)])).toContainEqual(['below-limit', 3]);
    expect(rulesOf([by(4999), by(4499), by(4501)])).not.toContainEqual(['below-limit', 3]);
    expect(rulesOf([by(4999), by(4501), by(4502, 2)])).toEqual([]);
  });
});

test('no refund of two by anybody is a pattern, and every count is at most the refunds there are', () => {
  const refund = fc.record({
    localDate: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-06-30'), noInvalidDate: true }),
    amountMinor: fc.integer({ min: 1, max: 20_000 }),
    staffId: fc.integer({ min: 1, max: 3 }),
    card: fc.constantFrom(null, 'Visa 4417', 'Visa 0001'),
  });
  fc.assert(
    fc.property(fc.array(refund, { maxLength: 30 }), (drawn) => {
      const refunds = drawn
        .map(({ localDate, ...over }) => quiet({ ...over, localDate: localDate.toISOString().slice(0, 10) }))
        .sort((one, other) => (one.localDate < other.localDate ? -1 : 1));
      const found = findRefundExceptions(refunds, DESK);
      for (const { rule, count } of found) {
        if (rule === 'same-card' || rule === 'below-limit') expect(count).toBeGreaterThanOrEqual(3);
        else expect(count).toBe(1);
        expect(count).toBeLessThanOrEqual(refunds.length);
      }
      const keys = found.map(({ rule, refundId }) => `${rule} ${refundId}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    PROPERTY_RUN,
  );
});
