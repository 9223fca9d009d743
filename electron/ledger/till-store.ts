import type { TillSessionState } from '../../shared/domain/process-edges.ts';
import type { AttemptDriver } from './attempt-store.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';
import type { FactRow } from './tables.ts';

export interface TillRow {
  tillId: number;
  name: string;
  terminalId: number | null;
  active: number;
}

export interface TillSessionRow {
  tillSessionId: number;
  tillId: number;
  tillName: string;
  terminalId: number | null;
  state: TillSessionState;
  openedAt: string;
  openedBy: string;
  localDate: string;
}

export interface DrawerEventRow {
  kind: FactRow<'drawer_event'>['kind'];
  amountMinor: number;
  reason: string;
  staffName: string;
  documentNumber: string | null;
  at: string;
}

export interface TillCountRow {
  countId: number;
  totalMinor: number;
  denominations: string;
  staffName: string;
  at: string;
}

export interface OpenAttemptRow {
  attemptId: number;
  refundId: number | null;
  saleId: number | null;
  driver: AttemptDriver;
  amountMinor: number;
  /** Begun in an earlier session of this till: 1, else 0. */
  carriedOver: number;
}

/** Every till, in the order in which they were added. */
export async function readTills(db: ReadableLedger): Promise<TillRow[]> {
  return await db.all<TillRow>`
    SELECT id AS tillId, name, terminal_id AS terminalId, active FROM till ORDER BY id`;
}

/** Sessions that are not closed yet (open or ended), by till: at most one each. */
export async function readUnclosedSessions(db: ReadableLedger): Promise<TillSessionRow[]> {
  return await db.all<TillSessionRow>`
    SELECT session.id AS tillSessionId, till.id AS tillId, till.name AS tillName, till.terminal_id AS terminalId,
      session.state, session.at AS openedAt, staff.name AS openedBy, session.local_date AS localDate
    FROM till_session session JOIN till ON till.id = session.till_id JOIN staff ON staff.id = session.staff_id
    WHERE session.state <> 'closed' ORDER BY till.id`;
}

/** Cash that should be in the drawer: the sum of the session's events and nothing else, in cents (terminal.md §4). */
export async function readExpectedCash(db: ReadableLedger, tillSessionId: number): Promise<number> {
  const row = await db.get<{ expectedMinor: number }>`
    SELECT coalesce(sum(amount_minor), 0) AS expectedMinor FROM drawer_event
    WHERE till_session_id = ${tillSessionId}`;
  return row?.expectedMinor ?? 0;
}

/** Cash that refunds under way or in doubt may have taken from the drawer, in cents, not negative. */
export async function readCashUnderWay(db: ReadableLedger, tillSessionId: number): Promise<number> {
  const row = await db.get<{ underWayMinor: number }>`
    SELECT coalesce(sum(refund.drawer_minor), 0) AS underWayMinor
    FROM attempt JOIN refund ON refund.id = attempt.refund_id
    WHERE attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
      AND attempt.driver = 'cash' AND attempt.till_session_id = ${tillSessionId}`;
  return row?.underWayMinor ?? 0;
}

/** Float and top-ups of a session, in cents. */
export async function readFloat(db: ReadableLedger, tillSessionId: number): Promise<number> {
  const row = await db.get<{ floatMinor: number }>`
    SELECT coalesce(sum(amount_minor), 0) AS floatMinor FROM drawer_event
    WHERE till_session_id = ${tillSessionId} AND kind = 'FLOAT'`;
  return row?.floatMinor ?? 0;
}

/** The drawer events of a session, first to last. */
export async function readDrawerEvents(db: ReadableLedger, tillSessionId: number): Promise<DrawerEventRow[]> {
  return await db.all<DrawerEventRow>`
    SELECT event.kind, event.amount_minor AS amountMinor, event.reason, staff.name AS staffName, event.at,
      coalesce(payment.number, outcome.number) AS documentNumber
    FROM drawer_event event JOIN staff ON staff.id = event.staff_id
    LEFT JOIN payment ON payment.id = event.payment_id
    LEFT JOIN refund_outcome outcome ON outcome.refund_id = event.refund_id
    WHERE event.till_session_id = ${tillSessionId} ORDER BY event.id`;
}

