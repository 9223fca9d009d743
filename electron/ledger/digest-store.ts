import type { ReadableLedger } from './sql.ts';

export interface LastClose {
  tillId: number;
  number: number;
  at: string;
  closedBy: string;
  differenceMinor: number;
}

/** The last close of a till that stands, or with null of any till. */
export async function readLastClose(
  db: ReadableLedger,
  tillId: number | null,
): Promise<LastClose | undefined> {
  return await db.get<LastClose>`
    SELECT z.till_id AS tillId, z.number, z.at, staff.name AS closedBy, z.difference_minor AS differenceMinor
    FROM z_report z JOIN staff ON staff.id = z.staff_id
    WHERE (${tillId} IS NULL OR z.till_id = ${tillId})
      AND NOT EXISTS (SELECT 1 FROM till_reopening WHERE z_report_id = z.id)
    ORDER BY z.id DESC LIMIT 1`;
}

export interface Tally {
  count: number;
  amountMinor: number;
}

/** What came to an end since a moment, whoever did it: counts, and cents where money moved. */
export interface Ended {
  refundsDone: Tally;
  approvalsGranted: number;
  approvalsRefused: number;
  rowsDismissed: number;
}

export async function readEndedSince(db: ReadableLedger, since: string): Promise<Ended> {
  const row = await db.get<{
    refundCount: number;
    refundMinor: number;
    granted: number;
    refused: number;
    dismissed: number;
  }>`
    SELECT (SELECT count(*) FROM refund_outcome WHERE at > ${since}) AS refundCount,
      (SELECT coalesce(sum(amount_minor), 0) FROM refund_outcome WHERE at > ${since}) AS refundMinor,
      (SELECT count(*) FROM approval_answer WHERE at > ${since} AND answer = 'granted') AS granted,
      (SELECT count(*) FROM approval_answer WHERE at > ${since} AND answer = 'refused') AS refused,
      (SELECT count(*) FROM action_dismissal WHERE at > ${since}) AS dismissed`;
  if (!row) throw new Error('an aggregate without a row');
  return {
    refundsDone: { count: row.refundCount, amountMinor: row.refundMinor },
    approvalsGranted: row.granted,
    approvalsRefused: row.refused,
    rowsDismissed: row.dismissed,
  };
}
