import { z } from 'zod';
import { id, instant, name, pin, refundDestination } from './fields.ts';
import { ISSUE_REFUSALS, invoiceRequest, overrideKind } from './invoice.ts';
import { command, query, session } from './operation.ts';
import { GIVE_REFUSALS, rebateGiveRequest } from './rebate.ts';
import { REFUND_REFUSALS, refundRequest } from './refund-request.ts';

const approvalState = z.enum(['waiting', 'granted', 'refused', 'withdrawn', 'lapsed', 'used']);

/** Approval by another person: asked with the whole intent, answered once, used once (settled.md 13). */
export const approvalOperations = {
  'approval.ask': command({
    access: 'clerk',
    /** Exactly one: what the command of that name takes. */
    input: z.strictObject({
      refund: z.strictObject(refundRequest).optional(),
      rebate: z.strictObject(rebateGiveRequest).optional(),
      invoice: z.strictObject(invoiceRequest).optional(),
    }),
    output: z.strictObject({
      approvalId: z.int(),
      refundId: z.int().nullable(),
      state: z.literal('waiting'),
    }),
    refusals: [
      ...new Set([...REFUND_REFUSALS, ...GIVE_REFUSALS, ...ISSUE_REFUSALS, 'approval-not-needed'] as const),
    ],
  }),
  /** With `approver`: a supervisor's PIN on the asker's screen, for two minutes. Without: from the supervisor's own sign-in. */
  'approval.grant': session({
    access: 'clerk',
    input: z.strictObject({
      approvalId: id,
      approver: z.strictObject({ staffId: id, pin }).optional(),
    }),
    output: z.strictObject({
      approvalId: z.int(),
      state: z.literal('granted'),
      expiresAt: instant,
      approverName: z.string(),
    }),
    refusals: [
      'approval-unknown',
      'approval-not-waiting',
      'approval-own',
      'approval-other-person',
      'approver-not-supervisor',
      'wrong-pin',
      'locked-out',
    ],
  }),
  'approval.refuse': command({
    access: 'supervisor',
    input: z.strictObject({ approvalId: id, note: name }),
    output: z.strictObject({ approvalId: z.int(), state: z.literal('refused') }),
    refusals: ['approval-unknown', 'approval-not-waiting', 'approval-own', 'approver-not-supervisor'],
  }),
  'approval.withdraw': command({
    access: 'clerk',
    input: z.strictObject({ approvalId: id }),
    output: z.strictObject({ approvalId: z.int(), state: z.literal('withdrawn') }),
    refusals: ['approval-unknown', 'approval-not-waiting', 'approval-other-person'],
  }),
  'approval.read': query({
    access: 'clerk',
    input: z.strictObject({ approvalId: id }),
    output: z.strictObject({
      approvalId: z.int(),
      action: z.enum(['refund', 'rebate', 'invoice']),
      state: approvalState,
      refundId: z.int().nullable(),
      clientId: z.int(),
      clientName: z.string(),
      amountMinor: z.int(),
      drawerMinor: z.int().nullable(),
      reason: z.string(),
      note: z.string(),
      staffName: z.string(),
      at: instant,
      expiresAt: instant,
      isMine: z.boolean(),
      approverName: z.string().nullable(),
      way: z.enum(['desk', 'queue']).nullable(),
      answerNote: z.string(),
      approvers: z.array(z.strictObject({ staffId: z.int(), name: z.string() })),
      /** Exactly what `refund.issue` takes, with the approval's id, once it is granted; null for another action. */
      refund: z
        .strictObject({
          clientId: z.int(),
          amountMinor: z.int(),
          destination: refundDestination.optional(),
          parts: refundRequest.parts,
          terminalId: z.int().optional(),
          /** Absent when the money goes back online. */
          tillId: z.int().optional(),
          reason: z.string(),
          note: z.string().optional(),
          sources: refundRequest.sources,
          originPaymentId: z.int().optional(),
        })
        .nullable(),
      /** Likewise for `rebate.give`, with the name of the item. */
      rebate: z
        .strictObject({
          nameFr: z.string(),
          nameEn: z.string(),
          /** Before tax. */
          netMinor: z.int(),
          request: z.strictObject(rebateGiveRequest),
        })
        .nullable(),
      /** Likewise for `invoice.issue`: what would be let through, and the lines. */
      invoice: z
        .strictObject({
          needs: z.array(
            z.strictObject({
              kind: z.enum(['rebate', ...overrideKind.options]),
              lineIndex: z.int().nullable(),
              amountMinor: z.int(),
              reason: z.string(),
            }),
          ),
          lines: z.array(
            z.strictObject({
              nameFr: z.string(),
              nameEn: z.string(),
              personId: z.int().nullable(),
              quantity: z.int(),
              grossMinor: z.int(),
              netMinor: z.int(),
              totalMinor: z.int(),
            }),
          ),
          request: z.strictObject(invoiceRequest),
        })
        .nullable(),
    }),
    refusals: ['approval-unknown'],
  }),
};
