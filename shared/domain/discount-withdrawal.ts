import { reachOf } from './discount-amounts.ts';
import {
  type DiscountItem,
  type DiscountOccasion,
  type DiscountRule,
  whyNotEligible,
} from './discount-rule.ts';
import { compareFractions, type Fraction, fractionTerms, WHOLE_FRACTION } from './fraction.ts';
import { shareMinor } from './rate.ts';
import { type TaxClass, type TaxedAmount, taxItem } from './tax.ts';

/** An item of the invoice as it stands once the command is done; cents as stored. */
export interface StandingItem extends DiscountItem, TaxedAmount {
  itemId: number;
  taxClass: TaxClass;
  /** The person keeps the place; without a place, something of the item is left. */
  isActive: boolean;
  /** Credited by then. */
  creditedFraction: Fraction;
}

/** One discount that an item had, and what was withdrawn of it before. */
export interface StandingDiscount {
  discountLineId: number;
  itemId: number;
  ruleId: number;
  amountMinor: number;
  wasWithdrawn: boolean;
}

export interface Withdrawal extends TaxedAmount {
  discountLineId: number;
  itemId: number;
}

/** Discounts that hang on who else is there: a combination, or the second person (domain.md B9). */
export function dependsOnOthers(rule: Pick<DiscountRule, 'trigger' | 'reach'>): boolean {
  return rule.trigger !== 'coupon' && rule.reach !== 'each-item';
}

/**
 * The multi-person and combo discounts of one invoice that are no longer earned by what stays active (settled.md 25,
 * 27): each is withdrawn whole, less what credits of its own item took of it already, at its item's stored share of
 * tax. A discount is kept as it was or withdrawn, never made larger. `rules` are as they were on the day of the sale.
 */
export function planWithdrawals(given: {
  items: readonly StandingItem[];
  discounts: readonly StandingDiscount[];
  rules: readonly DiscountRule[];
  occasion: DiscountOccasion;
}): Withdrawal[] {
  const { items, occasion } = given;
  return given.rules.filter(dependsOnOthers).flatMap((rule) => {
    const ofRule = given.discounts.filter(({ ruleId }) => ruleId === rule.ruleId);
    const eligible = items.map(
      (item) =>
        item.isActive &&
        (ofRule.some(({ itemId }) => itemId === item.itemId) ||
          whyNotEligible(rule, item, occasion) === null),
    );
    const earned = reachOf(rule, items, eligible);
    return ofRule.flatMap((discount) => {
      const index = items.findIndex(({ itemId }) => itemId === discount.itemId);
      const item = items[index];
      if (!item || discount.wasWithdrawn || earned[index]) return [];
      const netMinor = standingMinor(discount.amountMinor, item.creditedFraction);
      if (netMinor === 0) return [];
      const { discountLineId, itemId } = discount;
      return [{ discountLineId, itemId, ...taxByShare(item, netMinor, occasion.localDate) }];
    });
  });
}

/** What credits of the item left of a discount: they took the same share of it as of the price. */
function standingMinor(amountMinor: number, credited: Fraction): number {
  if (compareFractions(credited, WHOLE_FRACTION) >= 0) return 0;
  const [numerator, denominator] = fractionTerms(credited);
  return amountMinor - shareMinor(amountMinor, numerator, denominator);
}

/** The item's own share of tax; by rate when the discount had left nothing to take a share of. */
function taxByShare(item: StandingItem, netMinor: number, localDate: string): TaxedAmount {
  if (item.netMinor === 0) return taxItem({ netMinor, taxClass: item.taxClass, localDate });
  const gstMinor = shareMinor(item.gstMinor, netMinor, item.netMinor);
  const qstMinor = shareMinor(item.qstMinor, netMinor, item.netMinor);
  return { netMinor, gstMinor, qstMinor, totalMinor: netMinor + gstMinor + qstMinor };
}
