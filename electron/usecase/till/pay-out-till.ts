import { postPayOut } from '../../ledger/post-till.ts';
import { recordDrawerEvent, requireCoins, requireInDrawer } from '../../till/drawer.ts';
import { requireOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';
import { requireMovementCode } from './till-ledger-code.ts';

/** Cash taken out of the drawer for a reason other than a refund. */
export const payOutTill: CommandHandler<'till.payOut'> = async ({ db, staff }, input) => {
  const { amountMinor, reason } = input;
  const ledgerCode = requireMovementCode(input.ledgerCode);
  const { tillSessionId, tillId } = await requireOpenSession(db, input.tillId);
  requireCoins(amountMinor);
  await requireInDrawer(db, { tillSessionId, amountMinor, roles: staff.roles });
  await recordDrawerEvent(db, {
    tillSessionId,
    kind: 'PAID_OUT',
    amountMinor: -amountMinor,
    reason,
    staffId: staff.staffId,
  });
  await postPayOut(db, { tillSessionId, tillId, amountMinor, ledgerCode });
  return {};
};
