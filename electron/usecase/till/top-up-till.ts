import { postFloat } from '../../ledger/post-till.ts';
import { recordDrawerEvent, requireCoins } from '../../till/drawer.ts';
import { requireOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

/** More float from the safe while the till is open (settled.md 37). */
export const topUpTill: CommandHandler<'till.topUp'> = async ({ db, staff }, { tillId, amountMinor }) => {
  const session = await requireOpenSession(db, tillId);
  requireCoins(amountMinor);
  const { tillSessionId } = session;
  await recordDrawerEvent(db, { tillSessionId, kind: 'FLOAT', amountMinor, staffId: staff.staffId });
  await postFloat(db, { tillSessionId, tillId: session.tillId, amountMinor });
  return {};
};
