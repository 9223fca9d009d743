import { refuse } from '../../../shared/domain/refusal.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readAllStaff, readStaff, type StaffRow } from '../../ledger/staff-store.ts';
import type { SessionContext, SessionHandler } from '../context.ts';
import { isPinOf } from './pin-hash.ts';
import { accountOf, countTry, forgetTries } from './sign-in-lockout.ts';
import { memberOf } from './staff-member.ts';

/**
 * Signs in with a PIN. An unknown name, a disabled member and a wrong PIN take the same time and get the same words;
 * each way leaves a chained event. The session is opened inside the last transaction, so that a change of the
 * member's rights comes wholly before it or ends it.
 */
export const signIn: SessionHandler<'staff.signIn'> = async (context, { staffId, name, pin }) => {
  const { staff, account, left } = await context.ledger.write(async (db) => {
    const known = staffId === undefined ? undefined : await readStaff(db, staffId);
    const folded = foldText(name ?? '');
    const named = (await readAllStaff(db)).find((row) => foldText(row.name) === folded);
    const staff = staffId === undefined ? named : known;
    const account = accountOf(
      staffId !== undefined ? { staffId } : staff ? { staffId: staff.staffId } : { name: folded },
    );
    return { staff, account, left: await countTry(db, account) };
  });
  const hash = staff?.active ? staff.pinHash : null;
  if (!(await isPinOf(pin, hash, context))) {
    await recordFailure(context, staff, account);
    if (left.lockedUntil !== null) refuse('locked-out', { untilAt: left.lockedUntil });
    refuse('wrong-pin', { triesLeft: left.triesLeft });
  }
  return await context.ledger.write(async (db) => {
    const now = staff && (await readStaff(db, staff.staffId));
    if (!now?.active || now.pinHash !== hash) refuse('wrong-pin', { triesLeft: left.triesLeft });
    await forgetTries(db, account);
    if (context.ledger.status().readOnly === null)
      await recordAudit(db, {
        kind: 'staff.signed-in',
        staffId: now.staffId,
        subject: `staff:${now.staffId}`,
      });
    const member = memberOf(now);
    return { ...context.sessions.open(member), staff: member };
  });
};

/** A ledger that takes no facts still lets a supervisor sign in to repair it: only the event is left out. */
export async function recordFailure(
  context: SessionContext,
  staff: StaffRow | undefined,
  account: string,
): Promise<void> {
  if (context.ledger.status().readOnly !== null) return;
  await context.ledger.write(async (db) => {
    await recordAudit(db, {
      kind: 'staff.sign-in-failed',
      staffId: null,
      subject: staff ? account : 'staff:unknown',
    });
  });
}
