import { planCreditReversal } from '../../../shared/domain/manual-credit.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readManualCredit, readReversed } from '../../ledger/credit-store.ts';
import type { CommandHandler } from '../context.ts';
import { writeCreditReversal } from './write-credit-reversal.ts';

/**
 * A credit is never deleted: what is still open of it is taken back by an invoice that it pays itself, at its own
 * cents (domain.md B7, settled.md 32, 33). What is held for a refund stays.
 */
export const reverseCredit: CommandHandler<'credit.reverse'> = async ({ db, staff }, { memoId, reason }) => {
  const memo = await readManualCredit(db, memoId);
  if (!memo) refuse('memo-unknown', { memoId });
  if (memo.hasItem === 1) refuse('credit-of-item', { number: memo.number });
  const before = await readReversed(db, memoId);
  // a reversal whose link was taken away stands: what it took back is open again, but not to be taken back twice
  const reversedMinor = Math.min(memo.openMinor, memo.totalMinor - before.totalMinor);
  if (reversedMinor <= 0) refuse('credit-used', { number: memo.number });
  const parts = planCreditReversal({ credit: memo, before, reversedMinor });
  const { staffId } = staff;
  return { ...(await writeCreditReversal(db, { memo, memoId, parts, reason, staffId })), ...parts };
};
