import { readActionNotes } from '../../ledger/action/action-mark-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireAction } from './require-action.ts';

/** Keeps what was said to the client about a row. */
export const noteAction: CommandHandler<'action.note'> = async ({ db, staff }, { actionId, way, note }) => {
  const row = await requireAction(db, actionId, db);
  await db.insert('action_note', {
    action_id: actionId,
    client_id: row.clientId,
    way,
    note,
    staff_id: staff.staffId,
    at: db.at,
  });
  return { actionId, noteCount: (await readActionNotes(db, actionId)).length };
};
