import { recordDrawerEvent } from '../../till/drawer.ts';
import { requireOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

/** The drawer opened without a sale: no money, but a trace with its reason. */
export const noSaleTill: CommandHandler<'till.noSale'> = async ({ db, staff }, { tillId, reason }) => {
  const { tillSessionId } = await requireOpenSession(db, tillId);
  await recordDrawerEvent(db, {
    tillSessionId,
    kind: 'NO_SALE',
    amountMinor: 0,
    reason,
    staffId: staff.staffId,
  });
  return {};
};
