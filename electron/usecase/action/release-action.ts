import { refuse } from '../../../shared/domain/refusal.ts';
import { hasRole } from '../../../shared/domain/staff-rights.ts';
import { readHeldClaim } from '../../ledger/action/action-mark-store.ts';
import type { CommandHandler } from '../context.ts';

/** Lets go of a row: one's own, or as a supervisor anybody's. */
export const releaseAction: CommandHandler<'action.release'> = async ({ db, staff }, { actionId }) => {
  const held = await readHeldClaim(db, actionId);
  if (!held) refuse('action-not-claimed', {});
  if (held.staffId !== staff.staffId && !hasRole(staff.roles, 'supervisor'))
    refuse('action-claimed', { staffName: held.staffName });
  await db.move('claim', held.claimId, 'released', { staffId: staff.staffId });
  return { actionId };
};
