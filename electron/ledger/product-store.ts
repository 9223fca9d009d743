import type { ParsedInput } from '../../shared/contract/contract.ts';
import { foldText } from '../../shared/domain/search-text.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

type ProductInput = ParsedInput<'product.add'>;

export interface ProductFields {
  code: string;
  barcode: string | null;
  type: ProductInput['type'];
  nameFr: string;
  nameEn: string;
  priceMinor: number;
  taxClass: ProductInput['taxClass'];
  ledgerCode: string;
  isStockTracked: boolean;
  details: NonNullable<ProductInput['details']>;
}

export interface ProductRow extends ProductFields {
  productId: number;
  active: boolean;
}

interface StoredProduct extends Omit<ProductRow, 'isStockTracked' | 'active' | 'details'> {
  isStockTracked: number;
  active: number;
  details: string;
}

const readable = (row: StoredProduct): ProductRow => ({
  ...row,
  isStockTracked: row.isStockTracked === 1,
  active: row.active === 1,
  details: JSON.parse(row.details) as ProductFields['details'],
});

export async function readProduct(db: ReadableLedger, productId: number): Promise<ProductRow | undefined> {
  const row = await db.get<StoredProduct>`
    SELECT id AS productId, code, barcode, type, name_fr AS nameFr, name_en AS nameEn, price_minor AS priceMinor,
      tax_class AS taxClass, ledger_code AS ledgerCode, stock_tracked AS isStockTracked, active, details
    FROM product WHERE id = ${productId}`;
  return row && readable(row);
}

/** Which product has this code or this barcode. */
export async function readProductOfCode(
  db: ReadableLedger,
  asked: { code: string; barcode: string | null },
): Promise<{ productId: number; code: string; barcode: string | null }[]> {
  return await db.all<{ productId: number; code: string; barcode: string | null }>`
    SELECT id AS productId, code, barcode FROM product
    WHERE code = ${asked.code} OR barcode = ${asked.barcode} ORDER BY id`;
}

/**
 * Products whose code, barcode or names have every word of the text, accents ignored; those whose code or barcode
 * is the text come first, then by French name. The catalogue is small enough to be folded row by row.
 */
export async function findProducts(
  db: ReadableLedger,
  asked: { text: string; type: ProductRow['type'] | null; includeInactive: boolean; limit: number },
): Promise<ProductRow[]> {
  const rows = await db.all<StoredProduct>`
    SELECT id AS productId, code, barcode, type, name_fr AS nameFr, name_en AS nameEn, price_minor AS priceMinor,
      tax_class AS taxClass, ledger_code AS ledgerCode, stock_tracked AS isStockTracked, active, details
    FROM product
    WHERE (active = 1 OR ${asked.includeInactive ? 1 : 0}) AND (${asked.type} IS NULL OR type = ${asked.type})
    ORDER BY id`;
  const text = foldText(asked.text);
  const words = text.split(' ').filter((word) => word !== '');
  const ranked = rows.flatMap((row) => {
    const codes = [foldText(row.code), foldText(row.barcode ?? '')];
    const names = foldText(`${row.nameFr} ${row.nameEn}`);
    const all = `${codes.join(' ')} ${names}`;
    if (!words.every((word) => all.includes(word))) return [];
    const rank = text !== '' && codes.includes(text) ? 0 : names.startsWith(text) ? 1 : 2;
    return [{ row, rank, name: foldText(row.nameFr) }];
  });
  ranked.sort(
    (left, right) => left.rank - right.rank || (left.name < right.name ? -1 : left.name > right.name ? 1 : 0),
  );
  return ranked.slice(0, asked.limit).map(({ row }) => readable(row));
}

