import { refuse } from '../../../shared/domain/refusal.ts';
import { readMemo, readMemoLines } from '../../ledger/credit-store.ts';
import type { QueryHandler } from '../context.ts';

export const readCredit: QueryHandler<'credit.read'> = async ({ db }, { memoId }) => {
  const memo = await readMemo(db, memoId);
  if (!memo) refuse('memo-unknown', { memoId });
  return { ...memo, lines: await readMemoLines(db, memoId) };
};
