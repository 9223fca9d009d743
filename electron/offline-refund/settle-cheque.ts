import type { AttemptState } from '../../shared/domain/attempt.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { hasRole, type Role } from '../../shared/domain/staff-rights.ts';
import { findIssuedCheque, readAttempt } from '../ledger/attempt-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import type { RefundRow } from '../ledger/refund-store.ts';
import { driverOf } from '../terminal/drivers.ts';
import { type AppliedOutcome, applyOutcome } from './apply-outcome.ts';
import { type Settlement, toldBy } from './settle-attempt.ts';
import { prepareRefundAttempt } from './start-attempt.ts';

interface Given {
  readonly refund: RefundRow;
  readonly settlement: Settlement & { readonly chequeNumber?: string | undefined };
  readonly staff: { readonly staffId: number; readonly roles: readonly Role[] };
  readonly reference: string;
  readonly probe: (point: string) => void;
}

/**
 * A cheque of the list is made out and its number typed: only now the refund is done and the bank owes it (settled.md
 * 33). Or it will not be made, for a reason: what it held is free again. Its whole attempt is one transaction, so that
 * nothing of it is ever in doubt.
 * Refuses `cheque-number-needed`, `cheque-number-used`, `reason-needed`.
 */
export async function settleCheque(db: WritableLedger, given: Given): Promise<AppliedOutcome> {
  const { refund, settlement, staff } = given;
  const isMade = settlement.answer === 'approved';
  if (settlement.answer === 'unknown') refuse('cheque-number-needed', {});
  if (!isMade && !settlement.reason) refuse('reason-needed', { choices: [] });
  const proof = isMade
    ? driverOf('cheque').requireProof(refund.amountMinor, {
        retypedMinor: refund.amountMinor,
        slipNumber: settlement.chequeNumber ?? settlement.evidence?.slipNumber,
      })
    : null;
  if (proof) await requireNewNumber(db, given, proof.slipNumber ?? '');
  // it leaves the bank, whatever desk it was asked at
  const fromBank = { ...refund, terminalId: null, tillSessionId: null };
  const attemptId = await prepareRefundAttempt(db, fromBank, {
    reference: given.reference,
    driver: 'cheque',
    staffId: staff.staffId,
  });
  if (isMade) await db.move('attempt', attemptId, 'sent', { staffId: staff.staffId });
  const attempt = await readAttempt(db, attemptId);
  if (!attempt) throw new Error(`no attempt ${attemptId}`);
  const to: AttemptState = isMade ? 'approved' : 'not-sent';
  const told = toldBy(settlement, proof);
  return await applyOutcome(db, attempt, { to, told, staffId: staff.staffId }, given.probe);
}

/** A number is on one cheque; of another chequebook, a supervisor says so. */
async function requireNewNumber(db: WritableLedger, given: Given, chequeNumber: string): Promise<void> {
  const same = await findIssuedCheque(db, chequeNumber);
  if (!same) return;
  const isOverridden = hasRole(given.staff.roles, 'supervisor') && given.settlement.overrideReason;
  if (!isOverridden)
    refuse('cheque-number-used', { chequeNumber, refundNumber: same.number, settledAt: same.at });
}
