import { refuse } from '../../../shared/domain/refusal.ts';
import { readHeldClaim } from '../../ledger/action/action-mark-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireAction } from './require-action.ts';

/** Says who is on a row; asking again changes nothing. Yesterday's claim gives way to today's (settled.md 45). */
export const claimAction: CommandHandler<'action.claim'> = async ({ db, staff }, { actionId }) => {
  await requireAction(db, actionId, db);
  const held = await readHeldClaim(db, actionId);
  if (held?.localDate === db.localDate) {
    if (held.staffId !== staff.staffId) refuse('action-claimed', { staffName: held.staffName });
    return { actionId, staffName: held.staffName, at: held.at };
  }
  if (held) await db.move('claim', held.claimId, 'lapsed');
  await db.open('claim', {
    action_id: actionId,
    staff_id: staff.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  return { actionId, staffName: staff.name, at: db.at };
};
