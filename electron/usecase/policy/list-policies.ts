import { readPolicies } from '../../ledger/policy-store.ts';
import type { QueryHandler } from '../context.ts';

export const listPolicies: QueryHandler<'policy.list'> = async ({ db }, input) => {
  const rows = await readPolicies(db, { includeInactive: input.includeInactive ?? false });
  return {
    policies: rows.map(({ definition, ...row }) => ({
      ...definition,
      nameEn: definition.nameEn ?? '',
      ...row,
    })),
  };
};
