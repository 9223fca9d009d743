import { z } from 'zod';
import {
  amountMinor,
  answer,
  approvalCode,
  cardStatus,
  currency,
  id,
  instant,
  last4,
  name,
  paymentMethod,
  signedMinor,
  typedNumber,
} from './fields.ts';

/** How the clerk takes money; card legs run first, cash comes last (domain.md B2, settled.md 10, 20). */
export const tender = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('cash'),
    tenderedMinor: amountMinor,
    currency,
    keepRestAsDeposit: z.boolean().optional(),
  }),
  z.strictObject({ method: z.literal('terminal'), terminalId: id.optional(), amountMinor, currency }),
  z.strictObject({
    method: z.literal('cheque'),
    amountMinor,
    currency,
    chequeNumber: typedNumber.optional(),
    bank: name.optional(),
  }),
  /** With `savedMethodId` it is charged now through the gateway; with brand and last 4 it is only recorded. */
  z
    .strictObject({
      method: z.literal('online-card'),
      amountMinor,
      currency,
      savedMethodId: id.optional(),
      brand: name.optional(),
      last4: last4.optional(),
      status: cardStatus.optional(),
      approvalCode: approvalCode.optional(),
    })
    .refine(({ savedMethodId, brand }) => savedMethodId !== undefined || brand !== undefined, {
      path: ['brand'],
    })
    .refine(({ savedMethodId, last4: digits }) => savedMethodId !== undefined || digits !== undefined, {
      path: ['last4'],
    }),
  /** A debit of a saved bank account, slow to settle: the money is there only when the bank says so. */
  z.strictObject({ method: z.literal('echeck'), amountMinor, currency, savedMethodId: id }),
  z.strictObject({ method: z.literal('deposit'), amountMinor: amountMinor.optional(), currency }),
  z.strictObject({ method: z.literal('credit'), amountMinor: amountMinor.optional(), currency }),
]);

/** What a tender on a saved method may be refused for. */
export const SAVED_TENDER_REFUSALS = [
  'gateway-missing',
  'gateway-key-missing',
  'saved-method-unknown',
  'saved-method-other-client',
  'saved-method-other-kind',
  'saved-method-unusable',
  'echeck-alone',
] as const;

export const tenders = z.array(tender).min(1).max(20);

/** What a slip of a stand-alone terminal shows (terminal.md §3.9); the amount is retyped from it. */
export const evidence = z.strictObject({
  retypedMinor: amountMinor,
  approvalCode: approvalCode.optional(),
  brand: name.optional(),
  last4: last4.optional(),
  slipNumber: typedNumber.optional(),
  slipAt: instant.optional(),
  currency,
});

/** The clerk's answer about what a terminal or a hand-over of cash really did. */
export const settlement = {
  answer,
  evidence: evidence.optional(),
  /** Confirms that the slip really shows another amount (settled.md 9). */
  slipReallyShows: z.boolean().optional(),
  /** Why a duplicate slip is accepted, or why another card was used (settled.md 15, 16). */
  overrideReason: name.optional(),
  /** Why the supervisor says "not done" once the outcome was unknown (settled.md 14). */
  reason: name.optional(),
};

export const paymentTaken = z.strictObject({
  paymentId: z.int(),
  number: z.string(),
  method: paymentMethod,
  amountMinor: z.int(),
  tenderedMinor: z.int().nullable(),
  changeMinor: z.int(),
  roundingMinor: signedMinor,
});

/** What a sale or a payment came to; amounts of all its tenders together. */
const saleDone = z.strictObject({
  state: z.literal('done'),
  saleId: z.int().nullable(),
  invoiceId: z.int().nullable(),
  invoiceNumber: z.string().nullable(),
  netMinor: z.int(),
  gstMinor: z.int(),
  qstMinor: z.int(),
  totalMinor: z.int(),
  payments: z.array(paymentTaken),
  allocations: z.array(z.strictObject({ itemId: z.int(), amountMinor: z.int() })),
  paidMinor: z.int(),
  changeMinor: z.int(),
  roundingMinor: signedMinor,
  depositMinor: z.int(),
  owedMinor: z.int(),
});

/** A terminal leg waits for the clerk's answer; `sale.read` shows the live state (settled.md 12). */
const saleInProgress = z.strictObject({
  state: z.literal('in-progress'),
  saleId: z.int(),
  attemptId: z.int(),
  /** The invoice that an eCheck is on its way to pay, when the same command issued it. */
  invoiceId: z.int().optional(),
  invoiceNumber: z.string().optional(),
});

export const saleOutcome = z.discriminatedUnion('state', [saleDone, saleInProgress]);

export const attemptRead = z.strictObject({
  attemptId: z.int(),
  state: z.string(),
  driver: z.enum(['standalone', 'cash', 'cheque', 'nexo', 'gateway', 'by-hand']),
  direction: z.enum(['in', 'out']),
  amountMinor: z.int(),
  terminalId: z.int().nullable(),
  terminalName: z.string().nullable(),
  /** The card or bank account a gateway is asked about; null for the others. */
  saved: z.strictObject({ kind: z.enum(['card', 'bank']), brand: z.string(), last4: z.string() }).nullable(),
  at: instant,
  staffName: z.string(),
  /** When its outcome came in doubt; null while it is not. */
  doubtSince: instant.nullable(),
  /** Why, as the integrated terminal last told it: a code worded under `integrated.why`. */
  terminalWhy: z.string().nullable(),
  evidence: z.array(
    z.strictObject({
      answer,
      amountMinor: z.int().nullable(),
      approvalCode: z.string().nullable(),
      brand: z.string().nullable(),
      last4: z.string().nullable(),
      slipNumber: z.string().nullable(),
      note: z.string(),
      staffName: z.string(),
      at: instant,
    }),
  ),
});
