import { sumMinor } from './money.ts';

/** A charge that a gateway has and that has no outcome yet: nothing is posted for it (settled.md 7). */
export interface PendingCharge {
  amountMinor: number;
  /** The items it is to pay, first to last; what is beyond them pays the oldest due. */
  itemIds: readonly number[];
}

/**
 * What of each open item is reserved by charges under way, in cents: an item reads "being paid" by it, and is not
 * overdue. Ticked items first, then the others in the order given; never more than an item owes.
 */
export function pendingByItem(
  charges: readonly PendingCharge[],
  items: readonly { itemId: number; owedMinor: number }[],
): Map<number, number> {
  const pending = new Map<number, number>();
  for (const { amountMinor, itemIds } of charges) {
    let restMinor = amountMinor;
    const rank = ({ itemId }: { itemId: number }) => {
      const place = itemIds.indexOf(itemId);
      return place < 0 ? itemIds.length : place;
    };
    for (const { itemId, owedMinor } of items.toSorted((one, other) => rank(one) - rank(other))) {
      const before = pending.get(itemId) ?? 0;
      const reservedMinor = Math.min(restMinor, owedMinor - before);
      if (reservedMinor <= 0) continue;
      pending.set(itemId, sumMinor([before, reservedMinor]));
      restMinor -= reservedMinor;
    }
  }
  return pending;
}
