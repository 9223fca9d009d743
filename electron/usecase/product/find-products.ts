import { findProducts as findProductRows } from '../../ledger/product-store.ts';
import type { QueryHandler } from '../context.ts';
import { withCounts } from './product-rules.ts';

const LIMIT = 100;

export const findProducts: QueryHandler<'product.find'> = async ({ db }, input) => {
  const limit = input.limit ?? LIMIT;
  const rows = await findProductRows(db, {
    text: input.text ?? '',
    type: input.type ?? null,
    includeInactive: input.includeInactive ?? false,
    limit: limit + 1,
  });
  return { products: await withCounts(db, rows.slice(0, limit)), hasMore: rows.length > limit };
};
