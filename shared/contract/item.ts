import { z } from 'zod';
import { FEE_TAX_MODES } from '../domain/cancellation-fee.ts';
import { amountMinor, amountOrZeroMinor, basisPoints, id, name, quantity, signedMinor } from './fields.ts';
import { command, query } from './operation.ts';
import { instalment } from './plan.ts';

/** What is asked of one item. */
const cancelled = {
  /**
   * One of the three, tax included (settled.md 22). All absent, and no fee: what the product's policy says, else the
   * whole that is left.
   */
  creditBasisPoints: basisPoints.optional(),
  creditMinor: amountMinor.optional(),
  quantity: quantity.optional(),
  /** Kept of the credit, on an invoice of its own; never above the credit (settled.md 29). */
  fee: z
    .strictObject({
      /** One of the two; a percentage counts on the price before tax of what is credited. */
      amountMinor: amountMinor.optional(),
      basisPoints: basisPoints.optional(),
      /** Taxes inside the amount when absent. */
      taxMode: z.enum(FEE_TAX_MODES).optional(),
      /** Gives label and ledger code; may be absent when there is only one fee item. */
      customItemId: id.optional(),
    })
    .optional(),
  /** The person keeps the place; otherwise it ends, whatever the amount. */
  keepRegistration: z.boolean().optional(),
  restockQuantity: z.int().min(0).max(9999).optional(),
  /** For a policy that counts sessions; counted from the dates of the catalogue when absent. */
  sessionsGiven: z.int().min(0).max(999).optional(),
  /** A supervisor sets the product's policy aside and says why. */
  overrideReason: name.optional(),
  /** What the clerk saw could still be credited: refused when another clerk was faster. */
  expectedLeftMinor: amountOrZeroMinor.optional(),
};
const cancelInput = {
  itemId: id.optional(),
  ...cancelled,
  /** Several items of one invoice, instead of `itemId` and what goes with it. */
  items: z
    .array(z.strictObject({ itemId: id, ...cancelled }))
    .min(1)
    .max(50)
    .optional(),
};
const taxedParts = { netMinor: z.int(), gstMinor: z.int(), qstMinor: z.int(), totalMinor: z.int() };
const memoParts = {
  ...taxedParts,
  /** Goes to the item's own unpaid part first. */
  toItemMinor: z.int(),
  /** Once the memos paid the discounts withdrawn and the fees too. */
  openMinor: z.int(),
  refundableMinor: z.int(),
};
/** Sums over all items. */
const cancelSums = {
  ...memoParts,
  /** What the memos could not pay of the fees and the withdrawn discounts. */
  owedMinor: z.int(),
  /** The memos less the fees and the withdrawn discounts: what the account gains. */
  creditMinor: signedMinor,
};
const newInvoice = { ...taxedParts, owedMinor: z.int() };
/** The instalments of these items, by date, before and after; null when nothing was planned of them (domain.md B11). */
const replanned = z
  .strictObject({
    before: z.array(instalment),
    after: z.array(instalment),
    /** On their way: never touched. */
    underWay: z.array(instalment),
    /** What those will bring beyond what is owed: a deposit when they arrive. */
    surplusMinor: z.int(),
  })
  .nullable();
