import { roundToFiveCents } from '../../shared/domain/cash-rounding.ts';
import { formatNumber, formatZNumber } from '../../shared/domain/document-number.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { AttemptRow } from '../ledger/attempt-store.ts';
import type { MoneyPlace } from '../ledger/chart.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { postRefund } from '../ledger/post-refund.ts';
import { queueReceipt } from '../ledger/print-job-store.ts';
import {
  type RefundLineRow,
  type RefundRow,
  readCashRefunded,
  readRefund,
  readRefundLines,
  readSessionForOutcome,
  type SessionOfOutcome,
} from '../ledger/refund-store.ts';
import { readLastClose } from '../ledger/z-report-store.ts';
import { recordDrawerEvent } from '../till/drawer.ts';
import { endHolds } from './hold.ts';

export interface RecordedRefund {
  readonly number: string;
  readonly refundedMinor: number;
  readonly drawerMinor: number | null;
  readonly roundingMinor: number;
}

interface Moved {
  readonly attempt: AttemptRow;
  readonly refundId: number;
  /** Cents that left, at most what was asked; at applied amounts in cash. */
  readonly movedMinor: number;
  readonly staffId: number;
}

/**
 * Writes the refund that has happened: number, outcome lines, links from its sources, ended holds, posting and, in
 * cash, the drawer's event. The drawer gave what the screen said, so that amount is kept even if the cumulative
 * rounding would come out otherwise today. Refuses `till-closed` when the drawer it left is already counted.
 */
export async function recordRefund(
  db: WritableLedger,
  moved: Moved,
  probe: (point: string) => void,
): Promise<RecordedRefund> {
  const { attempt, refundId, movedMinor, staffId } = moved;
  const refund = await readRefund(db, refundId);
  if (!refund) throw new Error(`no refund ${refundId}`);
  const session = await readSessionFor(db, attempt);
  const lines = takeFrom(await readRefundLines(db, refundId), movedMinor);
  const drawer = refund.drawerMinor === null ? null : await drawerShares(db, lines, refund.drawerMinor);
  const drawerMinor = drawer && sumMinor(drawer);
  const roundingMinor = drawerMinor === null ? 0 : movedMinor - drawerMinor;
  const number = formatNumber('RB', await db.nextNumber('RB'));
  const outcomeId = await db.insert('refund_outcome', {
    refund_id: refundId,
    number,
    amount_minor: movedMinor,
    drawer_minor: drawerMinor,
    rounding_minor: roundingMinor,
    attempt_id: attempt.attemptId,
    till_session_id: session?.tillSessionId ?? null,
    staff_id: staffId,
    local_date: db.localDate,
    at: db.at,
  });
  await endHolds(db, refundId, new Set(lines.map((line) => line.refundLineId)), staffId);
  probe('outcome:after-holds');
  for (const [index, line] of lines.entries())
    await insertLine(db, { outcomeId, refund, line, drawerMinor: drawer?.[index] ?? null, staffId });
  probe('outcome:after-lines');
  await postRefund(db, {
    refundId,
    clientId: refund.clientId,
    from: placeOf(attempt, session, refund),
    tillSessionId: session?.tillSessionId ?? null,
    amountMinor: movedMinor,
    drawerMinor,
  });
  probe('outcome:after-posting');
  if (drawerMinor !== null && session)
    await recordDrawerEvent(db, {
      tillSessionId: session.tillSessionId,
      kind: 'CASH_REFUND',
      amountMinor: -drawerMinor,
      refundId,
      reason: number,
      staffId,
    });
  if (session) await queueReceipt(db, { tillId: session.tillId, kind: 'refund', number, staffId });
  return { number, refundedMinor: movedMinor, drawerMinor, roundingMinor };
}

