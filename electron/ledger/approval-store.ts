import type { ApprovalState } from '../../shared/domain/process-edges.ts';
import { readFirstPart } from './refund-part-store.ts';
import type { ReadableLedger } from './sql.ts';

export interface ApprovalRow {
  approvalId: number;
  state: ApprovalState;
  action: 'refund' | 'rebate' | 'invoice';
  /** The intent as it was asked, canonical JSON, and its SHA-256. */
  intent: string;
  intentHash: string;
  clientId: number;
  clientName: string;
  refundId: number | null;
  amountMinor: number;
  expiresAt: string;
  staffId: number;
  staffName: string;
  at: string;
  answer: 'granted' | 'refused' | null;
  way: 'desk' | 'queue' | null;
  answerNote: string | null;
  answerExpiresAt: string | null;
  approverId: number | null;
  approverName: string | null;
  answeredAt: string | null;
}

/** One approval with its answer, if it has one. */
export async function readApproval(db: ReadableLedger, approvalId: number): Promise<ApprovalRow | undefined> {
  return await db.get<ApprovalRow>`
    SELECT approval.id AS approvalId, approval.state, action, intent, approval.intent_hash AS intentHash,
      approval.client_id AS clientId, client.name AS clientName, refund_id AS refundId,
      amount_minor AS amountMinor, approval.expires_at AS expiresAt, approval.staff_id AS staffId,
      requester.name AS staffName, approval.at, answer, way, answer.note AS answerNote,
      answer.expires_at AS answerExpiresAt, answer.staff_id AS approverId, approver.name AS approverName,
      answer.at AS answeredAt
    FROM approval JOIN client ON client.id = approval.client_id JOIN staff requester ON requester.id = approval.staff_id
    LEFT JOIN approval_answer answer ON answer.approval_id = approval.id
    LEFT JOIN staff approver ON approver.id = answer.staff_id
    WHERE approval.id = ${approvalId}`;
}

/** The approval of a refund, or of the whole that it is a part of. */
export async function readApprovalOfRefund(
  db: ReadableLedger,
  refundId: number,
): Promise<ApprovalRow | undefined> {
  const found = await db.get<{ id: number }>`
    SELECT id FROM approval WHERE refund_id = ${await readFirstPart(db, refundId)}`;
  return found && (await readApproval(db, found.id));
}

/** Approvals whose time is over and that still stand, oldest first: what they hold is to be freed. */
export async function readOverdueApprovals(db: ReadableLedger, at: string): Promise<number[]> {
  const rows = await db.all<{ id: number }>`
    SELECT approval.id FROM approval LEFT JOIN approval_answer answer ON answer.approval_id = approval.id
    WHERE approval.state IN ('waiting', 'granted') AND coalesce(answer.expires_at, approval.expires_at) <= ${at}
    ORDER BY approval.id`;
  return rows.map((row) => row.id);
}

export interface ApprovalStep {
  state: ApprovalState;
  staffName: string | null;
  note: string;
  at: string;
}

/** What happened to an approval, first to last; a lapse has nobody's name. */
export async function readApprovalSteps(db: ReadableLedger, approvalId: number): Promise<ApprovalStep[]> {
  return await db.all<ApprovalStep>`
    SELECT to_state AS state, staff.name AS staffName,
      coalesce((SELECT note FROM approval_answer answer
        WHERE answer.approval_id = event.row_id AND answer.commit_seq = event.commit_seq), '') AS note, event.at
    FROM process_event event LEFT JOIN staff ON staff.id = event.staff_id
    WHERE process = 'approval' AND row_id = ${approvalId} ORDER BY event.id`;
}

export interface OpenApproval {
  approvalId: number;
  state: 'waiting' | 'granted';
  refundId: number | null;
  amountMinor: number;
  clientId: number;
  clientName: string;
  staffId: number;
  staffName: string;
  since: string;
}

/** Approvals that wait for a supervisor or, granted, for the person who asked; oldest first. */
export async function readOpenApprovals(db: ReadableLedger): Promise<OpenApproval[]> {
  return await db.all<OpenApproval>`
    SELECT approval.id AS approvalId, approval.state, refund_id AS refundId,
      CASE WHEN EXISTS (SELECT 1 FROM refund_part WHERE refund_part.refund_id = refund.id) THEN approval.amount_minor
        ELSE coalesce(refund.drawer_minor, approval.amount_minor) END AS amountMinor, approval.client_id AS clientId,
      client.name AS clientName, approval.staff_id AS staffId, staff.name AS staffName, approval.at AS since
    FROM approval JOIN client ON client.id = approval.client_id JOIN staff ON staff.id = approval.staff_id
    LEFT JOIN refund ON refund.id = approval.refund_id
    WHERE approval.state IN ('waiting', 'granted') ORDER BY approval.at, approval.id`;
}
