import type { ReadableLedger } from '../ledger/sql.ts';
import { readOpenAttemptsOfSession, readTillCounts, type TillSessionRow } from '../ledger/till-store.ts';

interface Sum {
  count: number;
  amountMinor: number;
}

/** What a Z report tells of its session, by session and never by date (settled.md 36); amounts in cents. */
export interface ZSummary {
  openedAt: string;
  localDate: string;
  /** Payments that stand, by method. */
  payments: (Sum & { method: string })[];
  voids: Sum;
  /** Refunds done, by destination. */
  refunds: (Sum & { destination: string })[];
  /** Drawer events by kind, the count's difference left out. */
  drawer: (Sum & { kind: string })[];
  countsTaken: number;
  staffNames: string[];
  /** Attempts whose outcome is not known yet: carried over, never counted (settled.md 17). */
  openAttempts: { attemptId: number; driver: string; amountMinor: number }[];
}

/** Sums up a session for its Z report, before the close writes its own entries. */
export async function readZSummary(db: ReadableLedger, session: TillSessionRow): Promise<ZSummary> {
  const { tillSessionId } = session;
  const payments = await db.all<Sum & { method: string }>`
    SELECT method, count(*) AS count, sum(amount_minor) AS amountMinor FROM payment
    WHERE till_session_id = ${tillSessionId} AND id NOT IN (SELECT payment_id FROM payment_void)
    GROUP BY method ORDER BY method`;
  const voids = await db.get<Sum>`
    SELECT count(*) AS count, coalesce(sum(amount_minor), 0) AS amountMinor
    FROM payment_void JOIN payment ON payment.id = payment_id
    WHERE payment_void.till_session_id = ${tillSessionId}`;
  const refunds = await db.all<Sum & { destination: string }>`
    SELECT destination, count(*) AS count, sum(outcome.amount_minor) AS amountMinor
    FROM refund_outcome outcome JOIN refund ON refund.id = outcome.refund_id
    WHERE outcome.till_session_id = ${tillSessionId} GROUP BY destination ORDER BY destination`;
  const drawer = await db.all<Sum & { kind: string }>`
    SELECT kind, count(*) AS count, sum(amount_minor) AS amountMinor FROM drawer_event
    WHERE till_session_id = ${tillSessionId} GROUP BY kind ORDER BY min(id)`;
  const staff = await db.all<{ name: string }>`
    SELECT name FROM staff WHERE id IN (
      SELECT staff_id FROM drawer_event WHERE till_session_id = ${tillSessionId}
      UNION SELECT staff_id FROM payment WHERE till_session_id = ${tillSessionId}
      UNION SELECT staff_id FROM invoice WHERE till_session_id = ${tillSessionId}
      UNION SELECT staff_id FROM refund_outcome WHERE till_session_id = ${tillSessionId}
      UNION SELECT staff_id FROM till_session WHERE id = ${tillSessionId}) ORDER BY name`;
  const attempts = await readOpenAttemptsOfSession(db, tillSessionId);
  return {
    openedAt: session.openedAt,
    localDate: session.localDate,
    payments,
    voids: voids ?? { count: 0, amountMinor: 0 },
    refunds,
    drawer,
    countsTaken: (await readTillCounts(db, tillSessionId)).length,
    staffNames: staff.map((member) => member.name),
    openAttempts: attempts.map(({ attemptId, driver, amountMinor }) => ({ attemptId, driver, amountMinor })),
  };
}
