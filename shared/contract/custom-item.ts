import { z } from 'zod';
import { amountMinor, done, id, ledgerCode, name, taxClass, text } from './fields.ts';
import { command, query } from './operation.ts';

export const customItemKind = z.enum(['fee', 'rebate']);
/** A rebate is taxed as the item it lowers: it has no other choice (settled.md 28). */
export const customItemTax = z.enum([...taxClass.options, 'as-item']);

const fields = {
  nameFr: name,
  nameEn: text.optional(),
  ledgerCode,
  /** Absent: taxable for a fee, as the item for a rebate. */
  taxClass: customItemTax.optional(),
  /** Before tax; absent: typed each time. */
  defaultAmountMinor: amountMinor.optional(),
};

export const customItemRead = z.strictObject({
  customItemId: z.int(),
  kind: customItemKind,
  nameFr: z.string(),
  nameEn: z.string(),
  ledgerCode: z.string(),
  taxClass: customItemTax,
  defaultAmountMinor: z.int().nullable(),
  active: z.boolean(),
});

/**
 * Fees and rebates that staff put on a document by hand (domain.md B4). What is sold at a price of its own, from a tile
 * or a barcode, is a product of the catalogue instead, also when it is a fee.
 */
export const customItemOperations = {
  'customItem.add': command({
    access: 'administrator',
    input: z.strictObject({ kind: customItemKind, ...fields }),
    output: z.strictObject({ customItemId: z.int() }),
    refusals: ['invalid-input'],
  }),
  /** Never deleted: renamed, deactivated, reactivated. Documents already issued keep the names they had. */
  'customItem.change': command({
    access: 'administrator',
    input: z.strictObject({ customItemId: id, ...fields, active: z.boolean().optional() }),
    output: done,
    refusals: ['custom-item-unknown', 'invalid-input'],
  }),
  'customItem.find': query({
    access: 'clerk',
    input: z.strictObject({
      kind: customItemKind.optional(),
      text: text.optional(),
      includeInactive: z.boolean().optional(),
    }),
    output: z.strictObject({ customItems: z.array(customItemRead) }),
  }),
};
