/**
 * An exact share of an item, in lowest terms. Kept as decimal text because sums of hundredths, units and
 * cents outgrow safe integers; that is also how the ledger stores them (settled.md 22).
 */
export interface Fraction {
  numerator: string;
  denominator: string;
}

export const ZERO_FRACTION: Fraction = { numerator: '0', denominator: '1' };
export const WHOLE_FRACTION: Fraction = { numerator: '1', denominator: '1' };

function readFraction(fraction: Fraction): { numerator: bigint; denominator: bigint } {
  const numerator = BigInt(fraction.numerator);
  const denominator = BigInt(fraction.denominator);
  if (denominator <= 0n) throw new Error(`denominator not above zero: ${fraction.denominator}`);
  return { numerator, denominator };
}

function reduce(numerator: bigint, denominator: bigint): Fraction {
  let a = numerator < 0n ? -numerator : numerator;
  let b = denominator;
  while (b > 0n) [a, b] = [b, a % b];
  const divisor = a === 0n ? 1n : a;
  return { numerator: String(numerator / divisor), denominator: String(denominator / divisor) };
}

/** A fraction of two whole numbers, the denominator above zero. */
export function fractionOf(numerator: number, denominator: number): Fraction {
  const exact = readFraction({ numerator: String(numerator), denominator: String(denominator) });
  return reduce(exact.numerator, exact.denominator);
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  const left = readFraction(a);
  const right = readFraction(b);
  return reduce(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

/** a - b, which must not be below zero. */
export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  const difference = addFractions(a, { ...b, numerator: String(-BigInt(b.numerator)) });
  if (difference.numerator.startsWith('-')) throw new Error('a fraction below zero');
  return difference;
}

/** What share of the rest `to` takes, once `from` of the whole is gone: (to - from) / (1 - from). */
export function shareOfRest(from: Fraction, to: Fraction): Fraction {
  const a = readFraction(from);
  const b = readFraction(to);
  const taken = b.numerator * a.denominator - a.numerator * b.denominator;
  const rest = (a.denominator - a.numerator) * b.denominator;
  if (rest <= 0n || taken < 0n) throw new Error('no rest to take a share of');
  return reduce(taken, rest);
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  const left = readFraction(a);
  const right = readFraction(b);
  return reduce(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Negative, zero or positive, as a is below, equal to or above b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = readFraction(a);
  const right = readFraction(b);
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** What is left of the whole, in hundredths of a percent, rounded down so that it can be asked for. */
export function basisPointsLeft(fraction: Fraction): number {
  const { numerator, denominator } = readFraction(fraction);
  return Number(((denominator - numerator) * 10_000n) / denominator);
}

/** Numerator and denominator for `shareMinor`. */
export function fractionTerms(fraction: Fraction): [bigint, bigint] {
  const { numerator, denominator } = readFraction(fraction);
  return [numerator, denominator];
}
