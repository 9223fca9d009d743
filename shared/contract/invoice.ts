import { z } from 'zod';
import {
  amountOrZeroMinor,
  currency,
  id,
  instant,
  language,
  localDate,
  name,
  notes,
  productType,
  quantity,
  signedMinor,
  taxClass,
  text,
} from './fields.ts';
import { command, query } from './operation.ts';
import { planAsk } from './plan.ts';
import { saleOutcome, tenders } from './tender.ts';

export const SALE_REFUSALS = [
  'client-unknown',
  'client-archived',
  'till-unknown',
  'till-closed',
  'till-choice-needed',
  'terminal-unknown',
  'terminal-inactive',
  'terminal-waits',
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
] as const;

const invoiceHead = {
  invoiceId: z.int(),
  number: z.string(),
  clientId: z.int(),
  clientName: z.string(),
  at: instant,
  localDate,
  totalMinor: z.int(),
  owedMinor: z.int(),
  /** Planned and not yet passed, in cents. */
  plannedMinor: z.int(),
  state: z.enum(['unpaid', 'partial', 'planned', 'paid', 'credited', 'error']),
};

export const itemRead = z.strictObject({
  itemId: z.int(),
  lineNumber: z.int(),
  productId: z.int().nullable(),
  productType,
  nameFr: z.string(),
  nameEn: z.string(),
  personId: z.int().nullable(),
  personName: z.string().nullable(),
  quantity: z.int(),
  unitPriceMinor: z.int(),
  /** Taken off before tax, in this order. */
  discounts: z.array(z.strictObject({ nameFr: z.string(), nameEn: z.string(), amountMinor: z.int() })),
  netMinor: z.int(),
  gstMinor: z.int(),
  qstMinor: z.int(),
  totalMinor: z.int(),
  taxClass,
  ledgerCode: z.string(),
  dueDate: localDate,
  owedMinor: z.int(),
  creditedMinor: z.int(),
  /** Planned and not yet passed, in cents. */
  plannedMinor: z.int(),
  state: z.enum(['active', 'partly-credited', 'cancelled']),
  registrationState: z.enum(['active', 'cancelled', 'replaced']).nullable(),
  /** What paid this item, oldest first; a memo's part is not money. */
  paidBy: z.array(
    z.strictObject({
      kind: z.enum(['payment', 'credit-memo']),
      documentId: z.int(),
      number: z.string(),
      method: z.string().nullable(),
      amountMinor: z.int(),
      at: instant,
    }),
  ),
});

const memoRead = z.strictObject({
  memoId: z.int(),
  number: z.string(),
  kind: z.string(),
  at: instant,
  reason: z.string(),
  netMinor: z.int(),
  gstMinor: z.int(),
  qstMinor: z.int(),
  totalMinor: z.int(),
  openMinor: z.int(),
  refundableMinor: z.int(),
});

export const invoiceOperations = {
  'invoice.issue': command({
    access: 'clerk',
    input: z.strictObject({
      /** Without a client the sale is the walk-in account's (settled.md 11). */
      clientId: id.optional(),
      items: z
        .array(
          z.strictObject({
            productId: id,
            quantity: quantity.optional(),
            personId: id.optional(),
            /** Only donations take another price than the catalogue's. */
            unitPriceMinor: amountOrZeroMinor.optional(),
            /** Paid by instalments; change is then given on what is due today (domain.md B11). */
            plan: z.strictObject(planAsk).optional(),
          }),
        )
        .min(1)
        .max(200),
      /** Discount and coupon codes the client gave; case matters (domain.md B5). */
      codes: z.array(name).max(10).optional(),
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
    }),
    output: saleOutcome,
    refusals: [
      ...SALE_REFUSALS,
      'product-unknown',
      'product-inactive',
      'person-unknown',
      'person-needed',
      'out-of-stock',
      'activity-full',
      'discount-code-unknown',
      'discount-code-not-now',
      'coupon-used-up',
      'total-changed',
      'plan-option-unknown',
      'plan-date-past',
      'invalid-input',
    ],
  }),
  'invoice.read': query({
    access: 'clerk',
    input: z.strictObject({ invoiceId: id }),
    output: z.strictObject({
      ...invoiceHead,
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
