import { duesOf, isUnderWay } from '../../../shared/domain/instalment.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { type CreditedItemRow, readItem } from '../../ledger/invoice-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { type LiveRow, readLivePlan } from '../../ledger/planned-payment-store.ts';

/** An item that may be paid by instalments, and what is planned of it. */
export interface PlannableItem {
  item: CreditedItemRow;
  rows: LiveRow[];
  /** Owed, and no payment under way is about to pay it; cents. */
  toPlanMinor: number;
}

/** Refuses `item-unknown`, `walk-in-needs-full-payment`, `nothing-owed`. */
export async function requirePlannable(db: ReadableLedger, itemId: number): Promise<PlannableItem> {
  const item = await readItem(db, itemId);
  if (!item) refuse('item-unknown', { itemId });
  if (item.clientKind === 'walk-in') refuse('walk-in-needs-full-payment', { dueMinor: item.owedMinor });
  const rows = await readLivePlan(db, [itemId]);
  const underWayMinor = sumMinor(rows.filter(isUnderWay).map((row) => row.amountMinor));
  const toPlanMinor = item.owedMinor - underWayMinor;
  if (toPlanMinor <= 0) refuse('nothing-owed', { owedMinor: Math.max(0, toPlanMinor) });
  return { item, rows, toPlanMinor };
}

/** The rows that may be given up for others: those under way are never touched. Refuses `plan-missing`. */
export function requireChangeable(rows: readonly LiveRow[], itemId: number): LiveRow[] {
  const changeable = rows.filter((row) => !isUnderWay(row));
  if (changeable.length === 0) refuse('plan-missing', { itemId });
  return changeable;
}

/** When each part of an item is due, by its rows; the rest today. */
export function duesOfItem({ item, rows }: PlannableItem, today: string) {
  return duesOf({ owedMinor: item.owedMinor, dueDate: today, planned: rows });
}
