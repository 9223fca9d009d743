import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { productOperations } from '../../../shared/contract/product.ts';
import { readAmountMinor } from '../../../shared/domain/amount-text.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readPolicies } from '../../ledger/policy-store.ts';
import { readProductOfCode } from '../../ledger/product-store.ts';
import type { CommandHandler } from '../context.ts';
import { type CsvRow, readCsvTable } from '../import/csv-table.ts';
import { ImportReport } from '../import/import-report.ts';
import { stockProduct } from './add-product.ts';
import { readPlanCell } from './plan-cell.ts';
import { PRODUCT_COLUMNS, TAX_CLASSES, TYPES, YES_NO } from './product-columns.ts';
import { pathOutOfOrder } from './product-rules.ts';

type Product = ParsedInput<'product.add'>;

const productSchema = productOperations['product.add'].input;
const TEXT_DETAILS = [
  'startDate',
  'endDate',
  'registrationOpensOn',
  'registrationClosesOn',
  'location',
  'schedule',
  'description',
] as const;
const COUNT_DETAILS = ['occurrences', 'capacity', 'ageMinimum', 'ageMaximum'] as const;

/** Adds every product of a CSV file, or none: each row passes the same checks as `product.add`. */
export const importProducts: CommandHandler<'product.import'> = async ({ db, staff }, { csv }) => {
  const report = new ImportReport();
  const rows = readCsvTable(csv, PRODUCT_COLUMNS, report);
  const policies = await policiesByName(db);
  const products = rows.flatMap((row) => readProductRow(row, policies, report) ?? []);
  await refuseTakenCodes(db, products, report);
  report.requireNone();
  for (const { product } of products) await stockProduct(db, product, staff.staffId);
  await recordAudit(db, {
    kind: 'product.imported',
    staffId: staff.staffId,
    subject: null,
    detail: { count: products.length },
  });
  return { importedCount: products.length };
};

interface ReadProduct {
  row: CsvRow;
  product: Product;
}

function readProductRow(
  row: CsvRow,
  policies: ReadonlyMap<string, number>,
  report: ImportReport,
): ReadProduct | undefined {
  const { cells, line } = row;
  const bad = (field: string, problem: string) =>
    report.refuse({ line, field, problem, value: cells.get(field) });
  const price = cells.get('priceMinor');
  const priceMinor = price === undefined ? undefined : readAmountMinor(price);
  const tracked = cells.get('isStockTracked');
  const isStockTracked = tracked === undefined ? undefined : YES_NO[foldText(tracked)];
  if (priceMinor === null) bad('priceMinor', 'not-an-amount');
  if (tracked !== undefined && isStockTracked === undefined) bad('isStockTracked', 'not-yes-or-no');
  const policy = cells.get('policy');
  const policyId = policy === undefined ? undefined : policies.get(foldText(policy));
  if (policy !== undefined && policyId === undefined) bad('policy', 'not-found');
  const worded = (field: string, words: Readonly<Record<string, string>>) => {
    const text = cells.get(field);
    return text === undefined ? undefined : (words[foldText(text)] ?? foldText(text));
  };
  const details = {
    ...Object.fromEntries(TEXT_DETAILS.flatMap((field) => entry(field, cells.get(field)))),
    ...Object.fromEntries(COUNT_DETAILS.flatMap((field) => entry(field, readCount(cells.get(field))))),
    ...(policyId === undefined ? {} : { policyId }),
    ...readPlan(cells.get('plan'), () => bad('plan', 'plan-cell')),
  };
  const parsed = productSchema.safeParse(
    {
      code: cells.get('code'),
      barcode: cells.get('barcode'),
      type: worded('type', TYPES),
      nameFr: cells.get('nameFr'),
      nameEn: cells.get('nameEn'),
      // a price that is no amount has been reported; zero lets the other columns be checked too
      priceMinor: priceMinor === null ? 0 : priceMinor,
      taxClass: worded('taxClass', TAX_CLASSES),
      ledgerCode: cells.get('ledgerCode'),
      isStockTracked,
      openingStockQuantity: readCount(cells.get('openingStockQuantity')),
      details,
    },
    { reportInput: true },
  );
  if (!parsed.success) {
    report.refuseIssues(line, parsed.error.issues, cells, (path) => String(path.at(-1) ?? ''));
    return undefined;
  }
  const wrongOrder = pathOutOfOrder(parsed.data.details ?? {})
    ?.split('.')
    .at(-1);
  if (wrongOrder !== undefined) bad(wrongOrder, 'order');
  return { row, product: parsed.data };
}

/** Policies in use by either of their names. */
async function policiesByName(db: ReadableLedger): Promise<Map<string, number>> {
  const rows = await readPolicies(db, { includeInactive: false });
  return new Map(
    rows.flatMap(({ policyId, definition: { nameFr, nameEn } }) =>
      [nameFr, ...(nameEn ? [nameEn] : [])].map((name): [string, number] => [foldText(name), policyId]),
    ),
  );
}

/** The plan of a cell; one that cannot be read is reported, and left out so that the other columns are checked too. */
function readPlan(text: string | undefined, report: () => void) {
  if (text === undefined) return {};
  const plan = readPlanCell(text);
  if (plan) return { plan };
  report();
  return {};
}

const entry = (field: string, value: unknown): [string, unknown][] =>
  value === undefined ? [] : [[field, value]];

/** A whole number; anything else stays text, which the schema refuses. */
const readCount = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : text;

async function refuseTakenCodes(
  db: ReadableLedger,
  products: readonly ReadProduct[],
  report: ImportReport,
): Promise<void> {
  const codes = new Set<string>();
  const barcodes = new Set<string>();
  for (const { row, product } of products) {
    const { code } = product;
    const barcode = product.barcode || null;
    const bad = (field: string, problem: string, value: string) =>
      report.refuse({ line: row.line, field, problem, value });
    if (codes.has(code)) bad('code', 'repeated', code);
    if (barcode !== null && barcodes.has(barcode)) bad('barcode', 'repeated', barcode);
    for (const taken of await readProductOfCode(db, { code, barcode })) {
      if (taken.code === code) bad('code', 'already-taken', code);
      else if (barcode !== null) bad('barcode', 'already-taken', barcode);
    }
    codes.add(code);
    if (barcode !== null) barcodes.add(barcode);
  }
}
