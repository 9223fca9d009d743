import type { ReadableLedger } from '../sql.ts';
import type { ReportScope } from './scope.ts';

/** A refund that was done, with its proof; cents. */
export interface RegisteredRefundRow {
  refundId: number;
  number: string;
  at: string;
  localDate: string;
  clientName: string;
  clientNumber: string;
  destination: string;
  amountMinor: number;
  /** What left the drawer, for cash. */
  drawerMinor: number | null;
  linesMinor: number;
  reason: string;
  note: string;
  approvalCode: string | null;
  card: string | null;
  slipNumber: string | null;
  staffName: string;
  approverName: string | null;
  /** Credit memos and deposits it was taken from. */
  sources: string;
  /** The payments whose money went back. */
  origins: string;
}

/** The refunds done in the period and what terminals gave beyond them (settled.md 8), first to last. */
export async function readRefundRegister(
  db: ReadableLedger,
  scope: ReportScope,
): Promise<RegisteredRefundRow[]> {
  return await db.all<RegisteredRefundRow>`
    SELECT * FROM (SELECT refund.id AS refundId, outcome.number, outcome.at, outcome.local_date AS localDate,
      client.name AS clientName, client.number AS clientNumber, destination, outcome.amount_minor AS amountMinor,
      outcome.drawer_minor AS drawerMinor, (SELECT sum(amount_minor) FROM refund_outcome_line
        WHERE refund_outcome_id = outcome.id) AS linesMinor, refund.reason, refund.note,
      evidence.approval_code AS approvalCode, evidence.slip_number AS slipNumber,
      nullif(trim(coalesce(evidence.card_brand, '') || ' ' || coalesce('•••• ' || evidence.card_last4, '')), '') AS card,
      staff.name AS staffName, approver.name AS approverName,
      (SELECT group_concat(DISTINCT coalesce(memo.number, payment.number)) FROM refund_line line
        LEFT JOIN credit_memo memo ON memo.id = line.memo_id LEFT JOIN payment ON payment.id = line.payment_id
        WHERE line.refund_id = refund.id) AS sources,
      (SELECT group_concat(DISTINCT payment.number) FROM refund_line line
        JOIN payment ON payment.id = line.origin_payment_id WHERE line.refund_id = refund.id) AS origins
    FROM refund_outcome outcome JOIN refund ON refund.id = outcome.refund_id
    JOIN client ON client.id = refund.client_id JOIN staff ON staff.id = outcome.staff_id
    LEFT JOIN attempt_evidence evidence ON evidence.id = (SELECT max(id) FROM attempt_evidence
      WHERE attempt_id = outcome.attempt_id AND answer = 'approved')
    LEFT JOIN approval ON approval.state = 'used' AND approval.refund_id = coalesce(
      (SELECT first_refund_id FROM refund_part part WHERE part.refund_id = refund.id), refund.id)
    LEFT JOIN approval_answer answer ON answer.approval_id = approval.id
    LEFT JOIN staff approver ON approver.id = answer.staff_id
    WHERE outcome.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND (${scope.tillId} IS NULL
        OR outcome.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
      AND (${scope.staffId} IS NULL OR outcome.staff_id = ${scope.staffId})
    UNION ALL SELECT refund.id, excess.number, excess.at, excess.local_date, client.name, client.number, destination,
      excess.amount_minor, NULL, excess.amount_minor, refund.reason, excess.reason, evidence.approval_code,
      evidence.slip_number,
      nullif(trim(coalesce(evidence.card_brand, '') || ' ' || coalesce('•••• ' || evidence.card_last4, '')), ''),
      staff.name, NULL, '', ''
    FROM refund_excess excess JOIN refund ON refund.id = excess.refund_id
    JOIN client ON client.id = refund.client_id JOIN staff ON staff.id = excess.staff_id
    LEFT JOIN attempt_evidence evidence ON evidence.id = (SELECT max(id) FROM attempt_evidence
      WHERE attempt_id = excess.attempt_id AND answer = 'approved')
    WHERE excess.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND (${scope.tillId} IS NULL
        OR excess.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
      AND (${scope.staffId} IS NULL OR excess.staff_id = ${scope.staffId}))
    ORDER BY at, number`;
}
