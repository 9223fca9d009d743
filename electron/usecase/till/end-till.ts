import { requireOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

/** No more movements; the blind count begins. Open attempts do not stop it (settled.md 17). */
export const endTill: CommandHandler<'till.end'> = async ({ db, staff }, { tillId }) => {
  const { tillSessionId } = await requireOpenSession(db, tillId);
  await db.move('till_session', tillSessionId, 'ended', { staffId: staff.staffId });
  return { tillSessionId };
};
