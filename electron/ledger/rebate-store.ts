import { sumMinor } from '../../shared/domain/money.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export interface ManualRebate {
  itemId: number;
  /** The line of the item's invoice, or the memo when it was given later: one of the two. */
  discountLineId: number | null;
  memoId: number | null;
  customItemId: number | null;
  /** Before tax, in cents. */
  amountMinor: number;
  reason: string;
  approvalId: number | null;
  staffId: number;
}

/** Records who took it off, why, and whose approval let it through. */
export async function insertManualRebate(db: WritableLedger, rebate: ManualRebate): Promise<void> {
  await db.insert('manual_rebate', {
    item_id: rebate.itemId,
    discount_line_id: rebate.discountLineId,
    memo_id: rebate.memoId,
    custom_item_id: rebate.customItemId,
    amount_minor: rebate.amountMinor,
    reason: rebate.reason,
    approval_id: rebate.approvalId,
    staff_id: rebate.staffId,
    at: db.at,
  });
}

/** What was taken off an item by hand: on its invoice and since, in cents before tax. */
export async function readRebatesOfItem(
  db: ReadableLedger,
  itemId: number,
): Promise<{ atIssueMinor: number; sinceMinor: number }> {
  const rows = await db.all<{ memoId: number | null; amountMinor: number }>`
    SELECT memo_id AS memoId, amount_minor AS amountMinor FROM manual_rebate WHERE item_id = ${itemId}`;
  const sumOf = (isSince: boolean) =>
    sumMinor(rows.filter(({ memoId }) => (memoId !== null) === isSince).map((row) => row.amountMinor));
  return { atIssueMinor: sumOf(false), sinceMinor: sumOf(true) };
}
