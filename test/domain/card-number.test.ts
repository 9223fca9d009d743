import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardGuardKind, containsCardNumber } from '../../shared/domain/card-number.ts';
import { PROPERTY_RUN } from './property-run.ts';

// Brands' published test numbers: none of them is anyone's card.
const TEST_CARDS: [string, string][] = [
  ['Visa 16', '4111111111111111'],
  ['Visa 13', '4222222222222'],
  ['Visa 19', '4000000000000000006'],
  ['Mastercard', '5555555555554444'],
  ['Mastercard, 2 series', '2223003122003222'],
  ['American Express', '378282246310005'],
  ['Diners', '30569309025904'],
  ['JCB', '3530111333300000'],
  ['Discover', '6011111111111117'],
  ['Maestro', '6759649826438453'],
  ['Interac debit', '5019717010103742'],
];

/**
 * Completes a prefix to a length with the digits given and the Luhn check digit, by counting rather than
 * formula.
 */
function withCheckDigit(digits: string): string {
  for (let check = 0; check < 10; check += 1) {
    const whole = `${digits}${check}`;
    const sum = [...whole].reverse().reduce((total, digit, index) => {
      const value = Number(digit);
      return total + (index % 2 === 0 ? value : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value]!);
    }, 0);
    if (sum % 10 === 0) return whole;
  }
  throw new Error('no check digit');
}

const digitsOfLength = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

describe('containsCardNumber', () => {
  describe.each(TEST_CARDS)('%s', (_brand, card) => {
    const inFours = card.replace(/(\d{4})(?=\d)/g, '$1 ');
    test.each<[string, string]>([
      ['bare', card],
      ['inside words', `carte ${card} refusée`],
      ['glued to letters', `no${card}x`],
      ['printed in fours', inFours],
      ['with dashes', inFours.replaceAll(' ', '-')],
      ['with no-break spaces', inFours.replaceAll(' ', '\u00a0')],
      ['with an en dash', inFours.replaceAll(' ', '–')],
      ['with zero-width spaces', [...card].join('\u200b')],
      ['in full-width digits', card.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
    ])('%s', (_form, text) => {
      expect(containsCardNumber(text, 'text')).toBe(true);
    });
  });

  test.each<[string, string]>([
    ['an expiry after it', '4111 1111 1111 1111 12/29'],
    ['an expiry and a code after it', '4111 1111 1111 1111 1229 123'],
    ['a number before it', '12 4111 1111 1111 1111'],
    ['two of them', '4111 1111 1111 1111 5555 5555 5555 4444'],
    ['American Express as printed', '3782 822463 10005'],
    ['on a second line', 'facture 12\n4111111111111111'],
  ])('%s does not hide it', (_name, text) => {
    expect(containsCardNumber(text, 'text')).toBe(true);
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['a phone number', '418 555-0123'],
    ['an amount', '110,38 $'],
    ['a masked number', '4111 **** **** 1111'],
    ['last four only', 'carte se terminant par 4417'],
    ['Luhn broken', '4111111111111112'],
    ['an EAN-13 that passes Luhn', '9780201379624'],
    ['a 14-digit library card that passes Luhn', withCheckDigit('2128800012345')],
    ['milliseconds of an instant that pass Luhn', withCheckDigit('176385600000')],
    ['a 12-digit RRN that passes Luhn', withCheckDigit('41111111111')],
    ['digits on two lines', '41111111\n11111111'],
    ['twenty digits in one piece', '41111111111111110000'],
  ])('%s is none', (_name, text) => {
    expect(containsCardNumber(text, 'text')).toBe(false);
  });

  test.each<[string, string, CardGuardKind, boolean]>([
    ['a 13-digit barcode like a short Visa', '4222222222222', 'typed-number', false],
    ['a 14-digit library card like a Diners', '30569309025904', 'typed-number', false],
    ['the same in free text', '30569309025904', 'text', true],
    ['a 15-digit number like American Express', '378282246310005', 'typed-number', true],
    ['a 16-digit number like Visa', '4111 1111 1111 1111', 'typed-number', true],
  ])('%s (%s as %s): %s', (_name, text, kind, expected) => {
    expect(containsCardNumber(text, kind)).toBe(expected);
  });

  test('finds any Visa, Mastercard or American Express number in any surrounding words', () => {
    const body = fc.oneof(
      digitsOfLength(14).map((digits) => withCheckDigit(`4${digits}`)),
      digitsOfLength(13).map((digits) => withCheckDigit(`51${digits}`)),
      digitsOfLength(12).map((digits) => withCheckDigit(`37${digits}`)),
    );
    const words = fc.stringMatching(/^[a-zéè .,]{0,20}$/);
    fc.assert(
      fc.property(body, words, words, (card, before, after) => {
        expect(containsCardNumber(`${before}x${card}x${after}`, 'text')).toBe(true);
        // one digit off is no card: Luhn catches every single-digit slip
        const slipped = `${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`;
        expect(containsCardNumber(slipped, 'text')).toBe(false);
      }),
      PROPERTY_RUN,
    );
  });

  test('never objects to fewer than 13 digits', () => {
    fc.assert(
      fc.property(digitsOfLength(12), (digits) => !containsCardNumber(digits, 'text')),
      PROPERTY_RUN,
    );
  });
});
