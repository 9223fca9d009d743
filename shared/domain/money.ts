/** The largest amount one input may carry, in cents: 1,000,000,000.00 (settled.md 58). */
export const AMOUNT_MAX_MINOR = 10 ** 11;

/**
 * Returns the amount (any sign); throws when it is not a whole, safe number of cents: the caller is wrong.
 */
export function requireMinor(amountMinor: number): number {
  if (!Number.isSafeInteger(amountMinor)) throw new Error(`not a whole number of cents: ${amountMinor}`);
  // -0 and 0 compare equal but print and serialise differently
  return amountMinor + 0;
}

/** Returns the amount; throws unless it is a whole number of cents, zero or more. */
export function requireNotNegative(amountMinor: number): number {
  if (requireMinor(amountMinor) < 0) throw new Error(`negative amount: ${amountMinor}`);
  return amountMinor + 0;
}

/** Returns the amount; throws unless it is a whole number of cents above zero. */
export function requirePositive(amountMinor: number): number {
  if (requireMinor(amountMinor) <= 0) throw new Error(`amount not above zero: ${amountMinor}`);
  return amountMinor;
}

/** Exact sum in cents; throws when it leaves the range where integers are exact. */
export function sumMinor(amountsMinor: Iterable<number>): number {
  let totalMinor = 0;
  for (const amountMinor of amountsMinor) totalMinor = requireMinor(totalMinor + requireMinor(amountMinor));
  return totalMinor;
}
