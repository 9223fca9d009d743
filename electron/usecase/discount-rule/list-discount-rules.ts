import { readDiscountRules } from '../../ledger/discount-store.ts';
import type { QueryHandler } from '../context.ts';

export const listDiscountRules: QueryHandler<'discountRule.list'> = async ({ db }, input) => {
  const rows = await readDiscountRules(db, { includeInactive: input.includeInactive ?? false });
  return { rules: rows.map(({ definition, ...row }) => ({ ...definition, ...row })) };
};
