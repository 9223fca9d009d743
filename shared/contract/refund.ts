import { z } from 'zod';
import { REFUND_EXCEPTIONS } from '../domain/refund-exception.ts';
import { APPROVED_REFUSALS } from './approved.ts';
import {
  amountMinor,
  id,
  instant,
  language,
  localDate,
  name,
  paymentMethod,
  refundDestination,
  signedMinor,
  typedNumber,
} from './fields.ts';
import { command, query } from './operation.ts';
import { SETTLE_REFUSALS } from './payment.ts';
import { part, partRead, planLine, plannedPart, refundState } from './refund-part.ts';
import { choice, REFUND_REFUSALS, refundRequest } from './refund-request.ts';
import { attemptRead, settlement } from './tender.ts';

const origin = z.strictObject({
  paymentId: z.int(),
  number: z.string(),
  method: paymentMethod,
  at: instant,
  amountMinor: z.int(),
  refundedMinor: z.int(),
  heldMinor: z.int(),
  maximumMinor: z.int(),
  cardBrand: z.string().nullable(),
  cardLast4: z.string().nullable(),
  cardStatus: z.string().nullable(),
  approvalCode: z.string().nullable(),
});

/** Of a refund that is done; the amount is what it gave back unless said. */
const takeBack = { refundId: id, amountMinor: amountMinor.optional() };
const taxedParts = { netMinor: z.int(), gstMinor: z.int(), qstMinor: z.int(), totalMinor: z.int() };
const TAKE_BACK_REFUSALS = [
  'refund-unknown',
  'nothing-to-take-back',
  'take-back-too-much',
  'client-unknown',
  'client-archived',
  'client-archived',
  'walk-in-needs-full-payment',
] as const;

