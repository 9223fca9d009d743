import { refuse } from '../../shared/domain/refusal.ts';
import { type AttemptDriver, readAttempt } from '../ledger/attempt-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import type { RefundRow } from '../ledger/refund-store.ts';
import { type AppliedOutcome, applyOutcome } from './apply-outcome.ts';
import type { Settlement } from './settle-attempt.ts';
import { prepareRefundAttempt } from './start-attempt.ts';

/** By hand, whatever the way: no machine was asked and none will be. */
const BY_HAND: Record<Exclude<RefundRow['destination'], 'cheque'>, AttemptDriver> = {
  terminal: 'standalone',
  cash: 'cash',
  'online-card': 'by-hand',
  echeck: 'by-hand',
};

interface Given {
  readonly refund: RefundRow;
  readonly settlement: Settlement;
  readonly staff: { readonly staffId: number };
  readonly reference: string;
  readonly probe: (point: string) => void;
}

/**
 * A part of a refund that nobody has begun will not be given, for a reason: what it held is free again. Its attempt
 * begins and ends here, never shown. Refuses `reason-needed`.
 */
export async function giveUpPart(db: WritableLedger, given: Given): Promise<AppliedOutcome> {
  const { refund, settlement, staff } = given;
  if (refund.destination === 'cheque') throw new Error('a cheque is settled by its number');
  if (!settlement.reason) refuse('reason-needed', { choices: [] });
  const attemptId = await prepareRefundAttempt(db, refund, {
    reference: given.reference,
    driver: BY_HAND[refund.destination],
    staffId: staff.staffId,
  });
  const attempt = await readAttempt(db, attemptId);
  if (!attempt) throw new Error(`no attempt ${attemptId}`);
  const told = { answer: 'not-done', proof: null, note: settlement.reason, overrideReason: null } as const;
  return await applyOutcome(db, attempt, { to: 'not-sent', told, staffId: staff.staffId }, given.probe);
}
