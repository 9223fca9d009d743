import { refuse } from '../../../shared/domain/refusal.ts';
import { readAttempt } from '../../ledger/attempt-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';

/** What a row of the worklist is about, where something can be tried again: a charge's sale, or a refund. */
export type ActionSubject = { saleId: number } | { refundId: number };

/** Reads a row's name: `sale-12`, `refund-7`, or the attempt of either; null when it is of another kind. */
export async function findSubject(db: ReadableLedger, actionId: string): Promise<ActionSubject | null> {
  const [what, number] = actionId.split('-');
  const id = Number(number);
  if (what === 'sale') return { saleId: id };
  if (what === 'refund') return { refundId: id };
  if (what !== 'attempt') return null;
  const attempt = await readAttempt(db, id);
  if (!attempt) refuse('action-unknown', { actionId });
  if (attempt.saleId !== null) return { saleId: attempt.saleId };
  return { refundId: attempt.refundId ?? 0 };
}

/** As `findSubject`. Refuses `action-unknown`. */
export async function requireSubject(db: ReadableLedger, actionId: string): Promise<ActionSubject> {
  return (await findSubject(db, actionId)) ?? refuse('action-unknown', { actionId });
}
