import { isFinal, moneyMoved, refundStateOf } from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { type AttemptRow, readAttempt, readAttemptsOfRefund } from '../../ledger/attempt-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { type RefundRow, readExpectedCards, readRefund } from '../../ledger/refund-store.ts';
import { settleAttempt } from '../../offline-refund/settle-attempt.ts';
import type { LongCommand } from '../context.ts';

/** The clerk's answer about a refund: in front of the client, or later from the Action Center. */
export const settleRefund: LongCommand<'refund.settle'> = {
  async run(context, input) {
    const { db, staff, probe } = context;
    const refund = await readRefund(db, input.refundId);
    if (!refund) refuse('refund-unknown', { refundId: input.refundId });
    const attempt = await requireAttempt(db, refund);
    const applied = await settleAttempt(db, {
      attempt,
      settlement: input,
      askedMinor: refund.drawerMinor ?? refund.amountMinor,
      expectedLast4: refund.destination === 'terminal' ? await readExpectedCards(db, refund.refundId) : [],
      staff,
      probe,
    });
    return {
      refundId: refund.refundId,
      attemptState: applied.attemptState,
      state: refundStateOf([applied.attemptState]),
      number: applied.refund?.number ?? null,
      refundedMinor: applied.refund?.refundedMinor ?? 0,
      drawerMinor: applied.refund?.drawerMinor ?? null,
      roundingMinor: applied.refund?.roundingMinor ?? 0,
    };
  },
  async after(context, { refundId }) {
    context.probe('outcome:after-commit');
    context.push({ type: 'refund-changed', refundId });
  },
};

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
