import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterCut,
  cutPlan,
  dueByMinor,
  duesOf,
  expectedBalanceMinor,
  instalmentDates,
  isUnderWay,
  type LiveInstalment,
  planFee,
  requireSchedule,
  splitEqually,
  sumByDate,
} from '../../shared/domain/instalment.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import { expectRefusal } from './expect-refusal.ts';
import { PROPERTY_RUN } from './property-run.ts';

const row = (
  plannedPaymentId: number,
  dueDate: string,
  amountMinor: number,
  state: LiveInstalment['state'] = 'planned',
): LiveInstalment => ({ plannedPaymentId, dueDate, amountMinor, state });

const sumOf = (rows: readonly { amountMinor: number }[]) => sumMinor(rows.map((each) => each.amountMinor));

describe('instalmentDates', () => {
  test.each([
    [
      'month ends keep to the first day',
      { firstDate: '2026-01-31', count: 4, every: 'month' },
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    [
      'weeks',
      { firstDate: '2026-02-25', count: 3, every: 'week' },
      ['2026-02-25', '2026-03-04', '2026-03-11'],
    ],
    [
      'fortnights over a year',
      { firstDate: '2026-12-24', count: 2, every: 'two-weeks' },
      ['2026-12-24', '2027-01-07'],
    ],
    ['one', { firstDate: '2026-02-28', count: 1, every: 'month' }, ['2026-02-28']],
  ] as const)('%s', (_name, given, dates) => {
    expect(instalmentDates(given)).toEqual(dates);
  });
});

describe('splitEqually', () => {
  const dates = ['2026-05-01', '2026-03-01', '2026-04-01'];

  test('344.93 in three: spare cents on the first dates, whatever the order given (domain.md B11)', () => {
    expect(splitEqually(34_493, dates)).toEqual([
      { dueDate: '2026-03-01', amountMinor: 11_498 },
      { dueDate: '2026-04-01', amountMinor: 11_498 },
      { dueDate: '2026-05-01', amountMinor: 11_497 },
    ]);
  });

  test('two cents over three dates are two payments; a date named twice is one', () => {
    expect(splitEqually(2, dates)).toHaveLength(2);
    expect(splitEqually(100, ['2026-03-01', '2026-03-01'])).toEqual([
      { dueDate: '2026-03-01', amountMinor: 100 },
    ]);
  });

  test('whatever the total and the dates, the parts sum to it and differ by a cent at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        (total, count) => {
          const parts = splitEqually(
            total,
            instalmentDates({ firstDate: '2026-01-31', count, every: 'month' }),
          );
          const amounts = parts.map((each) => each.amountMinor);
          expect(sumMinor(amounts)).toBe(total);
          expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
          expect((amounts[0] ?? 0) - (amounts.at(-1) ?? 0)).toBeLessThanOrEqual(1);
        },
      ),
      PROPERTY_RUN,
    );
  });
});

describe('cutPlan', () => {
  const plan = [row(2, '2026-04-01', 11_498), row(3, '2026-05-01', 11_497)];

  test('half of 344.93 cancelled with 114.98 paid: 57.48 stays on the second date (domain.md 12)', () => {
    const cut = cutPlan({ rows: plan, owedMinor: 5748, from: 'last' });
    expect(cut).toEqual({ gone: [plan[1]], shortened: { row: plan[0], leftMinor: 5748 }, surplusMinor: 0 });
    expect(afterCut(plan, cut)).toEqual([{ ...plan[0], amountMinor: 5748 }]);
  });

  test('everything cancelled: both rows go (domain.md 11)', () => {
    expect(cutPlan({ rows: plan, owedMinor: 0, from: 'last' })).toEqual({
      gone: plan,
      shortened: null,
      surplusMinor: 0,
    });
  });

  test('a payment of 150.00 settles the first row and shortens the second (settled 40)', () => {
    expect(cutPlan({ rows: plan, owedMinor: 22_995 - 15_000, from: 'earliest' })).toEqual({
      gone: [plan[0]],
      shortened: { row: plan[1], leftMinor: 7995 },
      surplusMinor: 0,
    });
  });

  test('a row under way is never touched; what it brings too much is told', () => {
    const rows = [row(1, '2026-03-01', 11_498, 'processing'), ...plan];
    expect(cutPlan({ rows, owedMinor: 10_000, from: 'last' })).toEqual({
      gone: plan,
      shortened: null,
      surplusMinor: 1498,
    });
  });

  test('more owed than planned: nothing changes', () => {
    expect(cutPlan({ rows: plan, owedMinor: 99_999, from: 'last' })).toEqual({
      gone: [],
      shortened: null,
      surplusMinor: 0,
    });
  });

  const rowsArbitrary = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      amountMinor: fc.integer({ min: 1, max: 50_000 }),
      state: fc.constantFrom('planned', 'processing', 'failed', 'retried') as fc.Arbitrary<
        LiveInstalment['state']
      >,
    }),
    { maxLength: 8 },
  );

  test('what stays never passes what is owed, keeps one end of the plan, and leaves payments under way alone', () => {
    fc.assert(
      fc.property(
        rowsArbitrary,
        fc.integer({ min: 0, max: 200_000 }),
        fc.constantFrom('earliest', 'last'),
        (given, owedMinor, from) => {
          const rows = given.map(({ day, amountMinor, state }, index) =>
            row(index + 1, `2026-05-${String(day).padStart(2, '0')}`, amountMinor, state),
          );
          const cut = cutPlan({ rows, owedMinor, from });
          const after = afterCut(rows, cut);
          const underWay = rows.filter(isUnderWay);
          const free = after.filter((each) => !isUnderWay(each));
          expect(after.filter(isUnderWay)).toHaveLength(underWay.length);
          const roomMinor = Math.max(0, owedMinor - sumOf(underWay));
          const freeBefore = rows.filter((each) => !isUnderWay(each));
          expect(sumOf(free)).toBe(Math.min(roomMinor, sumOf(freeBefore)));
          expect(cut.surplusMinor).toBe(Math.max(0, sumOf(underWay) - owedMinor));
          const kept = new Set(free.map((each) => each.plannedPaymentId));
          const order = freeBefore.toSorted((a, b) =>
            a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.plannedPaymentId - b.plannedPaymentId,
          );
          if (from === 'earliest') order.reverse();
          // once a row is gone, every row on its side is gone too
          const flags = order.map((each) => kept.has(each.plannedPaymentId));
          expect(flags).toEqual([...flags].sort((a, b) => Number(b) - Number(a)));
        },
      ),
      PROPERTY_RUN,
    );
  });
});

