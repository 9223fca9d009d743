import { endOfLocalDay } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readTimeZone } from '../../ledger/organisation-store.ts';
import type { CommandHandler } from '../context.ts';
import { DEFAULT_TIME_ZONE } from '../organisation/set-up-organisation.ts';
import { prepareRefund, writeRefund } from '../refund/prepare-refund.ts';
import { hashIntent, intentText } from './approval-intent.ts';

/**
 * Writes what is asked, whole and with its holds, and waits (settled.md 13): for a supervisor's PIN at the desk, or for
 * one who answers from the queue before the local day ends.
 */
export const askApproval: CommandHandler<'approval.ask'> = async (context, { refund: input }) => {
  const { db, staff } = context;
  const refund = await prepareRefund(context, input, { mayNeed: true });
  if (!refund.needed) refuse('approval-not-needed', {});
  const refundId = await writeRefund(context, refund);
  const intent = intentText(refund.intent);
  const intentHash = hashIntent(intent);
  const approvalId = await db.open('approval', {
    action: refund.intent.action,
    intent,
    intent_hash: intentHash,
    client_id: refund.intent.clientId,
    refund_id: refundId,
    amount_minor: refund.intent.amountMinor,
    local_date: db.localDate,
    expires_at: endOfLocalDay(db.localDate, (await readTimeZone(db)) ?? DEFAULT_TIME_ZONE),
    staff_id: staff.staffId,
    at: db.at,
  });
  await recordAudit(db, {
    kind: 'approval.asked',
    staffId: staff.staffId,
    subject: `approval:${approvalId}`,
    detail: { refundId, intentHash, why: refund.needed.code },
  });
  return { approvalId, refundId, state: 'waiting' };
};
