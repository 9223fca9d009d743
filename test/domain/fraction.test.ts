import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addFractions,
  basisPointsLeft,
  compareFractions,
  fractionOf,
  WHOLE_FRACTION,
  ZERO_FRACTION,
} from '../../shared/domain/fraction.ts';
import { PROPERTY_RUN } from './property-run.ts';

describe('fractions', () => {
  test.each([
    [50, 100, '1', '2'],
    [5000, 11_498, '2500', '5749'],
    [0, 7, '0', '1'],
    [7, 7, '1', '1'],
  ])('%d/%d is %s/%s', (numerator, denominator, top, bottom) => {
    expect(fractionOf(numerator, denominator)).toEqual({ numerator: top, denominator: bottom });
  });

  test('0.2 and 50 % are 0.7', () => {
    expect(addFractions(fractionOf(2000, 10_000), fractionOf(5000, 10_000))).toEqual(fractionOf(7, 10));
  });

  test('what is left is rounded down, so that it can be asked for', () => {
    expect(basisPointsLeft(fractionOf(1, 3))).toBe(6666);
    expect(basisPointsLeft(ZERO_FRACTION)).toBe(10_000);
    expect(basisPointsLeft(WHOLE_FRACTION)).toBe(0);
  });

  test('thirds, hundredths and cents add up exactly where floats would not', () => {
    const term = fc.tuple(fc.integer({ min: 0, max: 10 ** 11 }), fc.integer({ min: 1, max: 10 ** 11 }));
    fc.assert(
      fc.property(term, term, ([a, b], [c, d]) => {
        const sum = addFractions(fractionOf(a, b), fractionOf(c, d));
        expect(BigInt(sum.numerator) * BigInt(b) * BigInt(d)).toBe(
          BigInt(sum.denominator) * (BigInt(a) * BigInt(d) + BigInt(c) * BigInt(b)),
        );
        const order = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
        const sign = order < 0n ? -1 : order > 0n ? 1 : 0;
        expect(Math.sign(compareFractions(fractionOf(a, b), fractionOf(c, d)))).toBe(sign);
      }),
      PROPERTY_RUN,
    );
  });

  test('a denominator of zero is a broken assumption', () => {
    expect(() => fractionOf(1, 0)).toThrow();
  });
});
