import { startAttempt } from '../../offline-refund/start-attempt.ts';
import type { LongCommand } from '../context.ts';
import { requireSubject } from './action-subject.ts';
import { retryCharge } from './retry-charge.ts';
import { retryRefund } from './retry-refund.ts';

/**
 * Tries a failed charge or refund once more (domain.md B19). Whoever presses, and however often, there is one attempt:
 * the next one finds it under way, or settled.
 */
export const retryAction: LongCommand<'action.retry'> = {
  async run(context, { actionId, savedMethodId }) {
    const subject = await requireSubject(context.db, actionId);
    return 'saleId' in subject
      ? await retryCharge(context, { ...subject, actionId, savedMethodId })
      : await retryRefund(context, { ...subject, actionId, savedMethodId });
  },
  async after(context, { saleId, refundId, attemptId }) {
    await startAttempt(context, attemptId);
    if (saleId !== null) context.push({ type: 'sale-changed', saleId });
    if (refundId !== null) context.push({ type: 'refund-changed', refundId });
  },
};
