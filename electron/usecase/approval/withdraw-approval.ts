import { refuse } from '../../../shared/domain/refusal.ts';
import { readApproval } from '../../ledger/approval-store.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { CommandHandler } from '../context.ts';
import { endApproval } from './end-approval.ts';

/** The person who asked takes it back, before or after the answer, as long as it is not used. */
export const withdrawApproval: CommandHandler<'approval.withdraw'> = async (
  { db, staff },
  { approvalId },
) => {
  const approval = await readApproval(db, approvalId);
  if (!approval) refuse('approval-unknown', { approvalId });
  if (approval.staffId !== staff.staffId) refuse('approval-other-person', { staffName: approval.staffName });
  if (approval.state !== 'waiting' && approval.state !== 'granted')
    refuse('approval-not-waiting', { state: approval.state });
  await recordAudit(db, {
    kind: 'approval.withdrawn',
    staffId: staff.staffId,
    subject: `approval:${approvalId}`,
  });
  await endApproval(db, approval, 'withdrawn', staff.staffId);
  return { approvalId, state: 'withdrawn' };
};
