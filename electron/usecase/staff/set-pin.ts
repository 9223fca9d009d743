import { isPinTooWeak, PIN_DIGITS_MAX, PIN_DIGITS_MIN } from '../../../shared/domain/pin-strength.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readStaff, updateStaffSecrets } from '../../ledger/staff-store.ts';
import type { SessionHandler } from '../context.ts';
import { hashPin } from './pin-hash.ts';
import { isResetCode } from './reset-code.ts';
import { recordFailure } from './sign-in.ts';
import { accountOf, countTry, forgetTries } from './sign-in-lockout.ts';
import { memberOf } from './staff-member.ts';

/** Refuses `pin-too-weak`, saying how long a PIN is. */
export function requireStrongPin(pin: string): void {
  if (isPinTooWeak(pin)) refuse('pin-too-weak', { digitsMin: PIN_DIGITS_MIN, digitsMax: PIN_DIGITS_MAX });
}

/** The one-time code's first use sets the PIN and signs in; only its owner ever chooses a PIN (settled.md 50). */
export const setPin: SessionHandler<'staff.setPin'> = async (context, { staffId, resetCode, pin }) => {
  requireStrongPin(pin);
  const account = accountOf({ staffId });
  const { staff, left, at } = await context.ledger.write(async (db) => {
    return { staff: await readStaff(db, staffId), left: await countTry(db, account), at: db.at };
  });
  const kept = staff?.active ? staff.resetCodeHash : null;
  if (!isResetCode(context, { code: resetCode, kept, at })) {
    await recordFailure(context, staff, account);
    if (left.lockedUntil !== null) refuse('locked-out', { untilAt: left.lockedUntil });
    refuse('reset-code-wrong', {});
  }
  const pinHash = await hashPin(pin, context);
  return await context.ledger.write(async (db) => {
    const now = await readStaff(db, staffId);
    if (!now?.active || now.resetCodeHash !== kept) refuse('reset-code-wrong', {});
    await updateStaffSecrets(db, { staffId, pinHash, resetCodeHash: null });
    await forgetTries(db, account);
    await recordAudit(db, { kind: 'staff.pin-set', staffId, subject: `staff:${staffId}` });
    context.sessions.closeAllOf(staffId);
    const member = memberOf(now);
    return { ...context.sessions.open(member), staff: member };
  });
};
