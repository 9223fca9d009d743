import { isFinal, moneyMoved } from '../../../shared/domain/attempt.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import {
  insertResolution,
  readRefundAttempts,
  readResolution,
} from '../../ledger/action-resolution-store.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readRefund } from '../../ledger/refund-store.ts';
import { readSale } from '../../ledger/sale-store.ts';
import { findWaitingAttempt } from '../../sale/sale-steps.ts';
import type { CommandContext, CommandHandler } from '../context.ts';
import { abandonSale } from '../sale/abandon-sale.ts';
import { findSubject } from './action-subject.ts';
import { dismissRow, endClaim } from './dismiss-row.ts';

/**
 * Takes a row off the list for a reason. A failed charge's cart is given up, and what was owed stays owed; a failed
 * refund leaves its client in credit. What has no outcome yet is never dismissed: it is answered.
 */
export const dismissAction: CommandHandler<'action.dismiss'> = async (context, { actionId, reason }) => {
  const { db, staff } = context;
  const { staffId } = staff;
  const subject = await findSubject(db, actionId);
  if (!subject) await dismissRow(db, { actionId, reason, staffId });
  else {
    const isCharge = 'saleId' in subject;
    const actionKey = isCharge ? `sale-${subject.saleId}` : `refund-${subject.refundId}`;
    if (isCharge) await giveUpCharge(context, subject.saleId, actionId);
    else await requireFailedRefund(context, subject.refundId, actionId);
    if (await readResolution(db, actionKey)) refuse('action-settled', { actionId });
    await insertResolution(db, { actionKey, resolution: 'dismissed', reason, refundId: null, staffId });
  }
  await endClaim(db, actionId, staffId);
  await recordAudit(db, { kind: 'action.dismissed', staffId, subject: actionId, detail: { reason } });
  return { actionId };
};

async function giveUpCharge(context: CommandContext, saleId: number, actionId: string): Promise<void> {
  const { db } = context;
  const row = await readSale(db, saleId);
  if (!row) refuse('action-unknown', { actionId });
  if (row.state !== 'open') refuse('action-settled', { actionId });
  const waiting = await findWaitingAttempt(db, saleId);
  if (waiting) refuse('action-under-way', { amountMinor: waiting.amountMinor, at: row.at });
  await abandonSale(context, { saleId });
}

async function requireFailedRefund(
  { db }: CommandContext,
  refundId: number,
  actionId: string,
): Promise<void> {
  if (!(await readRefund(db, refundId))) refuse('action-unknown', { actionId });
  const attempts = await readRefundAttempts(db, refundId);
  const open = attempts.find(({ state }) => !isFinal(state));
  if (open) refuse('action-under-way', { amountMinor: open.amountMinor, at: open.at });
  if (attempts.length === 0) refuse('action-unknown', { actionId });
  if (attempts.some(({ state }) => moneyMoved(state))) refuse('action-settled', { actionId });
}
