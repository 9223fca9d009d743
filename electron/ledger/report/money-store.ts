import type { ReadableLedger } from '../sql.ts';
import type { ReportScope } from './scope.ts';

/** Money received, voided, taken back by a bank, or given back; signed cents, what comes in is positive. */
export interface MoneyRow {
  kind: 'payment' | 'void' | 'return' | 'refund';
  localDate: string;
  method: string;
  tillId: number | null;
  tillName: string | null;
  /** Null for what no person did: a charge on its day, a bank's return. */
  staffId: number | null;
  staffName: string | null;
  count: number;
  amountMinor: number;
  /** What the drawer gained beyond the amount (settled.md 21). */
  roundingMinor: number;
}

/** Money of the period by kind, day, method, till and person. */
export async function readMoney(db: ReadableLedger, scope: ReportScope): Promise<MoneyRow[]> {
  return await db.all<MoneyRow>`
    SELECT kind, moved.local_date AS localDate, method, till.id AS tillId, till.name AS tillName,
      moved.staff_id AS staffId, staff.name AS staffName, count(*) AS count, sum(amount) AS amountMinor,
      sum(rounding) AS roundingMinor
    FROM (
      SELECT 'payment' AS kind, local_date, method, till_session_id, staff_id, amount_minor AS amount,
        rounding_minor AS rounding
      FROM payment WHERE local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      UNION ALL SELECT 'void', gone.local_date, method, gone.till_session_id, gone.staff_id, -amount_minor,
        -rounding_minor
      FROM payment_void gone JOIN payment ON payment.id = gone.payment_id
      WHERE gone.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      UNION ALL SELECT 'return', gone.local_date, method, NULL, gone.staff_id, -amount_minor, 0
      FROM payment_return gone JOIN payment ON payment.id = gone.payment_id
      WHERE gone.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      UNION ALL SELECT 'refund', back.local_date, destination, back.till_session_id, back.staff_id,
        -back.amount_minor, back.rounding_minor
      FROM money_back back JOIN refund ON refund.id = back.refund_id
      WHERE back.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}) moved
    LEFT JOIN till_session session ON session.id = moved.till_session_id
    LEFT JOIN till ON till.id = session.till_id LEFT JOIN staff ON staff.id = moved.staff_id
    WHERE (${scope.tillId} IS NULL OR till.id = ${scope.tillId})
      AND (${scope.staffId} IS NULL OR staff.id = ${scope.staffId})
    GROUP BY kind, moved.local_date, method, till.id, staff.id`;
}

export interface LinkedRow {
  /** Null for money linked to a refund of itself. */
  ledgerCode: string | null;
  amountMinor: number;
}

/** What the payments of the period stand linked to at an instant, by ledger code of the item; cents. */
export async function readLinkedPayments(
  db: ReadableLedger,
  scope: ReportScope & { endsAt: string },
): Promise<LinkedRow[]> {
  return await db.all<LinkedRow>`
    SELECT item.ledger_code AS ledgerCode, sum(link.amount_minor) AS amountMinor
    FROM payment JOIN allocation link ON link.payment_id = payment.id
    LEFT JOIN invoice_item item ON item.id = link.item_id
    WHERE payment.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate} AND link.at < ${scope.endsAt}
      AND (${scope.tillId} IS NULL
        OR payment.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
      AND (${scope.staffId} IS NULL OR payment.staff_id = ${scope.staffId})
    GROUP BY item.ledger_code HAVING sum(link.amount_minor) <> 0 ORDER BY item.ledger_code`;
}

/** Cash that drawer events of customers' payments and refunds moved between two instants, signed cents. */
export async function readDrawerCash(
  db: ReadableLedger,
  between: { fromAt: string; endsAt: string; tillId: number | null },
): Promise<number> {
  const row = await db.get<{ cashMinor: number }>`
    SELECT coalesce(sum(amount_minor), 0) AS cashMinor FROM drawer_event
    WHERE at >= ${between.fromAt} AND at < ${between.endsAt}
      AND kind IN ('CASH_IN', 'CHANGE_OUT', 'CASH_REFUND', 'CASH_VOID')
      AND (${between.tillId} IS NULL
        OR till_session_id IN (SELECT id FROM till_session WHERE till_id = ${between.tillId}))`;
  return row?.cashMinor ?? 0;
}

/** Money of closed sessions: as their Z reports say, and as the documents sealed before each Z say; signed cents. */
export async function readClosedMoney(
  db: ReadableLedger,
  scope: ReportScope,
): Promise<{ printedMinor: number; documentsMinor: number }> {
  const row = await db.get<{ printedMinor: number; documentsMinor: number }>`
    WITH close AS (
      SELECT z.* FROM z_report z WHERE z.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
        AND (${scope.tillId} IS NULL OR z.till_id = ${scope.tillId})
        AND z.id NOT IN (SELECT z_report_id FROM till_reopening))
    SELECT coalesce((SELECT sum(json_extract(part.value, '$.amountMinor'))
        FROM close, json_each(close.summary, '$.payments') part), 0)
      - coalesce((SELECT sum(json_extract(part.value, '$.amountMinor'))
        FROM close, json_each(close.summary, '$.refunds') part), 0) AS printedMinor,
      coalesce((SELECT sum(amount_minor) FROM close JOIN payment ON payment.till_session_id = close.till_session_id
        WHERE payment.commit_seq <= close.commit_seq AND payment.id NOT IN (SELECT payment_id FROM payment_void)), 0)
      - coalesce((SELECT sum(back.amount_minor) FROM close
        JOIN money_back back ON back.till_session_id = close.till_session_id
        WHERE back.commit_seq <= close.commit_seq), 0) AS documentsMinor`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
