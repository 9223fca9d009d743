import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { endOfLocalDay } from '../../../shared/domain/local-time.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readTimeZone } from '../../ledger/organisation-store.ts';
import type { CommandContext, CommandHandler } from '../context.ts';
import { prepareInvoice } from '../invoice/prepare-invoice.ts';
import { DEFAULT_TIME_ZONE } from '../organisation/set-up-organisation.ts';
import { prepareRebate } from '../rebate/prepare-rebate.ts';
import { prepareRefund } from '../refund/prepare-refund.ts';
import { writeRefund } from '../refund/write-refund.ts';
import { type ApprovalIntent, hashIntent, intentText } from './approval-intent.ts';

/**
 * Writes what is asked, whole and with its holds, and waits (settled.md 13): for a supervisor's PIN at the desk, or for
 * one who answers from the queue before the local day ends.
 */
export const askApproval: CommandHandler<'approval.ask'> = async (context, input) => {
  const { db, staff } = context;
  const { intent, why, refundId } = await prepare(context, input);
  const text = intentText(intent);
  const intentHash = hashIntent(text);
  const approvalId = await db.open('approval', {
    action: intent.action,
    intent: text,
    intent_hash: intentHash,
    client_id: intent.clientId,
    refund_id: refundId,
    amount_minor: intent.amountMinor,
    local_date: db.localDate,
    expires_at: endOfLocalDay(db.localDate, (await readTimeZone(db)) ?? DEFAULT_TIME_ZONE),
    staff_id: staff.staffId,
    at: db.at,
  });
  await recordAudit(db, {
    kind: 'approval.asked',
    staffId: staff.staffId,
    subject: `approval:${approvalId}`,
    detail: { refundId, intentHash, why: why.code },
  });
  return { approvalId, refundId, state: 'waiting' };
};

interface Asked {
  intent: ApprovalIntent;
  why: Refusal;
  /** Written with its holds, the first of its parts; other actions hold nothing. */
  refundId: number | null;
}

/** Refuses `approval-not-needed`, and what no approval would let through. */
async function prepare(context: CommandContext, input: ParsedInput<'approval.ask'>): Promise<Asked> {
  const { refund, rebate, invoice } = input;
  if ([refund, rebate, invoice].filter((each) => each !== undefined).length !== 1)
    refuse('invalid-input', { issues: [{ path: '', problem: 'one-action' }] });
  if (refund) {
    const prepared = await prepareRefund(context, refund, { mayNeed: true });
    const why = requireNeeded(prepared.needed);
    const [refundId = null] = await writeRefund(context, prepared);
    return { intent: prepared.intent, why, refundId };
  }
  const { intent, needed } = rebate
    ? await prepareRebate(context, rebate)
    : await prepareInvoice(context, requireGiven(invoice));
  return { intent, why: requireNeeded(needed), refundId: null };
}

function requireNeeded(needed: Refusal | null): Refusal {
  return needed ?? refuse('approval-not-needed', {});
}

function requireGiven<T>(given: T | undefined): T {
  if (given === undefined) throw new Error('no action to approve');
  return given;
}
