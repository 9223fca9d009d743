import { readAllStaff, readSignInFailures } from '../../ledger/staff-store.ts';
import type { QueryHandler } from '../context.ts';
import { accountOf } from './sign-in-lockout.ts';
import { memberOf } from './staff-member.ts';

export const listStaff: QueryHandler<'staff.list'> = async ({ db, at }) => {
  const staff = [];
  for (const row of await readAllStaff(db)) {
    const { lockedUntil } = await readSignInFailures(db, accountOf(row));
    staff.push({
      ...memberOf(row),
      active: row.active,
      hasPin: row.pinHash !== null,
      lockedUntil: lockedUntil !== null && lockedUntil > at ? lockedUntil : null,
    });
  }
  return { staff };
};