/** The blind counts of a session since it was last reopened, first to last. */
export async function readTillCounts(db: ReadableLedger, tillSessionId: number): Promise<TillCountRow[]> {
  return await db.all<TillCountRow>`
    SELECT count.id AS countId, count.total_minor AS totalMinor, count.denominations, staff.name AS staffName, count.at
    FROM till_count count JOIN staff ON staff.id = count.staff_id
    WHERE count.till_session_id = ${tillSessionId} AND count.commit_seq > coalesce(
      (SELECT max(commit_seq) FROM till_reopening WHERE till_session_id = ${tillSessionId}), 0)
    ORDER BY count.id`;
}

/** The count that a close accepted: the last one of its session before it was sealed. */
export async function readCountBefore(
  db: ReadableLedger,
  zReportId: number,
): Promise<{ denominations: string } | undefined> {
  return await db.get<{ denominations: string }>`
    SELECT count.denominations FROM z_report z JOIN till_count count ON count.till_session_id = z.till_session_id
    WHERE z.id = ${zReportId} AND count.commit_seq <= z.commit_seq ORDER BY count.id DESC LIMIT 1`;
}

/**
 * Attempts of a till that still wait for an outcome, those of its earlier sessions too: nothing a close leaves open is
 * lost from sight (settled.md 17). A conflict waits for a supervisor and counts too.
 */
export async function readOpenAttemptsOfTill(
  db: ReadableLedger,
  session: { tillId: number; tillSessionId: number },
): Promise<OpenAttemptRow[]> {
  return await db.all<OpenAttemptRow>`
    SELECT attempt.id AS attemptId, refund_id AS refundId, sale_id AS saleId, driver, amount_minor AS amountMinor,
      till_session_id <> ${session.tillSessionId} AS carriedOver
    FROM attempt JOIN till_session ON till_session.id = till_session_id
    WHERE attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
      AND till_id = ${session.tillId} AND till_session.id <= ${session.tillSessionId} ORDER BY attempt.id`;
}

/** The ledger's last sealed commit; null before the first one. */
export async function readChainHead(db: ReadableLedger): Promise<{ seq: number; hash: string } | null> {
  const row = await db.get<{ seq: number; hash: string }>`
    SELECT seq, lower(hex(hash)) AS hash FROM ledger_seal ORDER BY seq DESC LIMIT 1`;
  return row ?? null;
}

/** Money in the safe, from its postings, in cents. */
export async function readSafe(db: ReadableLedger): Promise<number> {
  const row = await db.get<{ safeMinor: number }>`
    SELECT coalesce(sum(amount_minor), 0) AS safeMinor FROM journal_line WHERE account = 'safe'`;
  return row?.safeMinor ?? 0;
}

export async function insertTill(
  db: WritableLedger,
  row: { name: string; terminalId: number | null },
): Promise<number> {
  const inserted = await db.get<{ id: number }>`
    INSERT INTO till (name, terminal_id) VALUES (${row.name}, ${row.terminalId}) RETURNING id`;
  if (!inserted) throw new Error('a till row was not inserted');
  return inserted.id;
}

export async function updateTill(
  db: WritableLedger,
  row: { tillId: number; name: string; terminalId: number | null; active: boolean },
): Promise<void> {
  await db.run`
    UPDATE till SET name = ${row.name}, terminal_id = ${row.terminalId}, active = ${row.active ? 1 : 0}
    WHERE id = ${row.tillId}`;
}

/** The till whose session it is. */
export async function readTillOfSession(db: ReadableLedger, tillSessionId: number): Promise<number> {
  const session = await db.get<{ tillId: number }>`
    SELECT till_id AS tillId FROM till_session WHERE id = ${tillSessionId}`;
  if (!session) throw new Error(`no session ${tillSessionId}`);
  return session.tillId;
}
