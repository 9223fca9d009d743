import { moneyMoved } from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { type AttemptRow, readAttempt } from '../../ledger/attempt-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { readSessionForOutcome } from '../../ledger/refund-store.ts';
import { settleAttempt } from '../../offline-refund/settle-attempt.ts';
import { startAttempt } from '../../offline-refund/start-attempt.ts';
import { postTerminalPayment } from '../../sale/post-terminal-payment.ts';
import { nextSaleStep } from '../../sale/sale-steps.ts';
import type { LongCommand } from '../context.ts';

/**
 * The clerk's answer about a card that was to pay. Approved: the payment is posted at once and the sale goes on to
 * its next card, or is completed. Declined: the cart waits for another tender. Unknown: it is parked (settled.md 10).
 */
export const settlePayment: LongCommand<'payment.settle'> = {
  async run(context, input) {
    const { db, staff, probe } = context;
    const attempt = await readAttempt(db, input.attemptId);
    if (attempt?.saleId == null) refuse('attempt-unknown', { attemptId: input.attemptId });
    const applied = await settleAttempt(db, {
      attempt,
      settlement: input,
      askedMinor: attempt.amountMinor,
      expectedLast4: [],
      staff,
      probe,
    });
    const { proof, attemptState } = applied;
    const payment =
      proof && moneyMoved(attemptState)
        ? await postTerminalPayment(db, {
            attempt: await inUnclosedSession(db, attempt),
            proof,
            staffId: staff.staffId,
          })
        : null;
    probe('outcome:after-payment');
    const outcome = payment ? await nextSaleStep(context, attempt.saleId) : null;
    return {
      saleId: attempt.saleId,
      attemptState,
      paymentId: payment?.paymentId ?? null,
      outcome,
    };
  },
  async after(context, { saleId, outcome }) {
    context.probe('outcome:after-commit');
    if (outcome?.state === 'in-progress') await startAttempt(context, outcome.attemptId);
    context.push({ type: 'sale-changed', saleId });
  },
};

/** A late answer belongs to the session its till runs now, when its own is closed; else to its own. */
async function inUnclosedSession(db: WritableLedger, attempt: AttemptRow): Promise<AttemptRow> {
  if (attempt.tillSessionId === null) return attempt;
  const session = await readSessionForOutcome(db, attempt.tillSessionId);
  return { ...attempt, tillSessionId: session?.tillSessionId ?? attempt.tillSessionId };
}
