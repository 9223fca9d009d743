import { refuse } from '../../../shared/domain/refusal.ts';
import type { CommandHandler } from '../context.ts';
import { readApprover } from './approver.ts';
import { endApproval } from './end-approval.ts';
import { insertAnswer, requireAnother, requireWaiting } from './grant-approval.ts';

/** A supervisor says no, with the reason that the person who asked will read; what was held is free again. */
export const refuseApproval: CommandHandler<'approval.refuse'> = async ({ db, staff }, input) => {
  const approval = await requireWaiting(db, input.approvalId);
  requireAnother(approval, staff.staffId);
  if (!(await readApprover(db, staff.staffId))) refuse('approver-not-supervisor', { staffName: staff.name });
  await insertAnswer(db, {
    approval,
    answer: 'refused',
    way: 'queue',
    note: input.note,
    expiresAt: null,
    staffId: staff.staffId,
  });
  await endApproval(db, approval, 'refused', staff.staffId);
  return { approvalId: input.approvalId, state: 'refused' };
};
