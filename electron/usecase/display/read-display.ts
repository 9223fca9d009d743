import { readCustomItem } from '../../ledger/custom-item-store.ts';
import { readOrganisation } from '../../ledger/organisation-store.ts';
import { readProduct } from '../../ledger/product-store.ts';
import type { QueryHandler } from '../context.ts';

/** What the customer sees, products named here; a product that is not there is left out. */
export const readDisplay: QueryHandler<'display.read'> = async ({ db, display }) => {
  const organisation = await readOrganisation(db);
  const organisationName = organisation?.name ?? '';
  const view = display.read();
  if (view.state !== 'cart') return { organisationName, view };
  const lines = [];
  for (const { productId, customItemId, ...line } of view.lines) {
    const product =
      productId === undefined
        ? await readCustomItem(db, customItemId ?? 0)
        : await readProduct(db, productId);
    if (product) lines.push({ nameFr: product.nameFr, nameEn: product.nameEn, ...line });
  }
  return { organisationName, view: { ...view, lines } };
};
