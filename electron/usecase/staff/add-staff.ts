import { recordAudit } from '../../ledger/audit-event.ts';
import { readOrganisation } from '../../ledger/organisation-store.ts';
import { insertStaff } from '../../ledger/staff-store.ts';
import type { SessionHandler } from '../context.ts';
import { newResetCode } from './reset-code.ts';
import { requireFreeName } from './staff-member.ts';

/** The new member sets a PIN with the one-time code; nobody else ever knows it (settled.md 50). */
export const addStaff: SessionHandler<'staff.add'> = async (context, { name, roles, language }) => {
  const added = await context.ledger.write(async (db) => {
    await requireFreeName(db, name);
    const organisation = await readOrganisation(db);
    const { code, hash } = newResetCode(context, db.at);
    const distinct = [...new Set(roles)];
    const staffId = await insertStaff(db, {
      name,
      roles: distinct,
      language: language ?? organisation?.language ?? 'fr',
      pinHash: null,
      resetCodeHash: hash,
    });
    await recordAudit(db, {
      kind: 'staff.added',
      staffId: context.staff.staffId,
      subject: `staff:${staffId}`,
      detail: { roles: distinct },
    });
    return { staffId, resetCode: code };
  });
  context.push({ type: 'ledger-changed', operation: 'staff.add' });
  return added;
};
