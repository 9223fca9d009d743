import { hasRole } from '../../../shared/domain/staff-rights.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readAllStaff, readStaff, type StaffRow } from '../../ledger/staff-store.ts';

const mayApprove = (row: StaffRow) => row.active && hasRole(row.roles, 'supervisor');

/** The person, when the ledger says now that they may approve; the session keeps the roles of its sign-in. */
export async function readApprover(db: ReadableLedger, staffId: number): Promise<StaffRow | null> {
  const row = await readStaff(db, staffId);
  return row && mayApprove(row) ? row : null;
}

/** Everyone but the person who asked who may approve with a PIN now, by name. */
export async function readApprovers(db: ReadableLedger, requesterId: number): Promise<StaffRow[]> {
  return (await readAllStaff(db)).filter(
    (row) => row.staffId !== requesterId && row.pinHash !== null && mayApprove(row),
  );
}
