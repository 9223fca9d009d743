import type { TFunction } from 'i18next';
import { formatMoney, type Language } from '../../../shared/i18n/format.ts';

/** Counted less expected, in words: never a bare sign. */
export function differenceWords(t: TFunction, differenceMinor: number, language: Language): string {
  if (differenceMinor === 0) return t('till.z.none');
  const amount = formatMoney(Math.abs(differenceMinor), language);
  return t(differenceMinor > 0 ? 'till.z.over' : 'till.z.short', { amount });
}
