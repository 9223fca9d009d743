import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DiscountItem, DiscountOccasion, DiscountRule } from '../../shared/domain/discount-rule.ts';
import { applyDiscounts } from '../../shared/domain/discount-stack.ts';
import { PROPERTY_RUN } from './property-run.ts';

const RULE: DiscountRule = {
  ruleId: 1,
  trigger: 'automatic',
  code: null,
  usesLeft: null,
  reach: 'each-item',
  value: { kind: 'percentage', basisPoints: 1000 },
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
const ITEM: DiscountItem = {
  productId: 1,
  productType: 'activity',
  location: null,
  startDate: null,
  quantity: 1,
  unitPriceMinor: 20_000,
  person: null,
};
const TODAY: DiscountOccasion = { codes: [], localDate: '2026-03-02' };

const rule = (ruleId: number, more: Partial<DiscountRule> = {}): DiscountRule => ({
  ...RULE,
  ruleId,
  ...more,
});
const item = (unitPriceMinor: number, more: Partial<DiscountItem> = {}): DiscountItem => ({
  ...ITEM,
  unitPriceMinor,
  ...more,
});
const percent = (basisPoints: number) => ({ kind: 'percentage', basisPoints }) as const;
const off = (amountMinor: number, per: 'unit' | 'line' | 'invoice' = 'line') =>
  ({ kind: 'amount', amountMinor, per }) as const;
const person = (personId: number, more = {}) => ({
  personId,
  birthDate: null,
  tags: [],
  membershipIds: [],
  ...more,
});
const netsOf = (rules: DiscountRule[], items: DiscountItem[], occasion = TODAY) =>
  applyDiscounts(rules, items, occasion).map((result) => result.netMinor);
const partsOf = (rules: DiscountRule[], items: DiscountItem[], occasion = TODAY) =>
  applyDiscounts(rules, items, occasion).map((result) =>
    result.parts.reduce((sum, part) => sum + part.amountMinor, 0),
  );

describe('the examples of domain.md B5 and settled.md 26, 27', () => {
  const ten = rule(1, { priority: 1 });
  const fifteen = rule(2, { priority: 2, value: percent(1500) });

  test('200.00 with 10 % then 15 % of the running net: 153.00', () => {
    expect(netsOf([fifteen, ten], [item(20_000)])).toEqual([15_300]);
  });

  test('exclusive: the better of the two, 170.00, and the other says who won', () => {
    const [result] = applyDiscounts(
      [
        { ...ten, exclusiveGroup: 'famille' },
        { ...fifteen, exclusiveGroup: 'famille' },
      ],
      [item(20_000)],
      TODAY,
    );
    expect(result).toMatchObject({
      netMinor: 17_000,
      parts: [{ ruleId: 2, amountMinor: 3_000 }],
      skipped: [{ ruleId: 1, why: 'better-in-group', winnerId: 2 }],
    });
  });

  test('an equal offer goes to the smaller priority', () => {
    const tied = [
      rule(1, { priority: 2, exclusiveGroup: 'a' }),
      rule(2, { priority: 1, exclusiveGroup: 'a' }),
    ];
    expect(applyDiscounts(tied, [item(20_000)], TODAY)[0]?.parts).toEqual([
      { ruleId: 2, amountMinor: 2_000 },
    ]);
  });

  test('15.00 with 10.00 and 8.00 off: the second is cut to 5.00, the third finds nothing', () => {
    const rules = [rule(1, { value: off(1_000) }), rule(2, { value: off(800) }), rule(3)];
    expect(applyDiscounts(rules, [item(1_500)], TODAY)[0]).toMatchObject({
      netMinor: 0,
      parts: [
        { ruleId: 1, amountMinor: 1_000 },
        { ruleId: 2, amountMinor: 500 },
      ],
      skipped: [{ ruleId: 3, why: 'nothing-left' }],
    });
  });

  test('a combo of 25.00 on 60, 45 and 80: 8.11, 6.08, 10.81, and nothing on what is beside the set', () => {
    const combo = rule(1, { reach: 'combo', productIds: [1, 2, 3], value: off(2_500, 'invoice') });
    const set = [6_000, 4_500, 8_000].map((price, index) => item(price, { productId: index + 1 }));
    expect(partsOf([combo], [...set, item(9_900, { productId: 9 })])).toEqual([811, 608, 1_081, 0]);
    expect(applyDiscounts([combo], set.slice(1), TODAY)[0]?.skipped).toEqual([
      { ruleId: 1, why: 'combo-incomplete' },
    ]);
  });

  test('a coupon of 20.00 on 80, 60 and 45 reaches the 45', () => {
    const coupon = rule(1, { trigger: 'coupon', code: 'ÉTÉ', usesLeft: 3, value: off(2_000) });
    const cart = [item(8_000), item(4_500), item(6_000)];
    expect(partsOf([coupon], cart, { ...TODAY, codes: ['ÉTÉ'] })).toEqual([0, 2_000, 0]);
    expect(applyDiscounts([coupon], cart, { ...TODAY, codes: ['été'] })[0]?.skipped).toEqual([
      { ruleId: 1, why: 'code-not-given' },
    ]);
  });

  test('a coupon of 25 % on 3 x 19.99 takes 5.00 off: one unit', () => {
    const coupon = rule(1, { trigger: 'coupon', code: 'A', value: percent(2_500) });
    expect(partsOf([coupon], [item(1_999, { quantity: 3 })], { ...TODAY, codes: ['A'] })).toEqual([500]);
  });

  test('priority 1 first: 100.00 with 10 % and 15.00 is 75.00, the other way round 76.50', () => {
    const amount = rule(2, { value: off(1_500), priority: 2 });
    expect(netsOf([amount, ten], [item(10_000)])).toEqual([7_500]);
    expect(netsOf([{ ...amount, priority: 0 }, ten], [item(10_000)])).toEqual([7_650]);
  });

  test('at equal priority: without a code, then codes, then coupons, then the id', () => {
    const rules = [
      rule(1, { trigger: 'coupon', code: 'C' }),
      rule(2, { trigger: 'code', code: 'D' }),
      rule(4),
      rule(3),
    ];
    const [result] = applyDiscounts(rules, [item(10_000)], { ...TODAY, codes: ['C', 'D'] });
    expect(result?.parts.map((part) => part.ruleId)).toEqual([3, 4, 2, 1]);
  });

  test('the second child: the dearest pays whole, the cheaper one is reduced', () => {
    const second = rule(1, { reach: 'later-persons', value: percent(2_000) });
    const cart = [item(15_000, { person: person(7) }), item(20_000, { person: person(8) })];
    expect(partsOf([second], cart)).toEqual([3_000, 0]);
    expect(applyDiscounts([second], cart, TODAY)[1]?.skipped).toEqual([{ ruleId: 1, why: 'first-person' }]);
  });

  test('an amount per unit counts the units, per line only once', () => {
    expect(partsOf([rule(1, { value: off(100, 'unit') })], [item(1_000, { quantity: 3 })])).toEqual([300]);
    expect(partsOf([rule(1, { value: off(100) })], [item(1_000, { quantity: 3 })])).toEqual([100]);
  });

  test('not combinable: alone only where it beats the others together; they stay on a tie', () => {
    const alone = rule(3, { isCombinable: false, value: percent(2_350) });
    expect(applyDiscounts([ten, fifteen, alone], [item(20_000)], TODAY)[0]).toMatchObject({
      netMinor: 15_300,
      skipped: [{ ruleId: 3, why: 'others-are-better' }],
    });
    const better = { ...alone, value: percent(2_400) };
    expect(applyDiscounts([ten, fifteen, better], [item(20_000)], TODAY)[0]).toMatchObject({
      netMinor: 15_200,
      parts: [{ ruleId: 3, amountMinor: 4_800 }],
      skipped: [
        { ruleId: 1, why: 'not-combined', winnerId: 3 },
        { ruleId: 2, why: 'not-combined', winnerId: 3 },
      ],
    });
  });
});

describe('for whom and when (domain.md B5, B6)', () => {
  const child = { birthDate: '2014-03-10' };
  test.each<[string, Partial<DiscountRule>, Partial<DiscountItem>, object]>([
    ['before its period', { fromDate: '2026-03-03' }, {}, { why: 'not-yet', date: '2026-03-03' }],
    ['after its period', { toDate: '2026-03-01' }, {}, { why: 'over', date: '2026-03-01' }],
    ['another product', { productIds: [2] }, {}, { why: 'other-item' }],
    ['another type', { productTypes: ['pass'] }, {}, { why: 'other-item' }],
    ['another place', { location: 'Aréna' }, { location: 'Piscine' }, { why: 'other-location' }],
    ['nobody', { tags: ['résident'] }, {}, { why: 'no-person' }],
    ['no tag', { tags: ['résident'] }, { person: person(1) }, { why: 'tag-missing', tags: 'résident' }],
    ['not on the list', { personIds: [2] }, { person: person(1) }, { why: 'not-on-list' }],
    ['no membership', { membershipIds: [9] }, { person: person(1) }, { why: 'membership-missing' }],
    ['the membership itself', { membershipIds: [1] }, { person: person(1) }, { why: 'other-item' }],
    ['no birth date', { ageMinimum: 12 }, { person: person(1) }, { why: 'birth-date-unknown' }],
    ['too young today', { ageMinimum: 12 }, { person: person(1, child) }, { why: 'too-young', age: 11 }],
    [
      'too old when it starts',
      { ageMaximum: 11 },
      { person: person(1, child), startDate: '2026-03-10' },
      { why: 'too-old', age: 12, limit: 11 },
    ],
    ['used up', { usesLeft: 0 }, {}, { why: 'used-up' }],
  ])('%s', (_name, more, of, skip) => {
    const [result] = applyDiscounts([rule(1, more)], [item(10_000, of)], TODAY);
    expect(result).toMatchObject({ netMinor: 10_000, parts: [], skipped: [{ ruleId: 1, ...skip }] });
  });

  test('age counts on the day the item starts', () => {
    const cart = [item(10_000, { person: person(1, child), startDate: '2026-03-10' })];
    expect(netsOf([rule(1, { ageMinimum: 12 })], cart)).toEqual([9_000]);
  });
});

describe('properties', () => {
  const anyRule = fc.record({
    ...Object.fromEntries(Object.entries(RULE).map(([key, value]) => [key, fc.constant(value)])),
    trigger: fc.constantFrom('automatic', 'code', 'coupon'),
    code: fc.constant('X'),
    reach: fc.constantFrom('each-item', 'later-persons'),
    value: fc.oneof(
      fc.record({ kind: fc.constant('percentage'), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
      fc.record({
        kind: fc.constant('amount'),
        amountMinor: fc.integer({ min: 1, max: 30_000 }),
        per: fc.constantFrom('unit', 'line', 'invoice'),
      }),
    ),
    priority: fc.integer({ min: 0, max: 3 }),
    exclusiveGroup: fc.constantFrom(null, 'a', 'b'),
    isCombinable: fc.boolean(),
  }) as unknown as fc.Arbitrary<DiscountRule>;
  const anyRules = fc
    .array(anyRule, { maxLength: 8 })
    .map((rules) => rules.map((each, index) => ({ ...each, ruleId: index + 1 })));
  const anyCart = fc.array(
    fc
      .record({
        unitPriceMinor: fc.integer({ min: 0, max: 50_000 }),
        quantity: fc.integer({ min: 1, max: 9 }),
        personId: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ personId, ...more }) => ({ ...ITEM, ...more, person: person(personId) })),
    { minLength: 1, maxLength: 8 },
  );
  const occasion = { codes: ['X'], localDate: '2026-03-02' };

  test('no item falls below zero, every part is positive, the parts are the whole difference', () => {
    fc.assert(
      fc.property(anyRules, anyCart, (rules, cart) => {
        for (const result of applyDiscounts(rules, cart, occasion)) {
          const sum = result.parts.reduce((total, part) => total + part.amountMinor, 0);
          expect(
            result.parts.every((part) => Number.isSafeInteger(part.amountMinor) && part.amountMinor > 0),
          ).toBe(true);
          expect(result.grossMinor - sum).toBe(result.netMinor);
          expect(result.netMinor).toBeGreaterThanOrEqual(0);
        }
      }),
      PROPERTY_RUN,
    );
  });

  test('the order in which the rules are listed changes nothing, and each rule is told once per item', () => {
    fc.assert(
      fc.property(anyRules, anyCart, (rules, cart) => {
        const results = applyDiscounts(rules, cart, occasion);
        expect(applyDiscounts(rules.toReversed(), cart, occasion)).toEqual(results);
        for (const { parts, skipped } of results) {
          const told = [...parts, ...skipped].map(({ ruleId }) => ruleId);
          expect(told.toSorted((a, b) => a - b)).toEqual(rules.map(({ ruleId }) => ruleId));
        }
      }),
      PROPERTY_RUN,
    );
  });
});
