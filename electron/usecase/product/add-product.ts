import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { insertProduct } from '../../ledger/product-store.ts';
import { moveStock } from '../../ledger/stock-store.ts';
import type { CommandHandler } from '../context.ts';
import { productFields, requireFreeCodes, requireKnownPolicy, requireOrder } from './product-rules.ts';

export const addProduct: CommandHandler<'product.add'> = async ({ db, staff }, input) => {
  requireOrder(input.details ?? {});
  await requireKnownPolicy(db, input.details ?? {});
  await requireFreeCodes(db, { code: input.code, barcode: input.barcode || null });
  const productId = await stockProduct(db, input, staff.staffId);
  await recordAudit(db, {
    kind: 'product.added',
    staffId: staff.staffId,
    subject: `product:${productId}`,
    detail: { priceMinor: input.priceMinor, taxClass: input.taxClass, ledgerCode: input.ledgerCode },
  });
  return { productId };
};

/** The part that the CSV import shares; codes have been checked. A counted opening stock means that it is tracked. */
export async function stockProduct(
  db: WritableLedger,
  input: ParsedInput<'product.add'>,
  staffId: number,
): Promise<number> {
  const quantity = input.openingStockQuantity ?? 0;
  const fields = productFields(input);
  const productId = await insertProduct(db, {
    ...fields,
    isStockTracked: input.isStockTracked ?? input.openingStockQuantity !== undefined,
  });
  if (quantity > 0) await moveStock(db, { productId, quantity, cause: 'opening', itemId: null, staffId });
  return productId;
}
