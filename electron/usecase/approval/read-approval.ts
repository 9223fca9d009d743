import { refuse } from '../../../shared/domain/refusal.ts';
import { readApproval } from '../../ledger/approval-store.ts';
import type { QueryHandler } from '../context.ts';
import type { ApprovalIntent } from './approval-intent.ts';
import { readApprovers } from './approver.ts';

/** One approval: what it is about, as the command takes it, where it stands, and who may answer it at the desk. */
export const readApprovalQuery: QueryHandler<'approval.read'> = async ({ db, staff }, { approvalId }) => {
  const approval = await readApproval(db, approvalId);
  if (!approval) refuse('approval-unknown', { approvalId });
  const intent = JSON.parse(approval.intent) as ApprovalIntent;
  const { clientId, amountMinor, reason } = intent;
  return {
    approvalId,
    action: approval.action,
    state: approval.state,
    refundId: approval.refundId,
    clientId,
    clientName: approval.clientName,
    amountMinor,
    drawerMinor: intent.drawerMinor,
    reason,
    note: intent.note,
    staffName: approval.staffName,
    at: approval.at,
    /** Until when the answer may come, or the granted approval be used. */
    expiresAt: approval.answerExpiresAt ?? approval.expiresAt,
    isMine: approval.staffId === staff.staffId,
    approverName: approval.approverName,
    way: approval.way,
    answerNote: approval.answerNote ?? '',
    approvers: (await readApprovers(db, approval.staffId)).map(({ staffId, name }) => ({ staffId, name })),
    refund: {
      clientId,
      amountMinor,
      destination: intent.destination as 'cash' | 'terminal',
      tillId: intent.tillId,
      reason,
      ...(intent.note ? { note: intent.note } : {}),
      ...(intent.terminalId !== null ? { terminalId: intent.terminalId } : {}),
      ...(intent.sources ? { sources: [...intent.sources] } : {}),
      ...(intent.originPaymentId !== null ? { originPaymentId: intent.originPaymentId } : {}),
    },
  };
};
