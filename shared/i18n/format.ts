export type Language = 'fr' | 'en';

const LOCALES = { fr: 'fr-CA', en: 'en-CA' } as const;
export const DEFAULT_TIME_ZONE = 'America/Toronto';

const moneyFormats = {
  fr: new Intl.NumberFormat(LOCALES.fr, { style: 'currency', currency: 'CAD' }),
  en: new Intl.NumberFormat(LOCALES.en, { style: 'currency', currency: 'CAD' }),
};
const plainFormats = {
  fr: new Intl.NumberFormat(LOCALES.fr, { minimumFractionDigits: 2 }),
  en: new Intl.NumberFormat(LOCALES.en, { minimumFractionDigits: 2 }),
};

/** "-1234.50" for -123450 cents, digit by digit: no amount ever becomes a fraction of binary digits. */
function decimalText(amountMinor: number): `${number}` {
  if (!Number.isSafeInteger(amountMinor)) throw new Error(`not a whole number of cents: ${amountMinor}`);
  const digits = String(Math.abs(amountMinor)).padStart(3, '0');
  return `${amountMinor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}

/** Cents as "22,98 $" (U+00A0 before the sign) or "$22.98" (settled.md 57). Negative amounts keep their sign. */
export function formatMoney(amountMinor: number, language: Language): string {
  return moneyFormats[language].format(decimalText(amountMinor));
}

/** Cents as "22,98" or "22.98", for fields and columns whose header already says dollars. */
export function formatMoneyPlain(amountMinor: number, language: Language): string {
  return plainFormats[language].format(decimalText(amountMinor));
}

/** A balance in words, never a bare sign (domain.md §0.2): positive cents are owed by the client. */
export function formatBalance(balanceMinor: number, language: Language): string {
  const amount = formatMoney(Math.abs(balanceMinor), language);
  if (balanceMinor > 0) return language === 'fr' ? `Doit ${amount}` : `Owes ${amount}`;
  if (balanceMinor < 0) return language === 'fr' ? `En crédit ${amount}` : `In credit ${amount}`;
  return language === 'fr' ? 'Rien à payer' : 'Nothing owed';
}

/** Basis points as "9,975 %" or "60%": 6000 is 60 %. */
export function formatPercent(rateBasisPoints: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 2 }).format(
    `${rateBasisPoints}e-4` as `${number}`,
  );
}

/** A whole number with the language's group separators. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(count);
}

/** A calendar date (YYYY-MM-DD) as "23 nov. 2026" or "Nov 23, 2026". */
export function formatDate(
  localDate: string,
  language: Language,
  style: 'short' | 'medium' | 'long' = 'medium',
) {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: style, timeZone: 'UTC' }).format(
    new Date(`${localDate}T00:00:00Z`),
  );
}

/** The name of a month, 1 to 12: "avril" or "April". */
export function formatMonth(month: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, month - 1, 1),
  );
}

/** An instant (UTC ISO) as date and time of day in the organisation's zone. */
export function formatInstant(at: string, language: Language, timeZone = DEFAULT_TIME_ZONE): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(at));
}

/** The time of day of an instant (UTC ISO) in the organisation's zone: "17 h 05" or "5:05 p.m.". */
export function formatTime(at: string, language: Language, timeZone = DEFAULT_TIME_ZONE): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short', timeZone }).format(new Date(at));
}

/** "a, b et c". */
export function formatList(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language]).format(parts);
}
