import { reopenSession } from '../../till/reopen-session.ts';
import { requireTill } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

export const reopenTill: CommandHandler<'till.reopen'> = async ({ db, staff }, { tillId, reason }) =>
  await reopenSession(db, { till: await requireTill(db, tillId), reason, staffId: staff.staffId });
