import { readBalance } from '../../ledger/client-account.ts';
import type { QueryHandler } from '../context.ts';
import { prepareRebate, rebateParts } from './prepare-rebate.ts';

/** The same decision as `rebate.give`, before anything is written. */
export const previewRebate: QueryHandler<'rebate.preview'> = async (context, input) => {
  const prepared = await prepareRebate(context, input);
  const { credit, leftNetMinor, limitMinor, needed } = prepared;
  const balanceBeforeMinor = await readBalance(context.db, prepared.item.clientId);
  return {
    ...rebateParts(prepared),
    leftNetMinor: leftNetMinor - credit.netMinor,
    limitMinor,
    needsApproval: needed !== null,
    balanceBeforeMinor,
    balanceAfterMinor: balanceBeforeMinor - credit.totalMinor,
  };
};
