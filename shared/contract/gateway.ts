import { z } from 'zod';
import { RETURN_REASONS } from '../domain/payment-return.ts';
import { amountMinor, done, id, instant, localDate, name, notes, signedMinor, text } from './fields.ts';
import { command, query, session } from './operation.ts';
import { answerWord } from './terminal.ts';

/** `none`: the desk works without; `by-hand`: the organisation charges elsewhere and its clerks record the outcome. */
export const gatewayKind = z.enum(['none', 'by-hand', 'stripe', 'simulator']);

/** What a check of the link says, each with its own next step. */
export const GATEWAY_LINKS = [
  'ready',
  'not-needed',
  'no-key',
  'wrong-key',
  'not-allowed',
  'unreachable',
  'no-answer',
  'unclear',
] as const;

const settledMethod = z.enum(['online-card', 'echeck']);

export const gatewayOperations = {
  'gateway.read': query({
    access: 'clerk',
    input: z.strictObject({}),
    output: z.strictObject({
      kind: gatewayKind,
      /** Where it is reached; empty for the processor's own address. */
      address: z.string(),
      hasKey: z.boolean(),
      /** Whether a saved method can be charged now. */
      canCharge: z.boolean(),
      /** Charges and refunds without an outcome yet: until they have one, the gateway stays the same. */
      waitingCount: z.int(),
    }),
  }),
  'gateway.change': command({
    access: 'administrator',
    input: z.strictObject({
      kind: gatewayKind,
      address: z
        .string()
        .regex(/^(https:\/\/[a-z0-9.-]+(:\d{1,5})?|http:\/\/127\.0\.0\.1:\d{1,5})?$/i)
        .optional(),
    }),
    output: done,
    refusals: ['gateway-waits', 'invalid-input'],
  }),
  /** Keeps the gateway's restricted key outside the ledger, in place of an earlier one. */
  'gateway.keepKey': session({
    access: 'administrator',
    input: z.strictObject({ key: z.string().max(300) }),
    output: done,
    refusals: ['invalid-input'],
  }),
  /** Destroys the key; until another is kept nothing is charged. */
  'gateway.forgetKey': session({
    access: 'administrator',
    input: z.strictObject({}),
    output: done,
    refusals: ['gateway-waits'],
  }),
  /** Asks the gateway whether it is there and takes the key. Moves no money. */
  'gateway.checkLink': session({
    access: 'administrator',
    input: z.strictObject({}),
    output: z.strictObject({ link: z.enum(GATEWAY_LINKS) }),
  }),
  /** Asks the gateway now what became of an attempt, beside the questions the service asks by itself. */
  'gateway.ask': session({
    access: 'clerk',
    input: z.strictObject({ attemptId: id }),
    output: z.strictObject({ answer: answerWord }),
    refusals: ['attempt-unknown', 'attempt-settled', 'attempt-on-gateway', 'gateway-key-missing'],
  }),
  /** What the gateway has not paid into the bank yet, up to a date. */
  'settlement.plan': query({
    access: 'supervisor',
    input: z.strictObject({ method: settledMethod, throughDate: localDate.optional() }),
    output: z.strictObject({
      method: settledMethod,
      throughDate: localDate,
      amountMinor: signedMinor,
      lines: z.array(
        z.strictObject({
          paymentId: z.int().nullable(),
          refundId: z.int().nullable(),
          number: z.string(),
          clientName: z.string(),
          localDate,
          amountMinor: signedMinor,
        }),
      ),
    }),
  }),
  /** Records what the gateway paid into the bank: payments less refunds, up to a date (settled.md 33). */
  'settlement.record': command({
    access: 'supervisor',
    input: z.strictObject({
      method: settledMethod,
      throughDate: localDate.optional(),
      /** What the bank received; must be what the plan says. */
      amountMinor: signedMinor.optional(),
      reference: name,
      note: notes.optional(),
    }),
    output: z.strictObject({ settlementId: z.int(), amountMinor: signedMinor, lineCount: z.int() }),
    refusals: ['nothing-to-settle', 'settlement-differs'],
  }),
  'settlement.list': query({
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({
      settlements: z.array(
        z.strictObject({
          settlementId: z.int(),
          method: settledMethod,
          amountMinor: signedMinor,
          reference: z.string(),
          note: z.string(),
          lineCount: z.int(),
          localDate,
          at: instant,
          staffName: z.string(),
        }),
      ),
    }),
  }),
  /** A bank took back a cheque or an eCheck: its items are owed again, and a fee may be billed (domain.md B19). */
  'payment.return': command({
    access: 'clerk',
    input: z.strictObject({
      paymentId: id,
      reason: z.enum(RETURN_REASONS).optional(),
      note: text.optional(),
      /** The fee, before tax: a custom item's, or a plain one that no tax is on; none when absent. */
      fee: z.strictObject({ customItemId: id.optional(), amountMinor: amountMinor.optional() }).optional(),
    }),
    output: z.strictObject({
      returnId: z.int(),
      reopenedMinor: z.int(),
      feeInvoiceId: z.int().nullable(),
      feeInvoiceNumber: z.string().nullable(),
    }),
    refusals: [
      'payment-unknown',
      'payment-not-returnable',
      'custom-item-unknown',
      'custom-item-inactive',
      'invalid-input',
    ],
  }),
};
