import type { ReadableLedger } from '../ledger/sql.ts';
import {
  type OpenAttemptRow,
  readExpectedCash,
  readOpenAttemptsOfTill,
  readTillCounts,
  type TillSessionRow,
} from '../ledger/till-store.ts';

interface Sum {
  count: number;
  amountMinor: number;
}

interface DocumentSum {
  count: number;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  totalMinor: number;
}

/** What an X or a Z tells of its session, by session and never by date (settled.md 36); amounts in cents. */
export interface SessionReport {
  openedAt: string;
  openedBy: string;
  localDate: string;
  invoices: DocumentSum;
  credits: DocumentSum;
  /** Payments that stand, by method. */
  payments: (Sum & { method: string })[];
  voids: Sum;
  /** Refunds done, by destination. */
  refunds: (Sum & { destination: string })[];
  /** Refunds, rebates and invoices that another person approved, with both names (domain.md B21). */
  approvals: { number: string; amountMinor: number; staffName: string; approverName: string; at: string }[];
  /** Signed gain of the organisation from rounding to five cents (settled.md 21). */
  roundingMinor: number;
  /** Drawer events by kind; what they sum to is the expected cash. */
  drawer: (Sum & { kind: string })[];
  expectedMinor: number;
  /** Movements that somebody gave a reason for, and drops. */
  movements: { kind: string; amountMinor: number; reason: string; staffName: string; at: string }[];
  /** Everyone who worked in this session. */
  clerks: { name: string; payments: number; takenMinor: number; refunds: number; refundedMinor: number }[];
  counts: { totalMinor: number; staffName: string; at: string }[];
  /** Attempts whose outcome is not known yet: carried over, never counted (settled.md 17). */
  openAttempts: (Omit<OpenAttemptRow, 'carriedOver'> & { carriedOver: boolean })[];
}

/** Sums up a session for its X, or for its Z before the close writes its own entries. Changes nothing. */
export async function readSessionReport(db: ReadableLedger, session: TillSessionRow): Promise<SessionReport> {
  const { tillSessionId } = session;
  const counts = await readTillCounts(db, tillSessionId);
  const attempts = await readOpenAttemptsOfTill(db, session);
  return {
    openedAt: session.openedAt,
    openedBy: session.openedBy,
    localDate: session.localDate,
    ...(await readDocuments(db, tillSessionId)),
    ...(await readMoney(db, tillSessionId)),
    ...(await readDrawer(db, tillSessionId)),
    approvals: await readApprovals(db, tillSessionId),
    clerks: await readClerks(db, tillSessionId),
    counts: counts.map(({ totalMinor, staffName, at }) => ({ totalMinor, staffName, at })),
    openAttempts: attempts.map((attempt) => ({ ...attempt, carriedOver: attempt.carriedOver === 1 })),
  };
}

const NO_DOCUMENTS: DocumentSum = { count: 0, netMinor: 0, gstMinor: 0, qstMinor: 0, totalMinor: 0 };
const NOTHING: Sum = { count: 0, amountMinor: 0 };

async function readDocuments(db: ReadableLedger, tillSessionId: number) {
  const invoices = await db.get<DocumentSum>`
    SELECT count(*) AS count, coalesce(sum(net_minor), 0) AS netMinor, coalesce(sum(gst_minor), 0) AS gstMinor,
      coalesce(sum(qst_minor), 0) AS qstMinor, coalesce(sum(total_minor), 0) AS totalMinor
    FROM invoice WHERE till_session_id = ${tillSessionId}`;
  const credits = await db.get<DocumentSum>`
    SELECT count(*) AS count, coalesce(sum(net_minor), 0) AS netMinor, coalesce(sum(gst_minor), 0) AS gstMinor,
      coalesce(sum(qst_minor), 0) AS qstMinor, coalesce(sum(total_minor), 0) AS totalMinor
    FROM credit_memo WHERE till_session_id = ${tillSessionId}`;
  return { invoices: invoices ?? NO_DOCUMENTS, credits: credits ?? NO_DOCUMENTS };
}

