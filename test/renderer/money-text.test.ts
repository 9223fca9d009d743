import { expect, test } from 'vitest';
import { parseMoneyText } from '../../renderer/parts/money-text.ts';

test.each([
  ['4000', 4_000],
  ['40,00', 4_000],
  ['40.00', 4_000],
  ['40,5', 4_050],
  ['40,', 4_000],
  ['5', 5],
  ['0,05', 5],
  ['1 234,50 $', 123_450],
  ['1\u00a0234,50\u00a0$', 123_450],
  ['$12.34', 1_234],
  ['1000000000,00', 100_000_000_000],
])('%s is %i cents', (text, amountMinor) => {
  expect(parseMoneyText(text)).toBe(amountMinor);
});

test.each(['', ' ', '-5', '40,005', '1,2,3', '1.234,50', 'abc', '1e3', '1000000000,01', '٤٠'])(
  '%j is no amount',
  (text) => {
    expect(parseMoneyText(text)).toBeNull();
  },
);
