import type { ReadableLedger } from './sql.ts';

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
  /** When its non-refundable part expires. */
  expiresOn: string | null;
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
      has_item AS hasItem,
      (SELECT expires_on FROM credit_expiry WHERE memo_id = memo.id) AS expiresOn
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
        AND NOT EXISTS (SELECT 1 FROM payment_return WHERE payment_return.payment_id = payment.id)
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
  method: 'cash' | 'terminal' | 'cheque' | 'online-card' | 'echeck';
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
        AND NOT EXISTS (SELECT 1 FROM payment_return WHERE payment_return.payment_id = payment.id)
    ORDER BY payment.at, payment.id`;
}

/** What each line's source and origin could still give, per source and origin, in cents; holds respected, void payments give nothing. */
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
      coalesce((SELECT amount_minor FROM payment WHERE id = origin_payment_id
            AND NOT EXISTS (SELECT 1 FROM payment_void WHERE payment_void.payment_id = payment.id)
        AND NOT EXISTS (SELECT 1 FROM payment_return WHERE payment_return.payment_id = payment.id)), 0)
        - coalesce((SELECT sum(amount_minor) FROM refund_outcome_line done
            WHERE done.origin_payment_id = asked.origin_payment_id), 0)
        - coalesce((SELECT sum(amount_minor) FROM hold WHERE state = 'held'
            AND hold.origin_payment_id = asked.origin_payment_id), 0)
        - of_origin + max(of_source, of_origin)) AS roomMinor
    FROM asked`;
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
