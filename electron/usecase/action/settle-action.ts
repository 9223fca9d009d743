import { isFinal } from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readSaleAttempts } from '../../ledger/sale-store.ts';
import { startAttempt } from '../../offline-refund/start-attempt.ts';
import type { LongCommand } from '../context.ts';
import { settlePayment } from '../payment/settle-payment.ts';
import { settleRefund } from '../refund/settle-refund.ts';
import { requireSubject } from './action-subject.ts';

/** A person's word, with its proof, about a charge or a refund that waits for an outcome (settled.md 14). */
export const settleAction: LongCommand<'action.settle'> = {
  async run(context, { actionId, ...settlement }) {
    const subject = await requireSubject(context.db, actionId);
    if ('refundId' in subject) {
      const { attemptState } = await settleRefund.run(context, { ...subject, ...settlement });
      return { attemptState, saleId: null, refundId: subject.refundId, paymentId: null, nextAttemptId: null };
    }
    const { saleId } = subject;
    const attempts = await readSaleAttempts(context.db, saleId);
    const attempt = attempts.find(({ state }) => !isFinal(state)) ?? attempts.at(-1);
    if (!attempt) refuse('action-unknown', { actionId });
    const { attemptId } = attempt;
    const settled = await settlePayment.run(context, { attemptId, ...settlement });
    const { attemptState, paymentId, outcome } = settled;
    const nextAttemptId = outcome?.state === 'in-progress' ? outcome.attemptId : null;
    return { attemptState, saleId, refundId: null, paymentId, nextAttemptId };
  },
  async after(context, { saleId, refundId, nextAttemptId }) {
    if (nextAttemptId !== null) await startAttempt(context, nextAttemptId);
    if (saleId !== null) context.push({ type: 'sale-changed', saleId });
    if (refundId !== null) context.push({ type: 'refund-changed', refundId });
  },
};
