import { z } from 'zod';
import {
  amountOrZeroMinor,
  done,
  id,
  instant,
  ledgerCode,
  localDate,
  name,
  notes,
  productType,
  taxClass,
  text,
  typedNumber,
} from './fields.ts';
import { command, query } from './operation.ts';
import { productPlan } from './plan.ts';

/** What the catalogue keeps for the rules of domain.md B5-B16 (settled.md 61). */
const details = z.strictObject({
  startDate: localDate.optional(),
  endDate: localDate.optional(),
  occurrences: z.int().min(1).max(999).optional(),
  capacity: z.int().min(1).max(9999).optional(),
  ageMinimum: z.int().min(0).max(130).optional(),
  ageMaximum: z.int().min(0).max(130).optional(),
  registrationOpensOn: localDate.optional(),
  registrationClosesOn: localDate.optional(),
  location: text.optional(),
  schedule: text.optional(),
  /** What cancelling it gives back and keeps; nothing proposed without one. */
  policyId: id.optional(),
  plan: productPlan.optional(),
  /** At the counter a clerk takes the whole amount of a sale of it (settled.md 59). */
  fullPayment: z.boolean().optional(),
  description: notes.optional(),
});

const fields = {
  code: name,
  barcode: typedNumber.optional(),
  type: productType,
  nameFr: name,
  nameEn: text.optional(),
  priceMinor: amountOrZeroMinor,
  taxClass,
  ledgerCode,
  isStockTracked: z.boolean().optional(),
  details: details.optional(),
};

export const productRead = z.strictObject({
  productId: z.int(),
  code: z.string(),
  barcode: z.string().nullable(),
  type: productType,
  nameFr: z.string(),
  nameEn: z.string(),
  priceMinor: z.int(),
  taxClass,
  ledgerCode: z.string(),
  isStockTracked: z.boolean(),
  /** Null when stock is not tracked. */
  stockQuantity: z.int().nullable(),
  /** Active registrations of an activity, for its capacity. */
  registeredCount: z.int(),
  active: z.boolean(),
  details,
});

export const productOperations = {
  'product.add': command({
    access: 'administrator',
    input: z.strictObject({ ...fields, openingStockQuantity: z.int().min(0).max(999_999).optional() }),
    output: z.strictObject({ productId: z.int() }),
    refusals: ['product-code-taken', 'policy-unknown'],
  }),
  'product.change': command({
    access: 'administrator',
    input: z.strictObject({ productId: id, ...fields, active: z.boolean() }),
    output: done,
    refusals: ['product-unknown', 'product-code-taken', 'policy-unknown'],
  }),
  'product.adjustStock': command({
    access: 'supervisor',
    input: z.strictObject({
      productId: id,
      quantity: z
        .int()
        .min(-999_999)
        .max(999_999)
        .refine((n) => n !== 0),
      reason: name,
    }),
    output: z.strictObject({ stockQuantity: z.int() }),
    refusals: ['product-unknown', 'out-of-stock'],
  }),
  'product.find': query({
    access: 'clerk',
    input: z.strictObject({
      text: text.optional(),
      type: productType.optional(),
      includeInactive: z.boolean().optional(),
      limit: z.int().min(1).max(1000).optional(),
    }),
    output: z.strictObject({ products: z.array(productRead), hasMore: z.boolean() }),
  }),
  'product.read': query({
    access: 'clerk',
    input: z.strictObject({ productId: id }),
    output: productRead.extend({
      stockMovements: z.array(z.strictObject({ quantity: z.int(), cause: z.string(), at: instant })),
    }),
    refusals: ['product-unknown'],
  }),
  'product.import': command({
    access: 'administrator',
    upload: true,
    input: z.strictObject({ csv: z.string().max(16_000_000) }),
    output: z.strictObject({ importedCount: z.int() }),
    refusals: ['import-refused'],
  }),
};
