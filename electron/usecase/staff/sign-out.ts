import { recordAudit } from '../../ledger/audit-event.ts';
import type { SessionHandler } from '../context.ts';

export const signOut: SessionHandler<'staff.signOut'> = async (context) => {
  if (context.session !== undefined) context.sessions.close(context.session);
  context.display.show({ state: 'idle' });
  if (context.ledger.status().readOnly === null) {
    const { staffId } = context.staff;
    await context.ledger.write(async (db) => {
      await recordAudit(db, { kind: 'staff.signed-out', staffId, subject: `staff:${staffId}` });
    });
  }
  return {};
};
