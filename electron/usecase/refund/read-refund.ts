import { type AttemptState, isFinal, refundStateOf } from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readAttemptsOfRefund, readMoves } from '../../ledger/attempt-store.ts';
import {
  type RefundRow,
  readOriginsOfRefund,
  readRefund,
  readRefundLines,
  readRefundOutcome,
} from '../../ledger/refund-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import type { QueryHandler } from '../context.ts';
import { originRead } from './plan-refund.ts';

/** One refund with its live state; the instruction is shown only while its attempt is SENT (settled.md 1). */
export const readRefundQuery: QueryHandler<'refund.read'> = async ({ db }, { refundId }) => {
  const refund = await readRefund(db, refundId);
  if (!refund) refuse('refund-unknown', { refundId });
  const outcome = await readRefundOutcome(db, refundId);
  const attempts = await readAttemptsOfRefund(db, refundId);
  const states = attempts.map((attempt) => attempt.state as AttemptState);
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
    number: outcome?.number ?? null,
    state: refundStateOf(states),
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
    attempts,
    openAttemptId: attempts.find((each) => !isFinal(each.state as AttemptState))?.attemptId ?? null,
    timeline: await readTimeline(db, refund, attempts),
  };
};

/** What happened, in order: asked, each move of each attempt, each answer with what was said. */
async function readTimeline(
  db: ReadableLedger,
  refund: RefundRow,
  attempts: Awaited<ReturnType<typeof readAttemptsOfRefund>>,
) {
  const timeline: { at: string; kind: string; staffName: string | null; note: string }[] = [
    { at: refund.at, kind: 'asked', staffName: refund.staffName, note: refund.reason },
  ];
  for (const attempt of attempts) {
    const moves = await readMoves(db, { process: 'attempt', rowId: attempt.attemptId });
    const answers = [...attempt.evidence];
    for (const { at, toState, staffName } of moves) {
      // an answer and the move it caused share one transaction, so one instant
      const index = answers.findIndex((answer) => answer.at === at);
      const [answer] = index < 0 ? [] : answers.splice(index, 1);
      timeline.push({ at, kind: toState, staffName, note: answer?.note ?? '' });
    }
    for (const answer of answers)
      timeline.push({
        at: answer.at,
        kind: `answer-${answer.answer}`,
        staffName: answer.staffName,
        note: answer.note,
      });
  }
  return timeline.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
