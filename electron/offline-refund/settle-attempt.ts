import {
  type AttemptState,
  isFinal,
  moneyMoved,
  type OperatorAnswer,
  stateAfterAnswer,
} from '../../shared/domain/attempt.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { hasRole, type Role } from '../../shared/domain/staff-rights.ts';
import { type AttemptRow, findSameSlip } from '../ledger/attempt-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { driverOf } from '../terminal/drivers.ts';
import type { Proof, TypedEvidence } from '../terminal/terminal-driver.ts';
import { type AppliedOutcome, applyOutcome, type Outcome } from './apply-outcome.ts';
import { hasRoomForRefund } from './late-approval.ts';

/** A person's answer, as `refund.settle` and `payment.settle` bring it. */
export interface Settlement {
  answer: OperatorAnswer;
  evidence?: TypedEvidence | undefined;
  slipReallyShows?: boolean | undefined;
  overrideReason?: string | undefined;
  reason?: string | undefined;
}

interface Given {
  readonly attempt: AttemptRow;
  readonly settlement: Settlement;
  /** What the clerk was told to move, in cents: the drawer's amount in cash. */
  readonly askedMinor: number;
  /** Last 4 of the cards that paid, where the same card is expected (settled.md 16). */
  readonly expectedLast4: readonly string[];
  readonly staff: { readonly staffId: number; readonly roles: readonly Role[] };
  readonly probe: (point: string) => void;
}

const SAME_SLIP_HOURS = 48;

/**
 * Checks a person's answer and applies it (settled.md 1, 8, 9, 14, 15). An approval needs its proof; a slip that
 * shows another amount must be confirmed as such, and one that shows more than was held is a conflict: nothing is
 * posted, the hold stays. An approval that surfaces after "not done" is a conflict too. A supervisor who answers the
 * conflict with the slip and a reason settles it: what was held is refunded, the rest is owed by the client.
 */
export async function settleAttempt(db: WritableLedger, given: Given): Promise<AppliedOutcome> {
  const { attempt, settlement, staff } = given;
  // while the terminal works its own answer is on the way
  if (attempt.driver === 'nexo' && attempt.state === 'sent')
    refuse('attempt-on-terminal', { amountMinor: attempt.amountMinor });
  if (attempt.driver === 'gateway' && attempt.state === 'sent')
    refuse('attempt-on-gateway', { amountMinor: attempt.amountMinor });
  const answered = stateToldBy(attempt, settlement.answer, hasRole(staff.roles, 'supervisor'));
  const proof = settlement.answer === 'approved' ? await requireProof(db, given) : null;
  if (settlement.answer !== 'approved' && settlement.answer !== 'unknown') requireReason(attempt, settlement);
  const to = await stateProvedBy(db, { attempt, told: answered, proof, staff, settlement });
  const told = toldBy(settlement, proof);
  return await applyOutcome(db, attempt, { to, told, staffId: staff.staffId }, given.probe);
}

/** What a person said, as evidence keeps it. */
export function toldBy(settlement: Settlement, proof: Proof | null): NonNullable<Outcome['told']> {
  const { answer, reason = '', overrideReason = null } = settlement;
  return { answer, proof, note: reason, overrideReason };
}

function stateToldBy(attempt: AttemptRow, answer: OperatorAnswer, isSupervisor: boolean): AttemptState {
  const surfacesLate = answer === 'approved' && isFinal(attempt.state) && !moneyMoved(attempt.state);
  return surfacesLate ? 'conflict' : stateAfterAnswer({ state: attempt.state, answer, isSupervisor });
}

/** An approval that the ledger cannot follow is a conflict: more than was held, or its money used meanwhile. */
async function stateProvedBy(
  db: WritableLedger,
  given: Pick<Given, 'attempt' | 'staff' | 'settlement'> & { told: AttemptState; proof: Proof | null },
): Promise<AttemptState> {
  const { attempt, told, proof, staff } = given;
  if (!moneyMoved(told) || !proof) return told;
  const isMore = attempt.driver !== 'cash' && proof.amountMinor > attempt.amountMinor;
  // more came in than was asked: a supervisor may accept it, since the client owns what was charged
  if (attempt.direction === 'in') return isMore && !hasRole(staff.roles, 'supervisor') ? 'conflict' : told;
  if (!isMore && (await hasRoomForRefund(db, attempt))) return told;
  // the second look: a supervisor who answers the conflict records what really left, in excess of what was held; a
  // drawer gives what the screen says, and what it lacks is counted
  if (attempt.state !== 'conflict' || attempt.driver === 'cash') return 'conflict';
  requireReason(attempt, given.settlement);
  return told;
}

async function requireProof(db: WritableLedger, given: Given): Promise<Proof> {
  const { attempt, settlement, askedMinor } = given;
  const proof = driverOf(attempt.driver).requireProof(askedMinor, settlement.evidence);
  if (proof.amountMinor !== askedMinor && (attempt.driver === 'cash' || !settlement.slipReallyShows))
    refuse('slip-amount-differs', { askedMinor, slipMinor: proof.amountMinor });
  await requireNewSlip(db, given, proof);
  const expectedLast4 = given.expectedLast4.find((last4) => last4 !== proof.last4);
  if (proof.last4 !== null && expectedLast4 !== undefined && !settlement.overrideReason)
    refuse('other-card-needs-reason', { expectedLast4 });
  return proof;
}

/** Approval codes repeat, so a slip is the same only with its terminal, card and amount, and for 48 hours. */
async function requireNewSlip(db: WritableLedger, given: Given, proof: Proof): Promise<void> {
  if (proof.approvalCode === null || proof.last4 === null) return;
  const { attempt, settlement, staff } = given;
  const same = await findSameSlip(db, {
    attemptId: attempt.attemptId,
    direction: attempt.direction,
    slip: {
      terminalId: attempt.terminalId,
      approvalCode: proof.approvalCode,
      last4: proof.last4,
      amountMinor: proof.amountMinor,
    },
    since: new Date(Date.parse(db.at) - SAME_SLIP_HOURS * 3_600_000).toISOString(),
  });
  const isOverridden = hasRole(staff.roles, 'supervisor') && settlement.overrideReason;
  if (same && !isOverridden) refuse('slip-already-used', { refundNumber: same.number, settledAt: same.at });
}

/** Freeing a hold that was in doubt is a supervisor's word, with the reason kept (settled.md 14). */
function requireReason(attempt: AttemptRow, settlement: Settlement): void {
  if (attempt.state === 'sent' || attempt.state === 'prepared' || isFinal(attempt.state)) return;
  if (!settlement.reason) refuse('reason-needed', { choices: [] });
}
