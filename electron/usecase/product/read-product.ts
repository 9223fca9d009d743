import { readStockMovements } from '../../ledger/product-store.ts';
import type { QueryHandler } from '../context.ts';
import { requireProduct, withCounts } from './product-rules.ts';

const MOVEMENTS_SHOWN = 200;

export const readProductDetails: QueryHandler<'product.read'> = async ({ db }, { productId }) => {
  const [product] = await withCounts(db, [await requireProduct(db, productId)]);
  if (!product) throw new Error('a product that was just read is gone');
  return { ...product, stockMovements: await readStockMovements(db, productId, MOVEMENTS_SHOWN) };
};