describe('planFee', () => {
  const plan = [row(2, '2026-04-01', 11_498), row(3, '2026-05-01', 11_497)];

  test('57.48 of the item and 28.74 of the fee: the second date asks 86.22 (settled 29)', () => {
    const cut = cutPlan({ rows: plan, owedMinor: 5748, from: 'last' });
    const fee = planFee({ cut, feeOwedMinor: 2874, today: '2026-03-10' });
    expect(fee).toEqual([{ dueDate: '2026-04-01', amountMinor: 2874 }]);
    expect(sumByDate([...afterCut(plan, cut), ...fee])).toEqual([
      { dueDate: '2026-04-01', amountMinor: 8622 },
    ]);
  });

  test('a fee larger than the first freed date goes on to the next; what no date holds is due now', () => {
    const cut = cutPlan({ rows: plan, owedMinor: 5748, from: 'last' });
    expect(planFee({ cut, feeOwedMinor: 6000, today: '2026-03-10' })).toEqual([
      { dueDate: '2026-04-01', amountMinor: 5750 },
      { dueDate: '2026-05-01', amountMinor: 250 },
    ]);
    expect(sumOf(planFee({ cut, feeOwedMinor: 99_999, today: '2026-03-10' }))).toBe(17_247);
    expect(planFee({ cut, feeOwedMinor: 0, today: '2026-03-10' })).toEqual([]);
  });

  test('a freed date gone by becomes today', () => {
    const cut = cutPlan({ rows: plan, owedMinor: 0, from: 'last' });
    expect(planFee({ cut, feeOwedMinor: 1000, today: '2026-04-20' })).toEqual([
      { dueDate: '2026-04-20', amountMinor: 1000 },
    ]);
  });
});

describe('requireSchedule', () => {
  const instalments = [
    { dueDate: '2026-05-01', amountMinor: 4000 },
    { dueDate: '2026-04-01', amountMinor: 6000 },
  ];

  test('in order of date when the sum is right', () => {
    expect(requireSchedule({ instalments, toPlanMinor: 10_000, today: '2026-04-01' })).toEqual(
      instalments.toReversed(),
    );
  });

  test('says what is missing, or what is too much', () => {
    const refused = (code: 'plan-sum-differs' | 'plan-date-past', toPlanMinor: number, today: string) =>
      expectRefusal(code, () => requireSchedule({ instalments, toPlanMinor, today }));
    expect(refused('plan-sum-differs', 10_050, '2026-04-01')).toEqual({
      toPlanMinor: 10_050,
      plannedMinor: 10_000,
      missingMinor: 50,
    });
    expect(refused('plan-sum-differs', 9000, '2026-04-01')).toMatchObject({ missingMinor: -1000 });
    expect(refused('plan-date-past', 10_000, '2026-04-02')).toEqual({
      dueDate: '2026-04-01',
      today: '2026-04-02',
    });
  });
});

describe('what is due, and when', () => {
  const dues = duesOf({
    owedMinor: 10_000,
    dueDate: '2026-03-02',
    planned: [
      { dueDate: '2026-04-01', amountMinor: 3000 },
      { dueDate: '2026-05-01', amountMinor: 3000 },
    ],
  });

  test('what no plan covers is due on the item’s own date', () => {
    expect(dues[0]).toEqual({ dueDate: '2026-03-02', amountMinor: 4000 });
    expect(dueByMinor(dues, '2026-03-31')).toBe(4000);
    expect(dueByMinor(dues, '2026-04-01')).toBe(7000);
  });

  test('the expected balance leaves out what failed: it passes no more by itself (domain.md §2)', () => {
    const planned = [
      row(1, '2026-04-01', 3000),
      row(2, '2026-04-01', 3000, 'failed'),
      row(3, '2026-04-01', 500, 'retried'),
    ];
    expect(expectedBalanceMinor(10_000, planned)).toBe(6500);
  });
});
