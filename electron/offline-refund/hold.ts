import type { WritableLedger } from '../ledger/ledger.ts';
import { type HoldRow, readHoldsOfRefund } from '../ledger/refund-store.ts';

export interface LineToHold {
  refundLineId: number;
  memoId: number | null;
  paymentId: number | null;
  originPaymentId: number;
  amountMinor: number;
}

/** Reserves each line's cents on its source and on its origin; the database refuses to pass either cap. */
export async function placeHolds(db: WritableLedger, refundId: number, lines: readonly LineToHold[]) {
  for (const line of lines) {
    await db.open('hold', {
      refund_line_id: line.refundLineId,
      refund_id: refundId,
      memo_id: line.memoId,
      payment_id: line.paymentId,
      origin_payment_id: line.originPaymentId,
      amount_minor: line.amountMinor,
      at: db.at,
    });
  }
}

/**
 * Ends the holds that still stand: `consumed` on the lines whose money moved, `released` on the others. A line that
 * moved less than it held is consumed too; what it did not use is free again.
 */
export async function endHolds(
  db: WritableLedger,
  refundId: number,
  movedLineIds: ReadonlySet<number>,
  staffId: number | null,
): Promise<void> {
  for (const hold of await readStandingHolds(db, refundId)) {
    await db.move('hold', hold.holdId, movedLineIds.has(hold.refundLineId) ? 'consumed' : 'released', {
      staffId,
    });
  }
}

async function readStandingHolds(db: WritableLedger, refundId: number): Promise<HoldRow[]> {
  return (await readHoldsOfRefund(db, refundId)).filter((hold) => hold.state === 'held');
}
