import type { OutputOf } from '../../shared/contract/contract.ts';
import { foldText } from '../../shared/domain/search-text.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export type CustomItemRow = OutputOf<'customItem.find'>['customItems'][number];
export type CustomItemFields = Omit<CustomItemRow, 'customItemId' | 'active'>;

interface StoredItem extends Omit<CustomItemRow, 'active'> {
  active: number;
}

const readable = (row: StoredItem): CustomItemRow => ({ ...row, active: row.active === 1 });

export async function readCustomItem(
  db: ReadableLedger,
  customItemId: number,
): Promise<CustomItemRow | undefined> {
  const row = await db.get<StoredItem>`
    SELECT id AS customItemId, kind, name_fr AS nameFr, name_en AS nameEn, ledger_code AS ledgerCode,
      tax_class AS taxClass, default_minor AS defaultAmountMinor, active
    FROM custom_item WHERE id = ${customItemId}`;
  return row && readable(row);
}

/** Custom items whose names or ledger code have every word of the text, accents ignored; fees first, then by name. */
export async function findCustomItems(
  db: ReadableLedger,
  asked: { kind: CustomItemRow['kind'] | null; text: string; includeInactive: boolean },
): Promise<CustomItemRow[]> {
  const rows = await db.all<StoredItem>`
    SELECT id AS customItemId, kind, name_fr AS nameFr, name_en AS nameEn, ledger_code AS ledgerCode,
      tax_class AS taxClass, default_minor AS defaultAmountMinor, active
    FROM custom_item
    WHERE (active = 1 OR ${asked.includeInactive ? 1 : 0}) AND (${asked.kind} IS NULL OR kind = ${asked.kind})
    ORDER BY kind, id`;
  const words = foldText(asked.text)
    .split(' ')
    .filter((word) => word !== '');
  return rows
    .filter((row) => {
      const all = foldText(`${row.nameFr} ${row.nameEn} ${row.ledgerCode}`);
      return words.every((word) => all.includes(word));
    })
    .toSorted((left, right) => byKindThenName(left, right))
    .map(readable);
}

function byKindThenName(left: StoredItem, right: StoredItem): number {
  if (left.kind !== right.kind) return left.kind === 'fee' ? -1 : 1;
  const [one, other] = [foldText(left.nameFr), foldText(right.nameFr)];
  return one < other ? -1 : one > other ? 1 : left.customItemId - right.customItemId;
}

export async function insertCustomItem(db: WritableLedger, item: CustomItemFields): Promise<number> {
  const inserted = await db.get<{ id: number }>`
    INSERT INTO custom_item (kind, name_fr, name_en, ledger_code, tax_class, default_minor)
    VALUES (${item.kind}, ${item.nameFr}, ${item.nameEn}, ${item.ledgerCode}, ${item.taxClass},
      ${item.defaultAmountMinor})
    RETURNING id`;
  if (!inserted) throw new Error('a custom item was not inserted');
  return inserted.id;
}

export async function updateCustomItem(db: WritableLedger, item: CustomItemRow): Promise<void> {
  await db.run`
    UPDATE custom_item SET name_fr = ${item.nameFr}, name_en = ${item.nameEn}, ledger_code = ${item.ledgerCode},
      tax_class = ${item.taxClass}, default_minor = ${item.defaultAmountMinor}, active = ${item.active ? 1 : 0}
    WHERE id = ${item.customItemId}`;
}
