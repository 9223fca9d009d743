import { requireNotNegative, requirePositive } from './money.ts';
import { shareMinor } from './rate.ts';
import { refuse } from './refusal.ts';
import { extractTaxes, type TaxedAmount, taxItem, taxRatesOn } from './tax.ts';

/**
 * How a fee meets taxes (domain.md B12): added to what is typed, already inside it, inside it by the fractions of a
 * forfeited deposit (5/105 and 9.975/109.975, each taken alone), or none.
 */
export const FEE_TAX_MODES = ['included', 'added', 'forfeit', 'none'] as const;
export type FeeTaxMode = (typeof FEE_TAX_MODES)[number];

/** Cents as typed, or hundredths of a percent of the price before tax of what is credited. */
export type FeeAsk = { amountMinor: number } | { basisPoints: number };

/** A fee with its taxes, in cents; what is typed stays exact, the net takes what is left of it. */
export function taxFee(fee: { amountMinor: number; taxMode: FeeTaxMode; localDate: string }): TaxedAmount {
  const amountMinor = requireNotNegative(fee.amountMinor);
  const { localDate } = fee;
  if (fee.taxMode === 'added') return taxItem({ netMinor: amountMinor, taxClass: 'taxable', localDate });
  if (fee.taxMode === 'none') return taxItem({ netMinor: amountMinor, taxClass: 'exempt', localDate });
  if (fee.taxMode === 'included')
    return extractTaxes({ totalMinor: amountMinor, taxClass: 'taxable', localDate });
  const { gstPer100000, qstPer100000 } = taxRatesOn(localDate);
  const gstMinor = shareMinor(amountMinor, gstPer100000, 100_000 + gstPer100000);
  const qstMinor = shareMinor(amountMinor, qstPer100000, 100_000 + qstPer100000);
  return { netMinor: amountMinor - gstMinor - qstMinor, gstMinor, qstMinor, totalMinor: amountMinor };
}

/** The most that may be typed so that the fee, taxes included, is not above `totalMinor`. */
export function largestFeeMinor(given: {
  totalMinor: number;
  taxMode: FeeTaxMode;
  localDate: string;
}): number {
  const { totalMinor, taxMode, localDate } = given;
  if (taxMode !== 'added') return totalMinor;
  const roughMinor = extractTaxes({ totalMinor, taxClass: 'taxable', localDate }).netMinor + 1;
  const fits = (amountMinor: number) => taxFee({ amountMinor, taxMode, localDate }).totalMinor <= totalMinor;
  for (let amountMinor = roughMinor; amountMinor > 0; amountMinor--)
    if (fits(amountMinor)) return amountMinor;
  return 0;
}

/**
 * The fee kept on a cancellation (settled.md 29): a percentage counts on the price before tax of the part credited;
 * the fee, taxes included, never passes the credit. Refuses `fee-exceeds-credit` with the most that may be typed.
 */
export function planFee(given: {
  ask: FeeAsk;
  taxMode: FeeTaxMode;
  credit: TaxedAmount;
  localDate: string;
}): TaxedAmount {
  const { ask, taxMode, credit, localDate } = given;
  const amountMinor =
    'amountMinor' in ask
      ? requirePositive(ask.amountMinor)
      : shareMinor(credit.netMinor, requirePositive(ask.basisPoints), 10_000);
  const fee = taxFee({ amountMinor, taxMode, localDate });
  if (fee.totalMinor > credit.totalMinor) {
    const { totalMinor } = credit;
    refuse('fee-exceeds-credit', {
      maximumMinor: largestFeeMinor({ totalMinor, taxMode, localDate }),
      creditMinor: totalMinor,
    });
  }
  return fee;
}
