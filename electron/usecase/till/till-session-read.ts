import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readExpectedCash, readFloat, readTillCounts, type TillSessionRow } from '../../ledger/till-store.ts';
import { maySeeExpected } from '../../till/drawer.ts';
import type { StaffMember } from '../context.ts';

type SessionRead = NonNullable<OutputOf<'till.read'>['session']>;

/** A session as the caller may see it: those who count blind never learn what is expected (settled.md 38). */
export async function readSessionFor(
  db: ReadableLedger,
  staff: StaffMember,
  row: TillSessionRow,
  localDate: string,
): Promise<SessionRead> {
  const { tillSessionId } = row;
  return {
    tillSessionId,
    state: row.state,
    openedAt: row.openedAt,
    openedBy: row.openedBy,
    localDate: row.localDate,
    expectedMinor: maySeeExpected(staff.roles) ? await readExpectedCash(db, tillSessionId) : null,
    floatMinor: await readFloat(db, tillSessionId),
    isForgotten: row.localDate < localDate,
    countsTaken: (await readTillCounts(db, tillSessionId)).length,
  };
}
