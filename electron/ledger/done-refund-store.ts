import type { DoneRefund } from '../../shared/domain/refund-exception.ts';
import type { ReadableLedger } from './sql.ts';

export interface DoneRefundRow extends Omit<DoneRefund, 'localTime' | 'isWalkIn'> {
  number: string;
  staffName: string;
  approverName: string | null;
  clientId: number;
  clientName: string;
  /** 1 for the shared account of walk-ins. */
  isWalkIn: number;
  destination: 'terminal' | 'cash' | 'cheque' | 'online-card' | 'echeck';
}

/** The refunds asked between two local dates and done, oldest first, with the card each went to. */
export async function readDoneRefunds(
  db: ReadableLedger,
  between: { fromDate: string; toDate: string },
): Promise<DoneRefundRow[]> {
  return await db.all<DoneRefundRow>`
    SELECT refund.id AS refundId, outcome.number, refund.at, refund.local_date AS localDate,
      refund.staff_id AS staffId, staff.name AS staffName, answer.staff_id AS approverId,
      approver.name AS approverName, refund.client_id AS clientId, client.name AS clientName,
      client.kind = 'walk-in' AS isWalkIn, refund.reason, destination, outcome.amount_minor AS amountMinor,
      coalesce((SELECT sum(other.amount_minor) FROM refund_part sibling JOIN refund other ON other.id = sibling.refund_id
        WHERE sibling.first_refund_id = part.first_refund_id), outcome.amount_minor) AS askedMinor,
      CASE WHEN destination = 'terminal' THEN (
        SELECT coalesce(card_brand, '') || ' ' || card_last4 FROM attempt_evidence evidence
        WHERE evidence.attempt_id = outcome.attempt_id AND card_last4 IS NOT NULL ORDER BY id DESC LIMIT 1) END AS card,
      (SELECT max(payment.at) FROM refund_line line JOIN payment ON payment.id = line.origin_payment_id
        WHERE line.refund_id = refund.id) AS paidAt,
      (SELECT sum(amount_minor) FROM payment WHERE id IN (
        SELECT origin_payment_id FROM refund_line WHERE refund_id = refund.id)) AS paidMinor
    FROM refund JOIN refund_outcome outcome ON outcome.refund_id = refund.id
    LEFT JOIN refund_part part ON part.refund_id = refund.id
    JOIN staff ON staff.id = refund.staff_id JOIN client ON client.id = refund.client_id
    LEFT JOIN approval ON approval.state = 'used' AND approval.refund_id = coalesce(part.first_refund_id, refund.id)
    LEFT JOIN approval_answer answer ON answer.approval_id = approval.id
    LEFT JOIN staff approver ON approver.id = answer.staff_id
    WHERE refund.local_date BETWEEN ${between.fromDate} AND ${between.toDate} ORDER BY refund.at, refund.id`;
}
