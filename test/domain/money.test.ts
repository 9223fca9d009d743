import { describe, expect, test } from 'vitest';
import {
  AMOUNT_MAX_MINOR,
  requireMinor,
  requireNotNegative,
  requirePositive,
  sumMinor,
} from '../../shared/domain/money.ts';

describe('amounts in cents', () => {
  test.each([0, 1, -1, AMOUNT_MAX_MINOR, -AMOUNT_MAX_MINOR, Number.MAX_SAFE_INTEGER])(
    '%d is one',
    (amount) => {
      expect(requireMinor(amount)).toBe(amount);
    },
  );
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])('%d is none', (amount) => {
    expect(() => requireMinor(amount)).toThrow();
  });
  test('a negative zero becomes plain zero', () => {
    expect(Object.is(requireMinor(-0), 0)).toBe(true);
  });
  test('signs are required where they matter', () => {
    expect(() => requireNotNegative(-1)).toThrow();
    expect(() => requirePositive(0)).toThrow();
    expect(requireNotNegative(0)).toBe(0);
    expect(requirePositive(1)).toBe(1);
  });
  test('a sum is exact or it throws', () => {
    expect(sumMinor([])).toBe(0);
    expect(sumMinor([11498, -2300, 5])).toBe(9203);
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow();
    expect(() => sumMinor([1.5])).toThrow();
  });
});
