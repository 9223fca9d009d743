import { refuse } from '../../../shared/domain/refusal.ts';
import { type AllocationSource, readSourceClient } from '../../ledger/allocation-store.ts';
import { type CreditedItemRow, readItem } from '../../ledger/invoice-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';

/** A source and an item of one account. Refuses `payment-unknown`, `memo-unknown`, `item-unknown`, `allocation-other-account`. */
export async function requireSameAccount(
  db: ReadableLedger,
  source: AllocationSource,
  itemId: number,
): Promise<CreditedItemRow> {
  const clientId = await readSourceClient(db, source);
  if (clientId === undefined)
    'memoId' in source ? refuse('memo-unknown', source) : refuse('payment-unknown', source);
  const item = await readItem(db, itemId);
  if (!item) refuse('item-unknown', { itemId });
  if (item.clientId !== clientId) refuse('allocation-other-account', { itemId });
  return item;
}
