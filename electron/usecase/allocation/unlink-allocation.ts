import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { isMemoOfItem, readItemFundingOfMemo, readLinkState } from '../../ledger/allocation-store.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readItemFunding } from '../../ledger/credit-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { unspendSource } from '../../sale/spend-source.ts';
import type { CommandHandler } from '../context.ts';
import { requireSameAccount } from './require-link.ts';

type Source = { paymentId: number } | { memoId: number };

/**
 * Takes a link away: the item is owed again and the money is a deposit, or the credit is open, once more. Never more
 * than what the item's own credits leave: what was credited is not owed again, and money that a credit gave back to
 * the client's choice is not there a second time (settled.md 2).
 */
export const unlinkAllocation: CommandHandler<'allocation.unlink'> = async ({ db, staff }, input) => {
  const { source, itemId, reason } = input;
  const item = await requireSameAccount(db, source, itemId);
  if (item.clientKind === 'walk-in') refuse('walk-in-no-credit', { mustRefundMinor: item.totalMinor });
  const maximumMinor = await readRemovable(db, source, itemId);
  const amountMinor = input.amountMinor ?? maximumMinor;
  if (amountMinor > maximumMinor || maximumMinor <= 0) refuse('allocation-too-much', { maximumMinor });
  await unspendSource(db, {
    clientId: item.clientId,
    source,
    itemId,
    amountMinor,
    cause: 'unlink',
    staffId: staff.staffId,
  });
  await recordAudit(db, {
    kind: 'allocation.unlinked',
    staffId: staff.staffId,
    subject: `item:${itemId}`,
    detail: { ...source, amountMinor, reason },
  });
  return { amountMinor, itemOwedMinor: item.owedMinor + amountMinor };
};

/**
 * What can be taken away of a link, in cents: nothing of what the item's own credits promise already.
 */
export async function readRemovable(db: ReadableLedger, source: Source, itemId: number): Promise<number> {
  if ('memoId' in source && (await isMemoOfItem(db, source.memoId, itemId))) return 0;
  const { linkedMinor, paidMinor, creditedMinor } = await readLinkState(db, source, itemId);
  const uncreditedMinor = Math.min(linkedMinor, paidMinor - creditedMinor);
  const funding = await readItemFunding(db, itemId);
  const unfundedOf = (paymentId: number) => {
    const funded = funding.find((row) => row.paymentId === paymentId);
    return Math.max(0, (funded?.allocatedMinor ?? 0) - (funded?.alreadyFundedMinor ?? 0));
  };
  if ('memoId' in source) {
    // what the memo handed on and a credit of the item promises stays behind its link
    const handedOn = await readItemFundingOfMemo(db, { itemId, memoId: source.memoId });
    const promisedMinor = sumMinor(
      handedOn.map(({ paymentId, amountMinor }) => Math.max(0, amountMinor - unfundedOf(paymentId))),
    );
    return Math.max(0, Math.min(uncreditedMinor, linkedMinor - promisedMinor));
  }
  const unfundedMinor = unfundedOf(source.paymentId);
  return Math.max(0, Math.min(uncreditedMinor, unfundedMinor));
}
