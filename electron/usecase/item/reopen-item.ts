import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readPaymentsOfItem } from '../../ledger/allocation-store.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readItem } from '../../ledger/invoice-store.ts';
import { unspendSource } from '../../sale/spend-source.ts';
import { readRemovable } from '../allocation/unlink-allocation.ts';
import type { CommandHandler } from '../context.ts';

/**
 * The price is still owed, its money goes back (domain.md B10): payments are cut, the newest link first, and are
 * deposits again. Never more than what the item's own credits leave.
 */
export const reopenItem: CommandHandler<'item.reopen'> = async ({ db, staff }, input) => {
  const { itemId, reason } = input;
  const item = await readItem(db, itemId);
  if (!item) refuse('item-unknown', { itemId });
  if (item.clientKind === 'walk-in') refuse('walk-in-no-credit', { mustRefundMinor: item.totalMinor });
  const freed: { paymentId: number; number: string; amountMinor: number }[] = [];
  let restMinor = input.amountMinor ?? item.totalMinor;
  for (const { paymentId, number } of await readPaymentsOfItem(db, itemId)) {
    const source = { paymentId };
    const amountMinor = Math.min(restMinor, await readRemovable(db, source, itemId));
    if (amountMinor === 0) continue;
    await unspendSource(db, {
      clientId: item.clientId,
      source,
      itemId,
      amountMinor,
      cause: 'still-owed',
      staffId: staff.staffId,
    });
    freed.push({ paymentId, number, amountMinor });
    restMinor -= amountMinor;
  }
  const amountMinor = sumMinor(freed.map((part) => part.amountMinor));
  if (amountMinor === 0 || (input.amountMinor !== undefined && restMinor > 0))
    refuse('allocation-too-much', { maximumMinor: amountMinor });
  await recordAudit(db, {
    kind: 'item.reopened',
    staffId: staff.staffId,
    subject: `item:${itemId}`,
    detail: { amountMinor, reason },
  });
  return { amountMinor, itemOwedMinor: item.owedMinor + amountMinor, freed };
};
