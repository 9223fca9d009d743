import { findCustomItems } from '../../ledger/custom-item-store.ts';
import type { QueryHandler } from '../context.ts';

export const findCustomItemsQuery: QueryHandler<'customItem.find'> = async ({ db }, input) => ({
  customItems: await findCustomItems(db, {
    kind: input.kind ?? null,
    text: input.text ?? '',
    includeInactive: input.includeInactive ?? false,
  }),
});
