import type { DiscountItem, DiscountOccasion, DiscountRule, DiscountSkip } from './discount-rule.ts';
import { whyNotEligible } from './discount-rule.ts';
import { shareMinor, spreadByLargestRemainder } from './rate.ts';

/** Cents one rule takes off one item, or why it takes nothing off. */
export type DiscountOffer = { amountMinor: number } | DiscountSkip;

/**
 * What one rule takes off each item of a cart whose running nets, in cents, are given: never more than the net
 * (domain.md B5, settled.md 27). Percentages and shares round half a cent away from zero; an amount per invoice is
 * spread by largest remainder, the first line on a tie.
 */
export function offersOf(
  rule: DiscountRule,
  items: readonly DiscountItem[],
  runningMinor: readonly number[],
  occasion: DiscountOccasion,
): DiscountOffer[] {
  const skips = items.map((item) => whyNotEligible(rule, item, occasion));
  const reached = reachOf(
    rule,
    items,
    skips.map((skip) => skip === null),
  );
  const amounts = amountsOf(rule, items, runningMinor, reached);
  return items.map((_item, index) => {
    const skip = skips[index] ?? null;
    if (skip !== null) return skip;
    if (!reached[index]) return { why: WHY_NOT_REACHED[rule.trigger === 'coupon' ? 'coupon' : rule.reach] };
    const amountMinor = amounts[index] ?? 0;
    return amountMinor === 0 ? { why: 'nothing-left' } : { amountMinor };
  });
}

const WHY_NOT_REACHED = {
  'each-item': 'other-item',
  'later-persons': 'first-person',
  combo: 'combo-incomplete',
  coupon: 'coupon-on-another',
} as const;

/** Which of the eligible items of a cart a rule reaches (settled.md 27). */
export function reachOf(
  rule: Pick<DiscountRule, 'trigger' | 'reach' | 'productIds'>,
  items: readonly DiscountItem[],
  eligible: readonly boolean[],
): boolean[] {
  const found = items.map((item, index) => ({ item, index })).filter(({ index }) => eligible[index]);
  const reached = (chosen: readonly { index: number }[]) => {
    const indexes = new Set(chosen.map(({ index }) => index));
    return items.map((_item, index) => indexes.has(index));
  };
  if (rule.trigger === 'coupon') {
    const [cheapest] = found.toSorted((a, b) => a.item.unitPriceMinor - b.item.unitPriceMinor);
    return reached(cheapest ? [cheapest] : []);
  }
  if (rule.reach === 'later-persons') {
    const byPrice = found.toSorted((a, b) => grossOf(b.item) - grossOf(a.item));
    const dearest = byPrice[0]?.item.person?.personId;
    return reached(found.filter(({ item }) => item.person?.personId !== dearest));
  }
  if (rule.reach === 'combo') {
    const set = rule.productIds.map((id) => found.find(({ item }) => item.productId === id));
    return reached(set.every((line) => line !== undefined) ? set : []);
  }
  return reached(found);
}

const grossOf = (item: DiscountItem) => item.unitPriceMinor * item.quantity;

function amountsOf(
  rule: DiscountRule,
  items: readonly DiscountItem[],
  runningMinor: readonly number[],
  reached: readonly boolean[],
): number[] {
  const { value } = rule;
  const nets = items.map((_item, index) => (reached[index] ? (runningMinor[index] ?? 0) : 0));
  if (value.kind === 'amount' && value.per === 'invoice') {
    const sum = nets.reduce((total, net) => total + net, 0);
    return sum === 0 ? nets : spreadByLargestRemainder(Math.min(value.amountMinor, sum), nets);
  }
  return nets.map((netMinor, index) => {
    if (!reached[index]) return 0;
    const quantity = items[index]?.quantity ?? 1;
    // a coupon is for one unit of the line
    const units = rule.trigger === 'coupon' ? 1 : quantity;
    if (value.kind === 'percentage')
      return shareMinor(netMinor, value.basisPoints * units, 10_000 * quantity);
    return Math.min(netMinor, value.amountMinor * (value.per === 'unit' ? units : 1));
  });
}
