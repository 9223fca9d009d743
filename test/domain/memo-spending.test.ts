import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NewDebt, type OpenMemo, planMemoSpending } from '../../shared/domain/memo-spending.ts';
import { PROPERTY_RUN } from './property-run.ts';

const memo = (openMinor: number, fundedMinor = openMinor, paymentId = 1): OpenMemo => ({
  openMinor,
  funding: fundedMinor > 0 ? [{ paymentId, amountMinor: fundedMinor }] : [],
});

test('domain.md B9: 100.00 credited, 40.00 of discount withdrawn: 60.00 stays open', () => {
  expect(planMemoSpending([memo(10_000)], [{ totalMinor: 4_000 }])).toEqual({
    payments: [{ memoIndex: 0, debtIndex: 0, amountMinor: 4_000 }],
    left: [{ openMinor: 6_000, refundableMinor: 6_000 }],
    owedMinor: [0],
  });
});

test('settled.md 25: 20.00 credited, 40.00 withdrawn: the client owes 20.00', () => {
  const { left, owedMinor } = planMemoSpending([memo(2_000)], [{ totalMinor: 4_000 }]);
  expect({ left, owedMinor }).toEqual({ left: [{ openMinor: 0, refundableMinor: 0 }], owedMinor: [2_000] });
});

test('domain.md B11: what was paid, 114.98, keeps a fee of 28.74: 86.24 can go back', () => {
  expect(planMemoSpending([memo(11_498)], [{ totalMinor: 2_874 }]).left).toEqual([
    { openMinor: 8_624, refundableMinor: 8_624 },
  ]);
});

test('what cannot go back pays first (settled.md 3)', () => {
  // 57.49 open, 17.49 of it money: a fee of 45.00 takes the 40.00 that is not, then 5.00
  const { left } = planMemoSpending([memo(5_749, 1_749)], [{ totalMinor: 4_500 }]);
  expect(left).toEqual([{ openMinor: 1_249, refundableMinor: 1_249 }]);
});

test('a fee is paid by its own memo before the others, a withdrawn discount by the first', () => {
  const { payments } = planMemoSpending(
    [memo(1_000), memo(1_000)],
    [{ totalMinor: 300 }, { totalMinor: 1_200, ownMemo: 1 }],
  );
  expect(
    payments.map(({ memoIndex, debtIndex, amountMinor }) => [memoIndex, debtIndex, amountMinor]),
  ).toEqual([
    [0, 0, 300],
    [1, 1, 1_000],
    [0, 1, 200],
  ]);
});

test('nothing is made or lost: what memos had is spent or left, what debts were is paid or owed', () => {
  const cents = fc.integer({ min: 0, max: 20_000 });
  const memos = fc.array(
    fc.tuple(cents, cents).map(([open, funded]) => memo(open, Math.min(open, funded))),
    { maxLength: 4 },
  );
  const debts = fc.array(
    fc.record(
      { totalMinor: cents, ownMemo: fc.integer({ min: 0, max: 3 }) },
      { requiredKeys: ['totalMinor'] },
    ),
    { maxLength: 4 },
  );
  const sum = (each: readonly number[]) => each.reduce((all, one) => all + one, 0);
  fc.assert(
    fc.property(memos, debts, (given, asked) => {
      const plan = planMemoSpending(given, asked as NewDebt[]);
      const spent = sum(plan.payments.map(({ amountMinor }) => amountMinor));
      expect(sum(given.map(({ openMinor }) => openMinor))).toBe(
        spent + sum(plan.left.map((left) => left.openMinor)),
      );
      expect(sum(asked.map(({ totalMinor }) => totalMinor))).toBe(spent + sum(plan.owedMinor));
      for (const { openMinor, refundableMinor } of plan.left)
        expect(refundableMinor).toBeLessThanOrEqual(openMinor);
    }),
    PROPERTY_RUN,
  );
});