/** Why a policy proposes what it does: cents, days from the start (negative before it), sessions. */
const policyRead = z.strictObject({
  policyId: z.int(),
  nameFr: z.string(),
  nameEn: z.string(),
  daysFromStart: z.int().nullable(),
  /** First day of the period that holds, and of the one after it. */
  fromDays: z.int().nullable(),
  untilDays: z.int().nullable(),
  creditBasisPoints: z.int(),
  sessionsTotal: z.int().nullable(),
  sessionsGiven: z.int().nullable(),
  isEstimated: z.boolean(),
  creditMinor: z.int(),
  creditNetMinor: z.int(),
  feeMinor: z.int(),
  flatMinor: z.int().nullable(),
  percentMinor: z.int().nullable(),
  feeBasisPoints: z.int().nullable(),
  taken: z.enum(['flat', 'percent']).nullable(),
  /** The credit is smaller than the fee: it stops there. */
  isFeeLimited: z.boolean(),
  destination: z.enum(['choose', 'account']),
  reasons: z.array(z.string()),
  isOverridden: z.boolean(),
});
const cancelRefusals = [
  'item-unknown',
  'item-other-invoice',
  'item-changed',
  'nothing-to-credit',
  'credit-exceeds-item',
  'fee-exceeds-credit',
  'fee-item-needed',
  'policy-differs',
  'sessions-needed',
  'custom-item-unknown',
  'restock-too-many',
  'walk-in-no-credit',
  'walk-in-needs-full-payment',
  'invalid-input',
] as const;

export const itemOperations = {
  'item.cancelPreview': query({
    access: 'clerk',
    input: z.strictObject(cancelInput),
    output: z.strictObject({
      ...cancelSums,
      /** What could still be credited of the items once these credits stand. */
      leftMinor: z.int(),
      items: z.array(
        z.strictObject({
          itemId: z.int(),
          nameFr: z.string(),
          nameEn: z.string(),
          personName: z.string().nullable(),
          ...memoParts,
          leftMinor: z.int(),
          endsPlace: z.boolean(),
          fee: z.strictObject({ ...taxedParts, nameFr: z.string(), nameEn: z.string() }).nullable(),
          policy: policyRead.nullable(),
        }),
      ),
      /** Discounts that hung on who else was registered and are no longer earned (settled.md 25). */
      withdrawn: z.array(
        z.strictObject({ itemId: z.int(), nameFr: z.string(), nameEn: z.string(), ...taxedParts }),
      ),
      fee: z.strictObject(newInvoice).nullable(),
      withdrawal: z.strictObject(newInvoice).nullable(),
      plan: replanned,
      balanceBeforeMinor: signedMinor,
      balanceAfterMinor: signedMinor,
    }),
    refusals: cancelRefusals,
  }),
  'item.cancel': command({
    access: 'clerk',
    input: z.strictObject({
      ...cancelInput,
      reason: name,
      /** A walk-in sale is credited to a named account when it is not refunded at once (settled.md 11). */
      toClientId: id.optional(),
    }),
    /** No memo when there is no amount to credit: a free item, or one whose registration was kept until now. */
    output: z.strictObject({
      /** The first memo; `memos` has them all. */
      memoId: z.int().nullable(),
      number: z.string().nullable(),
      ...cancelSums,
      memos: z.array(z.strictObject({ memoId: z.int(), number: z.string(), itemId: z.int(), ...memoParts })),
      /** The invoice of the fees, and that of the withdrawn discounts. */
      fee: z.strictObject({ invoiceId: z.int(), number: z.string(), ...newInvoice }).nullable(),
      withdrawal: z.strictObject({ invoiceId: z.int(), number: z.string(), ...newInvoice }).nullable(),
      plan: replanned,
    }),
    refusals: [...cancelRefusals, 'reason-needed', 'client-unknown', 'client-archived'],
  }),
  /**
   * The price is still owed but its money goes back: the newest payments of the item are cut by the amount and become
   * deposits, which `refund.issue` gives back; no tax moves (settled.md 2, 30, 34). Without an amount: all of it.
   */
  'item.reopen': command({
    access: 'supervisor',
    input: z.strictObject({ itemId: id, amountMinor: amountMinor.optional(), reason: name }),
    output: z.strictObject({
      amountMinor: z.int(),
      itemOwedMinor: z.int(),
      freed: z.array(z.strictObject({ paymentId: z.int(), number: z.string(), amountMinor: z.int() })),
    }),
    refusals: ['item-unknown', 'allocation-too-much', 'walk-in-no-credit'],
  }),
};
