import { Decimal } from 'decimal.js';
import { requireMinor } from './money.ts';

// Numerators and denominators stay under 10^31 (credit-share.ts), so a share that is not exactly half a
// cent is at least 10^-31 away from it: 100 digits leave no room for a wrong rounding.
const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP });

/**
 * `r(amount * numerator / denominator)`: the share in cents, half a cent away from zero (domain.md B1).
 * Every amount that meets a rate goes through here. The amount may be negative: `share(-a) = -share(a)`.
 */
export function shareMinor(
  amountMinor: number,
  numerator: number | bigint,
  denominator: number | bigint,
): number {
  if (BigInt(denominator) <= 0n) throw new Error(`denominator not above zero: ${denominator}`);
  const share = new Exact(requireMinor(amountMinor))
    .times(BigInt(numerator).toString())
    .div(BigInt(denominator).toString());
  return requireMinor(share.toDecimalPlaces(0).toNumber());
}

/**
 * Splits a total (any sign) in proportion to weights (zero or more); the parts sum to the total exactly.
 * The cents left over go to the largest remainders, the first one on a tie (domain.md B5).
 */
export function spreadByLargestRemainder(totalMinor: number, weights: readonly number[]): number[] {
  const sign = requireMinor(totalMinor) < 0 ? -1 : 1;
  const total = BigInt(totalMinor * sign);
  const exact = weights.map((weight) => {
    if (requireMinor(weight) < 0) throw new Error(`negative weight: ${weight}`);
    return BigInt(weight);
  });
  const sum = exact.reduce((a, b) => a + b, 0n);
  if (sum === 0n) {
    if (total === 0n) return weights.map(() => 0);
    throw new Error('nothing to spread over: no weight above zero');
  }
  const parts = exact.map((weight, index) => ({
    index,
    cents: (total * weight) / sum,
    remainder: (total * weight) % sum,
  }));
  const spare = Number(total - parts.reduce((given, part) => given + part.cents, 0n));
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder.slice(0, spare)) part.cents += 1n;
  return parts.map((part) => requireMinor(Number(part.cents) * sign));
}