async function readMoney(db: ReadableLedger, tillSessionId: number) {
  const payments = await db.all<Sum & { method: string }>`
    SELECT method, count(*) AS count, sum(amount_minor) AS amountMinor FROM payment
    WHERE till_session_id = ${tillSessionId} AND id NOT IN (SELECT payment_id FROM payment_void)
    GROUP BY method ORDER BY method`;
  const voids = await db.get<Sum>`
    SELECT count(*) AS count, coalesce(sum(amount_minor), 0) AS amountMinor
    FROM payment_void JOIN payment ON payment.id = payment_id
    WHERE payment_void.till_session_id = ${tillSessionId}`;
  const refunds = await db.all<Sum & { destination: string }>`
    SELECT destination, count(*) AS count, sum(back.amount_minor) AS amountMinor
    FROM money_back back JOIN refund ON refund.id = back.refund_id
    WHERE back.till_session_id = ${tillSessionId} GROUP BY destination ORDER BY destination`;
  const rounding = await db.get<{ roundingMinor: number }>`
    SELECT coalesce((SELECT sum(rounding_minor) FROM payment WHERE till_session_id = ${tillSessionId}
        AND id NOT IN (SELECT payment_id FROM payment_void)), 0)
      + coalesce((SELECT sum(rounding_minor) FROM refund_outcome WHERE till_session_id = ${tillSessionId}), 0)
      AS roundingMinor`;
  return { payments, voids: voids ?? NOTHING, refunds, roundingMinor: rounding?.roundingMinor ?? 0 };
}

async function readApprovals(db: ReadableLedger, tillSessionId: number): Promise<SessionReport['approvals']> {
  return await db.all`
    WITH approved AS (
      SELECT approval.id, outcome.number, outcome.amount_minor, outcome.at
      FROM refund_outcome outcome JOIN approval ON approval.refund_id = coalesce(
        (SELECT first_refund_id FROM refund_part part WHERE part.refund_id = outcome.refund_id), outcome.refund_id)
      WHERE outcome.till_session_id = ${tillSessionId}
      UNION SELECT rebate.approval_id, memo.number, rebate.amount_minor, rebate.at
      FROM manual_rebate rebate JOIN credit_memo memo ON memo.id = rebate.memo_id
      WHERE memo.till_session_id = ${tillSessionId}
      UNION SELECT coalesce(rebate.approval_id, override.approval_id), invoice.number, approval.amount_minor, invoice.at
      FROM invoice LEFT JOIN invoice_item item ON item.invoice_id = invoice.id
      LEFT JOIN manual_rebate rebate ON rebate.item_id = item.id AND rebate.discount_line_id IS NOT NULL
      LEFT JOIN invoice_override override ON override.invoice_id = invoice.id
      JOIN approval ON approval.id = coalesce(rebate.approval_id, override.approval_id)
      WHERE invoice.till_session_id = ${tillSessionId})
    SELECT approved.number, approved.amount_minor AS amountMinor, asker.name AS staffName,
      approver.name AS approverName, approved.at
    FROM approved JOIN approval ON approval.id = approved.id
    JOIN approval_answer answer ON answer.approval_id = approval.id
    JOIN staff asker ON asker.id = approval.staff_id JOIN staff approver ON approver.id = answer.staff_id
    WHERE approval.state = 'used' ORDER BY approved.at, approved.number`;
}

async function readDrawer(db: ReadableLedger, tillSessionId: number) {
  const drawer = await db.all<Sum & { kind: string }>`
    SELECT kind, count(*) AS count, sum(amount_minor) AS amountMinor FROM drawer_event
    WHERE till_session_id = ${tillSessionId} GROUP BY kind ORDER BY min(id)`;
  const movements = await db.all<SessionReport['movements'][number]>`
    SELECT kind, amount_minor AS amountMinor, reason, staff.name AS staffName, event.at
    FROM drawer_event event JOIN staff ON staff.id = event.staff_id
    WHERE till_session_id = ${tillSessionId} AND kind IN ('PAID_IN', 'PAID_OUT', 'DROP', 'NO_SALE', 'CASH_VOID')
    ORDER BY event.id`;
  return { drawer, movements, expectedMinor: await readExpectedCash(db, tillSessionId) };
}

async function readClerks(db: ReadableLedger, tillSessionId: number): Promise<SessionReport['clerks']> {
  return await db.all`
    WITH work (staff_id, payments, taken, refunds, refunded) AS (
      SELECT staff_id, 1, amount_minor, 0, 0 FROM payment
        WHERE till_session_id = ${tillSessionId} AND id NOT IN (SELECT payment_id FROM payment_void)
      UNION ALL SELECT staff_id, 0, 0, 1, amount_minor FROM refund_outcome WHERE till_session_id = ${tillSessionId}
      UNION ALL SELECT staff_id, 0, 0, 0, 0 FROM drawer_event WHERE till_session_id = ${tillSessionId}
      UNION ALL SELECT staff_id, 0, 0, 0, 0 FROM invoice WHERE till_session_id = ${tillSessionId}
      UNION ALL SELECT staff_id, 0, 0, 0, 0 FROM payment_void WHERE till_session_id = ${tillSessionId})
    SELECT name, sum(payments) AS payments, sum(taken) AS takenMinor, sum(refunds) AS refunds,
      sum(refunded) AS refundedMinor
    FROM work JOIN staff ON staff.id = staff_id GROUP BY staff.id ORDER BY name`;
}
