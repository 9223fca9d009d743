import type { TillSessionState } from '../../shared/domain/process-edges.ts';
import type { ReadableLedger } from './sql.ts';

/** A close as it stands in the ledger; amounts in cents. */
export interface ZReportRow {
  zReportId: number;
  tillId: number;
  tillSessionId: number;
  number: number;
  expectedMinor: number;
  countedMinor: number;
  /** Counted less expected: negative is short. */
  differenceMinor: number;
  differenceReason: string;
  summary: string;
  chainSeq: number;
  chainHash: string;
  closedBy: string;
  /** Who accepted a difference that a clerk may not accept. */
  acceptedBy: string | null;
  localDate: string;
  at: string;
  /** The close that this one replaces, after a recount. */
  replacesNumber: number | null;
  /** Why and by whom this close was taken back; null while it stands. */
  reopenedReason: string | null;
  reopenedBy: string | null;
  depositNumber: string | null;
  /** The supervisor who has looked at it, and what they noted. */
  reviewedBy: string | null;
  reviewNote: string | null;
  /** 1 when the session is closed, this is its drawer's last session and no deposit slip names it. */
  canReopen: number;
}

/** The closes of a till, newest first. */
export async function readZReports(
  db: ReadableLedger,
  tillId: number,
  limit: number,
  only: number | null = null,
  below: number | null = null,
): Promise<ZReportRow[]> {
  return await db.all<ZReportRow>`
    SELECT z.id AS zReportId, z.till_id AS tillId, z.till_session_id AS tillSessionId, z.number,
      z.expected_minor AS expectedMinor, z.counted_minor AS countedMinor, z.difference_minor AS differenceMinor,
      z.difference_reason AS differenceReason, z.summary, z.chain_seq AS chainSeq, z.chain_hash AS chainHash,
      closer.name AS closedBy, approver.name AS acceptedBy, z.local_date AS localDate, z.at,
      (SELECT max(before.number) FROM z_report before
        WHERE before.till_session_id = z.till_session_id AND before.number < z.number) AS replacesNumber,
      reopening.reason AS reopenedReason, reopener.name AS reopenedBy, slip.number AS depositNumber,
      reviewer.name AS reviewedBy, review.note AS reviewNote,
      reopening.id IS NULL AND slip.id IS NULL AND session.state = 'closed'
        AND NOT EXISTS (SELECT 1 FROM till_session later WHERE later.till_id = z.till_id AND later.id > session.id)
        AS canReopen
    FROM z_report z JOIN till_session session ON session.id = z.till_session_id
    JOIN staff closer ON closer.id = z.staff_id LEFT JOIN staff approver ON approver.id = z.approver_id
    LEFT JOIN till_reopening reopening ON reopening.z_report_id = z.id
    LEFT JOIN staff reopener ON reopener.id = reopening.staff_id
    LEFT JOIN deposit_slip_close deposited ON deposited.z_report_id = z.id
    LEFT JOIN deposit_slip slip ON slip.id = deposited.deposit_slip_id
    LEFT JOIN till_review review ON review.z_report_id = z.id
    LEFT JOIN staff reviewer ON reviewer.id = review.staff_id
    WHERE z.till_id = ${tillId} AND (${only} IS NULL OR z.number = ${only})
      AND (${below} IS NULL OR z.number < ${below})
    ORDER BY z.number DESC LIMIT ${limit}`;
}

/** The last session of a till, whatever its state. */
export async function readLastSession(
  db: ReadableLedger,
  tillId: number,
): Promise<{ tillSessionId: number; state: TillSessionState } | undefined> {
  return await db.get`
    SELECT id AS tillSessionId, state FROM till_session WHERE till_id = ${tillId} ORDER BY id DESC LIMIT 1`;
}

/** The last close of a session; undefined while it was never closed. */
export async function readLastClose(
  db: ReadableLedger,
  tillSessionId: number,
): Promise<ZReportRow | undefined> {
  const row = await db.get<{ tillId: number; number: number }>`
    SELECT till_id AS tillId, number FROM z_report WHERE till_session_id = ${tillSessionId}
    ORDER BY number DESC LIMIT 1`;
  return row && (await readZReports(db, row.tillId, 1, row.number))[0];
}
