import { z } from 'zod';
import { OVERRIDE_KINDS } from '../domain/sale-override.ts';
import { APPROVED_REFUSALS } from './approved.ts';
import { discountedLine } from './discount-rule.ts';
import {
  amountOrZeroMinor,
  currency,
  id,
  instant,
  language,
  localDate,
  name,
  notes,
  quantity,
  signedMinor,
  text,
} from './fields.ts';
import { invoiceHead, itemRead, memoRead } from './invoice-read.ts';
import { command, query } from './operation.ts';
import { unpaidRead } from './payment-rule.ts';
import { planAsk } from './plan.ts';
import { rebateRequest } from './rebate.ts';
import { SAVED_TENDER_REFUSALS, saleOutcome, tenders } from './tender.ts';

export const SALE_REFUSALS = [
  'client-unknown',
  'client-archived',
  'till-unknown',
  'till-closed',
  'till-choice-needed',
  'terminal-unknown',
  'terminal-inactive',
  'terminal-waits',
  'batch-slip-needed',
  'amount-too-large',
  'nothing-owed',
  'more-than-owed',
  'tender-short',
  'cash-not-last',
  'cash-not-multiple-of-five',
  'too-small-for-cash',
  'deposit-short',
  'credit-short',
  'drawer-short',
  'walk-in-needs-full-payment',
  'walk-in-no-credit',
  ...SAVED_TENDER_REFUSALS,
] as const;

export const overrideKind = z.enum(OVERRIDE_KINDS);

/** One of a product of the catalogue and a custom item of kind fee. */
export const itemRequest = z.strictObject({
  productId: id.optional(),
  customItemId: id.optional(),
  quantity: quantity.optional(),
  personId: id.optional(),
  /** A donation's price, or a custom item's amount; a product's is the catalogue's. */
  unitPriceMinor: amountOrZeroMinor.optional(),
  /** Taken off this line by hand, after its automated discounts. */
  rebate: rebateRequest.optional(),
  /** Paid by instalments; change is then given on what is due today (domain.md B11). */
  plan: z.strictObject(planAsk).optional(),
});

/** What an invoice is, to issue it or to ask for its approval. */
export const invoiceRequest = {
  /** Without a client the sale is the walk-in account's (settled.md 11). */
  clientId: id.optional(),
  /** `manual`: made by hand for what is not sold at the counter (domain.md B16). */
  kind: z.enum(['counter', 'manual']).optional(),
  /** Of one made by hand: its date, in a day that is not closed (settled.md 36). */
  localDate: localDate.optional(),
  /** Of one made by hand; otherwise its date. */
  dueDate: localDate.optional(),
  items: z.array(itemRequest).min(1).max(200),
  /** A rebate by hand on the whole, spread over the items. */
  rebate: rebateRequest.optional(),
  /** Discount and coupon codes the client gave; case matters (domain.md B5). */
  codes: z.array(name).max(10).optional(),
  /** Pays what is overdue on the account before the invoice itself (settled.md 59). */
  paysOverdue: z.boolean().optional(),
  /** What it is let through against, with the reasons; a clerk's needs an approval. */
  overrides: z
    .array(z.strictObject({ kind: overrideKind, reason: name }))
    .max(OVERRIDE_KINDS.length)
    .optional(),
  /** What the clerk saw to pay: refused when a price or a discount changed meanwhile. */
  expectedTotalMinor: amountOrZeroMinor.optional(),
  note: notes.optional(),
  language: language.optional(),
  currency,
  /** Absent: the client pays later. */
  tenders: tenders.optional(),
  /** What is tendered beyond the total becomes a deposit only when the clerk says so. */
  restAsDeposit: z.boolean().optional(),
  tillId: id.optional(),
};

const PRICE_REFUSALS = [
  'product-unknown',
  'product-inactive',
  'person-unknown',
  'discount-code-unknown',
  'discount-code-not-now',
  'coupon-used-up',
  'rebate-exceeds-item',
  'reason-needed',
  'custom-item-unknown',
  'custom-item-inactive',
  'plan-option-unknown',
  'plan-date-past',
  'amount-too-large',
  'invalid-input',
] as const;

export const ISSUE_REFUSALS = [
  ...SALE_REFUSALS,
  ...PRICE_REFUSALS,
  'person-needed',
  'out-of-stock',
  'activity-full',
  'age-not-allowed',
  'registration-closed',
  'unpaid-balance',
  'full-payment-needed',
  'override-needs-supervisor',
  'rebate-above-limit',
  'invoice-date-ahead',
  'invoice-day-closed',
  'total-changed',
  'item-unknown',
  'item-other-client',
] as const;

export const invoiceOperations = {
  'invoice.issue': command({
    access: 'clerk',
    input: z.strictObject({ ...invoiceRequest, approvalId: id.optional() }),
    output: saleOutcome,
    refusals: [...ISSUE_REFUSALS, ...APPROVED_REFUSALS],
  }),
  /** What a cart would come to now, by the functions of the sale itself; a person may still be missing. */
  'invoice.preview': query({
    access: 'clerk',
    input: z.strictObject({
      clientId: id.optional(),
      kind: invoiceRequest.kind,
      localDate: invoiceRequest.localDate,
      items: z.array(itemRequest).max(200),
      rebate: invoiceRequest.rebate,
      codes: invoiceRequest.codes,
    }),
    output: z.strictObject({
      lines: z.array(
        discountedLine.extend({
          /** By hand, after the automated discounts. */
          rebates: z.array(z.strictObject({ nameFr: z.string(), nameEn: z.string(), amountMinor: z.int() })),
          /** What a clerk may take off this line by hand without an approval, before tax. */
          rebateLimitMinor: z.int(),
          /** What stands in the way, each with the override that would let it through. */
          restrictions: z.array(
            z.strictObject({
              kind: overrideKind,
              failure: z.strictObject({ code: z.string(), detail: z.any() }),
            }),
          ),
        }),
      ),
      netMinor: z.int(),
      gstMinor: z.int(),
      qstMinor: z.int(),
      totalMinor: z.int(),
      /** The first day that an invoice made by hand may bear. */
      earliestDate: localDate,
      unpaid: unpaidRead,
      /** This sale may not be paid in part, nor later, by a clerk. */
      needsFullPayment: z.boolean(),
    }),
    refusals: [
      ...PRICE_REFUSALS,
      'client-unknown',
      'client-archived',
      'invoice-date-ahead',
      'invoice-day-closed',
    ],
  }),
  'invoice.read': query({
    access: 'clerk',
    input: z.strictObject({ invoiceId: id }),
    output: z.strictObject({
      ...invoiceHead,
      kind: z.string(),
      language,
      note: z.string(),
      netMinor: z.int(),
      gstMinor: z.int(),
      qstMinor: z.int(),
      staffName: z.string(),
      items: z.array(itemRead),
      memos: z.array(memoRead),
      history: z.array(
        z.strictObject({
          at: instant,
          kind: z.string(),
          number: z.string().nullable(),
          amountMinor: signedMinor.nullable(),
          staffName: z.string(),
          note: z.string(),
        }),
      ),
    }),
    refusals: ['invoice-unknown'],
  }),
  'invoice.find': query({
    access: 'clerk',
    input: z.strictObject({
      text: text.optional(),
      clientId: id.optional(),
      limit: z.int().min(1).max(200).optional(),
    }),
    output: z.strictObject({ invoices: z.array(z.strictObject(invoiceHead)), hasMore: z.boolean() }),
  }),
};
