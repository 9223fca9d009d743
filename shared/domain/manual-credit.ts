import { shareMinor } from './rate.ts';
import { extractTaxes, type TaxedAmount, taxItem } from './tax.ts';

/** `waived`: the whole amount is lowered and the taxes stay as they were (settled.md 24). */
export type CreditTaxMode = 'included' | 'added' | 'waived';

/** A credit without a source item, in cents: its taxes are by rate, never by share (settled.md 23). */
export function planManualCredit(asked: {
  amountMinor: number;
  taxMode: CreditTaxMode;
  localDate: string;
}): TaxedAmount {
  const { amountMinor, localDate } = asked;
  if (asked.taxMode === 'included')
    return extractTaxes({ totalMinor: amountMinor, taxClass: 'taxable', localDate });
  const taxClass = asked.taxMode === 'added' ? 'taxable' : 'exempt';
  return taxItem({ netMinor: amountMinor, taxClass, localDate });
}

/**
 * The parts of a reversal that takes `reversedMinor` of a credit back, after what earlier reversals took: cumulative
 * shares of the credit's own cents, the net being the rest, so that they end exactly at the credit (settled.md 32).
 */
export function planCreditReversal(given: {
  credit: TaxedAmount;
  before: TaxedAmount;
  reversedMinor: number;
}): TaxedAmount {
  const { credit, before, reversedMinor } = given;
  const done = before.totalMinor + reversedMinor;
  if (reversedMinor <= 0 || done > credit.totalMinor)
    throw new Error(`cannot reverse ${reversedMinor} of ${credit.totalMinor}, ${before.totalMinor} reversed`);
  const upTo = (part: number) => shareMinor(part, done, credit.totalMinor);
  const netLeftMinor = credit.netMinor - before.netMinor;
  // of one cent only one part can take it: the taxes wait, or go ahead, so that no part leaves its bounds
  let taxMinor = upTo(credit.gstMinor) + upTo(credit.qstMinor) - before.gstMinor - before.qstMinor;
  taxMinor = Math.min(Math.max(taxMinor, reversedMinor - netLeftMinor, 0), reversedMinor);
  const gstLeftMinor = credit.gstMinor - before.gstMinor;
  const qstLeftMinor = credit.qstMinor - before.qstMinor;
  const gstTarget = Math.max(0, upTo(credit.gstMinor) - before.gstMinor);
  const gstMinor = Math.min(Math.max(gstTarget, taxMinor - qstLeftMinor), gstLeftMinor, taxMinor);
  return {
    netMinor: reversedMinor - taxMinor,
    gstMinor,
    qstMinor: taxMinor - gstMinor,
    totalMinor: reversedMinor,
  };
}
