import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** Pieces of a product in stock: the sum of its movements. */
export async function readStock(db: ReadableLedger, productId: number): Promise<number> {
  const row = await db.get<{ quantity: number }>`
    SELECT coalesce(sum(quantity), 0) AS quantity FROM stock_movement WHERE product_id = ${productId}`;
  return row?.quantity ?? 0;
}

/** Pieces of an item that came back to stock. */
export async function readRestocked(db: ReadableLedger, itemId: number): Promise<number> {
  const row = await db.get<{ quantity: number }>`
    SELECT coalesce(sum(restocked_quantity), 0) AS quantity FROM credit_memo_line WHERE item_id = ${itemId}`;
  return row?.quantity ?? 0;
}

/** Moves stock: negative when sold, positive when it comes back. */
export async function moveStock(
  db: WritableLedger,
  movement: { productId: number; quantity: number; cause: string; itemId: number | null; staffId: number },
): Promise<void> {
  await db.insert('stock_movement', {
    product_id: movement.productId,
    quantity: movement.quantity,
    cause: movement.cause,
    item_id: movement.itemId,
    staff_id: movement.staffId,
    at: db.at,
  });
}
