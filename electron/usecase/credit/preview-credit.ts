import { readBalance } from '../../ledger/client-account.ts';
import type { QueryHandler } from '../context.ts';
import { planCreditAmount } from './plan-credit-amount.ts';

export const previewCredit: QueryHandler<'credit.preview'> = async ({ db, localDate }, input) => {
  const { parts } = await planCreditAmount(db, input, localDate);
  const balanceBeforeMinor = await readBalance(db, input.clientId);
  return { ...parts, balanceBeforeMinor, balanceAfterMinor: balanceBeforeMinor - parts.totalMinor };
};
