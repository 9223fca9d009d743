import {
  type AttemptState,
  moneyMoved,
  movesByTerminal,
  type TerminalWord,
} from '../../shared/domain/attempt.ts';
import { brandName } from '../../shared/domain/card-brand.ts';
import type { GatewayReply } from '../gateway/gateway.ts';
import { type AttemptRow, readAttempt } from '../ledger/attempt-store.ts';
import type { Ledger, WritableLedger } from '../ledger/ledger.ts';
import {
  insertTerminalReply,
  readLastTerminalReply,
  type TerminalReplyRow,
} from '../ledger/terminal-reply-store.ts';
import type { SaleOutcome } from '../sale/write-sale.ts';
import type { TerminalReply } from '../terminal/terminal-device.ts';
import type { Proof } from '../terminal/terminal-driver.ts';
import { applyOutcome, type Outcome } from './apply-outcome.ts';
import type { MachineOutcome } from './attempt-device.ts';
import { hasRoomForRefund } from './late-approval.ts';
import { postPaidLeg } from './post-paid-leg.ts';

export interface OutcomeContext {
  readonly ledger: Ledger;
  readonly newReference: () => string;
  readonly probe: (point: string) => void;
}

/** What an answer made of its attempt. */
export interface TerminalApplied {
  readonly attempt: AttemptRow;
  readonly state: AttemptState;
  /** The sale's next step, when a card leg was paid. */
  readonly sale: SaleOutcome | null;
}

/**
 * Keeps an answer in the journal, in a transaction of its own: should applying it fail, an approval is not lost
 * (terminal.md §3.4). An answer that proves nothing is not kept.
 */
export async function journalOutcome(
  { ledger, probe }: OutcomeContext,
  attemptId: number,
  outcome: MachineOutcome,
): Promise<void> {
  if (!('reply' in outcome) || (outcome.reply === null && outcome.kind !== 'not-sent')) return;
  probe('terminal:before-journal');
  await ledger.write(async (db) => {
    await insertTerminalReply(db, attemptId, {
      outcome: outcome.kind,
      reason: 'reason' in outcome ? outcome.reason : null,
      authorizedMinor: outcome.reply && movedMinorOf(outcome.reply),
      reply: outcome.reply && JSON.stringify(outcome.reply),
    });
    probe('terminal:before-journal-commit');
  });
  probe('terminal:after-journal');
}

/** Applies an answer in one transaction: state, evidence, money, holds, and the next step of a sale. */
export async function applyTerminalOutcome(
  context: OutcomeContext,
  attemptId: number,
  outcome: Told,
): Promise<TerminalApplied> {
  const applied = await context.ledger.write(async (db) => {
    const attempt = await readAttempt(db, attemptId);
    if (!attempt) throw new Error(`no attempt ${attemptId}`);
    return await moveByTerminal(context, db, attempt, outcome);
  });
  context.probe('outcome:after-commit');
  return applied;
}

/** What the journal kept last about an attempt, to apply it after a crash; null when it holds nothing final. */
export async function readJournalled(ledger: Ledger, attemptId: number): Promise<Told | null> {
  const row = await ledger.read((db) => readLastTerminalReply(db, attemptId));
  return row ? toldBy(row) : null;
}

/** The word of an answer and what it proves. */
export interface Told {
  readonly kind: TerminalWord;
  readonly reply?: TerminalReply | GatewayReply | null;
}

const isOfGateway = (reply: TerminalReply | GatewayReply): reply is GatewayReply => 'declineCode' in reply;

function movedMinorOf(reply: TerminalReply | GatewayReply): number | null {
  return isOfGateway(reply) ? reply.amountMinor : reply.authorizedMinor;
}

function toldBy(row: TerminalReplyRow): Told {
  return { kind: row.outcome as TerminalWord, reply: row.reply === null ? null : JSON.parse(row.reply) };
}

async function moveByTerminal(
  context: OutcomeContext,
  db: WritableLedger,
  attempt: AttemptRow,
  told: Told,
): Promise<TerminalApplied> {
  const proof = proofOf(told);
  const word = (await canFollow(db, attempt, told, proof)) ? told.kind : 'conflict';
  const moves = movesByTerminal(attempt.state, word);
  const to = moves.at(-1);
  if (to === undefined) return { attempt, state: attempt.state, sale: null };
  for (const state of moves.slice(0, -1))
    await db.move('attempt', attempt.attemptId, state, { staffId: null });
  const from = { ...attempt, state: moves.at(-2) ?? attempt.state };
  const applied = await applyOutcome(db, from, outcomeOf(attempt, to, told, proof), context.probe);
  if (attempt.saleId === null || !moneyMoved(to)) return { attempt, state: to, sale: null };
  const { newReference, probe } = context;
  const staff = { staffId: attempt.staffId };
  const leg = await postPaidLeg(
    { db, staff, newReference },
    { ...attempt, saleId: attempt.saleId },
    applied,
    probe,
  );
  return { attempt, state: to, sale: leg.outcome };
}

/** An approval that the books cannot follow is a conflict: no amount, more than was held, or its money used meanwhile. */
async function canFollow(
  db: WritableLedger,
  attempt: AttemptRow,
  told: Told,
  proof: Proof | null,
): Promise<boolean> {
  if (told.kind !== 'approved') return true;
  if (!proof || proof.amountMinor <= 0 || proof.amountMinor > attempt.amountMinor) return false;
  return attempt.direction === 'in' || (await hasRoomForRefund(db, attempt));
}

const ANSWERS = {
  approved: 'approved',
  conflict: 'approved',
  declined: 'declined',
  cancelled: 'not-done',
  'not-sent': 'not-done',
} as const;

function outcomeOf(attempt: AttemptRow, to: AttemptState, told: Told, proof: Proof | null): Outcome {
  const answer = told.kind in ANSWERS ? ANSWERS[told.kind as keyof typeof ANSWERS] : null;
  const isProven = answer !== null && (answer !== 'approved' || proof !== null);
  return {
    to,
    told: isProven
      ? {
          answer,
          proof: answer === 'approved' ? proof : null,
          note: noteOf(told),
          overrideReason: null,
        }
      : null,
    staffId: answer === null ? null : attempt.staffId,
  };
}

function noteOf({ reply }: Told): string {
  if (!reply) return '';
  return (isOfGateway(reply) ? reply.declineCode : reply.refusalText) ?? '';
}

function proofOf({ reply }: Told): Proof | null {
  const amountMinor = reply ? movedMinorOf(reply) : null;
  if (!reply || amountMinor === null) return null;
  if (isOfGateway(reply)) {
    const { brand, last4, reference } = reply;
    return { amountMinor, approvalCode: null, brand, last4, slipNumber: reference, slipAt: null };
  }
  return {
    amountMinor,
    approvalCode: reply.approvalCode,
    brand: reply.brand && brandName(reply.brand),
    last4: reply.last4,
    slipNumber: reply.acquirerTransactionId ?? reply.poiTransactionId,
    slipAt: reply.poiTransactionAt,
  };
}
