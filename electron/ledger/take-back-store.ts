import type { ReadableLedger } from './sql.ts';

export interface RefundedCreditRow {
  memoId: number;
  /** What of the refund came out of this credit and was not billed again, in cents. */
  leftMinor: number;
}

/** The credits that a refund gave back, in the order in which it used them. */
export async function readRefundedCredits(
  db: ReadableLedger,
  refundId: number,
): Promise<RefundedCreditRow[]> {
  return await db.all<RefundedCreditRow>`
    SELECT line.memo_id AS memoId, sum(done.amount_minor) - coalesce((SELECT sum(amount_minor) FROM refund_take_back
      WHERE refund_id = ${refundId} AND memo_id = line.memo_id), 0) AS leftMinor
    FROM refund_outcome_line done JOIN refund_line line ON line.id = done.refund_line_id
    WHERE line.refund_id = ${refundId} AND line.memo_id IS NOT NULL
    GROUP BY line.memo_id ORDER BY min(line.id)`;
}

/** The invoices that bill again what a refund gave back in excess, oldest first, in cents. */
export async function readTakeBacks(
  db: ReadableLedger,
  refundId: number,
): Promise<{ invoiceId: number; number: string; totalMinor: number; at: string; staffName: string }[]> {
  return await db.all`
    SELECT invoice.id AS invoiceId, invoice.number, invoice.total_minor AS totalMinor, invoice.at,
      staff.name AS staffName
    FROM invoice JOIN staff ON staff.id = invoice.staff_id WHERE invoice.id IN (
      SELECT invoice_id FROM invoice_item item JOIN refund_take_back taken ON taken.item_id = item.id
      WHERE refund_id = ${refundId}) ORDER BY invoice.id`;
}
