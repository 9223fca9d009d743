import type { ActionSource, FoundAction } from './action-source.ts';
import { isStillShown } from './resolved-elsewhere.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can' | 'state'> {
  refundId: number;
  /** What its sources can still give back, in cents. */
  leftMinor: number;
  /** When one of its sources was last used. */
  usedAt: string | null;
}

/**
 * Refunds to an online card or a bank account that did not go through. What was given back another way, or spent, since
 * then is asked for no more: the row says so for a day and leaves by itself.
 */
export const failedRefundActions: ActionSource = {
  kinds: ['refund-failed'],
  async read(db, moment) {
    const rows = await db.all<Row>`
      WITH failed AS (
        SELECT refund.id, refund.amount_minor, refund.client_id, refund.staff_id, last.id AS attempt_id, last.at
        FROM refund JOIN attempt last ON last.id = (SELECT max(id) FROM attempt WHERE refund_id = refund.id)
        WHERE destination IN ('online-card', 'echeck')
          AND last.state IN ('declined', 'cancelled', 'not-sent', 'not-done-by-operator')
          AND NOT EXISTS (SELECT 1 FROM action_resolution WHERE action_key = 'refund-' || refund.id)),
      source AS (
        SELECT failed.id AS refund_id, line.amount_minor,
          CASE WHEN line.memo_id IS NULL THEN
            (SELECT amount_minor FROM payment WHERE payment.id = line.payment_id)
              - coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = line.payment_id), 0)
              - coalesce((SELECT sum(amount_minor) FROM hold WHERE payment_id = line.payment_id AND state = 'held'), 0)
          ELSE
            (SELECT total_minor FROM credit_memo WHERE credit_memo.id = line.memo_id)
              - coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = line.memo_id), 0)
              - coalesce((SELECT sum(amount_minor) FROM hold WHERE memo_id = line.memo_id AND state = 'held'), 0)
          END AS open,
          max(coalesce((SELECT max(at) FROM allocation WHERE memo_id = line.memo_id OR payment_id = line.payment_id), ''),
            coalesce((SELECT max(at) FROM hold WHERE memo_id = line.memo_id OR payment_id = line.payment_id), '')) AS used_at
        FROM failed JOIN refund_line line ON line.refund_id = failed.id)
      SELECT failed.id AS refundId, failed.at AS since, failed.client_id AS clientId, client.name AS clientName,
        staff.name AS staffName, failed.amount_minor AS amountMinor,
        coalesce((SELECT trim(coalesce(card_brand, '') || ' •••• ' || card_last4) FROM refund_line line
          JOIN payment ON payment.id = line.origin_payment_id WHERE line.refund_id = failed.id AND card_last4 IS NOT NULL
          LIMIT 1), (SELECT payment.number FROM refund_line line JOIN payment ON payment.id = line.origin_payment_id
          WHERE line.refund_id = failed.id LIMIT 1)) AS about,
        (SELECT reason FROM terminal_reply WHERE attempt_id = failed.attempt_id ORDER BY id DESC LIMIT 1) AS why,
        (SELECT sum(max(0, min(amount_minor, open))) FROM source WHERE refund_id = failed.id) AS leftMinor,
        (SELECT max(used_at) FROM source WHERE refund_id = failed.id) AS usedAt
      FROM failed JOIN client ON client.id = failed.client_id JOIN staff ON staff.id = failed.staff_id
      ORDER BY failed.at, failed.id`;
    return rows.flatMap(({ leftMinor, usedAt, ...row }): FoundAction[] => {
      const found = { ...row, actionId: `refund-${row.refundId}`, kind: 'refund-failed' } as const;
      if (leftMinor > 0)
        return [{ ...found, amountMinor: leftMinor, can: ['retry', 'refund-offline', 'dismiss'] }];
      return isStillShown(moment, usedAt)
        ? [{ ...found, state: 'resolved-elsewhere', can: ['dismiss'] }]
        : [];
    });
  },
};
