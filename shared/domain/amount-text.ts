import { AMOUNT_MAX_MINOR } from './money.ts';

const PLAIN = /^(\d+)(?:[.,](\d{1,2}))?$/;
/** Thousands parted by spaces, by commas before a point, or by points before a comma. */
const GROUPED = [
  /^(\d{1,3}(?: \d{3})+)(?:[.,](\d{1,2}))?$/,
  /^(\d{1,3}(?:,\d{3})+)\.(\d{2})$/,
  /^(\d{1,3}(?:\.\d{3})+),(\d{2})$/,
];

/**
 * Cents of an amount as people type it: "12,50", "12.50", "12,50 $", "1 234,5". Null when it is none, negative, or
 * above what one input may carry. Read digit by digit; "1,234" is refused, since it means two different amounts.
 */
export function readAmountMinor(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/^(?:CAD|\$)\s?|\s?(?:CAD|\$)$/giu, '')
    .trim();
  for (const pattern of [PLAIN, ...GROUPED]) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const digits = `${match[1]?.replace(/[ .,]/g, '')}${(match[2] ?? '').padEnd(2, '0')}`;
    const amountMinor = digits.length <= 15 ? Number(digits) : Number.NaN;
    return amountMinor <= AMOUNT_MAX_MINOR ? amountMinor : null;
  }
  return null;
}
