import { z } from 'zod';
import {
  amountMinor,
  amountOrZeroMinor,
  basisPoints,
  id,
  ledgerCode,
  localDate,
  name,
  productType,
  quantity,
  text,
} from './fields.ts';
import { command, query } from './operation.ts';

const age = z.int().min(0).max(130);
const ids = z.array(id).max(500);

const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percentage'), basisPoints }),
  z.strictObject({ kind: z.literal('amount'), amountMinor, per: z.enum(['unit', 'line', 'invoice']) }),
]);

const trigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('automatic') }),
  z.strictObject({ kind: z.literal('code'), code: name }),
  z.strictObject({
    kind: z.literal('coupon'),
    code: name,
    /** All clients together. */
    maximumUses: z.int().min(1).max(1_000_000).optional(),
  }),
]);

/** A rule of domain.md B5; what is absent asks nothing. */
const rule = z.strictObject({
  nameFr: name,
  nameEn: text.optional(),
  trigger,
  value,
  reach: z.enum(['each-item', 'later-persons', 'combo']).optional(),
  /** Smaller is applied first; 100 when absent. */
  priority: z.int().min(0).max(9999).optional(),
  exclusiveGroup: name.optional(),
  isCombinable: z.boolean().optional(),
  fromDate: localDate.optional(),
  toDate: localDate.optional(),
  productIds: ids.optional(),
  productTypes: z.array(productType).max(7).optional(),
  ageMinimum: age.optional(),
  ageMaximum: age.optional(),
  tags: z.array(name).max(50).optional(),
  personIds: ids.optional(),
  membershipIds: ids.optional(),
  location: name.optional(),
  ledgerCode: ledgerCode.optional(),
});

const ruleRefusals = [
  'discount-rule-unknown',
  'discount-code-taken',
  'discount-refers-to-itself',
  'product-unknown',
  'person-unknown',
] as const;

export const discountedLine = z.strictObject({
  nameFr: z.string(),
  nameEn: z.string(),
  personId: z.int().nullable(),
  quantity: z.int(),
  grossMinor: z.int(),
  netMinor: z.int(),
  gstMinor: z.int(),
  qstMinor: z.int(),
  totalMinor: z.int(),
  discounts: z.array(
    z.strictObject({ ruleId: z.int(), nameFr: z.string(), nameEn: z.string(), amountMinor: z.int() }),
  ),
  /** Why each other rule takes nothing off this line; the numbers and dates its sentence needs. */
  skipped: z.array(
    z.strictObject({
      ruleId: z.int(),
      nameFr: z.string(),
      nameEn: z.string(),
      why: z.enum([
        'other-item',
        'code-not-given',
        'used-up',
        'no-person',
        'birth-date-unknown',
        'not-yet',
        'over',
        'too-young',
        'too-old',
        'tag-missing',
        'not-on-list',
        'membership-missing',
        'nothing-left',
        'first-person',
        'combo-incomplete',
        'other-location',
        'coupon-on-another',
        'better-in-group',
        'not-combined',
        'others-are-better',
      ]),
      date: localDate.optional(),
      age: z.int().optional(),
      limit: z.int().optional(),
      tags: z.string().optional(),
      location: z.string().optional(),
      winnerId: z.int().optional(),
    }),
  ),
});

export const discountRuleOperations = {
  'discountRule.save': command({
    access: 'administrator',
    input: rule.extend({ ruleId: id.optional(), active: z.boolean().optional() }),
    output: z.strictObject({ ruleId: z.int() }),
    refusals: [...ruleRefusals, 'invalid-input'],
  }),
  'discountRule.list': query({
    access: 'clerk',
    input: z.strictObject({ includeInactive: z.boolean().optional() }),
    output: z.strictObject({
      rules: z.array(
        rule.extend({
          ruleId: z.int(),
          active: z.boolean(),
          usedCount: z.int(),
          /** Whom `personIds` names. */
          people: z.array(
            z.strictObject({ personId: z.int(), personName: z.string(), clientName: z.string() }),
          ),
        }),
      ),
    }),
  }),
  /** What a cart would come to: the counter's own preview, and the trial of a rule that is not live yet. */
  'discountRule.simulate': query({
    access: 'clerk',
    input: z.strictObject({
      clientId: id.optional(),
      items: z
        .array(
          z.strictObject({
            productId: id,
            quantity: quantity.optional(),
            personId: id.optional(),
            unitPriceMinor: amountOrZeroMinor.optional(),
          }),
        )
        .max(200),
      codes: z.array(name).max(10).optional(),
      localDate: localDate.optional(),
      /** Tried beside the live rules, in place of the one it would change. */
      draft: rule.extend({ ruleId: id.optional() }).optional(),
    }),
    output: z.strictObject({
      lines: z.array(discountedLine),
      netMinor: z.int(),
      gstMinor: z.int(),
      qstMinor: z.int(),
      totalMinor: z.int(),
    }),
    refusals: [
      ...ruleRefusals,
      'client-unknown',
      'client-archived',
      'product-inactive',
      'discount-code-unknown',
      'discount-code-not-now',
      'coupon-used-up',
      'amount-too-large',
      'invalid-input',
    ],
  }),
};
