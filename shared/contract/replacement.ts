import { z } from 'zod';
import { id, name, quantity, signedMinor } from './fields.ts';
import { command, query } from './operation.ts';
import { instalment } from './plan.ts';

const asked = {
  itemId: id,
  /** What takes its place, at the price of today and its discounts. */
  productId: id,
  quantity: quantity.optional(),
  /** The person of the old item unless said otherwise. */
  personId: id.optional(),
  codes: z.array(name).max(10).optional(),
  /** At what is left of the old price instead; a supervisor decides, the reason says why. */
  keepOldPrice: z.boolean().optional(),
};

const parts = { netMinor: z.int(), gstMinor: z.int(), qstMinor: z.int(), totalMinor: z.int() };

const outcome = {
  /** What is credited of the old item; it pays that item's own unpaid part first. */
  memo: z.strictObject({ ...parts, toItemMinor: z.int() }),
  /** The new item. */
  item: z.strictObject({
    nameFr: z.string(),
    nameEn: z.string(),
    personName: z.string().nullable(),
    quantity: z.int(),
    grossMinor: z.int(),
    discounts: z.array(z.strictObject({ nameFr: z.string(), nameEn: z.string(), amountMinor: z.int() })),
    ...parts,
  }),
  /** What the memo pays of the new item. */
  paidMinor: z.int(),
  /** The difference: owed of the new item, or left as credit. */
  owedMinor: z.int(),
  openMinor: z.int(),
  refundableMinor: z.int(),
  /** The instalments of the old item and those of the new one, by date; null when nothing was planned. */
  plan: z.strictObject({ before: z.array(instalment), after: z.array(instalment) }).nullable(),
  balanceBeforeMinor: signedMinor,
  balanceAfterMinor: signedMinor,
};

const refusals = [
  'item-unknown',
  'nothing-to-credit',
  'already-replaced',
  'old-price-higher',
  'walk-in-no-credit',
  'client-archived',
  'product-unknown',
  'product-inactive',
  'person-unknown',
  'person-needed',
  'out-of-stock',
  'activity-full',
  'discount-code-unknown',
  'discount-code-not-now',
  'coupon-used-up',
  'amount-too-large',
  'invalid-input',
] as const;

/** An invoice is never edited: an item is replaced by a credit memo and a new invoice at once (domain.md B17). */
export const replacementOperations = {
  'invoice.replacePreview': query({
    access: 'clerk',
    input: z.strictObject(asked),
    output: z.strictObject(outcome),
    refusals,
  }),
  'invoice.replaceItem': command({
    access: 'clerk',
    input: z.strictObject({ ...asked, reason: name }),
    output: z.strictObject({
      ...outcome,
      memoId: z.int().nullable(),
      memoNumber: z.string().nullable(),
      invoiceId: z.int(),
      number: z.string(),
      itemId: z.int(),
    }),
    refusals,
  }),
};
