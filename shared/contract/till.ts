import { z } from 'zod';
import {
  amountMinor,
  amountOrZeroMinor,
  done,
  id,
  instant,
  localDate,
  name,
  notes,
  pin,
  signedMinor,
  text,
} from './fields.ts';
import { command, query, session as sessionCall } from './operation.ts';
import { closeHead, openAttempt, sessionReport, zNumber } from './till-report.ts';

/** The till a movement belongs to; without it, the only open till, else the caller must choose. */
const tillId = id.optional();
const tillRefusals = ['till-unknown', 'till-closed', 'till-choice-needed'] as const;

const session = z.strictObject({
  tillSessionId: z.int(),
  state: z.enum(['open', 'ended', 'closed']),
  openedAt: instant,
  openedBy: z.string(),
  localDate,
  /** Null for roles that count blind (settled.md 38). */
  expectedMinor: signedMinor.nullable(),
  floatMinor: z.int(),
  countsTaken: z.int(),
  /** Opened on an earlier day and never closed: count it first. */
  isForgotten: z.boolean(),
});

/** Pieces per denomination, in minor units of one piece ("2000" is a 20 $ note); rolls as "roll-200" and so on. */
const denominations = z.record(z.string().max(20), z.int().min(0).max(100_000));

export const tillOperations = {
  'till.list': query({
    access: 'clerk',
    input: z.strictObject({}),
    output: z.strictObject({
      tills: z.array(
        z.strictObject({
          tillId: z.int(),
          name: z.string(),
          terminalId: z.int().nullable(),
          active: z.boolean(),
          session: session.nullable(),
        }),
      ),
    }),
  }),
  'till.add': command({
    access: 'administrator',
    input: z.strictObject({ name, terminalId: id.optional() }),
    output: z.strictObject({ tillId: z.int() }),
    refusals: ['terminal-unknown', 'invalid-input'],
  }),
  'till.change': command({
    access: 'administrator',
    input: z.strictObject({ tillId: id, name, terminalId: id.optional(), active: z.boolean() }),
    output: done,
    refusals: ['till-unknown', 'terminal-unknown', 'till-already-open', 'invalid-input'],
  }),
  'till.read': query({
    access: 'clerk',
    input: z.strictObject({ tillId }),
    output: z.strictObject({
      tillId: z.int(),
      name: z.string(),
      session: session.nullable(),
      safeMinor: signedMinor.nullable(),
      events: z.array(
        z.strictObject({
          at: instant,
          kind: z.string(),
          amountMinor: signedMinor,
          reason: z.string(),
          staffName: z.string(),
          documentNumber: z.string().nullable(),
        }),
      ),
      openAttempts: z.array(openAttempt),
      /** Who may accept a difference with a PIN, while the count is under way; never the caller. */
      approvers: z.array(z.strictObject({ staffId: z.int(), name: z.string() })),
      /** The newest; `till.readCloses` has those before. */
      closes: z.array(z.strictObject(closeHead)),
    }),
    refusals: ['till-unknown', 'till-choice-needed'],
  }),
  /** The till's closes before that one, newest first; numbers have no gap, so the last of all is its first Z. */
  'till.readCloses': query({
    access: 'clerk',
    input: z.strictObject({ before: zNumber }),
    output: z.strictObject({ closes: z.array(z.strictObject(closeHead)) }),
    refusals: ['z-report-unknown'],
  }),
  /** The session so far, without closing anything. */
  'till.readX': query({
    access: 'supervisor',
    input: z.strictObject({ tillId }),
    output: z.strictObject({
      tillId: z.int(),
      tillName: z.string(),
      state: z.enum(['open', 'ended']),
      at: instant,
      report: sessionReport,
    }),
    refusals: tillRefusals,
  }),
  /** A close as it was sealed, and what became of it. */
  'till.readZ': query({
    access: 'clerk',
    input: z.strictObject({ zNumber }),
    output: z.strictObject({
      ...closeHead,
      tillId: z.int(),
      tillName: z.string(),
      /** Pieces per denomination of the count that was accepted. */
      denominations: z.record(z.string(), z.int()),
      report: sessionReport,
    }),
    refusals: ['z-report-unknown'],
  }),
  /** Takes the last close back for a recount: no new movement, and before the deposit only (settled.md 37). */
  'till.reopen': command({
    access: 'supervisor',
    input: z.strictObject({ tillId, reason: name }),
    output: z.strictObject({ tillSessionId: z.int(), zNumber: z.string() }),
    refusals: ['till-unknown', 'till-choice-needed', 'till-not-reopenable'],
  }),
  /** A supervisor marks a close as looked at; it leaves the worklist. */
  'till.review': command({
    access: 'supervisor',
    input: z.strictObject({ zNumber, note: notes.optional() }),
    output: z.strictObject({ zNumber: z.string(), reviewedBy: z.string() }),
    refusals: ['z-report-unknown', 'close-reviewed'],
  }),
  'till.open': command({
    access: 'clerk',
    input: z.strictObject({ tillId, floatMinor: amountOrZeroMinor }),
    output: z.strictObject({ tillSessionId: z.int(), tillId: z.int() }),
    refusals: ['till-unknown', 'till-choice-needed', 'till-already-open', 'cash-not-multiple-of-five'],
  }),
  'till.topUp': command({
    access: 'clerk',
    input: z.strictObject({ tillId, amountMinor }),
    output: done,
    refusals: [...tillRefusals, 'cash-not-multiple-of-five', 'amount-too-large'],
  }),
  'till.payIn': command({
    access: 'clerk',
    input: z.strictObject({ tillId, amountMinor, reason: name, ledgerCode: text.optional() }),
    output: done,
    refusals: [...tillRefusals, 'cash-not-multiple-of-five', 'amount-too-large'],
  }),
  'till.payOut': command({
    access: 'supervisor',
    input: z.strictObject({ tillId, amountMinor, reason: name, ledgerCode: text.optional() }),
    output: done,
    refusals: [...tillRefusals, 'cash-not-multiple-of-five', 'drawer-short'],
  }),
  'till.drop': command({
    access: 'clerk',
    input: z.strictObject({ tillId, amountMinor }),
    output: done,
    refusals: [...tillRefusals, 'cash-not-multiple-of-five', 'drawer-short'],
  }),
  'till.noSale': command({
    access: 'supervisor',
    input: z.strictObject({ tillId, reason: name }),
    output: done,
    refusals: tillRefusals,
  }),
  'till.end': command({
    access: 'clerk',
    input: z.strictObject({ tillId }),
    output: z.strictObject({ tillSessionId: z.int() }),
    refusals: tillRefusals,
  }),
  /** Blind: the answer never says what was expected, only whether a recount is offered. */
  'till.count': command({
    access: 'clerk',
    input: z.strictObject({
      tillId,
      denominations: denominations.optional(),
      totalMinor: amountOrZeroMinor.optional(),
    }),
    output: z.strictObject({ countedMinor: z.int(), agrees: z.boolean(), canRecount: z.boolean() }),
    refusals: ['till-unknown', 'till-choice-needed', 'till-closed', 'till-not-ended', 'invalid-input'],
  }),
  /** With their PIN on the clerk's screen a supervisor accepts the difference of the last count, for two minutes. */
  'till.acceptDifference': sessionCall({
    access: 'clerk',
    input: z.strictObject({ tillId, approver: z.strictObject({ staffId: id, pin }) }),
    output: z.strictObject({ approverName: z.string(), expiresAt: instant }),
    refusals: [
      'till-unknown',
      'till-choice-needed',
      'till-closed',
      'till-not-ended',
      'till-count-missing',
      'approver-not-supervisor',
      'wrong-pin',
      'locked-out',
    ],
  }),
  'till.close': command({
    access: 'clerk',
    input: z.strictObject({ tillId, differenceReason: notes.optional() }),
    output: z.strictObject({
      tillSessionId: z.int(),
      zNumber: z.string(),
      expectedMinor: signedMinor,
      countedMinor: z.int(),
      differenceMinor: signedMinor,
      chainSeq: z.int(),
      chainHash: z.string(),
    }),
    refusals: [
      'till-unknown',
      'till-choice-needed',
      'till-closed',
      'till-not-ended',
      'till-count-missing',
      'till-open-cash-attempt',
      'difference-needs-reason',
      'difference-needs-supervisor',
    ],
  }),
};
