import { z } from 'zod';
import { ACTION_DEEDS, ACTION_KINDS, ACTION_STATES } from '../domain/action.ts';
import { id, instant, localDate, notes, signedMinor, text } from './fields.ts';
import { command, query } from './operation.ts';

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
  /** The product it is about, in both languages; English may be empty. */
  nameFr: z.string().nullable(),
  nameEn: z.string().nullable(),
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
  /** Who is on it today, or nobody. */
  claim: z
    .strictObject({ staffId: z.int(), staffName: z.string(), at: instant, isMine: z.boolean() })
    .nullable(),
  noteCount: z.int(),
});

const actionId = z.string().regex(/^[a-z][a-z-]{0,40}-[1-9]\d{0,14}$/);
/** How a client was contacted. */
const noteWay = z.enum(['phone', 'email', 'in-person', 'letter', 'other']);

export const actionOperations = {
  /** Everything about money that needs a hand, oldest first. */
  'action.list': query({
    access: 'clerk',
    input: z.strictObject({
      /** Leaves out what only wants a look: instalments of today, expiring cards, money to reconcile. */
      urgent: z.boolean().optional(),
      /** Only these kinds; every kind otherwise. */
      kinds: z.array(actionKind).max(ACTION_KINDS.length).optional(),
      /** Any part of the client's name, or of what the row is about. */
      search: text.optional(),
      clientId: id.optional(),
      refundId: id.optional(),
      /** Only rows that nobody is on, or that the caller is on. */
      claimed: z.enum(['nobody', 'mine']).optional(),
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
  /** What changed since the last close of a till, or of any till: what still waits, and what came to an end. */
  'action.digest': query({
    access: 'clerk',
    input: z.strictObject({ tillId: id.optional() }),
    output: z.strictObject({
      close: z
        .strictObject({
          zNumber: z.string(),
          at: instant,
          closedBy: z.string(),
          differenceMinor: signedMinor,
        })
        .nullable(),
      /** Rows that came since and still wait, by kind. */
      waiting: z.array(z.strictObject({ kind: actionKind, count: z.int(), amountMinor: z.int() })),
      ended: z
        .strictObject({
          refundsDone: z.strictObject({ count: z.int(), amountMinor: z.int() }),
          approvalsGranted: z.int(),
          approvalsRefused: z.int(),
          rowsDismissed: z.int(),
        })
        .nullable(),
    }),
  }),
  /** One row, with what was said to its client so far. */
  'action.read': query({
    access: 'clerk',
    input: z.strictObject({ actionId }),
    output: z.strictObject({
      action,
      clientPhone: z.string(),
      clientEmail: z.string(),
      notes: z.array(z.strictObject({ way: noteWay, note: z.string(), staffName: z.string(), at: instant })),
    }),
    refusals: ['action-unknown'],
  }),
  /** Says who is on it, until let go of or the local day is over. A claim stops nobody else's hand. */
  'action.claim': command({
    access: 'clerk',
    input: z.strictObject({ actionId }),
    output: z.strictObject({ actionId: z.string(), staffName: z.string(), at: instant }),
    refusals: ['action-unknown', 'action-claimed'],
  }),
  'action.release': command({
    access: 'clerk',
    input: z.strictObject({ actionId }),
    output: z.strictObject({ actionId: z.string() }),
    refusals: ['action-not-claimed', 'action-claimed'],
  }),
  /** Keeps what was said to the client, and how. */
  'action.note': command({
    access: 'clerk',
    input: z.strictObject({ actionId, way: noteWay, note: notes.pipe(z.string().min(1)) }),
    output: z.strictObject({ actionId: z.string(), noteCount: z.int() }),
    refusals: ['action-unknown'],
  }),
};