export const refundOperations = {
  'refund.plan': query({
    access: 'clerk',
    /** With `parts`, these ways are planned, as `refund.issue` would take them. */
    input: z.strictObject({
      ...choice,
      amountMinor: amountMinor.optional(),
      parts: z
        .array(part.omit({ terminalId: true }))
        .min(2)
        .max(6)
        .optional(),
    }),
    output: z.strictObject({
      clientId: z.int(),
      maximumMinor: z.int(),
      /** Why the maximum is not more: a code worded in both catalogs under `refund.why`. */
      maximumWhy: z.string(),
      sources: z.array(
        z.strictObject({
          kind: z.enum(['credit-memo', 'deposit']),
          memoId: z.int().nullable(),
          paymentId: z.int().nullable(),
          number: z.string(),
          at: instant,
          openMinor: z.int(),
          heldMinor: z.int(),
          maximumMinor: z.int(),
          /** Why not more, or null when all of it can go back. */
          why: z.string().nullable(),
          origins: z.array(origin),
        }),
      ),
      destinations: z.array(
        z.strictObject({
          destination: refundDestination,
          allowed: z.boolean(),
          needsReason: z.boolean(),
          needsSupervisor: z.boolean(),
          why: z.string().nullable(),
          /** What leaves the drawer for the planned amount; null when not cash. */
          drawerMinor: z.int().nullable(),
        }),
      ),
      lines: z.array(planLine),
      /** The ways asked, else the natural split of money that came in several ways; empty when it has none. */
      parts: z.array(plannedPart),
      limitMinor: z.int().nullable(),
      balanceMinor: signedMinor,
    }),
    refusals: [
      'client-unknown',
      'refund-exceeds-refundable',
      'payment-unknown',
      'refund-source-unusable',
      'refund-destination-refused',
      'refund-parts-differ',
      'refund-way-twice',
      'refund-waits-for-outcome',
      'refund-one-payment',
      'too-small-for-cash',
    ],
  }),
  'refund.issue': command({
    access: 'clerk',
    input: z.strictObject({ ...refundRequest, approvalId: id.optional() }),
    /** Frozen: the live state is `refund.read` (settled.md 12). */
    output: z.strictObject({
      refundId: z.int(),
      /** Null for a cheque: its attempt begins when its number is typed. */
      attemptId: z.int().nullable(),
      state: z.enum(['prepared', 'to-issue']),
      /** Of a refund that goes several ways: each part's refund, in the order asked; the first one is begun. */
      parts: z
        .array(z.strictObject({ refundId: z.int(), destination: refundDestination, amountMinor: z.int() }))
        .optional(),
    }),
    refusals: [...REFUND_REFUSALS, ...APPROVED_REFUSALS],
  }),
  /** Begins the next part of a refund that goes several ways; what it gives has been held since the refund was issued. */
  'refund.begin': command({
    access: 'clerk',
    input: z.strictObject({ refundId: id }),
    output: z.strictObject({ refundId: z.int(), attemptId: z.int(), state: z.literal('prepared') }),
    refusals: [
      'refund-unknown',
      'refund-not-to-begin',
      'refund-waits-for-outcome',
      'till-unknown',
      'till-closed',
      'till-choice-needed',
      'drawer-short',
      'terminal-unknown',
      'terminal-inactive',
      'terminal-waits',
      'batch-slip-needed',
      'gateway-missing',
      'gateway-key-missing',
    ],
  }),
  'refund.read': query({
    access: 'clerk',
    input: z.strictObject({ refundId: id }),
    output: z.strictObject({
      refundId: z.int(),
      number: z.string().nullable(),
      state: refundState,
      clientId: z.int(),
      clientName: z.string(),
      destination: refundDestination,
      amountMinor: z.int(),
      drawerMinor: z.int().nullable(),
      refundedMinor: z.int(),
      roundingMinor: signedMinor,
      reason: z.string(),
      note: z.string(),
      language,
      localDate,
      at: instant,
      staffName: z.string(),
      lines: z.array(planLine.extend({ sourceNumber: z.string(), origin })),
      /** All the parts it was asked with, itself among them; empty for a refund that goes one way. */
      parts: z.array(partRead),
      attempts: z.array(attemptRead),
      openAttemptId: z.int().nullable(),
      /** The approval it needed, with both names; null when it needed none. */
      approval: z
        .strictObject({
          approvalId: z.int(),
          state: z.string(),
          staffName: z.string(),
          approverName: z.string().nullable(),
          way: z.enum(['desk', 'queue']).nullable(),
          note: z.string(),
        })
        .nullable(),
      timeline: z.array(
        z.strictObject({ at: instant, kind: z.string(), staffName: z.string().nullable(), note: z.string() }),
      ),
      /** What the terminal gave beyond what was held, which the client owes (settled.md 8); null for nearly every refund. */
      excess: z
        .strictObject({
          number: z.string(),
          amountMinor: z.int(),
          reason: z.string(),
          staffName: z.string(),
          at: instant,
        })
        .nullable(),
      /** The invoices that billed again what was given back in excess. */
      takenBack: z.array(
        z.strictObject({
          invoiceId: z.int(),
          number: z.string(),
          totalMinor: z.int(),
          at: instant,
          staffName: z.string(),
        }),
      ),
    }),
    refusals: ['refund-unknown'],
  }),
  /** What billing again a refund that gave too much would make, and the account before and after. */
  'refund.takeBackPreview': query({
    access: 'supervisor',
    input: z.strictObject(takeBack),
    output: z.strictObject({
      ...taxedParts,
      /** What of the refund can still be billed again. */
      maximumMinor: z.int(),
      balanceBeforeMinor: z.int(),
      balanceAfterMinor: z.int(),
    }),
    refusals: TAKE_BACK_REFUSALS,
  }),
  /** A refund is never edited: what it gave back in excess is owed again by an invoice (domain.md B13). */
  'refund.takeBack': command({
    access: 'supervisor',
    input: z.strictObject({ ...takeBack, reason: name }),
    output: z.strictObject({ invoiceId: z.int(), number: z.string(), ...taxedParts }),
    refusals: TAKE_BACK_REFUSALS,
  }),
  /** For a supervisor's eye; the last 30 days unless asked otherwise. */
  'refund.exceptions': query({
    access: 'supervisor',
    input: z.strictObject({ fromDate: localDate.optional(), toDate: localDate.optional() }),
    output: z.strictObject({
      fromDate: localDate,
      toDate: localDate,
      exceptions: z.array(
        z.strictObject({
          rule: z.enum(REFUND_EXCEPTIONS),
          /** How many refunds make the pattern; 1 where one alone does. */
          count: z.int(),
          refundId: z.int(),
          number: z.string(),
          at: instant,
          staffName: z.string(),
          approverName: z.string().nullable(),
          clientId: z.int(),
          clientName: z.string(),
          amountMinor: z.int(),
          destination: refundDestination,
        }),
      ),
    }),
  }),
  'refund.settle': command({
    access: 'clerk',
    input: z.strictObject({
      refundId: id,
      ...settlement,
      /** Of a refund by cheque: the number on the cheque that was made out. */
      chequeNumber: typedNumber.pipe(z.string().min(1)).optional(),
    }),
    output: z.strictObject({
      refundId: z.int(),
      attemptState: z.string(),
      state: refundState,
      number: z.string().nullable(),
      refundedMinor: z.int(),
      drawerMinor: z.int().nullable(),
      roundingMinor: signedMinor,
      /** Given beyond what was held and owed by the client; 0 for nearly every refund. */
      excessMinor: z.int(),
    }),
    refusals: [
      ...SETTLE_REFUSALS,
      'refund-unknown',
      'other-card-needs-reason',
      'till-closed',
      'drawer-counted',
      'cheque-number-needed',
      'cheque-number-used',
    ],
  }),
};
