import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** The refund that a part belongs to, by its first part; a refund that goes one way is its own. */
export async function readFirstPart(db: ReadableLedger, refundId: number): Promise<number> {
  const part = await db.get<{ firstRefundId: number }>`
    SELECT first_refund_id AS firstRefundId FROM refund_part WHERE refund_id = ${refundId}`;
  return part?.firstRefundId ?? refundId;
}

/** Every part of the refund that this one belongs to, in the order asked; a refund that goes one way is alone. */
export async function readPartIds(db: ReadableLedger, refundId: number): Promise<number[]> {
  const parts = await db.all<{ refundId: number }>`
    SELECT refund_id AS refundId FROM refund_part WHERE first_refund_id = ${await readFirstPart(db, refundId)}
    ORDER BY position`;
  return parts.length === 0 ? [refundId] : parts.map((part) => part.refundId);
}

/** Whether it is one of several parts. */
export async function isPart(db: ReadableLedger, refundId: number): Promise<boolean> {
  const found = await db.get<{ id: number }>`SELECT id FROM refund_part WHERE refund_id = ${refundId}`;
  return found !== undefined;
}

/** Keeps together what was asked together; a refund that goes one way needs no row. */
export async function insertParts(db: WritableLedger, refundIds: readonly number[]): Promise<void> {
  const [first] = refundIds;
  if (first === undefined || refundIds.length < 2) return;
  for (const [index, refundId] of refundIds.entries())
    await db.insert('refund_part', { refund_id: refundId, first_refund_id: first, position: index + 1 });
}
