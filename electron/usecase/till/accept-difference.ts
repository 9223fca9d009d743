import { refuse } from '../../../shared/domain/refusal.ts';
import { recordDifferenceAccepted } from '../../ledger/difference-approval.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readStaff } from '../../ledger/staff-store.ts';
import { readTillCounts } from '../../ledger/till-store.ts';
import { requireEndedSession } from '../../till/till-session.ts';
import { readApprover } from '../approval/approver.ts';
import type { SessionHandler } from '../context.ts';
import { requirePin } from '../staff/require-pin.ts';

/**
 * A supervisor accepts, with their own PIN on the clerk's screen, the difference of the count just taken. Not a command:
 * a PIN takes time to check and must stand in no stored outcome.
 */
export const acceptDifference: SessionHandler<'till.acceptDifference'> = async (context, input) => {
  const { tillId, approver } = input;
  await requirePin(context, approver, async (db) => {
    await requireCount(db, tillId);
  });
  const accepted = await context.ledger.write(async (db) => {
    const { tillSessionId, countId } = await requireCount(db, tillId);
    const row = await readApprover(db, approver.staffId);
    if (!row) {
      const other = await readStaff(db, approver.staffId);
      refuse('approver-not-supervisor', { staffName: other?.name ?? '' });
    }
    const { expiresAt } = await recordDifferenceAccepted(db, {
      tillSessionId,
      countId,
      staffId: row.staffId,
    });
    return { approverName: row.name, expiresAt };
  });
  context.push({ type: 'ledger-changed', operation: 'till.acceptDifference' });
  return accepted;
};

async function requireCount(db: ReadableLedger, tillId: number | undefined) {
  const { tillSessionId, tillName } = await requireEndedSession(db, tillId);
  const count = (await readTillCounts(db, tillSessionId)).at(-1);
  if (!count) refuse('till-count-missing', { tillName });
  return { tillSessionId, countId: count.countId };
}
