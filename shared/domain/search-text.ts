const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
};

const FOLDED_LETTERS = new RegExp(`[${Object.keys(LETTERS_WITHOUT_DECOMPOSITION).join('')}]`, 'gu');

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** The form in which names are indexed and sought: lower case, no accents, ligatures apart, single spaces. */
export function foldText(text: string): string {
  // lower-casing can itself give a mark (İ), hence the second pass
  return withoutMarks(withoutMarks(text).toLowerCase())
    .replace(FOLDED_LETTERS, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The digits of a phone or card number as typed, without anything else. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9]/g, '');
}
