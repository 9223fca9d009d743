import { refuse } from '../../../shared/domain/refusal.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { readStaff } from '../../ledger/staff-store.ts';
import type { SessionContext } from '../context.ts';
import { isPinOf } from './pin-hash.ts';
import { recordFailure } from './sign-in.ts';
import { accountOf, countTry, forgetTries } from './sign-in-lockout.ts';

/**
 * Checks and counts a PIN typed on somebody else's screen exactly as a sign-in does, in its own transactions: a refusal
 * forgets no try. `before` refuses what needs no PIN to be refused. Refuses `wrong-pin`, `locked-out`.
 */
export async function requirePin(
  context: SessionContext,
  given: { staffId: number; pin: string },
  before: (db: WritableLedger) => Promise<void>,
): Promise<void> {
  const { staffId, pin } = given;
  const account = accountOf({ staffId });
  const { staff, left } = await context.ledger.write(async (db) => {
    await before(db);
    return { staff: await readStaff(db, staffId), left: await countTry(db, account) };
  });
  const hash = staff?.active ? staff.pinHash : null;
  if (!(await isPinOf(pin, hash, context))) {
    await recordFailure(context, staff, account);
    if (left.lockedUntil !== null) refuse('locked-out', { untilAt: left.lockedUntil });
    refuse('wrong-pin', { triesLeft: left.triesLeft });
  }
  await context.ledger.write(async (db) => {
    const now = await readStaff(db, staffId);
    if (!now?.active || now.pinHash !== hash) refuse('wrong-pin', { triesLeft: left.triesLeft });
    await forgetTries(db, account);
  });
}
