import type { OutputOf } from '../../../shared/contract/contract.ts';
import {
  type AttemptState,
  isFinal,
  type RefundState,
  refundStateOf,
} from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { type ApprovalRow, readApprovalOfRefund, readApprovalSteps } from '../../ledger/approval-store.ts';
import { readAttemptSteps, readAttemptsOfRefund } from '../../ledger/attempt-store.ts';
import { readRefundExcess } from '../../ledger/refund-excess-store.ts';
import { isPart, readPartIds } from '../../ledger/refund-part-store.ts';
import { readOriginsOfRefund } from '../../ledger/refund-source-store.ts';
import { type RefundRow, readRefund, readRefundLines, readRefundOutcome } from '../../ledger/refund-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { readTakeBacks } from '../../ledger/take-back-store.ts';
import type { QueryHandler } from '../context.ts';
import { originRead } from './plan-refund.ts';

type TimelineStep = OutputOf<'refund.read'>['timeline'][number];

/** One refund with its live state; the instruction is shown only while its attempt is SENT (settled.md 1). */
export const readRefundQuery: QueryHandler<'refund.read'> = async ({ db }, { refundId }) => {
  const refund = await readRefund(db, refundId);
  if (!refund) refuse('refund-unknown', { refundId });
  const outcome = await readRefundOutcome(db, refundId);
  const excess = (await readRefundExcess(db, refundId)) ?? null;
  const attempts = await readAttemptsOfRefund(db, refundId);
  const states = attempts.map((attempt) => attempt.state as AttemptState);
  const approval = await readApprovalOfRefund(db, refundId);
  const origins = await readOriginsOfRefund(db, refundId);
  const lines = (await readRefundLines(db, refundId)).map((line) => {
    const origin = origins.find((each) => each.paymentId === line.originPaymentId);
    if (!origin) throw new Error(`payment ${line.originPaymentId} is gone`);
    const leftMinor = origin.amountMinor - origin.refundedMinor - origin.heldMinor;
    return {
      memoId: line.memoId,
      paymentId: line.paymentId,
      originPaymentId: line.originPaymentId,
      amountMinor: line.amountMinor,
      sourceNumber: line.sourceNumber,
      origin: { ...originRead(origin), maximumMinor: Math.max(0, leftMinor) },
    };
  });
  return {
    refundId,
    number: outcome?.number ?? excess?.number ?? null,
    state: stateNow(refund, states, approval, await isPart(db, refundId)),
    clientId: refund.clientId,
    clientName: refund.clientName,
    destination: refund.destination,
    amountMinor: refund.amountMinor,
    drawerMinor: outcome ? outcome.drawerMinor : refund.drawerMinor,
    refundedMinor: outcome?.amountMinor ?? 0,
    roundingMinor: outcome?.roundingMinor ?? 0,
    reason: refund.reason,
    note: refund.note,
    language: refund.language,
    localDate: refund.localDate,
    at: refund.at,
    staffName: refund.staffName,
    lines,
    parts: await readParts(db, refundId),
    attempts,
    openAttemptId: attempts.find((each) => !isFinal(each.state as AttemptState))?.attemptId ?? null,
    approval: approval ? approvalRead(approval) : null,
    timeline: await readTimeline(db, refund, attempts, approval),
    excess,
    takenBack: await readTakeBacks(db, refundId),
  };
};

function stateNow(
  refund: RefundRow,
  states: readonly AttemptState[],
  approval: ApprovalRow | undefined,
  isOneOfSeveral: boolean,
): RefundState {
  if (states.length === 0 && isOver(approval)) return 'failed';
  if (isDecidedCheque(refund, approval)) return refundStateOf(states, 'to-issue');
  const isDecided = approval === undefined || approval.state === 'used';
  return refundStateOf(states, isOneOfSeveral && isDecided ? 'to-begin' : 'waiting');
}

