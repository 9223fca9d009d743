import { readDiscountRules, readListedPeople } from '../../ledger/discount-store.ts';
import type { QueryHandler } from '../context.ts';

export const listDiscountRules: QueryHandler<'discountRule.list'> = async ({ db }, input) => {
  const rows = await readDiscountRules(db, { includeInactive: input.includeInactive ?? false });
  const rules = [];
  for (const { definition, ...row } of rows)
    rules.push({ ...definition, ...row, people: await readListedPeople(db, definition.personIds ?? []) });
  return { rules };
};
