import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readAllStaff, updateStaff } from '../../ledger/staff-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireFreeName, requireStaff } from './staff-member.ts';

/** A change of name, roles or activity ends the member's sign-ins: the next one has the new rights at once. */
export const changeStaff: CommandHandler<'staff.change'> = async (context, input) => {
  const { db, sessions, staff } = context;
  const before = await requireStaff(db, input.staffId);
  await requireFreeName(db, input.name, input.staffId);
  const roles = [...new Set(input.roles)];
  const isAdministrator = input.active && roles.includes('administrator');
  if (!isAdministrator && before.active && before.roles.includes('administrator')) {
    const others = (await readAllStaff(db)).filter(
      (row) =>
        row.staffId !== input.staffId &&
        row.active &&
        row.pinHash !== null &&
        row.roles.includes('administrator'),
    );
    if (others.length === 0) refuse('last-administrator', {});
  }
  await updateStaff(db, { ...input, roles });
  await recordAudit(db, {
    kind: 'staff.changed',
    staffId: staff.staffId,
    subject: `staff:${input.staffId}`,
    detail: {
      before: { roles: before.roles, active: before.active },
      after: { roles, active: input.active },
    },
  });
  sessions.closeAllOf(input.staffId);
  return {};
};
