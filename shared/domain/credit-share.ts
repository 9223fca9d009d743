import {
  addFractions,
  basisPointsLeft,
  compareFractions,
  type Fraction,
  fractionOf,
  fractionTerms,
  WHOLE_FRACTION,
} from './fraction.ts';
import { requireNotNegative, requirePositive } from './money.ts';
import { shareMinor } from './rate.ts';
import { refuse } from './refusal.ts';
import type { TaxedAmount } from './tax.ts';

/** What earlier credits already took from the item; `fraction` is that of the latest one. */
export interface CreditedSoFar {
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  fraction: Fraction;
}

/**
 * One of: a percentage of the ORIGINAL item, a tax-included amount, units of its quantity, a rebate typed
 * before tax, an exact share of the original (at most what is left), or the whole that is left.
 */
export type CreditAsk =
  | { percentBasisPoints: number }
  | { share: Fraction }
  | { amountMinor: number }
  | { units: number; ofQuantity: number }
  | { rebateNetMinor: number }
  | { whole: true };

export interface ItemCredit extends TaxedAmount {
  /** The share of the item credited once this credit stands, earlier ones included. */
  fraction: Fraction;
}

type Parts = Omit<TaxedAmount, 'totalMinor'>;

function totalOf(parts: Parts): number {
  return parts.netMinor + parts.gstMinor + parts.qstMinor;
}

/** What no credit has taken yet, part by part, in cents. */
export function leftToCredit(original: TaxedAmount, credited: Parts): TaxedAmount {
  const left = {
    netMinor: requireNotNegative(original.netMinor - credited.netMinor),
    gstMinor: requireNotNegative(original.gstMinor - credited.gstMinor),
    qstMinor: requireNotNegative(original.qstMinor - credited.qstMinor),
  };
  return { ...left, totalMinor: totalOf(left) };
}

function askedFraction(ask: CreditAsk, original: TaxedAmount): Fraction {
  if ('percentBasisPoints' in ask) return fractionOf(requirePositive(ask.percentBasisPoints), 10_000);
  if ('share' in ask) return ask.share;
  if ('amountMinor' in ask) return fractionOf(requirePositive(ask.amountMinor), original.totalMinor);
  if ('units' in ask) return fractionOf(requirePositive(ask.units), requirePositive(ask.ofQuantity));
  if ('rebateNetMinor' in ask) return fractionOf(requirePositive(ask.rebateNetMinor), original.netMinor);
  return WHOLE_FRACTION;
}

/** Moves what passes a cap, or falls below zero, from one part to the next; the sum stays. */
function settleCaps(wanted: Parts, left: Parts): Parts {
  const order = ['netMinor', 'qstMinor', 'gstMinor'] as const;
  const parts = { ...wanted };
  let carryMinor = 0;
  // twice round: an excess of the last part comes back to the first
  for (const part of [...order, ...order]) {
    const target = parts[part] + carryMinor;
    parts[part] = Math.min(Math.max(target, 0), left[part]);
    carryMinor = target - parts[part];
  }
  if (carryMinor !== 0) throw new Error('a credit does not fit what is left of its item');
  return parts;
}

/**
 * What a credit takes from an item (settled.md 22). Taxes go by the item's own stored cents, never by rate,
 * towards cumulative targets `r(F x original)`, so that partial credits end exactly at the original, tax by
 * tax. A typed amount is exact (tax included), a typed rebate is exact before tax.
 * Refuses `credit-exceeds-item` with what is left (before tax when a rebate was asked) and
 * `nothing-to-credit`.
 */
export function planItemCredit(given: {
  original: TaxedAmount;
  credited: CreditedSoFar;
  ask: CreditAsk;
}): ItemCredit {
  const { original, credited, ask } = given;
  const left = leftToCredit(original, credited);
  if (left.totalMinor === 0) refuse('nothing-to-credit', { leftMinor: 0 });
  if ('whole' in ask) return { ...left, fraction: WHOLE_FRACTION };
  if ('share' in ask && compareFractions(addFractions(credited.fraction, ask.share), WHOLE_FRACTION) >= 0)
    return { ...left, fraction: WHOLE_FRACTION };

  const isRebate = 'rebateNetMinor' in ask;
  const typedMinor = isRebate ? ask.rebateNetMinor : 'amountMinor' in ask ? ask.amountMinor : null;
  const leftMinor = isRebate ? left.netMinor : left.totalMinor;
  if (isRebate && original.netMinor === 0) refuse('nothing-to-credit', { leftMinor: 0 });
  const fraction = addFractions(credited.fraction, askedFraction(ask, original));
  const endsItem = typedMinor === leftMinor || compareFractions(fraction, WHOLE_FRACTION) === 0;
  const exceeds = compareFractions(fraction, WHOLE_FRACTION) > 0 && !endsItem;
  if (exceeds || (typedMinor !== null && typedMinor > leftMinor)) {
    refuse('credit-exceeds-item', { leftMinor, leftBasisPoints: basisPointsLeft(credited.fraction) });
  }
  if (endsItem) return { ...left, fraction: WHOLE_FRACTION };

  const [numerator, denominator] = fractionTerms(fraction);
  const towards = (originalMinor: number, creditedMinor: number) =>
    // a cent moved by an earlier cap may be ahead of the target: it is waited for, never taken back
    Math.max(0, shareMinor(originalMinor, numerator, denominator) - creditedMinor);
  const gstMinor = towards(original.gstMinor, credited.gstMinor);
  const qstMinor = towards(original.qstMinor, credited.qstMinor);
  let netMinor = towards(original.netMinor, credited.netMinor);
  if (typedMinor !== null) netMinor = isRebate ? typedMinor : typedMinor - gstMinor - qstMinor;
  const parts = settleCaps({ netMinor, gstMinor, qstMinor }, left);
  const totalMinor = totalOf(parts);
  if (totalMinor === 0) refuse('nothing-to-credit', { leftMinor: left.totalMinor });
  return { ...parts, totalMinor, fraction };
}
