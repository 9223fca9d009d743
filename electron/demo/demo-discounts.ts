import type { InputOf } from '../../shared/contract/contract.ts';

/** Rules that a recreation centre has: one for families, one for age, a code and a coupon. */
export const DEMO_DISCOUNTS: readonly InputOf<'discountRule.save'>[] = [
  {
    nameFr: 'Deuxième enfant',
    nameEn: 'Second child',
    trigger: { kind: 'automatic' },
    value: { kind: 'percentage', basisPoints: 1000 },
    reach: 'later-persons',
    productTypes: ['activity'],
    ageMaximum: 17,
    priority: 10,
  },
  {
    nameFr: 'Aînés',
    nameEn: 'Seniors',
    trigger: { kind: 'automatic' },
    value: { kind: 'percentage', basisPoints: 1500 },
    productTypes: ['activity', 'pass', 'membership'],
    ageMinimum: 65,
    priority: 20,
  },
  {
    nameFr: 'Portes ouvertes',
    nameEn: 'Open house',
    trigger: { kind: 'code', code: 'PORTES' },
    value: { kind: 'percentage', basisPoints: 500 },
    priority: 30,
  },
  {
    nameFr: 'Coupon de bienvenue',
    nameEn: 'Welcome coupon',
    trigger: { kind: 'coupon', code: 'BIENVENUE', maximumUses: 50 },
    value: { kind: 'amount', amountMinor: 500, per: 'unit' },
    priority: 40,
  },
];
