import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { countTotalMinor } from '../../../shared/domain/till-count.ts';
import { readExpectedCash, readTillCounts } from '../../ledger/till-store.ts';
import { recordDrawerEvent } from '../../till/drawer.ts';
import { requireEndedSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

const COUNTS_ALLOWED = 2;

/** A blind count: it tells whether the drawer agrees, never by how much it does not (settled.md 37, 38). */
export const countTill: CommandHandler<'till.count'> = async ({ db, staff }, input) => {
  const { tillSessionId } = await requireEndedSession(db, input.tillId);
  const taken = (await readTillCounts(db, tillSessionId)).length;
  if (taken >= COUNTS_ALLOWED)
    refuse('invalid-input', { issues: [{ path: '', problem: 'recount-already-taken' }] });
  const countedMinor = countedOf(input);
  const staffId = staff.staffId;
  await db.insert('till_count', {
    till_session_id: tillSessionId,
    denominations: JSON.stringify(input.denominations ?? {}),
    total_minor: countedMinor,
    staff_id: staffId,
    at: db.at,
  });
  await recordDrawerEvent(db, { tillSessionId, kind: 'COUNT', amountMinor: 0, staffId });
  const agrees = countedMinor === (await readExpectedCash(db, tillSessionId));
  return { countedMinor, agrees, canRecount: !agrees && taken + 1 < COUNTS_ALLOWED };
};

/** The count's worth in cents; a total given beside the pieces must be theirs. Refuses `invalid-input`. */
function countedOf({ denominations, totalMinor }: ParsedInput<'till.count'>): number {
  if (denominations === undefined) {
    if (totalMinor === undefined)
      refuse('invalid-input', { issues: [{ path: 'denominations', problem: 'missing' }] });
    return totalMinor;
  }
  const countedMinor = countTotalMinor(denominations);
  if (totalMinor !== undefined && totalMinor !== countedMinor)
    refuse('invalid-input', { issues: [{ path: 'totalMinor', problem: 'not-the-sum' }] });
  return countedMinor;
}
