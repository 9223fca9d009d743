import { refuse } from '../../../shared/domain/refusal.ts';
import { type ApprovalRow, readApproval } from '../../ledger/approval-store.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { ReadableLedger, WritableLedger } from '../../ledger/ledger.ts';
import { readStaff } from '../../ledger/staff-store.ts';
import type { SessionHandler } from '../context.ts';
import { requirePin } from '../staff/require-pin.ts';
import { readApprover } from './approver.ts';

/** A PIN typed at the desk is for the refund in front of everybody: two minutes (settled.md 13). */
const DESK_GRANT_MS = 120_000;

/**
 * A supervisor says yes: with their own PIN on the screen of the person who asked, or from their own sign-in. Not a
 * command: a PIN takes time to check, must stand in no stored outcome, and a wrong one counts like a wrong sign-in.
 */
export const grantApproval: SessionHandler<'approval.grant'> = async (context, input) => {
  const { approvalId, approver } = input;
  if (approver)
    await requirePin(context, approver, async (db) => {
      const approval = await requireWaiting(db, approvalId);
      requireAnother(approval, approver.staffId);
      requireAsker(approval, context.staff.staffId);
    });
  const approverId = approver?.staffId ?? context.staff.staffId;
  const way = approver ? 'desk' : 'queue';
  const granted = await context.ledger.write(async (db) => {
    const approval = await requireWaiting(db, approvalId);
    requireAnother(approval, approverId);
    if (way === 'desk') requireAsker(approval, context.staff.staffId);
    const row = await readApprover(db, approverId);
    if (!row) return await refuseApprover(db, approverId);
    const atDesk = new Date(Date.parse(db.at) + DESK_GRANT_MS).toISOString();
    const expiresAt = way === 'desk' && atDesk < approval.expiresAt ? atDesk : approval.expiresAt;
    await insertAnswer(db, { approval, answer: 'granted', way, note: '', expiresAt, staffId: approverId });
    await db.move('approval', approvalId, 'granted', { staffId: approverId });
    return { approvalId, state: 'granted' as const, expiresAt, approverName: row.name };
  });
  context.push({ type: 'ledger-changed', operation: 'approval.grant' });
  return granted;
};

/** Writes the one answer of an approval, chained, and its audit event. */
export async function insertAnswer(
  db: WritableLedger,
  given: {
    approval: ApprovalRow;
    answer: 'granted' | 'refused';
    way: 'desk' | 'queue';
    note: string;
    expiresAt: string | null;
    staffId: number;
  },
): Promise<void> {
  const { approval, answer, way, note, expiresAt, staffId } = given;
  await db.insert('approval_answer', {
    approval_id: approval.approvalId,
    answer,
    way,
    intent_hash: approval.intentHash,
    note,
    expires_at: expiresAt,
    staff_id: staffId,
    at: db.at,
  });
  await recordAudit(db, {
    kind: `approval.${answer}`,
    staffId,
    subject: `approval:${approval.approvalId}`,
    detail: { way, intentHash: approval.intentHash },
  });
}

/** Refuses `approval-unknown` and `approval-not-waiting`. */
export async function requireWaiting(db: ReadableLedger, approvalId: number): Promise<ApprovalRow> {
  const approval = await readApproval(db, approvalId);
  if (!approval) refuse('approval-unknown', { approvalId });
  if (approval.state !== 'waiting') refuse('approval-not-waiting', { state: approval.state });
  return approval;
}

export function requireAnother(approval: ApprovalRow, approverId: number): void {
  if (approval.staffId === approverId) refuse('approval-own', {});
}

/** A PIN is typed in front of the person who asked, on their screen and no other. */
function requireAsker(approval: ApprovalRow, staffId: number): void {
  if (approval.staffId !== staffId) refuse('approval-other-person', { staffName: approval.staffName });
}

async function refuseApprover(db: ReadableLedger, staffId: number): Promise<never> {
  const row = await readStaff(db, staffId);
  return refuse('approver-not-supervisor', { staffName: row?.name ?? '' });
}
