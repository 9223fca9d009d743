import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { type ApprovalRow, readApproval } from '../../ledger/approval-store.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import type { StaffMember } from '../context.ts';
import { type ApprovalIntent, hashIntent, intentText } from './approval-intent.ts';
import { readApprover } from './approver.ts';

/**
 * The approval a command brings along: granted, still alive, asked by this very person, by someone who may still
 * approve. Null when the command brings none. What it is about is `requireApproval`'s to compare.
 * Refuses `approval-unknown`, `approval-other-person`, `approval-not-granted`, `approval-own`, `approver-not-supervisor`.
 */
export async function readGranted(
  db: WritableLedger,
  asked: { approvalId: number | undefined; staff: StaffMember },
): Promise<ApprovalRow | null> {
  const { approvalId, staff } = asked;
  if (approvalId === undefined) return null;
  const approval = await readApproval(db, approvalId);
  if (!approval) refuse('approval-unknown', { approvalId });
  if (approval.staffId !== staff.staffId) refuse('approval-other-person', { staffName: approval.staffName });
  if (approval.state !== 'granted') refuse('approval-not-granted', { state: approval.state });
  if (approval.answerExpiresAt === null || approval.answerExpiresAt <= db.at)
    refuse('approval-not-granted', { state: 'lapsed' });
  if (approval.approverId === null || approval.approverId === staff.staffId) refuse('approval-own', {});
  if (!(await readApprover(db, approval.approverId)))
    refuse('approver-not-supervisor', { staffName: approval.approverName ?? '' });
  return approval;
}

/**
 * The one place where a command that goes beyond a right is stopped, or let through by an approval of exactly this
 * intent, which is then used up in the caller's transaction (settled.md 13, reliability.md §4).
 * Refuses `needed` without an approval, `approval-other-intent` with one for anything else.
 */
export async function requireApproval(
  db: WritableLedger,
  asked: {
    staff: StaffMember;
    intent: ApprovalIntent;
    /** Why it may not go without an approval; null when it may. */
    needed: Refusal | null;
    /** What `readGranted` gave. */
    approval: ApprovalRow | null;
  },
): Promise<void> {
  const { staff, approval } = asked;
  if (!approval) {
    if (asked.needed) throw asked.needed;
    return;
  }
  if (hashIntent(intentText(asked.intent)) !== approval.intentHash)
    refuse('approval-other-intent', { amountMinor: approval.amountMinor, clientName: approval.clientName });
  await db.move('approval', approval.approvalId, 'used', { staffId: staff.staffId });
  await recordAudit(db, {
    kind: 'approval.used',
    staffId: staff.staffId,
    subject: `approval:${approval.approvalId}`,
    detail: { intentHash: approval.intentHash, approverId: approval.approverId },
  });
}
