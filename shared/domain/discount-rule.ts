import { ageOn } from './local-time.ts';

/** What a rule takes off: hundredths of a percent of the running net, or cents per unit, line or invoice. */
export type DiscountValue =
  | { kind: 'percentage'; basisPoints: number }
  | { kind: 'amount'; amountMinor: number; per: 'unit' | 'line' | 'invoice' };

/** A coupon has a code, reaches one unit of one item, and its maximum is shared by all clients (domain.md B5). */
export type DiscountTrigger = 'automatic' | 'code' | 'coupon';

/** `later-persons`: every person but the dearest; `combo`: when each of the eligible products is in the cart. */
export type DiscountReach = 'each-item' | 'later-persons' | 'combo';

export interface DiscountRule {
  ruleId: number;
  trigger: DiscountTrigger;
  code: string | null;
  /** Uses a coupon still has, all clients together; null when it has no maximum. */
  usesLeft: number | null;
  reach: DiscountReach;
  value: DiscountValue;
  /** Smaller is applied first (settled.md 26). */
  priority: number;
  /** Of the rules of a group the best one wins, item by item. */
  exclusiveGroup: string | null;
  /** Stands alone, or not at all. */
  isCombinable: boolean;
  /** First and last local date of the sale, YYYY-MM-DD. */
  fromDate: string | null;
  toDate: string | null;
  /** Both empty: every item. */
  productIds: readonly number[];
  productTypes: readonly string[];
  /** Age in full years on the day the item starts. */
  ageMinimum: number | null;
  ageMaximum: number | null;
  /** One of them is enough. */
  tags: readonly string[];
  personIds: readonly number[];
  /** The person holds one of these memberships. */
  membershipIds: readonly number[];
  location: string | null;
}

export interface DiscountPerson {
  personId: number;
  birthDate: string | null;
  tags: readonly string[];
  membershipIds: readonly number[];
}

/** A line of a cart as the rules see it. */
export interface DiscountItem {
  productId: number;
  productType: string;
  location: string | null;
  startDate: string | null;
  quantity: number;
  unitPriceMinor: number;
  person: DiscountPerson | null;
}

/** What the clerk and the calendar bring. */
export interface DiscountOccasion {
  /** Codes as the client gave them: case matters. */
  codes: readonly string[];
  localDate: string;
}

/** Why a rule gave nothing on an item, to be told in words with what each sentence needs. */
export type DiscountSkip =
  | { why: 'other-item' | 'code-not-given' | 'used-up' | 'no-person' | 'birth-date-unknown' }
  | { why: 'not-yet' | 'over'; date: string }
  | { why: 'too-young' | 'too-old'; age: number; limit: number }
  | { why: 'tag-missing'; tags: string }
  | { why: 'not-on-list' | 'membership-missing' | 'nothing-left' | 'first-person' | 'combo-incomplete' }
  | { why: 'other-location'; location: string }
  | { why: 'coupon-on-another' }
  | { why: 'better-in-group' | 'not-combined'; winnerId: number }
  | { why: 'others-are-better' };

/** Why the rule cannot reach this item, whatever else is in the cart; null when it can (domain.md B5, B6). */
export function whyNotEligible(
  rule: DiscountRule,
  item: DiscountItem,
  occasion: DiscountOccasion,
): DiscountSkip | null {
  const isAnyItem = rule.productIds.length === 0 && rule.productTypes.length === 0;
  if (
    !isAnyItem &&
    !rule.productIds.includes(item.productId) &&
    !rule.productTypes.includes(item.productType)
  )
    return { why: 'other-item' };
  // A membership never pays for itself
  if (rule.membershipIds.includes(item.productId)) return { why: 'other-item' };
  if (rule.fromDate !== null && occasion.localDate < rule.fromDate)
    return { why: 'not-yet', date: rule.fromDate };
  if (rule.toDate !== null && occasion.localDate > rule.toDate) return { why: 'over', date: rule.toDate };
  if (rule.code !== null && !occasion.codes.includes(rule.code)) return { why: 'code-not-given' };
  if (rule.usesLeft !== null && rule.usesLeft <= 0) return { why: 'used-up' };
  if (rule.location !== null && rule.location !== item.location)
    return { why: 'other-location', location: rule.location };
  return whyNotPerson(rule, item, occasion.localDate);
}

function whyNotPerson(rule: DiscountRule, item: DiscountItem, localDate: string): DiscountSkip | null {
  const { ageMinimum, ageMaximum, tags, personIds, membershipIds } = rule;
  const { person } = item;
  const isAged = ageMinimum !== null || ageMaximum !== null;
  const isForSome = isAged || tags.length > 0 || personIds.length > 0 || membershipIds.length > 0;
  if (!isForSome && rule.reach !== 'later-persons') return null;
  if (person === null) return { why: 'no-person' };
  if (isAged) {
    if (person.birthDate === null) return { why: 'birth-date-unknown' };
    const age = ageOn(person.birthDate, item.startDate ?? localDate);
    if (ageMinimum !== null && age < ageMinimum) return { why: 'too-young', age, limit: ageMinimum };
    if (ageMaximum !== null && age > ageMaximum) return { why: 'too-old', age, limit: ageMaximum };
  }
  if (tags.length > 0 && !tags.some((tag) => person.tags.includes(tag)))
    return { why: 'tag-missing', tags: tags.join(', ') };
  if (personIds.length > 0 && !personIds.includes(person.personId)) return { why: 'not-on-list' };
  if (membershipIds.length > 0 && !membershipIds.some((id) => person.membershipIds.includes(id)))
    return { why: 'membership-missing' };
  return null;
}
