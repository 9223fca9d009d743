import { recordAudit } from '../../ledger/audit-event.ts';
import { clearSignInFailures, updateStaffSecrets } from '../../ledger/staff-store.ts';
import type { SessionHandler } from '../context.ts';
import { newResetCode } from './reset-code.ts';
import { accountOf } from './sign-in-lockout.ts';
import { requireStaff } from './staff-member.ts';

/**
 * Ends the member's PIN and sign-ins, unlocks the account and hands out a one-time code. One's own PIN stays until
 * the code is used, so that an administrator cannot shut the door on the last key.
 */
export const resetPin: SessionHandler<'staff.resetPin'> = async (context, { staffId }) => {
  const isSelf = staffId === context.staff.staffId;
  const resetCode = await context.ledger.write(async (db) => {
    const member = await requireStaff(db, staffId);
    const { code, hash } = newResetCode(context, db.at);
    await updateStaffSecrets(db, { staffId, pinHash: isSelf ? member.pinHash : null, resetCodeHash: hash });
    await clearSignInFailures(db, accountOf({ staffId }));
    await recordAudit(db, {
      kind: 'staff.pin-reset',
      staffId: context.staff.staffId,
      subject: `staff:${staffId}`,
    });
    return code;
  });
  if (!isSelf) context.sessions.closeAllOf(staffId);
  context.push({ type: 'ledger-changed', operation: 'staff.resetPin' });
  return { resetCode };
};
