import type { AttemptState } from '../../shared/domain/attempt.ts';
import type { AttemptDriver } from './attempt-store.ts';
import type { ReadableLedger } from './sql.ts';

export interface RefundRow {
  refundId: number;
  clientId: number;
  clientName: string;
  destination: 'terminal' | 'cash' | 'cheque' | 'online-card' | 'echeck';
  amountMinor: number;
  drawerMinor: number | null;
  reason: string;
  note: string;
  terminalId: number | null;
  terminalName: string | null;
  tillSessionId: number | null;
  language: 'fr' | 'en';
  localDate: string;
  at: string;
  staffName: string;
}

export interface RefundLineRow {
  refundLineId: number;
  memoId: number | null;
  paymentId: number | null;
  sourceNumber: string;
  originPaymentId: number;
  amountMinor: number;
}

export interface RefundOutcomeRow {
  number: string;
  amountMinor: number;
  drawerMinor: number | null;
  roundingMinor: number;
  at: string;
}

export interface HoldRow {
  holdId: number;
  refundLineId: number;
  state: 'held' | 'consumed' | 'released';
}

export async function readRefund(db: ReadableLedger, refundId: number): Promise<RefundRow | undefined> {
  return await db.get<RefundRow>`
    SELECT refund.id AS refundId, refund.client_id AS clientId, client.name AS clientName, destination,
      amount_minor AS amountMinor, drawer_minor AS drawerMinor, reason, refund.note, terminal_id AS terminalId,
      (SELECT name FROM terminal WHERE terminal.id = terminal_id) AS terminalName,
      till_session_id AS tillSessionId, refund.language, local_date AS localDate, refund.at,
      staff.name AS staffName
    FROM refund JOIN client ON client.id = refund.client_id JOIN staff ON staff.id = refund.staff_id
    WHERE refund.id = ${refundId}`;
}

/** The lines of a refund in the order in which their sources are used: oldest first. */
export async function readRefundLines(db: ReadableLedger, refundId: number): Promise<RefundLineRow[]> {
  return await db.all<RefundLineRow>`
    SELECT line.id AS refundLineId, line.memo_id AS memoId, line.payment_id AS paymentId,
      coalesce(memo.number, payment.number) AS sourceNumber, origin_payment_id AS originPaymentId,
      line.amount_minor AS amountMinor
    FROM refund_line line LEFT JOIN credit_memo memo ON memo.id = line.memo_id
    LEFT JOIN payment ON payment.id = line.payment_id
    WHERE line.refund_id = ${refundId} ORDER BY line.id`;
}

export async function readRefundOutcome(
  db: ReadableLedger,
  refundId: number,
): Promise<RefundOutcomeRow | undefined> {
  return await db.get<RefundOutcomeRow>`
    SELECT number, amount_minor AS amountMinor, drawer_minor AS drawerMinor, rounding_minor AS roundingMinor, at
    FROM refund_outcome WHERE refund_id = ${refundId}`;
}

export async function readHoldsOfRefund(db: ReadableLedger, refundId: number): Promise<HoldRow[]> {
  return await db.all<HoldRow>`
    SELECT id AS holdId, refund_line_id AS refundLineId, state FROM hold WHERE refund_id = ${refundId} ORDER BY id`;
}

export interface OpenRefundLine {
  refundId: number;
  clientId: number;
  holdState: 'held' | 'consumed' | 'released' | null;
  /** `waiting`: nothing is on its way, the refund waits for an approval. */
  attemptState: AttemptState | 'waiting';
  driver: AttemptDriver;
  refundMinor: number;
  lineMinor: number;
  memoId: number | null;
  paymentId: number | null;
  originPaymentId: number;
}

/**
 * The lines of every refund whose attempt has no outcome yet, whatever became of its hold, oldest first; then those
 * of parts that nobody has begun, and of refunds that wait for an approval or, approved, for the person who asked.
 */
export async function readOpenRefundLines(db: ReadableLedger): Promise<OpenRefundLine[]> {
  const waiting = await db.all<OpenRefundLine>`
    SELECT refund.id AS refundId, refund.client_id AS clientId, 'waiting' AS attemptState,
      CASE destination WHEN 'cash' THEN 'cash' ELSE 'standalone' END AS driver,
      refund.amount_minor AS refundMinor, line.amount_minor AS lineMinor, line.memo_id AS memoId,
      line.payment_id AS paymentId, line.origin_payment_id AS originPaymentId, hold.state AS holdState
    FROM approval JOIN refund ON refund.id = approval.refund_id OR refund.id IN (
      SELECT part.refund_id FROM refund_part part WHERE part.first_refund_id = approval.refund_id)
    JOIN refund_line line ON line.refund_id = refund.id JOIN hold ON hold.refund_line_id = line.id
    WHERE approval.state IN ('waiting', 'granted') ORDER BY refund.id, line.id`;
  const toBegin = await db.all<OpenRefundLine>`
    SELECT refund.id AS refundId, refund.client_id AS clientId, 'waiting' AS attemptState,
      CASE destination WHEN 'cash' THEN 'cash' ELSE 'standalone' END AS driver,
      refund.amount_minor AS refundMinor, line.amount_minor AS lineMinor, line.memo_id AS memoId,
      line.payment_id AS paymentId, line.origin_payment_id AS originPaymentId, hold.state AS holdState
    FROM refund_part part JOIN refund ON refund.id = part.refund_id
    JOIN refund_line line ON line.refund_id = refund.id JOIN hold ON hold.refund_line_id = line.id
    WHERE hold.state = 'held' AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.refund_id = refund.id)
      AND NOT EXISTS (SELECT 1 FROM approval WHERE approval.refund_id = part.first_refund_id
        AND approval.state IN ('waiting', 'granted'))
    ORDER BY refund.id, line.id`;
  const under = await db.all<OpenRefundLine>`
    SELECT attempt.refund_id AS refundId, attempt.client_id AS clientId, attempt.state AS attemptState, driver,
      attempt.amount_minor AS refundMinor, line.amount_minor AS lineMinor, line.memo_id AS memoId,
      line.payment_id AS paymentId, line.origin_payment_id AS originPaymentId, hold.state AS holdState
    FROM attempt JOIN refund_line line ON line.refund_id = attempt.refund_id
    LEFT JOIN hold ON hold.refund_line_id = line.id
    WHERE attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
    ORDER BY attempt.id, line.id`;
  return [...under, ...toBegin, ...waiting];
}