/** Places of those products that have a capacity. */
export async function readCapacities(
  db: ReadableLedger,
  productIds: readonly number[],
): Promise<{ productId: number; nameFr: string; capacity: number }[]> {
  return await db.all<{ productId: number; nameFr: string; capacity: number }>`
    SELECT id AS productId, name_fr AS nameFr, json_extract(details, '$.capacity') AS capacity FROM product
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))
      AND json_extract(details, '$.capacity') IS NOT NULL ORDER BY id`;
}

export interface RestrictedProduct {
  productId: number;
  opensOn: string | null;
  closesOn: string | null;
  ageMinimum: number | null;
  ageMaximum: number | null;
  startDate: string | null;
}

/** Those of the products that take only some ages, or registrations only within some days. */
export async function readRestrictedProducts(
  db: ReadableLedger,
  productIds: readonly number[],
): Promise<Map<number, RestrictedProduct>> {
  const rows = await db.all<RestrictedProduct>`
    SELECT id AS productId, details ->> 'registrationOpensOn' AS opensOn, details ->> 'startDate' AS startDate,
      details ->> 'registrationClosesOn' AS closesOn, details ->> 'ageMinimum' AS ageMinimum,
      details ->> 'ageMaximum' AS ageMaximum
    FROM product WHERE id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))
      AND coalesce(details ->> 'registrationOpensOn', details ->> 'registrationClosesOn', details ->> 'ageMinimum',
        details ->> 'ageMaximum') IS NOT NULL`;
  return new Map(rows.map((row) => [row.productId, row]));
}

/** Active registrations by product, for the capacity of activities. */
export async function readRegisteredCounts(
  db: ReadableLedger,
  productIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await db.all<{ productId: number; count: number }>`
    SELECT product_id AS productId, count(*) AS count FROM registration
    WHERE state = 'active' AND product_id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))
    GROUP BY product_id`;
  return new Map(rows.map((row) => [row.productId, row.count]));
}

/** Pieces in stock by product, from the movements. */
export async function readStocks(
  db: ReadableLedger,
  productIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await db.all<{ productId: number; quantity: number }>`
    SELECT product_id AS productId, sum(quantity) AS quantity FROM stock_movement
    WHERE product_id IN (SELECT value FROM json_each(${JSON.stringify(productIds)})) GROUP BY product_id`;
  return new Map(rows.map((row) => [row.productId, row.quantity]));
}

/** The last movements of a product's stock, newest first. */
export async function readStockMovements(
  db: ReadableLedger,
  productId: number,
  limit: number,
): Promise<{ quantity: number; cause: string; at: string }[]> {
  return await db.all<{ quantity: number; cause: string; at: string }>`
    SELECT quantity, cause, at FROM stock_movement WHERE product_id = ${productId} ORDER BY id DESC LIMIT ${limit}`;
}

export async function insertProduct(db: WritableLedger, product: ProductFields): Promise<number> {
  const inserted = await db.get<{ id: number }>`
    INSERT INTO product (code, barcode, type, name_fr, name_en, price_minor, tax_class, ledger_code, stock_tracked,
      details)
    VALUES (${product.code}, ${product.barcode}, ${product.type}, ${product.nameFr}, ${product.nameEn},
      ${product.priceMinor}, ${product.taxClass}, ${product.ledgerCode}, ${product.isStockTracked ? 1 : 0},
      ${JSON.stringify(product.details)})
    RETURNING id`;
  if (!inserted) throw new Error('a product row was not inserted');
  return inserted.id;
}

export async function updateProduct(db: WritableLedger, product: ProductRow): Promise<void> {
  await db.run`
    UPDATE product SET code = ${product.code}, barcode = ${product.barcode}, type = ${product.type},
      name_fr = ${product.nameFr}, name_en = ${product.nameEn}, price_minor = ${product.priceMinor},
      tax_class = ${product.taxClass}, ledger_code = ${product.ledgerCode},
      stock_tracked = ${product.isStockTracked ? 1 : 0}, active = ${product.active ? 1 : 0},
      details = ${JSON.stringify(product.details)}
    WHERE id = ${product.productId}`;
}
