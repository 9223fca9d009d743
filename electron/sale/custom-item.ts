import { refuse } from '../../shared/domain/refusal.ts';
import { type CustomItemRow, readCustomItem } from '../ledger/custom-item-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';

/** One that may be put on a document now. Refuses `custom-item-unknown` (also of the other kind), `custom-item-inactive`. */
export async function requireUsableCustomItem(
  db: ReadableLedger,
  kind: CustomItemRow['kind'],
  customItemId: number,
): Promise<CustomItemRow> {
  const item = await readCustomItem(db, customItemId);
  if (item?.kind !== kind) refuse('custom-item-unknown', { customItemId });
  if (!item.active) refuse('custom-item-inactive', { name: item.nameFr });
  return item;
}
