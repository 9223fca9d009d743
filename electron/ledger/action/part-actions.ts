import type { ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can'> {
  refundId: number;
}

/** Parts of a refund that nobody has begun: their money is held, and the client still waits for it (domain.md B13). */
export const partActions: ActionSource = {
  kinds: ['refund-to-begin'],
  async read(db) {
    const rows = await db.all<Row>`
      SELECT refund.id AS refundId, refund.at AS since, coalesce(drawer_minor, amount_minor) AS amountMinor,
        client_id AS clientId, client.name AS clientName, staff.name AS staffName
      FROM refund_part part JOIN refund ON refund.id = part.refund_id
      JOIN client ON client.id = refund.client_id JOIN staff ON staff.id = refund.staff_id
      WHERE destination <> 'cheque' AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.refund_id = refund.id)
        AND NOT EXISTS (SELECT 1 FROM approval WHERE approval.refund_id = part.first_refund_id AND state <> 'used')
      ORDER BY refund.at, refund.id`;
    return rows.map((row) => ({
      ...row,
      actionId: `part-${row.refundId}`,
      kind: 'refund-to-begin',
      can: ['issue'],
    }));
  },
};
