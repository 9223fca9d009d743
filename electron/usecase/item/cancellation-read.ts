import { sumMinor } from '../../../shared/domain/money.ts';
import type { TaxedAmount } from '../../../shared/domain/tax.ts';
import type { PlannedCancellation } from './plan-cancellation.ts';

type Amounts = TaxedAmount & { owedMinor: number };

/** What a cancellation comes to, memo by memo and in all, in cents, as the contract shows it. */
export function cancellationSums({ credits, withdrawn, fees, spending }: PlannedCancellation) {
  const ofCredits = credits.map(({ item, credit, funding }, index) => ({
    itemId: item.itemId,
    netMinor: credit.netMinor,
    gstMinor: credit.gstMinor,
    qstMinor: credit.qstMinor,
    totalMinor: credit.totalMinor,
    toItemMinor: funding.toItemMinor,
    openMinor: spending.left[index]?.openMinor ?? 0,
    refundableMinor: spending.left[index]?.refundableMinor ?? 0,
  }));
  const withdrawal = amountsOf(withdrawn, spending.owedMinor.slice(0, withdrawn.length));
  const fee = amountsOf(fees, spending.owedMinor.slice(withdrawn.length));
  return {
    credits: ofCredits,
    withdrawal,
    fee,
    whole: {
      ...taxedSum(ofCredits),
      toItemMinor: sumMinor(ofCredits.map((each) => each.toItemMinor)),
      openMinor: sumMinor(ofCredits.map((each) => each.openMinor)),
      refundableMinor: sumMinor(ofCredits.map((each) => each.refundableMinor)),
      /** Of the fees and the withdrawn discounts, what the memos could not pay. */
      owedMinor: sumMinor(spending.owedMinor),
      /** What the account gains: the memos less what the new invoices ask. */
      creditMinor:
        sumMinor(ofCredits.map((each) => each.totalMinor)) -
        (withdrawal?.totalMinor ?? 0) -
        (fee?.totalMinor ?? 0),
    },
  };
}

function amountsOf(lines: readonly TaxedAmount[], owedMinor: readonly number[]): Amounts | null {
  return lines.length === 0 ? null : { ...taxedSum(lines), owedMinor: sumMinor(owedMinor) };
}

function taxedSum(lines: readonly TaxedAmount[]): TaxedAmount {
  const sum = (part: keyof TaxedAmount) => sumMinor(lines.map((line) => line[part]));
  return {
    netMinor: sum('netMinor'),
    gstMinor: sum('gstMinor'),
    qstMinor: sum('qstMinor'),
    totalMinor: sum('totalMinor'),
  };
}
