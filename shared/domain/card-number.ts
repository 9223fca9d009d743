/**
 * `typed-number`: a barcode, client card, RRN or slip number, where ordinary values may look like short
 * cards.
 */
export type CardGuardKind = 'text' | 'typed-number';

const TYPED_NUMBER_LENGTH_MIN = 15;

// Zero-width characters hide nothing from a reader and everything from a pattern.
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const DIGIT_RUN = /\d+(?:[ \t\u2010-\u2015\u2212-]{1,3}\d+)*/gu;

// How brands print a number. A run of other groupings is judged as a whole only, else phone lists would be
// refused.
const PRINTED_GROUPS: readonly (readonly number[])[] = [
  [4, 4, 4, 4],
  [4, 6, 5],
  [4, 6, 4],
  [4, 4, 4, 4, 3],
  [4, 3, 3, 3],
];

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function hasCardPrefix(digits: string): boolean {
  const length = digits.length;
  const two = Number(digits.slice(0, 2));
  const four = Number(digits.slice(0, 4));
  if (digits.startsWith('4')) return length === 13 || length === 16 || length === 19;
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16;
  if (two === 34 || two === 37) return length === 15;
  if (two === 30 || two === 36 || two === 38) return length === 14;
  if (two === 35) return length === 16;
  if (two === 50 || (two >= 56 && two <= 69)) return length >= 16 && length <= 19;
  return false;
}

function candidatesOf(run: string): string[] {
  const groups = run.match(/\d+/gu) ?? [];
  const candidates = [groups.join(''), ...groups];
  for (let from = 0; from < groups.length; from += 1) {
    for (const printed of PRINTED_GROUPS) {
      const slice = groups.slice(from, from + printed.length);
      if (slice.length === printed.length && printed.every((length, i) => slice[i]?.length === length)) {
        candidates.push(slice.join(''));
      }
    }
  }
  return candidates;
}

/**
 * Whether a text holds what can only be a payment card number: Luhn AND a brand's prefix and length
 * (settled.md 47). Luhn alone would refuse one barcode in ten. Spaces and dashes between digits are seen
 * through.
 */
export function containsCardNumber(text: string, kind: CardGuardKind): boolean {
  const lengthMin = kind === 'typed-number' ? TYPED_NUMBER_LENGTH_MIN : 0;
  const plain = text.normalize('NFKC').replace(INVISIBLE, '');
  for (const [run] of plain.matchAll(DIGIT_RUN)) {
    for (const digits of candidatesOf(run)) {
      if (digits.length >= lengthMin && hasCardPrefix(digits) && passesLuhn(digits)) return true;
    }
  }
  return false;
}
