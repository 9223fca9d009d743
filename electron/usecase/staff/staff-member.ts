import { refuse } from '../../../shared/domain/refusal.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readAllStaff, readStaff, type StaffRow } from '../../ledger/staff-store.ts';
import type { StaffMember } from '../context.ts';

export const memberOf = (row: StaffRow) => ({
  staffId: row.staffId,
  name: row.name,
  roles: [...row.roles],
  language: row.language,
});

/** Refuses `invalid-input` when there is no such staff member: only the settings screen names one by id. */
export async function requireStaff(db: ReadableLedger, staffId: number): Promise<StaffRow> {
  const row = await readStaff(db, staffId);
  return row ?? refuse('invalid-input', { issues: [{ path: 'staffId', problem: 'not-found' }] });
}

/** Names differ by more than case and accents: the sign-in by name could not tell them apart. */
export async function requireFreeName(db: ReadableLedger, name: string, staffId?: number): Promise<void> {
  const folded = foldText(name);
  const taken = (await readAllStaff(db)).find((row) => foldText(row.name) === folded);
  if (taken && taken.staffId !== staffId) refuse('staff-name-taken', { name: taken.name });
}

/** The signed-in member as the ledger has it now: the session keeps the roles of its sign-in. */
export async function requireSelf(db: ReadableLedger, staff: StaffMember): Promise<StaffRow> {
  const row = await readStaff(db, staff.staffId);
  if (!row) throw new Error('the signed-in staff member is not in the ledger');
  return row;
}
