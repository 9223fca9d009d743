import { postDrop } from '../../ledger/post-till.ts';
import { recordDrawerEvent, requireCoins, requireInDrawer } from '../../till/drawer.ts';
import { requireOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

/** Cash brought from the drawer to the safe. */
export const dropTill: CommandHandler<'till.drop'> = async ({ db, staff }, input) => {
  const { amountMinor } = input;
  const { tillSessionId, tillId } = await requireOpenSession(db, input.tillId);
  requireCoins(amountMinor);
  await requireInDrawer(db, { tillSessionId, amountMinor, roles: staff.roles });
  await recordDrawerEvent(db, {
    tillSessionId,
    kind: 'DROP',
    amountMinor: -amountMinor,
    staffId: staff.staffId,
  });
  await postDrop(db, { tillSessionId, tillId, amountMinor });
  return {};
};
