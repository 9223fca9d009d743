import { z } from 'zod';
import {
  cardStatus,
  done,
  id,
  instant,
  language,
  localDate,
  name,
  paymentMethod,
  signedMinor,
} from './fields.ts';
import { SALE_REFUSALS } from './invoice.ts';
import { command, query } from './operation.ts';
import { attemptRead, saleOutcome, settlement, tender, tenders } from './tender.ts';

export const SETTLE_REFUSALS = [
  'attempt-unknown',
  'attempt-settled',
  'attempt-not-sent',
  'attempt-on-terminal',
  'attempt-on-gateway',
  'evidence-incomplete',
  'slip-amount-differs',
  'slip-already-used',
  'supervisor-needed',
  'reason-needed',
] as const;

export const paymentOperations = {
  'payment.take': command({
    access: 'clerk',
    input: z.strictObject({
      clientId: id,
      /** Ticked items are paid first, in invoice-line order (settled.md 30). */
      itemIds: z.array(id).max(500).optional(),
      /** Instalments to pay: of their items only so much, with change given on it (domain.md B11). */
      plannedPaymentIds: z.array(id).max(500).optional(),
      tenders,
      restAsDeposit: z.boolean().optional(),
      tillId: id.optional(),
    }),
    output: saleOutcome,
    refusals: [
      ...SALE_REFUSALS,
      'item-unknown',
      'item-other-client',
      'planned-payment-unknown',
      'planned-payment-not-waiting',
      'items-being-paid',
    ],
  }),
  'payment.settle': command({
    access: 'clerk',
    input: z.strictObject({ attemptId: id, ...settlement }),
    output: z.strictObject({
      saleId: z.int(),
      attemptState: z.string(),
      paymentId: z.int().nullable(),
      outcome: saleOutcome.nullable(),
    }),
    refusals: SETTLE_REFUSALS,
  }),
  'payment.void': command({
    access: 'supervisor',
    input: z.strictObject({ paymentId: id, reason: name }),
    output: z.strictObject({ drawerMinor: signedMinor }),
    refusals: ['payment-unknown', 'payment-not-voidable', 'drawer-short', 'walk-in-no-credit'],
  }),
  'payment.markCard': command({
    access: 'clerk',
    input: z.strictObject({ paymentId: id, status: cardStatus }),
    output: done,
    refusals: ['payment-unknown', 'payment-not-online-card'],
  }),
  'payment.read': query({
    access: 'clerk',
    input: z.strictObject({ paymentId: id }),
    output: z.strictObject({
      paymentId: z.int(),
      number: z.string(),
      clientId: z.int(),
      clientName: z.string(),
      method: paymentMethod,
      amountMinor: z.int(),
      tenderedMinor: z.int().nullable(),
      changeMinor: z.int(),
      roundingMinor: signedMinor,
      depositMinor: z.int(),
      heldMinor: z.int(),
      refundedMinor: z.int(),
      cardBrand: z.string().nullable(),
      cardLast4: z.string().nullable(),
      cardStatus: cardStatus.nullable(),
      approvalCode: z.string().nullable(),
      chequeNumber: z.string().nullable(),
      /** The saved method that was charged; null when nothing was charged through the gateway. */
      savedMethodId: z.int().nullable(),
      /** Why the bank took it back (domain.md B19); null while it stands. */
      returnReason: z.string().nullable(),
      canReturn: z.boolean(),
      terminalName: z.string().nullable(),
      language,
      localDate,
      at: instant,
      staffName: z.string(),
      isVoid: z.boolean(),
      canVoid: z.boolean(),
      allocations: z.array(
        z.strictObject({
          itemId: z.int().nullable(),
          refundId: z.int().nullable(),
          invoiceId: z.int().nullable(),
          label: z.string(),
          nameFr: z.string(),
          nameEn: z.string(),
          amountMinor: signedMinor,
          at: instant,
        }),
      ),
    }),
    refusals: ['payment-unknown'],
  }),
  'sale.read': query({
    access: 'clerk',
    input: z.strictObject({ saleId: id }),
    output: z.strictObject({
      saleId: z.int(),
      state: z.enum(['open', 'completed', 'abandoned']),
      kind: z.enum(['counter', 'payment']),
      clientId: z.int(),
      clientName: z.string(),
      /** What is sold; none when the sale is the payment of invoices. */
      lines: z.array(
        z.strictObject({
          nameFr: z.string(),
          nameEn: z.string(),
          personName: z.string().nullable(),
          quantity: z.int(),
          netMinor: z.int(),
        }),
      ),
      totalMinor: z.int(),
      approvedMinor: z.int(),
      remainingMinor: z.int(),
      tenders: z.array(tender),
      attempts: z.array(attemptRead),
      /** The leg that waits for an answer; null when the clerk must choose a tender. */
      openAttemptId: z.int().nullable(),
      outcome: saleOutcome.nullable(),
    }),
    refusals: ['sale-unknown'],
  }),
  /** Another way to pay what is left after a decline; the cart is intact (settled.md 10). */
  'sale.resume': command({
    access: 'clerk',
    input: z.strictObject({
      saleId: id,
      /** Absent: the card legs that are paid are enough, or the client pays the rest later. */
      tenders: tenders.optional(),
      restAsDeposit: z.boolean().optional(),
      tillId: id.optional(),
    }),
    output: saleOutcome,
    refusals: [
      ...SALE_REFUSALS,
      'sale-unknown',
      'sale-not-open',
      'sale-waiting',
      'out-of-stock',
      'activity-full',
      'product-inactive',
      'custom-item-unknown',
      'custom-item-inactive',
      'full-payment-needed',
    ],
  }),
  /** Approved legs stay as a deposit of the client (a walk-in's are given back first: settled.md 10, 11). */
  'sale.abandon': command({
    access: 'clerk',
    input: z.strictObject({ saleId: id }),
    output: z.strictObject({ depositMinor: z.int() }),
    refusals: ['sale-unknown', 'sale-not-open', 'sale-waiting', 'sale-has-payment'],
  }),
};
