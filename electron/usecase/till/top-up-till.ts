import { postFloat } from '../../ledger/post-till.ts';
import { recordDrawerEvent, requireCoins, requireDrawerRoom } from '../../till/drawer.ts';
import { requireOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

/** More float from the safe while the till is open (settled.md 37). */
export const topUpTill: CommandHandler<'till.topUp'> = async ({ db, staff }, { tillId, amountMinor }) => {
  const session = await requireOpenSession(db, tillId);
  const { tillSessionId } = session;
  requireCoins(amountMinor);
  await requireDrawerRoom(db, { tillSessionId, amountMinor });
  await recordDrawerEvent(db, { tillSessionId, kind: 'FLOAT', amountMinor, staffId: staff.staffId });
  await postFloat(db, { tillSessionId, tillId: session.tillId, amountMinor });
  return {};
};
