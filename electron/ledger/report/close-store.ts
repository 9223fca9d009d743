import type { ReadableLedger } from '../sql.ts';
import type { ReportScope } from './scope.ts';

/** A close, or a close taken back (its amounts then negative); cents. */
export interface CloseRow {
  kind: 'close' | 'reopening';
  tillId: number;
  tillName: string;
  number: number;
  openedDate: string;
  at: string;
  closedBy: string;
  acceptedBy: string | null;
  expectedMinor: number;
  countedMinor: number;
  /** Counted less expected: negative is short. */
  differenceMinor: number;
  reason: string;
  depositNumber: string | null;
}

/** Closes dated in the period, and earlier ones taken back in it, in order. */
export async function readCloses(db: ReadableLedger, scope: ReportScope): Promise<CloseRow[]> {
  return await db.all<CloseRow>`
    SELECT 'close' AS kind, till.id AS tillId, till.name AS tillName, z.number, session.local_date AS openedDate, z.at,
      staff.name AS closedBy, approver.name AS acceptedBy, z.expected_minor AS expectedMinor,
      z.counted_minor AS countedMinor, z.difference_minor AS differenceMinor, z.difference_reason AS reason,
      slip.number AS depositNumber
    FROM z_report z JOIN till ON till.id = z.till_id JOIN till_session session ON session.id = z.till_session_id
    JOIN staff ON staff.id = z.staff_id LEFT JOIN staff approver ON approver.id = z.approver_id
    LEFT JOIN deposit_slip_close deposited ON deposited.z_report_id = z.id
    LEFT JOIN deposit_slip slip ON slip.id = deposited.deposit_slip_id
    WHERE z.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND (${scope.tillId} IS NULL OR z.till_id = ${scope.tillId})
      AND (${scope.staffId} IS NULL OR z.staff_id = ${scope.staffId})
    UNION ALL
    SELECT 'reopening', till.id, till.name, z.number, session.local_date, gone.at, staff.name, NULL,
      -z.expected_minor, -z.counted_minor, -z.difference_minor, gone.reason, NULL
    FROM till_reopening gone JOIN z_report z ON z.id = gone.z_report_id JOIN till ON till.id = z.till_id
    JOIN till_session session ON session.id = z.till_session_id JOIN staff ON staff.id = gone.staff_id
    WHERE gone.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND (${scope.tillId} IS NULL OR z.till_id = ${scope.tillId})
      AND (${scope.staffId} IS NULL OR gone.staff_id = ${scope.staffId})
    ORDER BY 6, 4`;
}

/** What closes of the period moved in the journal: differences, and cash brought to the safe; cents. */
export async function readCloseEntries(
  db: ReadableLedger,
  scope: ReportScope,
): Promise<{ overShortMinor: number; toSafeMinor: number }> {
  const row = await db.get<{ overShortMinor: number; toSafeMinor: number }>`
    SELECT -coalesce(sum(line.amount_minor) FILTER (WHERE line.account = 'over-short'), 0) AS overShortMinor,
      coalesce(sum(line.amount_minor) FILTER (WHERE line.account = 'safe' AND entry.kind = 'close-out'), 0)
        AS toSafeMinor
    FROM journal_entry entry JOIN journal_line line ON line.entry_id = entry.id
    WHERE entry.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND entry.kind IN ('over-short', 'close-out')
      AND (${scope.tillId} IS NULL
        OR entry.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
