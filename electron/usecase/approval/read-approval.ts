import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { RefundDestination } from '../../../shared/domain/refund-destination.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readApproval } from '../../ledger/approval-store.ts';
import type { QueryHandler } from '../context.ts';
import type { ApprovalIntent, RefundIntent, RefundWay } from './approval-intent.ts';
import { readApprovers } from './approver.ts';

type ApprovalRead = OutputOf<'approval.read'>;

/** One approval: what it is about, as the command takes it, where it stands, and who may answer it at the desk. */
export const readApprovalQuery: QueryHandler<'approval.read'> = async ({ db, staff }, { approvalId }) => {
  const approval = await readApproval(db, approvalId);
  if (!approval) refuse('approval-unknown', { approvalId });
  const intent = JSON.parse(approval.intent) as ApprovalIntent;
  return {
    approvalId,
    action: intent.action,
    state: approval.state,
    refundId: approval.refundId,
    clientId: intent.clientId,
    clientName: approval.clientName,
    amountMinor: intent.amountMinor,
    ...aboutOf(intent),
    staffName: approval.staffName,
    at: approval.at,
    /** Until when the answer may come, or the granted approval be used. */
    expiresAt: approval.answerExpiresAt ?? approval.expiresAt,
    isMine: approval.staffId === staff.staffId,
    approverName: approval.approverName,
    way: approval.way,
    answerNote: approval.answerNote ?? '',
    approvers: (await readApprovers(db, approval.staffId)).map(({ staffId, name }) => ({ staffId, name })),
  };
};

type About = Pick<ApprovalRead, 'drawerMinor' | 'reason' | 'note' | 'refund' | 'rebate' | 'invoice'>;

/** What only some actions have; `request` is exactly what the command takes. */
function aboutOf(intent: ApprovalIntent): About {
  const nothing = { drawerMinor: null, note: '', refund: null, rebate: null, invoice: null };
  if (intent.action === 'refund') {
    const { drawerMinor, reason, note } = intent;
    return { ...nothing, drawerMinor, reason, note, refund: refundOf(intent) };
  }
  if (intent.action === 'rebate') {
    const { nameFr, nameEn, netMinor, reason, request } = intent;
    return { ...nothing, reason, rebate: { nameFr, nameEn, netMinor, request } };
  }
  const { needs, lines, request } = intent;
  const reasons = [...new Set(needs.map(({ reason }) => reason))];
  return {
    ...nothing,
    reason: reasons.join(' · '),
    note: request.note ?? '',
    invoice: { needs: [...needs], lines: [...lines], request },
  };
}

function refundOf(intent: RefundIntent): ApprovalRead['refund'] {
  const { clientId, amountMinor, tillId, reason } = intent;
  return {
    clientId,
    amountMinor,
    ...waysOf(intent),
    ...(tillId !== null ? { tillId } : {}),
    reason,
    ...(intent.note ? { note: intent.note } : {}),
    ...(intent.terminalId !== null ? { terminalId: intent.terminalId } : {}),
    ...(intent.sources ? { sources: [...intent.sources] } : {}),
    ...(intent.originPaymentId !== null ? { originPaymentId: intent.originPaymentId } : {}),
  };
}

/** The one way out, or each of the several. */
function waysOf({ destination, parts }: RefundIntent) {
  if (!parts) return { destination: destination as RefundDestination };
  return { parts: parts.map(partOf) };
}

function partOf({ destination, amountMinor, terminalId, originPaymentId }: RefundWay) {
  return {
    destination: destination as RefundDestination,
    amountMinor,
    ...(terminalId === null ? {} : { terminalId }),
    ...(originPaymentId === null ? {} : { originPaymentId }),
  };
}
