import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readTills, readUnclosedSessions, updateTill } from '../../ledger/till-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireTillDetails } from './add-till.ts';

/** A till is put out of use only once it is closed: its money would have nowhere to be counted. */
export const changeTill: CommandHandler<'till.change'> = async ({ db, staff }, input) => {
  const till = (await readTills(db)).find((row) => row.tillId === input.tillId);
  if (!till) refuse('till-unknown', { tillId: input.tillId });
  await requireTillDetails(db, input);
  if (!input.active) {
    const session = (await readUnclosedSessions(db)).find((row) => row.tillId === input.tillId);
    if (session) refuse('till-already-open', { tillName: session.tillName, openedAt: session.openedAt });
  }
  await updateTill(db, { ...input, terminalId: input.terminalId ?? null });
  await recordAudit(db, {
    kind: 'till.changed',
    staffId: staff.staffId,
    subject: `till:${input.tillId}`,
    detail: { active: input.active },
  });
  return {};
};
