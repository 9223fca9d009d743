import { recordAudit } from '../../ledger/audit-event.ts';
import { clearSignInFailures, updateStaffSecrets } from '../../ledger/staff-store.ts';
import type { CommandHandler } from '../context.ts';
import { newResetCode } from './reset-code.ts';
import { accountOf } from './sign-in-lockout.ts';
import { requireStaff } from './staff-member.ts';

/**
 * Ends the member's PIN and sign-ins, unlocks the account and hands out a one-time code. One's own PIN stays until
 * the code is used, so that an administrator cannot shut the door on the last key.
 */
export const resetPin: CommandHandler<'staff.resetPin'> = async (context, { staffId }) => {
  const { db, sessions, staff } = context;
  const member = await requireStaff(db, staffId);
  const { code, hash } = newResetCode(context, db.at);
  const isSelf = staffId === staff.staffId;
  await updateStaffSecrets(db, { staffId, pinHash: isSelf ? member.pinHash : null, resetCodeHash: hash });
  await clearSignInFailures(db, accountOf({ staffId }));
  await recordAudit(db, {
    kind: 'staff.pin-reset',
    staffId: staff.staffId,
    subject: `staff:${staffId}`,
  });
  if (!isSelf) sessions.closeAllOf(staffId);
  return { resetCode: code };
};
