import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AMOUNT_MAX_MINOR } from '../../shared/domain/money.ts';
import { shareMinor, spreadByLargestRemainder } from '../../shared/domain/rate.ts';
import { PROPERTY_RUN } from './property-run.ts';

const amount = fc.integer({ min: -AMOUNT_MAX_MINOR, max: AMOUNT_MAX_MINOR });

describe('shareMinor', () => {
  test.each([
    [100, 1, 200, 1],
    [-100, 1, 200, -1],
    [99, 1, 200, 0],
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [3, 1, 2, 2],
    [-3, 1, 2, -2],
    [10_000, 9975, 100_000, 998],
    [495, 9975, 100_000, 49],
    [1485, 9975, 100_000, 148],
    [0, 7, 9, 0],
    [AMOUNT_MAX_MINOR, 9975, 100_000, 9_975_000_000],
  ])('%d x %d / %d = %d', (amountMinor, numerator, denominator, expected) => {
    expect(shareMinor(amountMinor, numerator, denominator)).toBe(expected);
  });

  test('is within half a cent, ties away from zero, for any sign (checked with whole numbers only)', () => {
    const term = fc.bigInt({ min: 0n, max: 10n ** 30n });
    fc.assert(
      fc.property(amount, term, term, (amountMinor, a, b) => {
        const [numerator, denominator] = a <= b ? [a, b] : [b, a];
        fc.pre(denominator > 0n);
        const share = BigInt(shareMinor(amountMinor, numerator, denominator));
        const exact = BigInt(amountMinor) * numerator;
        const distance = 2n * (exact - share * denominator);
        const size = distance < 0n ? -distance : distance;
        expect(size <= denominator).toBe(true);
        if (size === denominator) expect(exact < 0n ? distance > 0n : distance < 0n).toBe(true);
        expect(shareMinor(-amountMinor, numerator, denominator)).toBe(Number(-share));
      }),
      PROPERTY_RUN,
    );
  });

  test('a denominator of zero is a broken assumption', () => {
    expect(() => shareMinor(1, 1, 0)).toThrow();
  });
});

describe('spreadByLargestRemainder', () => {
  test.each([
    ['combo of 25.00 over 60, 45, 80', 2500, [6000, 4500, 8000], [811, 608, 1081]],
    ['a tie goes to the first', 1, [1, 1, 1], [1, 0, 0]],
    ['two spare cents on a tie', 11, [1, 1, 1], [4, 4, 3]],
    ['negative mirrors positive', -2500, [6000, 4500, 8000], [-811, -608, -1081]],
    ['a weight of zero takes nothing', 100, [0, 1, 0], [0, 100, 0]],
    ['nothing over nothing', 0, [0, 0], [0, 0]],
  ])('%s', (_name, total, weights, expected) => {
    expect(spreadByLargestRemainder(total, weights)).toEqual(expected);
  });

  test('sums to the total and stays within a cent of the exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: AMOUNT_MAX_MINOR }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amount, weights, (total, given) => {
        const sum = given.reduce((a, b) => a + BigInt(b), 0n);
        fc.pre(sum > 0n);
        const parts = spreadByLargestRemainder(total, given);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, index) => {
          const off = BigInt(part) * sum - BigInt(total) * BigInt(given[index] ?? 0);
          expect((off < 0n ? -off : off) < sum).toBe(true);
        });
      }),
      PROPERTY_RUN,
    );
  });

  test('an amount with nowhere to go is a broken assumption', () => {
    expect(() => spreadByLargestRemainder(1, [0])).toThrow();
    expect(() => spreadByLargestRemainder(1, [])).toThrow();
    expect(() => spreadByLargestRemainder(1, [2, -1])).toThrow();
  });
});
