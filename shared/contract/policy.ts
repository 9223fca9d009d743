import { z } from 'zod';
import { FEE_TAX_MODES } from '../domain/cancellation-fee.ts';
import { amountMinor, basisPoints, id, name, text } from './fields.ts';
import { command, query } from './operation.ts';

const period = z.strictObject({
  /** From this day counted from the start, negative before it, until the next period; absent: from the sale on. */
  fromDays: z.int().min(-3650).max(3650).optional(),
  /** Share of the price that comes back; 0 to 10,000. */
  creditBasisPoints: z.int().min(0).max(10_000),
  /** Only the sessions not given come back. */
  isProrated: z.boolean().optional(),
  /** Kept of what comes back: an amount, a percentage of its price before tax, or one of the two. */
  fee: z
    .strictObject({
      flatMinor: amountMinor.optional(),
      basisPoints: basisPoints.optional(),
      take: z.enum(['lesser', 'greater']).optional(),
    })
    .optional(),
});

/** What a cancellation gives back and keeps, by how far the start is (domain.md B12). */
const policy = z.strictObject({
  nameFr: name,
  nameEn: text.optional(),
  /** In order; the first begins at the sale. */
  periods: z.array(period).min(1).max(10),
  /** Taxes inside the fee when absent. */
  taxMode: z.enum(FEE_TAX_MODES).optional(),
  /** Gives the fee's label and ledger code. */
  customItemId: id.optional(),
  /** `account`: the money stays on the account and is never refunded. */
  destination: z.enum(['choose', 'account']).optional(),
  /** The clerk must give one of these reasons. */
  reasons: z.array(name).max(20).optional(),
});

export const policyOperations = {
  'policy.save': command({
    access: 'administrator',
    input: policy.extend({ policyId: id.optional(), active: z.boolean().optional() }),
    output: z.strictObject({ policyId: z.int() }),
    refusals: ['policy-unknown', 'custom-item-unknown', 'invalid-input'],
  }),
  'policy.list': query({
    access: 'clerk',
    input: z.strictObject({ includeInactive: z.boolean().optional() }),
    output: z.strictObject({
      policies: z.array(
        policy.extend({
          policyId: z.int(),
          nameEn: z.string(),
          active: z.boolean(),
          /** Products of the catalogue that it holds for. */
          productCount: z.int(),
        }),
      ),
    }),
  }),
};
