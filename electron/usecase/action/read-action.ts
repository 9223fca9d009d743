import { readActionNotes } from '../../ledger/action/action-mark-store.ts';
import { readClient } from '../../ledger/client-store.ts';
import type { QueryHandler } from '../context.ts';
import { actionRow, readMarks } from './action-row.ts';
import { requireAction } from './require-action.ts';

/** One row, how to reach its client, and what was said so far. */
export const readActionQuery: QueryHandler<'action.read'> = async (context, { actionId }) => {
  const { db, staff, localDate } = context;
  const row = await requireAction(db, actionId, context);
  const client = row.clientId === null ? undefined : await readClient(db, row.clientId);
  return {
    action: actionRow(row, await readMarks(db, { staffId: staff.staffId, localDate })),
    clientPhone: client?.phone ?? '',
    clientEmail: client?.email ?? '',
    notes: await readActionNotes(db, actionId),
  };
};
