import type { AttemptState } from '../../shared/domain/attempt.ts';
import type { ReadableLedger } from './sql.ts';

export interface RefundRow {
  refundId: number;
  clientId: number;
  clientName: string;
  destination: 'terminal' | 'cash' | 'cheque' | 'online-card';
  amountMinor: number;
  drawerMinor: number | null;
  reason: string;
  note: string;
  terminalId: number | null;
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

export interface MemoRow {
  memoId: number;
  number: string;
  at: string;
  totalMinor: number;
  refundableMinor: number;
  /** Cents of it that pay items. */
  spentMinor: number;
  /** Cents of it already given back. */
  refundedMinor: number;
  heldMinor: number;
  /** 1 when it credits an item of an invoice; a manual or goodwill memo has none. */
  hasItem: number;
}

/** The credit memos of a client that still have something open, oldest first. */
export async function readOpenMemos(db: ReadableLedger, clientId: number): Promise<MemoRow[]> {
  return await db.all<MemoRow>`
    WITH memo AS (
      SELECT id, number, at, total_minor, refundable_minor,
        coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = credit_memo.id AND item_id IS NOT NULL), 0) AS spent,
        coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = credit_memo.id AND refund_id IS NOT NULL), 0) AS refunded,
        coalesce((SELECT sum(amount_minor) FROM hold WHERE memo_id = credit_memo.id AND state = 'held'), 0) AS held,
        EXISTS (SELECT 1 FROM credit_memo_line WHERE memo_id = credit_memo.id AND item_id IS NOT NULL) AS has_item
      FROM credit_memo WHERE client_id = ${clientId})
    SELECT id AS memoId, number, at, total_minor AS totalMinor, refundable_minor AS refundableMinor,
      spent AS spentMinor, refunded AS refundedMinor, held AS heldMinor,
      has_item AS hasItem
    FROM memo WHERE total_minor > spent + refunded ORDER BY at, id`;
}

export interface DepositRow {
  paymentId: number;
  number: string;
  at: string;
  /** What no allocation uses, in cents; held cents included. */
  openMinor: number;
  heldMinor: number;
}

/**
 * The deposits of a client: payments, not void, with cents that no allocation uses; oldest first. The approved card
 * legs of carts still open are theirs only for a walk-in, who is given them back before the cart is abandoned.
 */
export async function readOpenDeposits(
  db: ReadableLedger,
  clientId: number,
  isWalkIn: boolean,
): Promise<DepositRow[]> {
  return await db.all<DepositRow>`
    WITH deposit AS (
      SELECT id, number, at,
        amount_minor - coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = payment.id), 0) AS open,
        coalesce((SELECT sum(amount_minor) FROM hold WHERE payment_id = payment.id AND state = 'held'), 0) AS held
      FROM payment WHERE client_id = ${clientId}
        AND NOT EXISTS (SELECT 1 FROM payment_void WHERE payment_void.payment_id = payment.id)
        AND (${isWalkIn ? 1 : 0} = 1
          OR NOT EXISTS (SELECT 1 FROM sale WHERE sale.id = payment.sale_id AND sale.state = 'open')))
    SELECT id AS paymentId, number, at, open AS openMinor, held AS heldMinor
    FROM deposit WHERE open > 0 ORDER BY at, id`;
}

export interface FundingRow {
  memoId: number;
  originPaymentId: number;
  fundedMinor: number;
  /** Of it, given back already or held for that, from this memo and this payment. */
  usedMinor: number;
}

/** Where the open memos of a client come from (settled.md 3), oldest payment first within a memo. */
export async function readFunding(db: ReadableLedger, clientId: number): Promise<FundingRow[]> {
  return await db.all<FundingRow>`
    SELECT funding.memo_id AS memoId, funding.payment_id AS originPaymentId,
      sum(funding.amount_minor) AS fundedMinor,
      coalesce((SELECT sum(done.amount_minor) FROM refund_outcome_line done
        JOIN refund_line line ON line.id = done.refund_line_id
        WHERE line.memo_id = funding.memo_id AND line.origin_payment_id = funding.payment_id), 0)
      + coalesce((SELECT sum(amount_minor) FROM hold WHERE state = 'held'
        AND hold.memo_id = funding.memo_id AND hold.origin_payment_id = funding.payment_id), 0) AS usedMinor
    FROM credit_funding funding JOIN credit_memo memo ON memo.id = funding.memo_id
    JOIN payment ON payment.id = funding.payment_id
    WHERE memo.client_id = ${clientId}
    GROUP BY funding.memo_id, funding.payment_id ORDER BY funding.memo_id, payment.at, payment.id`;
}

export interface OriginRow {
  paymentId: number;
  number: string;
  method: 'cash' | 'terminal' | 'cheque' | 'online-card';
  at: string;
  amountMinor: number;
  refundedMinor: number;
  heldMinor: number;
  /** Of the refunded, in cash, at applied amounts: the base of the cumulative rounding (settled.md 19). */
  refundedInCashMinor: number;
  localDate: string;
  cardBrand: string | null;
  cardLast4: string | null;
  cardStatus: 'valid' | 'expired' | 'closed' | 'invalid' | null;
  approvalCode: string | null;
}

/**
 * Every payment that may be the origin of a client's refunds, oldest first: its own, and those that fund its memos
 * (a walk-in's cancellation may be credited to a named account). Void payments are none.
 */
export async function readOrigins(db: ReadableLedger, clientId: number): Promise<OriginRow[]> {
  return await db.all<OriginRow>`
    SELECT payment.id AS paymentId, number, method, payment.at, payment.amount_minor AS amountMinor,
      coalesce((SELECT sum(amount_minor) FROM refund_outcome_line WHERE origin_payment_id = payment.id), 0) AS refundedMinor,
      coalesce((SELECT sum(amount_minor) FROM hold WHERE origin_payment_id = payment.id AND state = 'held'), 0) AS heldMinor,
      coalesce((SELECT sum(amount_minor) FROM refund_outcome_line
        WHERE origin_payment_id = payment.id AND drawer_minor IS NOT NULL), 0) AS refundedInCashMinor,
      local_date AS localDate,
      card_brand AS cardBrand, card_last4 AS cardLast4,
      CASE WHEN method = 'online-card' THEN coalesce((SELECT status FROM card_status
        WHERE payment_id = payment.id ORDER BY id DESC LIMIT 1), 'valid') END AS cardStatus,
      approval_code AS approvalCode
    FROM payment
    WHERE id IN (
      SELECT id FROM payment WHERE client_id = ${clientId}
      UNION SELECT funding.payment_id FROM credit_funding funding JOIN credit_memo memo ON memo.id = funding.memo_id
        WHERE memo.client_id = ${clientId})
      AND NOT EXISTS (SELECT 1 FROM payment_void WHERE payment_void.payment_id = payment.id)
    ORDER BY payment.at, payment.id`;
}

export interface OpenRefundLine {
  refundId: number;
  clientId: number;
  holdState: 'held' | 'consumed' | 'released' | null;
  attemptState: AttemptState;
  driver: 'standalone' | 'cash' | 'cheque';
  refundMinor: number;
  lineMinor: number;
  memoId: number | null;
  paymentId: number | null;
  originPaymentId: number;
}

/** The lines of every refund whose attempt has no outcome yet, whatever became of its hold, oldest first. */
export async function readOpenRefundLines(db: ReadableLedger): Promise<OpenRefundLine[]> {
  return await db.all<OpenRefundLine>`
    SELECT attempt.refund_id AS refundId, attempt.client_id AS clientId, attempt.state AS attemptState, driver,
      attempt.amount_minor AS refundMinor, line.amount_minor AS lineMinor, line.memo_id AS memoId,
      line.payment_id AS paymentId, line.origin_payment_id AS originPaymentId, hold.state AS holdState
    FROM attempt JOIN refund_line line ON line.refund_id = attempt.refund_id
    LEFT JOIN hold ON hold.refund_line_id = line.id
    WHERE attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
    ORDER BY attempt.id, line.id`;
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

/** What each line's source and origin could still give, per source and origin, in cents, holds respected. */
export async function readLineRoom(
  db: ReadableLedger,
  refundId: number,
): Promise<{ amountMinor: number; roomMinor: number }[]> {
  return await db.all<{ amountMinor: number; roomMinor: number }>`
    WITH asked AS (
      SELECT memo_id, payment_id, origin_payment_id, amount_minor,
        sum(amount_minor) OVER (PARTITION BY memo_id, payment_id) AS of_source,
        sum(amount_minor) OVER (PARTITION BY origin_payment_id) AS of_origin
      FROM refund_line WHERE refund_id = ${refundId})
    SELECT max(of_source, of_origin) AS amountMinor, min(
      coalesce((SELECT total_minor FROM credit_memo WHERE id = memo_id), (SELECT amount_minor FROM payment WHERE id = payment_id))
        - coalesce((SELECT sum(amount_minor) FROM allocation
            WHERE allocation.memo_id = asked.memo_id OR allocation.payment_id = asked.payment_id), 0)
        - coalesce((SELECT sum(amount_minor) FROM hold WHERE state = 'held'
            AND (hold.memo_id = asked.memo_id OR hold.payment_id = asked.payment_id)), 0)
        - of_source + max(of_source, of_origin),
      (SELECT amount_minor FROM payment WHERE id = origin_payment_id)
        - coalesce((SELECT sum(amount_minor) FROM refund_outcome_line done
            WHERE done.origin_payment_id = asked.origin_payment_id), 0)
        - coalesce((SELECT sum(amount_minor) FROM hold WHERE state = 'held'
            AND hold.origin_payment_id = asked.origin_payment_id), 0)
        - of_origin + max(of_source, of_origin)) AS roomMinor
    FROM asked`;
}

/** What the client owes (positive) or is owed, in cents. */
export async function readBalance(db: ReadableLedger, clientId: number): Promise<number> {
  const row = await db.get<{ balanceMinor: number }>`
    SELECT coalesce(sum(amount_minor), 0) AS balanceMinor FROM journal_line WHERE client_id = ${clientId}`;
  return row?.balanceMinor ?? 0;
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

/** The payments behind one refund, oldest first, void ones included. */
export async function readOriginsOfRefund(db: ReadableLedger, refundId: number): Promise<OriginRow[]> {
  return await db.all<OriginRow>`
    SELECT payment.id AS paymentId, number, method, payment.at, payment.amount_minor AS amountMinor,
      coalesce((SELECT sum(amount_minor) FROM refund_outcome_line WHERE origin_payment_id = payment.id), 0) AS refundedMinor,
      coalesce((SELECT sum(amount_minor) FROM hold WHERE origin_payment_id = payment.id AND state = 'held'), 0) AS heldMinor,
      coalesce((SELECT sum(amount_minor) FROM refund_outcome_line
        WHERE origin_payment_id = payment.id AND drawer_minor IS NOT NULL), 0) AS refundedInCashMinor,
      local_date AS localDate, card_brand AS cardBrand, card_last4 AS cardLast4,
      CASE WHEN method = 'online-card' THEN coalesce((SELECT status FROM card_status
        WHERE payment_id = payment.id ORDER BY id DESC LIMIT 1), 'valid') END AS cardStatus,
      approval_code AS approvalCode
    FROM payment WHERE id IN (SELECT origin_payment_id FROM refund_line WHERE refund_id = ${refundId})
    ORDER BY payment.at, payment.id`;
}
