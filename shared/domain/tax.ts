import { requireMinor } from './money.ts';
import { shareMinor } from './rate.ts';

export type TaxClass = 'taxable' | 'exempt' | 'zero';

/** An amount and its taxes, in cents: net + gst + qst = total, always. */
export interface TaxedAmount {
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  totalMinor: number;
}

interface TaxRates {
  gstPer100000: number;
  qstPer100000: number;
}

// Newest first. Since 2013 the QST stands on the price before GST and the two are never compounded.
const DATED_RATES: readonly (TaxRates & { fromDate: string })[] = [
  { fromDate: '2013-01-01', gstPer100000: 5000, qstPer100000: 9975 },
];

/** Whether tax rates are known on a local date: nothing can be priced before the first ones. */
export const hasTaxRates = (localDate: string): boolean =>
  DATED_RATES.some((rates) => rates.fromDate <= localDate);

/**
 * GST and QST rates, per 100 000, in force on a local date (YYYY-MM-DD); throws before the first known rates.
 */
export function taxRatesOn(localDate: string): TaxRates {
  const row = DATED_RATES.find((rates) => rates.fromDate <= localDate);
  if (!row) throw new Error(`no tax rates known on ${localDate}`);
  return { gstPer100000: row.gstPer100000, qstPer100000: row.qstPer100000 };
}

const NOT_TAXED: TaxRates = { gstPer100000: 0, qstPer100000: 0 };

function ratesFor(taxClass: TaxClass, localDate: string): TaxRates {
  return taxClass === 'taxable' ? taxRatesOn(localDate) : NOT_TAXED;
}

/**
 * Taxes of ONE item after discounts, quantity included; each tax half a cent away from zero, any sign.
 * An invoice sums its items: taxing the sum instead would not survive item-by-item credits (domain.md B1).
 */
export function taxItem(item: { netMinor: number; taxClass: TaxClass; localDate: string }): TaxedAmount {
  const rates = ratesFor(item.taxClass, item.localDate);
  const netMinor = requireMinor(item.netMinor);
  const gstMinor = shareMinor(netMinor, rates.gstPer100000, 100_000);
  const qstMinor = shareMinor(netMinor, rates.qstPer100000, 100_000);
  return { netMinor, gstMinor, qstMinor, totalMinor: requireMinor(netMinor + gstMinor + qstMinor) };
}

/**
 * Taxes already inside a tax-included amount; the net takes what is left, so the total stands (domain.md B1).
 */
export function extractTaxes(amount: {
  totalMinor: number;
  taxClass: TaxClass;
  localDate: string;
}): TaxedAmount {
  const rates = ratesFor(amount.taxClass, amount.localDate);
  const totalMinor = requireMinor(amount.totalMinor);
  const per = 100_000 + rates.gstPer100000 + rates.qstPer100000;
  const gstMinor = shareMinor(totalMinor, rates.gstPer100000, per);
  const qstMinor = shareMinor(totalMinor, rates.qstPer100000, per);
  return { netMinor: requireMinor(totalMinor - gstMinor - qstMinor), gstMinor, qstMinor, totalMinor };
}
