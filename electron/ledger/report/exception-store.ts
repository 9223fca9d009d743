import type { ReadableLedger } from '../sql.ts';
import type { ReportScope } from './scope.ts';

/** Something a supervisor should look at, besides refunds; cents, signed as it moved. */
export interface ExceptionRow {
  kind: string;
  at: string;
  staffName: string;
  approverName: string | null;
  number: string | null;
  clientId: number | null;
  tillName: string | null;
  amountMinor: number | null;
  reason: string;
}

/** Voids, payments that a bank took back, restrictions let through, cash taken out, drawers opened without a sale, differences, recounts, links removed, in a period. */
export async function readExceptions(
  db: ReadableLedger,
  scope: ReportScope & { fromAt: string; endsAt: string },
): Promise<ExceptionRow[]> {
  return await db.all<ExceptionRow>`
    SELECT * FROM (
      SELECT 'payment-voided' AS kind, gone.at, staff.name AS staffName, NULL AS approverName, payment.number,
        payment.client_id AS clientId, till.name AS tillName, -payment.amount_minor AS amountMinor, gone.reason,
        till.id AS tillId, staff.id AS staffId
      FROM payment_void gone JOIN payment ON payment.id = gone.payment_id JOIN staff ON staff.id = gone.staff_id
      JOIN till_session session ON session.id = gone.till_session_id JOIN till ON till.id = session.till_id
      WHERE gone.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      UNION ALL SELECT CASE event.kind WHEN 'NO_SALE' THEN 'no-sale' ELSE 'paid-out' END, event.at, staff.name, NULL,
        NULL, NULL, till.name, event.amount_minor, event.reason, till.id, staff.id
      FROM drawer_event event JOIN staff ON staff.id = event.staff_id
      JOIN till_session session ON session.id = event.till_session_id JOIN till ON till.id = session.till_id
      WHERE event.kind IN ('NO_SALE', 'PAID_OUT') AND event.at >= ${scope.fromAt} AND event.at < ${scope.endsAt}
      UNION ALL SELECT 'difference', z.at, staff.name, approver.name, 'Z-' || z.till_id || '-' || printf('%04d', z.number),
        NULL, till.name, z.difference_minor, z.difference_reason, till.id, staff.id
      FROM z_report z JOIN staff ON staff.id = z.staff_id JOIN till ON till.id = z.till_id
      LEFT JOIN staff approver ON approver.id = z.approver_id
      WHERE z.difference_minor <> 0 AND z.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      UNION ALL SELECT 'reopened', gone.at, staff.name, NULL, 'Z-' || z.till_id || '-' || printf('%04d', z.number),
        NULL, till.name, NULL, gone.reason, till.id, staff.id
      FROM till_reopening gone JOIN z_report z ON z.id = gone.z_report_id JOIN staff ON staff.id = gone.staff_id
      JOIN till ON till.id = z.till_id WHERE gone.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      UNION ALL SELECT 'slip-overridden', evidence.at, staff.name, NULL, outcome.number, refund.client_id, NULL,
        evidence.amount_minor, evidence.override_reason, NULL, staff.id
      FROM attempt_evidence evidence JOIN attempt ON attempt.id = evidence.attempt_id
      JOIN staff ON staff.id = evidence.staff_id LEFT JOIN refund ON refund.id = attempt.refund_id
      LEFT JOIN refund_outcome outcome ON outcome.refund_id = attempt.refund_id
      WHERE evidence.override_reason IS NOT NULL AND evidence.at >= ${scope.fromAt} AND evidence.at < ${scope.endsAt}
      UNION ALL SELECT 'payment-returned', gone.at, coalesce(staff.name, ''), NULL, payment.number, payment.client_id, NULL,
        -payment.amount_minor, gone.note, NULL, staff.id
      FROM payment_return gone JOIN payment ON payment.id = gone.payment_id LEFT JOIN staff ON staff.id = gone.staff_id
      WHERE gone.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      UNION ALL SELECT 'restriction-overridden', let.at, staff.name, NULL, invoice.number, invoice.client_id, NULL,
        let.amount_minor, let.reason, NULL, staff.id
      FROM invoice_override let JOIN invoice ON invoice.id = let.invoice_id JOIN staff ON staff.id = let.staff_id
      WHERE let.at >= ${scope.fromAt} AND let.at < ${scope.endsAt}
      UNION ALL SELECT 'link-removed', audit.at, staff.name, NULL, NULL, NULL, NULL,
        json_extract(audit.detail, '$.amountMinor'), coalesce(json_extract(audit.detail, '$.reason'), ''), NULL, staff.id
      FROM audit_event audit JOIN staff ON staff.id = audit.staff_id
      WHERE audit.kind = 'allocation.unlinked' AND audit.at >= ${scope.fromAt} AND audit.at < ${scope.endsAt})
    WHERE (${scope.tillId} IS NULL OR tillId = ${scope.tillId})
      AND (${scope.staffId} IS NULL OR staffId = ${scope.staffId})
    ORDER BY at DESC`;
}
