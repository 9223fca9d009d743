import { formatZNumber } from '../../shared/domain/document-number.ts';
import { AMOUNT_MAX_MINOR, sumMinor } from '../../shared/domain/money.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import {
  DIFFERENCE_REASON_ABOVE_MINOR,
  DIFFERENCE_SUPERVISOR_ABOVE_MINOR,
  hasRole,
  type Role,
} from '../../shared/domain/staff-rights.ts';
import { differenceRule } from '../../shared/domain/till-count.ts';
import { readDifferenceApprover } from '../ledger/difference-approval.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { zSeries } from '../ledger/number-series.ts';
import { postClose } from '../ledger/post-till.ts';
import { dropReadings } from '../ledger/print-job-store.ts';
import {
  readChainHead,
  readExpectedCash,
  readOpenAttemptsOfTill,
  readTillCounts,
  type TillSessionRow,
} from '../ledger/till-store.ts';
import { recordDrawerEvent } from './drawer.ts';
import { readSessionReport } from './session-report.ts';

export interface ClosedSession {
  tillSessionId: number;
  zNumber: string;
  expectedMinor: number;
  countedMinor: number;
  /** Counted less expected: negative is short. */
  differenceMinor: number;
  chainSeq: number;
  chainHash: string;
}

interface Closing {
  session: TillSessionRow;
  staff: { staffId: number; roles: readonly Role[] };
  differenceReason: string;
}

/**
 * Accepts the last count and closes: ADJUST brings the events to the count, the difference and then the whole count
 * leave the drawer's account, and a numbered Z keeps the day (settled.md 33, 37).
 * Refuses `till-count-missing`, `till-open-cash-attempt`, `difference-needs-reason`, `difference-needs-supervisor`.
 */
export async function closeSession(db: WritableLedger, closing: Closing): Promise<ClosedSession> {
  const { session, staff, differenceReason } = closing;
  const { tillSessionId, tillId } = session;
  const counts = await readTillCounts(db, tillSessionId);
  const count = counts.at(-1);
  if (count === undefined) refuse('till-count-missing', { tillName: session.tillName });
  const countedMinor = count.totalMinor;
  await requireNoCashAttempt(db, session);
  const expectedMinor = await readExpectedCash(db, tillSessionId);
  const differenceMinor = countedMinor - expectedMinor;
  const approverId = await requireDifferenceAllowed(db, differenceMinor, count.countId, closing);
  const staffId = staff.staffId;
  const summary = await readSessionReport(db, session);
  if (differenceMinor !== 0)
    await recordDrawerEvent(db, {
      tillSessionId,
      kind: 'ADJUST',
      amountMinor: differenceMinor,
      reason: differenceReason,
      staffId,
    });
  await postClose(db, { tillSessionId, tillId, countedMinor, differenceMinor });
  const head = await readChainHead(db);
  const number = await db.nextNumber(zSeries(tillId));
  await db.insert('z_report', {
    till_id: tillId,
    till_session_id: tillSessionId,
    number,
    expected_minor: expectedMinor,
    counted_minor: countedMinor,
    difference_minor: differenceMinor,
    difference_reason: differenceReason,
    summary: JSON.stringify(summary),
    chain_seq: head?.seq ?? 0,
    chain_hash: head?.hash ?? '',
    staff_id: staffId,
    approver_id: approverId,
    local_date: db.localDate,
    at: db.at,
  });
  await db.move('till_session', tillSessionId, 'closed', { staffId });
  await dropReadings(db, tillId, staffId);
  return {
    tillSessionId,
    zNumber: formatZNumber(tillId, number),
    expectedMinor,
    countedMinor,
    differenceMinor,
    chainSeq: head?.seq ?? 0,
    chainHash: head?.hash ?? '',
  };
}

/** Whether the cash was handed over must be said first; a terminal's doubt is only listed (settled.md 17). */
async function requireNoCashAttempt(db: WritableLedger, session: TillSessionRow): Promise<void> {
  const attempts = await readOpenAttemptsOfTill(db, session);
  const cash = attempts.filter((attempt) => attempt.driver === 'cash' && attempt.carriedOver === 0);
  if (cash.length === 0) return;
  refuse('till-open-cash-attempt', {
    refundIds: cash.flatMap((attempt) => attempt.refundId ?? []),
    amountMinor: Math.min(AMOUNT_MAX_MINOR, sumMinor(cash.map((attempt) => attempt.amountMinor))),
  });
}

/** Who accepts the difference: the supervisor who closes, or the one who gave a PIN for this count; null when nobody has to. */
async function requireDifferenceAllowed(
  db: WritableLedger,
  differenceMinor: number,
  countId: number,
  { session, staff, differenceReason }: Closing,
): Promise<number | null> {
  const rule = differenceRule({ differenceMinor });
  const { tillSessionId } = session;
  const approverId = !rule.needsSupervisor
    ? null
    : hasRole(staff.roles, 'supervisor')
      ? staff.staffId
      : await readDifferenceApprover(db, { tillSessionId, countId, at: db.at });
  if (rule.needsSupervisor && approverId === null)
    refuse('difference-needs-supervisor', { limitMinor: DIFFERENCE_SUPERVISOR_ABOVE_MINOR });
  if (rule.needsReason && differenceReason === '')
    refuse('difference-needs-reason', { limitMinor: DIFFERENCE_REASON_ABOVE_MINOR });
  return approverId;
}