/** Refunds done or held, in cents: by one clerk on a day, and to one client in a month (settled.md 49). */
export async function readRefundTotals(
  db: ReadableLedger,
  asked: { staffId: number; clientId: number; localDate: string },
): Promise<{ clerkDayMinor: number; clientMonthMinor: number }> {
  const month = `${asked.localDate.slice(0, 7)}-01`;
  const day = await db.get<{ totalMinor: number }>`
    SELECT coalesce(sum(coalesce(
      (SELECT amount_minor FROM refund_outcome WHERE refund_id = refund.id),
      (SELECT sum(amount_minor) FROM hold WHERE refund_id = refund.id AND state = 'held'), 0)), 0) AS totalMinor
    FROM refund WHERE staff_id = ${asked.staffId} AND local_date = ${asked.localDate}`;
  const client = await db.get<{ totalMinor: number }>`
    SELECT coalesce(sum(coalesce(
      (SELECT amount_minor FROM refund_outcome WHERE refund_id = refund.id),
      (SELECT sum(amount_minor) FROM hold WHERE refund_id = refund.id AND state = 'held'), 0)), 0) AS totalMinor
    FROM refund WHERE client_id = ${asked.clientId} AND local_date >= ${month}`;
  return { clerkDayMinor: day?.totalMinor ?? 0, clientMonthMinor: client?.totalMinor ?? 0 };
}

/** What was refunded in cash from one payment, at applied amounts: the base of the cumulative rounding. */
export async function readCashRefunded(db: ReadableLedger, originPaymentId: number): Promise<number> {
  const row = await db.get<{ totalMinor: number }>`
    SELECT coalesce(sum(amount_minor), 0) AS totalMinor FROM refund_outcome_line
    WHERE origin_payment_id = ${originPaymentId} AND drawer_minor IS NOT NULL`;
  return row?.totalMinor ?? 0;
}

export interface SessionOfOutcome {
  tillSessionId: number;
  tillId: number;
  tillName: string;
  state: 'open' | 'ended' | 'closed';
}

/** The session itself while it is not closed, else the one its till runs now, else itself, closed. */
export async function readSessionForOutcome(
  db: ReadableLedger,
  tillSessionId: number,
): Promise<SessionOfOutcome | undefined> {
  return await db.get<SessionOfOutcome>`
    SELECT session.id AS tillSessionId, till.id AS tillId, till.name AS tillName, session.state
    FROM till_session own JOIN till ON till.id = own.till_id
    JOIN till_session session ON session.till_id = till.id
    WHERE own.id = ${tillSessionId} AND (session.id = own.id OR session.state <> 'closed')
    ORDER BY (session.id = own.id AND session.state <> 'closed') DESC, session.state <> 'closed' DESC LIMIT 1`;
}

export interface RefundClient {
  clientId: number;
  kind: 'household' | 'corporate' | 'walk-in';
  /** Of documents: the client's, or the organisation's for the walk-in (settled.md 57). */
  language: 'fr' | 'en';
}

export async function readRefundClient(
  db: ReadableLedger,
  clientId: number,
): Promise<RefundClient | undefined> {
  return await db.get<RefundClient>`
    SELECT client.id AS clientId, kind,
      CASE WHEN kind = 'walk-in' THEN (SELECT language FROM organisation) ELSE client.language END AS language
    FROM client WHERE client.id = ${clientId}`;
}

/** Last 4 of the cards that a terminal took for the origins of a refund: the same card is expected back. */
export async function readExpectedCards(db: ReadableLedger, refundId: number): Promise<string[]> {
  const rows = await db.all<{ last4: string }>`
    SELECT DISTINCT card_last4 AS last4 FROM refund_line line JOIN payment ON payment.id = line.origin_payment_id
    WHERE line.refund_id = ${refundId} AND payment.method = 'terminal' AND card_last4 IS NOT NULL`;
  return rows.map((row) => row.last4);
}
