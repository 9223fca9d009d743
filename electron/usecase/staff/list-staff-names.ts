import { readAllStaff } from '../../ledger/staff-store.ts';
import type { QueryHandler } from '../context.ts';

/** Who may sign in: the names on the sign-in screen, nothing else. */
export const listStaffNames: QueryHandler<'staff.names'> = async ({ db }) => {
  const rows = await readAllStaff(db);
  return {
    staff: rows
      .filter((row) => row.active)
      .map(({ staffId, name, language, pinHash }) => ({ staffId, name, language, hasPin: pinHash !== null })),
  };
};
