const DECIMAL = /^(\d{1,15})(?:\.(\d{1,20}))?$/;

/** Cents as a decimal in dollars, two places: 1205 is `12.05`. Throws unless positive and safe. */
export function decimalOf(amountMinor: number): string {
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) throw new Error('an amount is positive cents');
  const digits = String(amountMinor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Cents of a decimal in dollars as the terminal wrote it, never through a float. Undefined for a sign, an exponent, a fraction
 * of a cent, or more than 2^53 cents: such an amount is not read at all.
 */
export function minorOf(text: string): number | undefined {
  const [, whole, fraction = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined || !/^0*$/.test(fraction.slice(2))) return undefined;
  const minor = Number(whole + fraction.slice(0, 2).padEnd(2, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
