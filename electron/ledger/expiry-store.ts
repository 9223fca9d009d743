import type { ReadableLedger } from './sql.ts';

export interface ExpiringCreditRow {
  memoId: number;
  number: string;
  expiresOn: string;
  /** Neither spent nor held, in cents. */
  openMinor: number;
}

/** Credits of a client that expire by a day and are still open, soonest first. */
export async function readExpiringCredits(
  db: ReadableLedger,
  asked: { clientId: number; byDate: string },
): Promise<ExpiringCreditRow[]> {
  return await db.all<ExpiringCreditRow>`
    WITH credit AS (
      SELECT memo.id, number, expires_on, total_minor
        - coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = memo.id), 0)
        - coalesce((SELECT sum(amount_minor) FROM hold WHERE memo_id = memo.id AND state = 'held'), 0) AS open_minor
      FROM credit_expiry JOIN credit_memo memo ON memo.id = memo_id
      WHERE client_id = ${asked.clientId} AND expires_on <= ${asked.byDate})
    SELECT id AS memoId, number, expires_on AS expiresOn, open_minor AS openMinor
    FROM credit WHERE open_minor > 0 ORDER BY expires_on, id`;
}

/** Credits whose day is gone by and of which something is open: who gave them, and when they expired. */
export async function readExpired(
  db: ReadableLedger,
  localDate: string,
): Promise<{ memoId: number; expiresOn: string; staffId: number }[]> {
  return await db.all<{ memoId: number; expiresOn: string; staffId: number }>`
    SELECT memo.id AS memoId, expires_on AS expiresOn, staff_id AS staffId
    FROM credit_expiry JOIN credit_memo memo ON memo.id = memo_id
    WHERE expires_on < ${localDate} AND total_minor
      > coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = memo.id), 0)
      + coalesce((SELECT sum(amount_minor) FROM hold WHERE memo_id = memo.id AND state = 'held'), 0)
    ORDER BY memo.id`;
}