/** Every part of the refund it belongs to and where each stands; none when it goes one way. */
async function readParts(db: ReadableLedger, refundId: number): Promise<OutputOf<'refund.read'>['parts']> {
  const parts: OutputOf<'refund.read'>['parts'] = [];
  if (!(await isPart(db, refundId))) return parts;
  for (const partId of await readPartIds(db, refundId)) {
    const part = await readRefund(db, partId);
    if (!part) throw new Error(`no refund ${partId}`);
    const outcome = await readRefundOutcome(db, partId);
    const attempts = await readAttemptsOfRefund(db, partId);
    const states = attempts.map((attempt) => attempt.state as AttemptState);
    parts.push({
      refundId: partId,
      destination: part.destination,
      terminalName: part.terminalName,
      amountMinor: outcome?.amountMinor ?? part.amountMinor,
      drawerMinor: outcome ? outcome.drawerMinor : part.drawerMinor,
      state: stateNow(part, states, await readApprovalOfRefund(db, partId), true),
      number: outcome?.number ?? null,
    });
  }
  return parts;
}

/** A refund by cheque that waits for no approval any more. */
const isDecidedCheque = (refund: RefundRow, approval: ApprovalRow | undefined) =>
  refund.destination === 'cheque' && (approval === undefined || approval.state === 'used');

/** An approval that ended without use: the refund it was for will never be issued. */
const isOver = (approval: ApprovalRow | undefined) =>
  approval !== undefined && ['refused', 'withdrawn', 'lapsed'].includes(approval.state);

function approvalRead(approval: ApprovalRow) {
  const { approvalId, state, staffName, approverName, way, answerNote } = approval;
  return { approvalId, state, staffName, approverName, way, note: answerNote ?? '' };
}

/** What happened, in order: asked, then each move of each attempt and each answer, with what was said. */
async function readTimeline(
  db: ReadableLedger,
  refund: RefundRow,
  attempts: readonly { attemptId: number; driver: string }[],
  approval: ApprovalRow | undefined,
): Promise<TimelineStep[]> {
  const asked = { at: refund.at, kind: 'asked', staffName: refund.staffName, note: refund.reason };
  const timeline: TimelineStep[] = [asked];
  if (approval)
    for (const { at, state, staffName, note } of await readApprovalSteps(db, approval.approvalId))
      timeline.push({ at, kind: `approval-${state}`, staffName, note });
  if (isDecidedCheque(refund, approval))
    timeline.push({
      at: timeline.at(-1)?.at ?? refund.at,
      kind: 'to-issue',
      staffName: refund.staffName,
      note: '',
    });
  for (const { attemptId, driver } of attempts)
    for (const { at, kind, staffName, note } of await readAttemptSteps(db, attemptId)) {
      const step = stepWords(driver, kind, staffName);
      if (step) timeline.push({ at, note, ...step });
    }
  return timeline;
}

type StepWords = Pick<TimelineStep, 'kind' | 'staffName'>;

/** A step in its driver's words, or null where there is nothing to tell. */
function stepWords(driver: string, kind: string, staffName: string | null): StepWords | null {
  if (driver === 'nexo') return byTerminal(kind, staffName);
  if (driver !== 'cheque') return { kind, staffName };
  if (kind === 'approved') return { kind: 'cheque-issued', staffName };
  return kind === 'not-sent' ? { kind: 'cheque-not-made', staffName } : null;
}

const TOLD_BY_TERMINAL: readonly string[] = ['approved', 'declined', 'cancelled', 'not-sent'];

/** An integrated terminal is commanded and answers by itself: nobody was shown anything, and no person said so. */
function byTerminal(kind: string, staffName: string | null): StepWords {
  if (kind === 'sent') return { kind: 'sent-terminal', staffName };
  const words = kind === 'not-sent' ? 'not-sent-terminal' : kind;
  return { kind: words, staffName: TOLD_BY_TERMINAL.includes(kind) ? null : staffName };
}
