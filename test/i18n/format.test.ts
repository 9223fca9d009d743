import { describe, expect, test } from 'vitest';
import {
  formatBalance,
  formatDate,
  formatInstant,
  formatList,
  formatMoney,
  formatMoneyPlain,
  formatPercent,
} from '../../shared/i18n/format.ts';

describe('formatMoney', () => {
  test.each([
    [2298, '22,98\u00a0$', '$22.98'],
    [5, '0,05\u00a0$', '$0.05'],
    [0, '0,00\u00a0$', '$0.00'],
    [-110_38, '-110,38\u00a0$', '-$110.38'],
    [123_456_789, '1\u00a0234\u00a0567,89\u00a0$', '$1,234,567.89'],
    [10 ** 11, '1\u00a0000\u00a0000\u00a0000,00\u00a0$', '$1,000,000,000.00'],
  ])('%i cents', (amountMinor, french, english) => {
    expect(formatMoney(amountMinor, 'fr')).toBe(french);
    expect(formatMoney(amountMinor, 'en')).toBe(english);
  });

  test('the largest safe integer keeps its last cent', () => {
    expect(formatMoneyPlain(Number.MAX_SAFE_INTEGER, 'en')).toBe('90,071,992,547,409.91');
  });

  test('a fraction of a cent is a mistake of the caller', () => {
    expect(() => formatMoney(0.5, 'fr')).toThrow('not a whole number of cents');
  });
});

test('a balance is told in words, never by a sign (domain.md §0.2)', () => {
  expect(formatBalance(57_48, 'fr')).toBe('Doit 57,48\u00a0$');
  expect(formatBalance(-86_24, 'fr')).toBe('En crédit 86,24\u00a0$');
  expect(formatBalance(-86_24, 'en')).toBe('In credit $86.24');
  expect(formatBalance(0, 'en')).toBe('Nothing owed');
});

test('a rate in basis points', () => {
  expect(formatPercent(6000, 'fr')).toBe('60\u00a0%');
  expect(formatPercent(1234, 'en')).toBe('12.34%');
});

test("a calendar date is the same in every zone; an instant is told in the organisation's", () => {
  expect(formatDate('2026-11-23', 'fr')).toContain('23 nov');
  expect(formatDate('2026-11-23', 'en')).toBe('Nov 23, 2026');
  expect(formatInstant('2026-11-24T03:05:00.000Z', 'en', 'America/Toronto')).toContain('Nov 23, 2026');
});

test('lists', () => {
  expect(formatList(['a', 'b', 'c'], 'fr')).toBe('a, b et c');
});
