import { type AttemptState, isFinal, moneyMoved, type OperatorAnswer } from '../../shared/domain/attempt.ts';
import type { AttemptRow } from '../ledger/attempt-store.ts';
import { recordAudit } from '../ledger/audit-event.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { moveChargedRows } from '../ledger/planned-charge-store.ts';
import type { Proof } from '../terminal/terminal-driver.ts';
import { endHolds } from './hold.ts';
import { hasRoomForRefund } from './late-approval.ts';
import { type RecordedExcess, recordExcess } from './record-excess.ts';
import { type RecordedRefund, recordRefund } from './record-refund.ts';

/** What became of an attempt, and who or what says so. */
export interface Outcome {
  readonly to: AttemptState;
  /** What a person answered; null at a start, where nobody said anything. */
  readonly told: {
    readonly answer: OperatorAnswer;
    readonly proof: Proof | null;
    readonly note: string;
    readonly overrideReason: string | null;
  } | null;
  readonly staffId: number | null;
}

export interface AppliedOutcome {
  readonly attemptState: AttemptState;
  /** What proves that money moved, when somebody said so. */
  readonly proof: Proof | null;
  /** The refund document, when this outcome is that money went out. */
  readonly refund: RecordedRefund | null;
  /** What left beyond what was held, as a supervisor settled it; nearly always null. */
  readonly excess: RecordedExcess | null;
}

/**
 * The one place that moves an attempt to an outcome: for the answer in front of the client, for the start after a
 * crash, and for a settlement days later. Evidence first, then the state, then what follows from it: money that
 * moved out is recorded against its holds and posted; money that did not frees them; doubt and conflict keep them.
 * Everything happens in the caller's one transaction. A payment that came in is posted by the sale's own steps, in
 * that same transaction.
 */
export async function applyOutcome(
  db: WritableLedger,
  attempt: AttemptRow,
  outcome: Outcome,
  probe: (point: string) => void,
): Promise<AppliedOutcome> {
  const { to, told, staffId } = outcome;
  probe('outcome:before-evidence');
  if (told && staffId !== null) await insertEvidence(db, attempt, told, staffId);
  probe('outcome:after-evidence');
  if (to !== attempt.state) await db.move('attempt', attempt.attemptId, to, { staffId });
  probe('outcome:after-move');
  let refund: RecordedRefund | null = null;
  let excess: RecordedExcess | null = null;
  if (attempt.refundId !== null && to !== attempt.state) {
    if (moneyMoved(to)) {
      if (staffId === null) throw new Error('money moves only on the word of a person or a device');
      const movedMinor =
        attempt.driver === 'cash' ? attempt.amountMinor : (told?.proof?.amountMinor ?? attempt.amountMinor);
      const { refundId } = attempt;
      const heldMinor = await heldOf(db, attempt, movedMinor);
      if (heldMinor > 0)
        refund = await recordRefund(db, { attempt, refundId, movedMinor: heldMinor, staffId }, probe);
      const amountMinor = movedMinor - heldMinor;
      if (amountMinor > 0)
        excess = await recordExcess(db, {
          attempt,
          refundId,
          amountMinor,
          reason: told?.note ?? '',
          staffId,
        });
    } else if (isFinal(to)) await endHolds(db, attempt.refundId, new Set(), staffId);
  }
  // an instalment whose charge did not pass is owed and listed again
  if (attempt.saleId !== null && isFinal(to) && !moneyMoved(to))
    await moveChargedRows(db, attempt.saleId, { from: ['processing', 'retried'], to: 'failed', staffId });
  await recordAudit(db, {
    kind: `attempt.${to}`,
    staffId,
    subject: `attempt:${attempt.attemptId}`,
    detail: {
      from: attempt.state,
      refundId: attempt.refundId,
      saleId: attempt.saleId,
      answer: told?.answer ?? null,
      amountMinor: told?.proof?.amountMinor ?? null,
      overrideReason: told?.overrideReason ?? null,
    },
  });
  probe('outcome:before-commit');
  return { attemptState: to, proof: told?.proof ?? null, refund, excess };
}

/** What of the money that moved the refund's holds cover, in cents; the rest is in excess (settled.md 8). */
async function heldOf(db: WritableLedger, attempt: AttemptRow, movedMinor: number): Promise<number> {
  if (attempt.state !== 'conflict' || attempt.driver === 'cash') return movedMinor;
  return (await hasRoomForRefund(db, attempt)) ? Math.min(movedMinor, attempt.amountMinor) : 0;
}

async function insertEvidence(
  db: WritableLedger,
  attempt: AttemptRow,
  told: NonNullable<Outcome['told']>,
  staffId: number,
): Promise<void> {
  await db.insert('attempt_evidence', {
    attempt_id: attempt.attemptId,
    answer: told.answer,
    amount_minor: told.proof?.amountMinor ?? null,
    approval_code: told.proof?.approvalCode ?? null,
    card_brand: told.proof?.brand ?? null,
    card_last4: told.proof?.last4 ?? null,
    slip_number: told.proof?.slipNumber ?? null,
    slip_at: told.proof?.slipAt ?? null,
    note: told.note,
    override_reason: told.overrideReason,
    staff_id: staffId,
    at: db.at,
  });
}