/** Where the money of an attempt left from. */
export function placeOf(
  attempt: AttemptRow,
  session: SessionOfOutcome | null,
  refund: RefundRow,
): MoneyPlace {
  const { destination } = refund;
  if (destination === 'online-card' || destination === 'echeck') return destination;
  if (attempt.driver === 'cash') {
    if (!session) throw new Error('cash leaves a drawer of an open session');
    return { tillId: session.tillId };
  }
  if (attempt.driver === 'cheque') return 'bank';
  if (attempt.terminalId === null) throw new Error('a terminal refund without its terminal');
  return { terminalId: attempt.terminalId };
}

/** The first cents of the lines: a slip that shows less was taken from the oldest sources. */
function takeFrom(lines: readonly RefundLineRow[], movedMinor: number): RefundLineRow[] {
  let restMinor = movedMinor;
  const taken = lines.flatMap((line) => {
    const amountMinor = Math.min(restMinor, line.amountMinor);
    restMinor -= amountMinor;
    return amountMinor > 0 ? [{ ...line, amountMinor }] : [];
  });
  if (restMinor !== 0) throw new Error(`${restMinor} cents moved beyond the refund's lines`);
  return taken;
}

/** Each line's part of what left the drawer; the last line takes what rounding leaves. */
async function drawerShares(
  db: WritableLedger,
  lines: readonly RefundLineRow[],
  drawerMinor: number,
): Promise<number[]> {
  const before = new Map<number, number>();
  const shares: number[] = [];
  for (const { originPaymentId, amountMinor } of lines) {
    const alreadyMinor = before.get(originPaymentId) ?? (await readCashRefunded(db, originPaymentId));
    shares.push(roundToFiveCents(alreadyMinor + amountMinor) - roundToFiveCents(alreadyMinor));
    before.set(originPaymentId, alreadyMinor + amountMinor);
  }
  const last = shares.length - 1;
  shares[last] = (shares[last] ?? 0) + drawerMinor - sumMinor(shares);
  return shares;
}

async function insertLine(
  db: WritableLedger,
  given: {
    outcomeId: number;
    refund: RefundRow;
    line: RefundLineRow;
    drawerMinor: number | null;
    staffId: number;
  },
): Promise<void> {
  const { outcomeId, refund, line, drawerMinor, staffId } = given;
  await db.insert('refund_outcome_line', {
    refund_outcome_id: outcomeId,
    refund_line_id: line.refundLineId,
    origin_payment_id: line.originPaymentId,
    amount_minor: line.amountMinor,
    drawer_minor: drawerMinor,
  });
  await db.insert('allocation', {
    client_id: refund.clientId,
    payment_id: line.paymentId,
    memo_id: line.memoId,
    item_id: null,
    refund_id: refund.refundId,
    amount_minor: line.amountMinor,
    cause: 'refund',
    staff_id: staffId,
    at: db.at,
  });
}

/**
 * The session a late answer belongs to: its own while it is not closed, else the one its till runs now. Cash that
 * left a drawer which is already counted and closed cannot be recorded any more.
 */
export async function readSessionFor(
  db: WritableLedger,
  attempt: AttemptRow,
): Promise<SessionOfOutcome | null> {
  if (attempt.tillSessionId === null) return null;
  const session = await readSessionForOutcome(db, attempt.tillSessionId);
  if (!session) throw new Error(`no session ${attempt.tillSessionId}`);
  if (attempt.driver !== 'cash') return session.state === 'closed' ? null : session;
  if (session.tillSessionId !== attempt.tillSessionId || session.state === 'closed')
    await refuseCountedDrawer(db, attempt.tillSessionId, session.tillName);
  return session;
}

/** Cash of a counted drawer is already in its difference: recorded only after that close is taken back (settled.md 17). */
async function refuseCountedDrawer(
  db: WritableLedger,
  tillSessionId: number,
  tillName: string,
): Promise<never> {
  const close = await readLastClose(db, tillSessionId);
  if (!close) refuse('till-closed', { tillNames: [tillName] });
  const zNumber = formatZNumber(close.tillId, close.number);
  refuse('drawer-counted', { why: close.canReopen === 1 ? 'reopen' : 'settled', tillName, zNumber });
}
