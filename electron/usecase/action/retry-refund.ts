import type { OutputOf } from '../../../shared/contract/contract.ts';
import { isFinal, moneyMoved } from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import {
  insertResolution,
  readRefundAttempts,
  readResolution,
} from '../../ledger/action-resolution-store.ts';
import { readRefund, readRefundLines } from '../../ledger/refund-store.ts';
import { readMethodOfPayment } from '../../ledger/saved-method-store.ts';
import type { CommandContext } from '../context.ts';
import { issueRefund } from '../refund/issue-refund.ts';

/**
 * A failed refund once more: the same sources, amount and way, since what it held was freed when it failed. It goes to
 * the card that paid and to no other (settled.md 16); another way is a refund of its own.
 */
export async function retryRefund(
  context: CommandContext,
  asked: { refundId: number; actionId: string; savedMethodId: number | undefined },
): Promise<OutputOf<'action.retry'>> {
  const { db, staff } = context;
  const { refundId, actionId } = asked;
  const refund = await readRefund(db, refundId);
  if (!refund) refuse('action-unknown', { actionId });
  const lines = await readRefundLines(db, refundId);
  if (asked.savedMethodId !== undefined) {
    const paidBy = await readMethodOfPayment(db, lines[0]?.originPaymentId ?? 0);
    refuse('refund-other-method', { last4: paidBy?.last4 ?? '' });
  }
  const attempts = await readRefundAttempts(db, refundId);
  const open = attempts.find(({ state }) => !isFinal(state));
  if (open) refuse('action-under-way', { amountMinor: open.amountMinor, at: open.at });
  if (attempts.some(({ state }) => moneyMoved(state))) refuse('action-settled', { actionId });
  if (attempts.length === 0) refuse('action-not-retryable', { actionId });
  if (await readResolution(db, `refund-${refundId}`)) refuse('action-settled', { actionId });
  const origins = new Set(lines.map((line) => line.originPaymentId));
  const sources = lines.map((line) =>
    line.memoId === null ? { paymentId: line.paymentId ?? 0 } : { memoId: line.memoId },
  );
  const again = await issueRefund.run(context, {
    clientId: refund.clientId,
    amountMinor: refund.amountMinor,
    destination: refund.destination,
    reason: refund.reason,
    note: refund.note,
    sources,
    ...(origins.size === 1 ? { originPaymentId: [...origins][0] } : {}),
    ...(refund.terminalId === null ? {} : { terminalId: refund.terminalId }),
  });
  if (again.attemptId === null) throw new Error('a retry goes the way the refund went, which has an attempt');
  await insertResolution(db, {
    actionKey: `refund-${refundId}`,
    resolution: 'retried',
    reason: '',
    refundId: again.refundId,
    staffId: staff.staffId,
  });
  return { state: 'in-progress', saleId: null, refundId: again.refundId, attemptId: again.attemptId };
}
