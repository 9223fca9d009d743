import type { QueryHandler } from '../context.ts';
import { memberOf, requireSelf } from './staff-member.ts';

export const readStaffMember: QueryHandler<'staff.read'> = async ({ db, staff }) =>
  memberOf(await requireSelf(db, staff));
