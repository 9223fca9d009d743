import { refuse } from '../../../shared/domain/refusal.ts';
import { postFloat } from '../../ledger/post-till.ts';
import { readUnclosedSessions } from '../../ledger/till-store.ts';
import { recordDrawerEvent, requireCoins } from '../../till/drawer.ts';
import { requireTill } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

/** A session that was forgotten stays open and blocks the next one until it is counted (domain.md B20). */
export const openTill: CommandHandler<'till.open'> = async ({ db, staff }, { tillId, floatMinor }) => {
  const till = await requireTill(db, tillId);
  if (till.active !== 1) refuse('till-unknown', { tillId: till.tillId });
  const before = (await readUnclosedSessions(db)).find((session) => session.tillId === till.tillId);
  if (before) refuse('till-already-open', { tillName: till.name, openedAt: before.openedAt });
  requireCoins(floatMinor);
  const tillSessionId = await db.open('till_session', {
    till_id: till.tillId,
    staff_id: staff.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  await recordDrawerEvent(db, {
    tillSessionId,
    kind: 'FLOAT',
    amountMinor: floatMinor,
    staffId: staff.staffId,
  });
  await postFloat(db, { tillSessionId, tillId: till.tillId, amountMinor: floatMinor });
  return { tillSessionId, tillId: till.tillId };
};
