import { postPayIn } from '../../ledger/post-till.ts';
import { recordDrawerEvent, requireCoins, requireDrawerRoom } from '../../till/drawer.ts';
import { requireOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';
import { requireMovementCode } from './till-ledger-code.ts';

/** Cash put into the drawer for a reason other than a sale. */
export const payInTill: CommandHandler<'till.payIn'> = async ({ db, staff }, input) => {
  const { amountMinor, reason } = input;
  const ledgerCode = requireMovementCode(input.ledgerCode);
  const { tillSessionId, tillId } = await requireOpenSession(db, input.tillId);
  requireCoins(amountMinor);
  await requireDrawerRoom(db, { tillSessionId, amountMinor });
  await recordDrawerEvent(db, {
    tillSessionId,
    kind: 'PAID_IN',
    amountMinor,
    reason,
    staffId: staff.staffId,
  });
  await postPayIn(db, { tillSessionId, tillId, amountMinor, ledgerCode });
  return {};
};
