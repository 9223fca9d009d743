import { isFinal, moneyMoved, refundStateOf } from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readApprovalOfRefund } from '../../ledger/approval-store.ts';
import { type AttemptRow, readAttempt, readAttemptsOfRefund } from '../../ledger/attempt-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { isPart } from '../../ledger/refund-part-store.ts';
import { type RefundRow, readExpectedCards, readRefund } from '../../ledger/refund-store.ts';
import type { AppliedOutcome } from '../../offline-refund/apply-outcome.ts';
import { giveUpPart } from '../../offline-refund/give-up-part.ts';
import { type Settlement, settleAttempt } from '../../offline-refund/settle-attempt.ts';
import { settleCheque } from '../../offline-refund/settle-cheque.ts';
import type { CommandContext, LongCommand } from '../context.ts';
import { requireToBegin } from './begin-part.ts';

/** The clerk's answer about a refund: in front of the client, or later from the Action Center. */
export const settleRefund: LongCommand<'refund.settle'> = {
  async run(context, input) {
    const { db, staff, probe } = context;
    const refund = await readRefund(db, input.refundId);
    if (!refund) refuse('refund-unknown', { refundId: input.refundId });
    if (isCheque(refund)) await requireToIssue(db, refund);
    const reference = context.newReference();
    const given = { refund, settlement: input, staff, reference, probe };
    const applied = isCheque(refund)
      ? await settleCheque(db, given)
      : (await isGivenUp(db, refund, input))
        ? await giveUpPart(db, given)
        : await settleOnAttempt(context, refund, input);
    return {
      refundId: refund.refundId,
      attemptState: applied.attemptState,
      state: refundStateOf([applied.attemptState]),
      number: applied.refund?.number ?? applied.excess?.number ?? null,
      refundedMinor: applied.refund?.refundedMinor ?? 0,
      drawerMinor: applied.refund?.drawerMinor ?? null,
      roundingMinor: applied.refund?.roundingMinor ?? 0,
      excessMinor: applied.excess?.amountMinor ?? 0,
    };
  },
  async after(context, { refundId }) {
    context.probe('outcome:after-commit');
    context.push({ type: 'refund-changed', refundId });
  },
};

const isCheque = (refund: RefundRow) => refund.destination === 'cheque';

/** A part that nobody has begun and that will not be: nothing was shown, so any clerk may say so. */
async function isGivenUp(db: WritableLedger, refund: RefundRow, { answer }: Settlement): Promise<boolean> {
  if (answer !== 'not-done' || !(await isPart(db, refund.refundId))) return false;
  const [attempt] = await readAttemptsOfRefund(db, refund.refundId);
  if (attempt) return false;
  await requireToBegin(db, refund);
  return true;
}

async function settleOnAttempt(
  { db, staff, probe }: CommandContext,
  refund: RefundRow,
  settlement: Settlement,
): Promise<AppliedOutcome> {
  return await settleAttempt(db, {
    attempt: await requireAttempt(db, refund),
    settlement,
    askedMinor: refund.drawerMinor ?? refund.amountMinor,
    expectedLast4: refund.destination === 'terminal' ? await readExpectedCards(db, refund.refundId) : [],
    staff,
    probe,
  });
}

/** A cheque is answered once, while it is in the list of cheques to issue. */
async function requireToIssue(db: WritableLedger, refund: RefundRow): Promise<void> {
  const [attempt] = await readAttemptsOfRefund(db, refund.refundId);
  if (attempt) refuse('attempt-settled', { state: attempt.state });
  const approval = await readApprovalOfRefund(db, refund.refundId);
  if (approval && approval.state !== 'used') refuse('attempt-not-sent', { state: approval.state });
}

/** The attempt the answer is about: the open one, else the last one that did not move the money. */
async function requireAttempt(db: WritableLedger, refund: RefundRow): Promise<AttemptRow> {
  const attempts = await readAttemptsOfRefund(db, refund.refundId);
  const rows: AttemptRow[] = [];
  for (const { attemptId } of attempts) {
    const row = await readAttempt(db, attemptId);
    if (row) rows.push(row);
  }
  const open = rows.find((row) => !isFinal(row.state));
  const moved = rows.find((row) => moneyMoved(row.state));
  const attempt = open ?? moved ?? rows.at(-1);
  if (!attempt) refuse('attempt-not-sent', { state: 'waiting' });
  return attempt;
}
