import type { Cells, Words } from '../../../shared/contract/report-model.ts';
import type { CreditedRow, RebateRow, SoldRow } from '../../ledger/report/sales-store.ts';
import { named, say, sayCode } from './say.ts';

/** Credits that lower no item: manual, goodwill, bulk. */
export const NO_ITEM = 'no-item';

/**
 * What an invoice of a kind raises instead of gross: one that takes a credit back raises the credits, one that takes a
 * discount back the discounts; neither is a sale (settled.md 25, 33).
 */
const RAISES: Readonly<Record<string, 'creditsMinor' | 'discountsMinor'>> = {
  'credit-reversal': 'creditsMinor',
  'discount-withdrawal': 'discountsMinor',
};

/** One product's sums; cents, discounts and credits negative. */
export interface ProductSums {
  readonly productType: string;
  readonly productId: number | null;
  name: Words;
  lines: number;
  quantity: number;
  grossMinor: number;
  discountsMinor: number;
  rebatesMinor: number;
  creditsMinor: number;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
}

export const amountCells = (sums: ProductSums): Cells => ({
  quantity: sums.quantity,
  grossMinor: sums.grossMinor,
  discountsMinor: sums.discountsMinor,
  rebatesMinor: sums.rebatesMinor,
  creditsMinor: sums.creditsMinor,
  netMinor: sums.netMinor,
  gstMinor: sums.gstMinor,
  qstMinor: sums.qstMinor,
  totalMinor: sums.netMinor + sums.gstMinor + sums.qstMinor,
});

export const typeWords = (productType: string): Words =>
  productType === NO_ITEM ? say('report.noItem') : sayCode('counter.type', productType);

/** Sales as they are read, added up by product, and by day and type for the chart. */
export class SalesSums {
  readonly products = new Map<string, ProductSums>();
  /** Net cents by date, then by type. */
  readonly days = new Map<string, Map<string, number>>();
  readonly #isWanted: (row: { productType: string; productId: number | null }) => boolean;

  constructor(wanted: { productType?: string | undefined; productId?: number | undefined } = {}) {
    this.#isWanted = ({ productType, productId }) =>
      (wanted.productType === undefined || productType === wanted.productType) &&
      (wanted.productId === undefined || productId === wanted.productId);
  }

  addSold(row: SoldRow): void {
    const raised = RAISES[row.invoiceKind];
    const productType = raised === 'creditsMinor' ? NO_ITEM : row.productType;
    const sums = this.#of({ ...row, productType }, named(row));
    if (!sums) return;
    sums.lines += row.lines;
    if (raised !== undefined) sums[raised] += row.netMinor;
    else {
      sums.quantity += row.quantity;
      sums.grossMinor += row.grossMinor;
      sums.discountsMinor -= row.grossMinor - row.netMinor;
    }
    this.#addNet(row.localDate, sums, row, 1);
  }

  /** Moves what manual rebates took off from the discounts to their own column. */
  addRebate(row: RebateRow): void {
    const sums = this.#of(row, { fr: row.nameFr, en: row.nameFr });
    if (!sums) return;
    sums.rebatesMinor -= row.amountMinor;
    sums.discountsMinor += row.amountMinor;
  }

  addCredited(row: CreditedRow): void {
    const sums = this.#of({ ...row, productType: row.productType ?? NO_ITEM }, named(row));
    if (!sums) return;
    sums.lines += row.lines;
    sums.creditsMinor -= row.netMinor;
    this.#addNet(row.localDate, sums, row, -1);
  }

  #of(row: { productType: string; productId: number | null }, name: Words): ProductSums | undefined {
    if (!this.#isWanted(row)) return undefined;
    const { productType, productId } = row;
    const key = `${productType}/${productId ?? name.fr}`;
    let sums = this.products.get(key);
    if (!sums) {
      const none = { lines: 0, quantity: 0, grossMinor: 0, discountsMinor: 0, rebatesMinor: 0 };
      const nothing = { creditsMinor: 0, netMinor: 0, gstMinor: 0, qstMinor: 0 };
      sums = { productType, productId, name, ...none, ...nothing };
      this.products.set(key, sums);
    }
    return sums;
  }

  #addNet(
    localDate: string,
    sums: ProductSums,
    row: { netMinor: number; gstMinor: number; qstMinor: number },
    sign: 1 | -1,
  ): void {
    sums.netMinor += sign * row.netMinor;
    sums.gstMinor += sign * row.gstMinor;
    sums.qstMinor += sign * row.qstMinor;
    const day = this.days.get(localDate) ?? new Map<string, number>();
    day.set(sums.productType, (day.get(sums.productType) ?? 0) + sign * row.netMinor);
    this.days.set(localDate, day);
  }

  /** By type in the order of what they brought, then by product; credits without an item last. */
  types(): { productType: string; products: ProductSums[]; lines: number }[] {
    const byType = Map.groupBy(this.products.values(), ({ productType }) => productType);
    const net = (products: readonly ProductSums[]) =>
      products.reduce((sum, { netMinor }) => sum + netMinor, 0);
    return [...byType]
      .map(([productType, products]) => ({
        productType,
        products: products.toSorted(
          (left, right) => right.netMinor - left.netMinor || left.name.fr.localeCompare(right.name.fr),
        ),
        lines: products.reduce((sum, { lines }) => sum + lines, 0),
      }))
      .toSorted(
        (left, right) =>
          Number(left.productType === NO_ITEM) - Number(right.productType === NO_ITEM) ||
          net(right.products) - net(left.products),
      );
  }
}
