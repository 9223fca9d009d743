import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cashRefundMinor, planCashTender, roundToFiveCents } from '../../shared/domain/cash-rounding.ts';
import { AMOUNT_MAX_MINOR } from '../../shared/domain/money.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { expectRefusal } from './expect-refusal.ts';
import { PROPERTY_RUN } from './property-run.ts';

const anyAmount = fc.integer({ min: -AMOUNT_MAX_MINOR, max: AMOUNT_MAX_MINOR });
const ledgerAmount = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 1, max: AMOUNT_MAX_MINOR }),
);

describe('roundToFiveCents', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 5],
    [4, 5],
    [5, 5],
    [6, 5],
    [7, 5],
    [8, 10],
    [9, 10],
    [2298, 2300],
    [1201, 1200],
    [1298, 1300],
    [-2298, -2300],
    [-1201, -1200],
    [-2, 0],
  ])('%d -> %d', (amountMinor, expected) => {
    expect(roundToFiveCents(amountMinor)).toBe(expected);
  });
  test('is the nearest multiple of five, symmetric', () => {
    fc.assert(
      fc.property(anyAmount, (amountMinor) => {
        const rounded = roundToFiveCents(amountMinor);
        expect(Math.abs(rounded % 5)).toBe(0);
        expect(Math.abs(rounded - amountMinor)).toBeLessThanOrEqual(2);
        expect(roundToFiveCents(-amountMinor)).toBe(0 - rounded);
      }),
      PROPERTY_RUN,
    );
  });
});

describe('planCashTender', () => {
  // due, tendered, keep the rest -> applied, deposit, change, rounding, drawer
  test.each<[string, number, number, boolean, number[]]>([
    ['scenario 3: 22.98 with 25.00', 2298, 2500, false, [2298, 0, 200, 2, 2300]],
    ['22.98 with 23.00', 2298, 2300, false, [2298, 0, 0, 2, 2300]],
    ['12.01 with 12.00', 1201, 1200, false, [1201, 0, 0, -1, 1200]],
    ['12.01 with 11.95 is a part payment', 1201, 1195, false, [1195, 0, 0, 0, 1195]],
    ['22.98 with 22.95 is a part payment', 2298, 2295, false, [2295, 0, 0, 0, 2295]],
    ['scenario 4: what the card left, 12.98', 1298, 1300, false, [1298, 0, 0, 2, 1300]],
    ['keep the rest: 22.98 with 25.00', 2298, 2500, true, [2298, 202, 0, 0, 2500]],
    ['keep the rest, none to keep', 1201, 1200, true, [1201, 0, 0, -1, 1200]],
    ['keep the rest of a tiny due', 2, 500, true, [2, 498, 0, 0, 500]],
    ['a pure deposit', 0, 2000, true, [0, 2000, 0, 0, 2000]],
    ['0.03 is the smallest', 3, 5, false, [3, 0, 0, 2, 5]],
  ])('%s', (_name, dueMinor, tenderedMinor, keepRestAsDeposit, expected) => {
    const plan = planCashTender({ dueMinor, tenderedMinor, keepRestAsDeposit });
    expect([
      plan.appliedMinor,
      plan.depositMinor,
      plan.changeMinor,
      plan.roundingMinor,
      plan.drawerMinor,
    ]).toEqual(expected);
  });

  test('a tender must be made of coins that exist, and the refusal names two', () => {
    const tender = { dueMinor: 2298, keepRestAsDeposit: false };
    expect(
      expectRefusal('cash-not-multiple-of-five', () => planCashTender({ ...tender, tenderedMinor: 2298 })),
    ).toEqual({ lowerMinor: 2295, higherMinor: 2300 });
    expect(
      expectRefusal('cash-not-multiple-of-five', () => planCashTender({ ...tender, tenderedMinor: 3 })),
    ).toEqual({ lowerMinor: 5, higherMinor: 5 });
  });

  test.each([1, 2])('%d cent due comes to no coin', (dueMinor) => {
    const tender = { dueMinor, tenderedMinor: 100, keepRestAsDeposit: false };
    expect(expectRefusal('too-small-for-cash', () => planCashTender(tender))).toEqual({ smallestMinor: 3 });
  });

  test('nothing due takes no cash, and no tender is an error', () => {
    expectRefusal('nothing-owed', () =>
      planCashTender({ dueMinor: 0, tenderedMinor: 5, keepRestAsDeposit: false }),
    );
    expect(() => planCashTender({ dueMinor: 5, tenderedMinor: 0, keepRestAsDeposit: false })).toThrow();
  });

  test('every cent tendered is applied, kept, given back or rounding, and never more than due is applied', () => {
    fc.assert(
      fc.property(
        ledgerAmount,
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.boolean(),
        (dueMinor, coins, keep) => {
          fc.pre(dueMinor > 2);
          const tenderedMinor = coins * 5;
          const plan = planCashTender({ dueMinor, tenderedMinor, keepRestAsDeposit: keep });
          expect(plan.drawerMinor).toBe(tenderedMinor - plan.changeMinor);
          expect(plan.drawerMinor).toBe(plan.appliedMinor + plan.depositMinor + plan.roundingMinor);
          expect(plan.drawerMinor % 5).toBe(0);
          expect(plan.changeMinor).toBeGreaterThanOrEqual(0);
          expect(plan.appliedMinor).toBeLessThanOrEqual(dueMinor);
          expect(Math.abs(plan.roundingMinor)).toBeLessThanOrEqual(2);
          if (plan.appliedMinor < dueMinor) expect(plan.roundingMinor).toBe(0);
        },
      ),
      PROPERTY_RUN,
    );
  });
});

