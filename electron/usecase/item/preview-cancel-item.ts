import { readBalance } from '../../ledger/client-account.ts';
import type { QueryHandler } from '../context.ts';
import { creditParts, planCredit } from './item-credit.ts';

/** The same decision as `item.cancel`, before anything is written. */
export const previewCancelItem: QueryHandler<'item.cancelPreview'> = async ({ db }, input) => {
  const planned = await planCredit(db, input);
  const balanceBeforeMinor = await readBalance(db, planned.item.clientId);
  return {
    ...creditParts(planned),
    leftMinor: planned.leftMinor - planned.credit.totalMinor,
    balanceBeforeMinor,
    balanceAfterMinor: balanceBeforeMinor - planned.credit.totalMinor,
  };
};
