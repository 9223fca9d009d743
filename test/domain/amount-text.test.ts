import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmountMinor } from '../../shared/domain/amount-text.ts';
import { formatMoney, formatMoneyPlain } from '../../shared/i18n/format.ts';
import { PROPERTY_RUN } from './property-run.ts';

describe('readAmountMinor', () => {
  test.each([
    ['12,50', 1250],
    ['12.50', 1250],
    ['12,50 $', 1250],
    ['12,50\u00a0$', 1250],
    ['$12.5', 1250],
    ['12', 1200],
    ['0.05', 5],
    ['1 234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234,50 $', 123_450],
    ['12.50 CAD', 1250],
    ['1000000000,00', 10 ** 11],
  ])('%s', (text, amountMinor) => expect(readAmountMinor(text)).toBe(amountMinor));

  test.each([
    '',
    '$',
    '-1',
    '1,234',
    '1.2345',
    '12,505',
    '1e3',
    '١٢',
    'gratuit',
    '12,50,',
    '1000000000,01',
    '9'.repeat(40),
    '0x10',
  ])('%s is no amount', (text) => expect(readAmountMinor(text)).toBeNull());

  test('what a screen or a list shows is read back to the same cents', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 11 }),
        fc.constantFrom('fr' as const, 'en' as const),
        (amountMinor, language) => {
          expect(readAmountMinor(formatMoney(amountMinor, language))).toBe(amountMinor);
          expect(readAmountMinor(formatMoneyPlain(amountMinor, language))).toBe(amountMinor);
        },
      ),
      PROPERTY_RUN,
    );
  });
});
