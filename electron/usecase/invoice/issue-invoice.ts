import { startAttempt } from '../../offline-refund/start-attempt.ts';
import { takeTenders } from '../../sale/take-tenders.ts';
import { readGranted, requireApproval } from '../approval/require-approval.ts';
import type { LongCommand } from '../context.ts';
import { prepareInvoice } from './prepare-invoice.ts';

/**
 * Sells: at once when no terminal is needed; with a terminal leg the cart is saved and the answer is `in-progress`,
 * and no invoice exists until the card legs are paid (settled.md 10). An approval is used up when the clerk confirms.
 */
export const issueInvoice: LongCommand<'invoice.issue'> = {
  run: async (context, { approvalId, ...input }) => {
    const { db, staff } = context;
    const approval = await readGranted(db, { approvalId, staff });
    const { taking, intent, needed } = await prepareInvoice(context, input);
    await requireApproval(db, { staff, intent, needed, approval });
    const terms = { ...taking.sale.terms, approvalId: approval?.approvalId ?? null };
    return await takeTenders(context, { ...taking, sale: { ...taking.sale, terms } });
  },
  after: async (context, result) => {
    if (result.state === 'in-progress') await startAttempt(context, result.attemptId);
  },
};
