import type { OutputOf, ParsedInput } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readPolicy } from '../../ledger/policy-store.ts';
import {
  type ProductFields,
  type ProductRow,
  readProduct,
  readProductOfCode,
  readRegisteredCounts,
  readStocks,
} from '../../ledger/product-store.ts';

type ProductInput = Omit<ParsedInput<'product.add'>, 'openingStockQuantity'>;
type ProductRead = OutputOf<'product.find'>['products'][number];

/** Refuses `product-unknown`. */
export async function requireProduct(db: ReadableLedger, productId: number): Promise<ProductRow> {
  return (await readProduct(db, productId)) ?? refuse('product-unknown', { productId });
}

/** Codes and barcodes name one product each, inactive ones included. Refuses `product-code-taken`. */
export async function requireFreeCodes(
  db: ReadableLedger,
  given: { code: string; barcode: string | null },
  productId?: number,
): Promise<void> {
  const others = (await readProductOfCode(db, given)).filter((row) => row.productId !== productId);
  if (others.some((row) => row.code === given.code)) refuse('product-code-taken', { code: given.code });
  if (others.length > 0) refuse('product-code-taken', { code: given.barcode ?? '' });
}

/** The pairs of a product's details that must be in order: the path of the later one, or null when all are. */
export function pathOutOfOrder(details: ProductFields['details']): string | null {
  const { startDate, endDate, registrationOpensOn, registrationClosesOn, ageMinimum, ageMaximum } = details;
  if (startDate && endDate && endDate < startDate) return 'details.endDate';
  if (registrationOpensOn && registrationClosesOn && registrationClosesOn < registrationOpensOn)
    return 'details.registrationClosesOn';
  if (ageMinimum !== undefined && ageMaximum !== undefined && ageMaximum < ageMinimum)
    return 'details.ageMaximum';
  return null;
}

/** Refuses `invalid-input` when an end comes before its start. */
export function requireOrder(details: ProductFields['details']): void {
  const path = pathOutOfOrder(details);
  if (path !== null) refuse('invalid-input', { issues: [{ path, problem: 'order' }] });
}

/** Refuses `policy-unknown`. */
export async function requireKnownPolicy(
  db: ReadableLedger,
  { policyId }: ProductFields['details'],
): Promise<void> {
  if (policyId !== undefined && !(await readPolicy(db, policyId))) refuse('policy-unknown', { policyId });
}

export const productFields = (input: ProductInput): ProductFields => ({
  code: input.code,
  barcode: input.barcode || null,
  type: input.type,
  nameFr: input.nameFr,
  nameEn: input.nameEn ?? '',
  priceMinor: input.priceMinor,
  taxClass: input.taxClass,
  ledgerCode: input.ledgerCode,
  isStockTracked: input.isStockTracked ?? false,
  details: input.details ?? {},
});

/** Products as the screens show them: with what is in stock and who is registered. */
export async function withCounts(db: ReadableLedger, rows: readonly ProductRow[]): Promise<ProductRead[]> {
  const ids = rows.map((row) => row.productId);
  const stocks = await readStocks(db, ids);
  const registered = await readRegisteredCounts(db, ids);
  return rows.map((row) => ({
    ...row,
    stockQuantity: row.isStockTracked ? (stocks.get(row.productId) ?? 0) : null,
    registeredCount: registered.get(row.productId) ?? 0,
  }));
}
