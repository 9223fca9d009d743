import { type DiscountOffer, offersOf } from './discount-amounts.ts';
import type { DiscountItem, DiscountOccasion, DiscountRule, DiscountSkip } from './discount-rule.ts';

export interface DiscountPart {
  ruleId: number;
  amountMinor: number;
}

/** What the rules leave of one item, in cents, each part in the order it was taken, and why the others took nothing. */
export interface DiscountedItem {
  grossMinor: number;
  netMinor: number;
  parts: DiscountPart[];
  skipped: (DiscountSkip & { ruleId: number })[];
}

const TRIGGER_ORDER = { automatic: 0, code: 1, coupon: 2 } as const;

/** Ascending priority; then rules without a code, codes, coupons; then the rule's id (settled.md 26). */
export function byDiscountOrder(a: DiscountRule, b: DiscountRule): number {
  return (
    a.priority - b.priority || TRIGGER_ORDER[a.trigger] - TRIGGER_ORDER[b.trigger] || a.ruleId - b.ruleId
  );
}

/**
 * Applies every rule to a cart (domain.md §0.1, B5; settled.md 26, 27): each on the running net, in order; of an
 * exclusive group the best for the client, item by item; a rule that is not combinable only where it alone beats
 * all the others together. No item goes below zero.
 */
export function applyDiscounts(
  rules: readonly DiscountRule[],
  items: readonly DiscountItem[],
  occasion: DiscountOccasion,
): DiscountedItem[] {
  const sorted = rules.toSorted(byDiscountOrder);
  const results = items.map((item): DiscountedItem => {
    const grossMinor = item.unitPriceMinor * item.quantity;
    return { grossMinor, netMinor: grossMinor, parts: [], skipped: [] };
  });
  const running = () => results.map((result) => result.netMinor);

  for (const competing of stepsOf(sorted.filter((rule) => rule.isCombinable))) {
    const offers = competing.map((rule) => offersOf(rule, items, running(), occasion));
    for (const [index, result] of results.entries()) takeBest(result, competing, offers, index);
  }

  const lonely = sorted.filter((rule) => !rule.isCombinable);
  const gross = results.map((result) => result.grossMinor);
  const offers = lonely.map((rule) => offersOf(rule, items, gross, occasion));
  for (const [index, result] of results.entries()) compareLonely(result, lonely, offers, index);
  return results;
}

/** Rules in order, the members of a group together at the place of the first. */
function stepsOf(sorted: readonly DiscountRule[]): DiscountRule[][] {
  const steps = new Map<string, DiscountRule[]>();
  for (const rule of sorted) {
    const key = rule.exclusiveGroup === null ? `rule:${rule.ruleId}` : `group:${rule.exclusiveGroup}`;
    steps.set(key, [...(steps.get(key) ?? []), rule]);
  }
  return [...steps.values()];
}

const amountOf = (offer: DiscountOffer | undefined) =>
  offer !== undefined && 'amountMinor' in offer ? offer.amountMinor : 0;

/** The competing rule that takes the most off; the first of them on a tie. */
function bestOf(rules: readonly DiscountRule[], offers: readonly DiscountOffer[][], index: number) {
  let best: DiscountPart | undefined;
  for (const [place, { ruleId }] of rules.entries()) {
    const amountMinor = amountOf(offers[place]?.[index]);
    if (amountMinor > (best?.amountMinor ?? 0)) best = { ruleId, amountMinor };
  }
  return best;
}

function takeBest(
  result: DiscountedItem,
  rules: readonly DiscountRule[],
  offers: readonly DiscountOffer[][],
  index: number,
): void {
  const best = bestOf(rules, offers, index);
  for (const [place, { ruleId }] of rules.entries()) {
    const offer = offers[place]?.[index];
    if (offer === undefined || ruleId === best?.ruleId) continue;
    if ('why' in offer) result.skipped.push({ ruleId, ...offer });
    else if (best) result.skipped.push({ ruleId, why: 'better-in-group', winnerId: best.ruleId });
  }
  if (!best) return;
  result.parts.push(best);
  result.netMinor -= best.amountMinor;
}

function compareLonely(
  result: DiscountedItem,
  rules: readonly DiscountRule[],
  offers: readonly DiscountOffer[][],
  index: number,
): void {
  const best = bestOf(rules, offers, index);
  const isBetter = best !== undefined && best.amountMinor > result.grossMinor - result.netMinor;
  if (isBetter) {
    for (const { ruleId } of result.parts)
      result.skipped.push({ ruleId, why: 'not-combined', winnerId: best.ruleId });
    result.parts = [best];
    result.netMinor = result.grossMinor - best.amountMinor;
  }
  for (const [place, { ruleId }] of rules.entries()) {
    const offer = offers[place]?.[index];
    if (offer === undefined || (isBetter && ruleId === best.ruleId)) continue;
    if ('why' in offer) result.skipped.push({ ruleId, ...offer });
    else if (isBetter) result.skipped.push({ ruleId, why: 'not-combined', winnerId: best.ruleId });
    else result.skipped.push({ ruleId, why: 'others-are-better' });
  }
}
