import { z } from 'zod';
import { ACTION_DEEDS, ACTION_KINDS, ACTION_STATES } from '../domain/action.ts';
import { id, instant, localDate, text } from './fields.ts';
import { query } from './operation.ts';

const actionKind = z.enum(ACTION_KINDS);

/** One row of the worklist, of whatever kind. */
const action = z.strictObject({
  /** Names the row for as long as it waits: to claim it, note a call, dismiss it. */
  actionId: z.string(),
  kind: actionKind,
  state: z.enum(ACTION_STATES),
  since: instant,
  /** When its money was due, where it is about a due date. */
  dueDate: localDate.nullable(),
  amountMinor: z.int(),
  clientId: z.int().nullable(),
  clientName: z.string().nullable(),
  /** Who began it; null where nobody did. */
  staffName: z.string().nullable(),
  /** What its sentence names: a terminal, a till, a masked card, a document's number. */
  about: z.string().nullable(),
  /** Why, as a code worded in both catalogs. */
  why: z.string().nullable(),
  /** What can be done, the most useful first. */
  can: z.array(z.enum(ACTION_DEEDS)),
  refundId: z.int().nullable(),
  saleId: z.int().nullable(),
  attemptId: z.int().nullable(),
  approvalId: z.int().nullable(),
  paymentId: z.int().nullable(),
  memoId: z.int().nullable(),
  invoiceId: z.int().nullable(),
  plannedPaymentId: z.int().nullable(),
  savedMethodId: z.int().nullable(),
  zNumber: z.string().nullable(),
  driver: z.string().nullable(),
  terminalName: z.string().nullable(),
});

export const actionOperations = {
  /** Everything about money that needs a hand, oldest first. */
  'action.list': query({
    access: 'clerk',
    input: z.strictObject({
      /** Only these kinds; every kind otherwise. */
      kinds: z.array(actionKind).max(ACTION_KINDS.length).optional(),
      /** Any part of the client's name, or of what the row is about. */
      search: text.optional(),
      clientId: id.optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: z.strictObject({
      /** One page of the rows that were asked for; 500 at most. */
      actions: z.array(action),
      /** How many rows were asked for, on all pages. */
      totalCount: z.int(),
      /** Rows of each kind that has any, before the choice of kinds; what is resolved elsewhere does not count. */
      counts: z.array(z.strictObject({ kind: actionKind, count: z.int() })),
      /** Every row that waits, whatever was asked for. */
      openCount: z.int(),
    }),
  }),
};