describe('cashRefundMinor', () => {
  test('scenario 5: 22.98 gives back the 23.00 the drawer received, rounding back to zero', () => {
    const paid = planCashTender({ dueMinor: 2298, tenderedMinor: 2500, keepRestAsDeposit: false });
    const back = cashRefundMinor({ alreadyAppliedMinor: 0, appliedMinor: 2298 });
    expect(back).toEqual({ drawerMinor: 2300, roundingMinor: -2 });
    expect(paid.roundingMinor + back.roundingMinor).toBe(0);
  });

  test('three times 7.66 gives 7.65, 7.65, 7.70', () => {
    const given = [0, 766, 1532].map((alreadyAppliedMinor) =>
      cashRefundMinor({ alreadyAppliedMinor, appliedMinor: 766 }),
    );
    expect(given.map((leg) => leg.drawerMinor)).toEqual([765, 765, 770]);
    expect(given.map((leg) => leg.roundingMinor)).toEqual([1, 1, -4]);
  });

  test('0.03 five times moves 0.15 in all: the legs that come to no coin are refused with what would pass', () => {
    const legs = [0, 3, 6, 9, 12].map((alreadyAppliedMinor) => {
      try {
        return cashRefundMinor({ alreadyAppliedMinor, appliedMinor: 3 }).drawerMinor;
      } catch (error) {
        if (error instanceof Refusal && error.code === 'too-small-for-cash') return 0;
        throw error;
      }
    });
    expect(legs).toEqual([5, 0, 5, 0, 5]);
  });

  test.each([
    [0, 2, 3],
    [3, 3, 5],
    [4, 3, 4],
    [9, 3, 4],
  ])(
    'after %d, %d more is too small; %d would move a coin',
    (alreadyAppliedMinor, appliedMinor, smallest) => {
      const asked = { alreadyAppliedMinor, appliedMinor };
      expect(expectRefusal('too-small-for-cash', () => cashRefundMinor(asked))).toEqual({
        smallestMinor: smallest,
      });
      const passes = cashRefundMinor({ alreadyAppliedMinor, appliedMinor: smallest });
      expect(passes.drawerMinor).toBeGreaterThan(0);
    },
  );

  test('two cash sales of 11.48 are two lines of 11.50', () => {
    expect(cashRefundMinor({ alreadyAppliedMinor: 0, appliedMinor: 1148 }).drawerMinor * 2).toBe(2300);
  });

  test('however a refund is split, the drawer gives what one refund would have given', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, (asked) => {
        let appliedMinor = 0;
        let drawerMinor = 0;
        let roundingMinor = 0;
        for (const part of asked) {
          try {
            const leg = cashRefundMinor({ alreadyAppliedMinor: appliedMinor, appliedMinor: part });
            drawerMinor += leg.drawerMinor;
            roundingMinor += leg.roundingMinor;
            appliedMinor += part;
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        expect(drawerMinor).toBe(Math.round(appliedMinor / 5) * 5);
        expect(roundingMinor).toBe(appliedMinor - drawerMinor);
        expect(Math.abs(roundingMinor)).toBeLessThanOrEqual(2);
      }),
      PROPERTY_RUN,
    );
  });
});
