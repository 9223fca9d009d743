import { expect, test } from 'vitest';
import type { DiscountPerson, DiscountRule } from '../../shared/domain/discount-rule.ts';
import {
  dependsOnOthers,
  planWithdrawals,
  type StandingItem,
} from '../../shared/domain/discount-withdrawal.ts';
import { fractionOf, WHOLE_FRACTION, ZERO_FRACTION } from '../../shared/domain/fraction.ts';
import { taxItem } from '../../shared/domain/tax.ts';

const localDate = '2026-03-02';
const SIBLING: DiscountRule = {
  ruleId: 1,
  trigger: 'automatic',
  code: null,
  usesLeft: null,
  reach: 'later-persons',
  value: { kind: 'percentage', basisPoints: 2_000 },
  priority: 10,
  exclusiveGroup: null,
  isCombinable: true,
  fromDate: null,
  toDate: null,
  productIds: [],
  productTypes: [],
  ageMinimum: null,
  ageMaximum: null,
  tags: [],
  personIds: [],
  membershipIds: [],
  location: null,
};
const COMBO: DiscountRule = {
  ...SIBLING,
  reach: 'combo',
  productIds: [1, 2],
  value: { kind: 'amount', amountMinor: 2_500, per: 'invoice' },
};

const person = (personId: number): DiscountPerson => ({
  personId,
  birthDate: null,
  tags: [],
  membershipIds: [],
});

function standing(itemId: number, netMinor: number, more: Partial<StandingItem> = {}): StandingItem {
  const taxClass = more.taxClass ?? 'exempt';
  return {
    itemId,
    productId: itemId,
    productType: 'activity',
    location: null,
    startDate: null,
    quantity: 1,
    unitPriceMinor: 20_000,
    person: person(itemId),
    taxClass,
    isActive: true,
    creditedFraction: ZERO_FRACTION,
    ...taxItem({ netMinor, taxClass, localDate }),
    ...more,
  };
}

const discount = (itemId: number, amountMinor: number, wasWithdrawn = false) => ({
  discountLineId: 100 + itemId,
  itemId,
  ruleId: 1,
  amountMinor,
  wasWithdrawn,
});

const plan = (
  items: readonly StandingItem[],
  discounts: readonly ReturnType<typeof discount>[],
  rule: DiscountRule = SIBLING,
) =>
  planWithdrawals({ items, discounts, rules: [rule], occasion: { codes: [], localDate } }).map(
    ({ itemId, netMinor, gstMinor, qstMinor }) => [itemId, netMinor, gstMinor, qstMinor],
  );

test('domain.md B9: A and B at 200.00, B 40.00 less; A leaves: the 40.00 of B are withdrawn', () => {
  const left = standing(1, 20_000, { isActive: false });
  expect(plan([left, standing(2, 16_000)], [discount(2, 4_000)])).toEqual([[2, 4_000, 0, 0]]);
});

test('A keeps the place, whatever was credited: nothing is withdrawn (settled.md 25)', () => {
  const kept = standing(1, 20_000, { creditedFraction: fractionOf(1, 2) });
  expect(plan([kept, standing(2, 16_000)], [discount(2, 4_000)])).toEqual([]);
});

test('a third person stays: B is still not the only one, and what A had is not B’s to lose', () => {
  const left = standing(1, 20_000, { isActive: false });
  const items = [left, standing(2, 16_000), standing(3, 16_000)];
  const discounts = [discount(2, 4_000), discount(3, 4_000)];
  // B is now the dearest: of two people only the other one has it
  expect(plan(items, discounts)).toEqual([[2, 4_000, 0, 0]]);
});

test('credits of the discounted item took their share of the discount already', () => {
  const left = standing(1, 20_000, { isActive: false });
  const half = standing(2, 16_000, { creditedFraction: fractionOf(1, 2) });
  expect(plan([left, half], [discount(2, 4_000)])).toEqual([[2, 2_000, 0, 0]]);
  const whole = standing(2, 16_000, { creditedFraction: WHOLE_FRACTION });
  expect(plan([left, whole], [discount(2, 4_000)])).toEqual([]);
});

test('it is withdrawn once', () => {
  const left = standing(1, 20_000, { isActive: false });
  expect(plan([left, standing(2, 16_000)], [discount(2, 4_000, true)])).toEqual([]);
});

test('a combination of which one item leaves is withdrawn from the others, each at its own share of tax', () => {
  const taxed = standing(2, 4_392, { taxClass: 'taxable' });
  const items = [standing(1, 5_189, { isActive: false }), taxed];
  const discounts = [discount(1, 811), discount(2, 608)];
  // 6.08 of 43.92: 0.30 of its 2.20 and 0.61 of its 4.38
  expect(plan(items, discounts, COMBO)).toEqual([
    [1, 811, 0, 0],
    [2, 608, 30, 61],
  ]);
});

test('an item that its discount had made free is taxed by rate', () => {
  const free = standing(2, 0, { taxClass: 'taxable', unitPriceMinor: 2_500 });
  expect(plan([standing(1, 0, { isActive: false }), free], [discount(2, 2_500)], COMBO)).toEqual([
    [2, 2_500, 125, 249],
  ]);
});

test.each([
  ['each-item', 'automatic', false],
  ['later-persons', 'automatic', true],
  ['combo', 'code', true],
  ['combo', 'coupon', false],
] as const)(
  'a rule of reach %s with trigger %s depends on who else is there: %s',
  (reach, trigger, depends) => {
    expect(dependsOnOthers({ reach, trigger })).toBe(depends);
  },
);
