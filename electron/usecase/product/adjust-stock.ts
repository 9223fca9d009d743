import { refuse } from '../../../shared/domain/refusal.ts';
import { moveStock, readStock } from '../../ledger/stock-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireProduct } from './product-rules.ts';

/** A counted correction with its reason; stock never goes below zero by hand. */
export const adjustStock: CommandHandler<'product.adjustStock'> = async ({ db, staff }, input) => {
  const { productId, quantity, reason } = input;
  const product = await requireProduct(db, productId);
  if (!product.isStockTracked)
    refuse('invalid-input', { issues: [{ path: 'productId', problem: 'stock-not-tracked' }] });
  const before = await readStock(db, productId);
  if (before + quantity < 0)
    refuse('out-of-stock', { name: product.nameFr, availableQuantity: Math.max(0, before) });
  await moveStock(db, { productId, quantity, cause: reason, itemId: null, staffId: staff.staffId });
  return { stockQuantity: before + quantity };
};
