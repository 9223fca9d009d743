import { AMOUNT_MAX_MINOR } from '../../shared/domain/money.ts';

/**
 * What a clerk typed, in cents, or null when it is no amount. Digits alone are cents, as on a cash register: "4000"
 * and "40,00" are both 40.00. Either decimal mark, spaces and the dollar sign are accepted; no float is involved.
 */
export function parseMoneyText(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f$]/g, '');
  const match = /^(\d{1,12})(?:[.,](\d{0,2}))?$/.exec(plain);
  if (!match) return null;
  const [, whole = '', cents] = match;
  const amountMinor = cents === undefined ? Number(whole) : Number(whole + cents.padEnd(2, '0'));
  return amountMinor <= AMOUNT_MAX_MINOR ? amountMinor : null;
}
