import { brandName } from '../../../shared/domain/card-brand.ts';

/** Counts and sums of a slip while they are typed: counts as text, sums in cents or null while empty. */
export interface TotalsDraft {
  readonly salesCount: string;
  readonly salesMinor: number | null;
  readonly refundsCount: string;
  readonly refundsMinor: number | null;
}

export interface BrandDraft extends TotalsDraft {
  readonly brand: string;
}

export interface BatchDraft extends TotalsDraft {
  readonly batchNumber: string;
  /** Empty where the slip prints no brands. */
  readonly brands: readonly BrandDraft[];
}

const NOTHING: TotalsDraft = { salesCount: '', salesMinor: null, refundsCount: '', refundsMinor: null };

export const EMPTY_BATCH: BatchDraft = { ...NOTHING, batchNumber: '', brands: [] };

/** In the order in which most slips print them. */
export const SLIP_BRANDS: readonly string[] = ['visa', 'mastercard', 'interac', 'amex', 'discover'];

export const emptyBrand = (brand: string): BrandDraft => ({ ...NOTHING, brand });

export const countText = (typed: string) => typed.replace(/\D/g, '');

const countOf = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : null);

/** The four figures, or null while one of them is missing. */
export function totalsOf({ salesCount, salesMinor, refundsCount, refundsMinor }: TotalsDraft) {
  const sales = countOf(salesCount);
  const refunds = countOf(refundsCount);
  if (sales === null || refunds === null || salesMinor === null || refundsMinor === null) return null;
  return { salesCount: sales, salesMinor, refundsCount: refunds, refundsMinor };
}

/** What a slip prints of one brand; what it leaves out is 0. */
export function brandTotals({ brand, salesCount, salesMinor, refundsCount, refundsMinor }: BrandDraft) {
  return {
    brand: brandName(brand),
    salesCount: countOf(salesCount) ?? 0,
    salesMinor: salesMinor ?? 0,
    refundsCount: countOf(refundsCount) ?? 0,
    refundsMinor: refundsMinor ?? 0,
  };
}
