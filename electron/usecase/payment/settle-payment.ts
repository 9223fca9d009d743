import { refuse } from '../../../shared/domain/refusal.ts';
import { readAttempt } from '../../ledger/attempt-store.ts';
import { postPaidLeg } from '../../offline-refund/post-paid-leg.ts';
import { settleAttempt } from '../../offline-refund/settle-attempt.ts';
import { startAttempt } from '../../offline-refund/start-attempt.ts';
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
    const { paymentId, outcome } = await postPaidLeg(
      context,
      { ...attempt, saleId: attempt.saleId },
      applied,
      probe,
    );
    return {
      saleId: attempt.saleId,
      attemptState: applied.attemptState,
      paymentId,
      outcome,
    };
  },
  async after(context, { saleId, outcome }) {
    context.probe('outcome:after-commit');
    if (outcome?.state === 'in-progress') await startAttempt(context, outcome.attemptId);
    context.push({ type: 'sale-changed', saleId });
  },
};
