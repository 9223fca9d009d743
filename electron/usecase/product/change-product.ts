import { recordAudit } from '../../ledger/audit-event.ts';
import { updateProduct } from '../../ledger/product-store.ts';
import type { CommandHandler } from '../context.ts';
import {
  productFields,
  requireFreeCodes,
  requireKnownPolicy,
  requireOrder,
  requireProduct,
} from './product-rules.ts';

/** Later sales take the new price; invoices already issued keep theirs. Who changed a price is chained. */
export const changeProduct: CommandHandler<'product.change'> = async ({ db, staff }, input) => {
  const { productId, active, ...given } = input;
  const before = await requireProduct(db, productId);
  const fields = productFields(given);
  requireOrder(fields.details);
  await requireKnownPolicy(db, fields.details);
  await requireFreeCodes(db, fields, productId);
  const isStockTracked = given.isStockTracked ?? before.isStockTracked;
  await updateProduct(db, { ...fields, isStockTracked, productId, active });
  const priced = ({ priceMinor, taxClass, ledgerCode }: typeof fields) => ({
    priceMinor,
    taxClass,
    ledgerCode,
  });
  await recordAudit(db, {
    kind: 'product.changed',
    staffId: staff.staffId,
    subject: `product:${productId}`,
    detail: {
      before: { ...priced(before), active: before.active },
      after: { ...priced(fields), active },
    },
  });
  return {};
};
