import type { ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can'> {
  refundId: number;
}

/** Refunds by cheque that are decided, approved where they had to be, and whose cheque is not made out yet (settled.md 6). */
export const chequeActions: ActionSource = {
  kinds: ['refund-to-issue'],
  async read(db) {
    const rows = await db.all<Row>`
      SELECT refund.id AS refundId, refund.at AS since, amount_minor AS amountMinor, client_id AS clientId,
        client.name AS clientName, staff.name AS staffName
      FROM refund JOIN client ON client.id = refund.client_id JOIN staff ON staff.id = refund.staff_id
      WHERE destination = 'cheque' AND NOT EXISTS (SELECT 1 FROM attempt WHERE refund_id = refund.id)
        AND NOT EXISTS (SELECT 1 FROM approval WHERE state <> 'used' AND refund_id = coalesce(
          (SELECT first_refund_id FROM refund_part part WHERE part.refund_id = refund.id), refund.id))
      ORDER BY refund.at, refund.id`;
    return rows.map((row) => ({
      ...row,
      actionId: `cheque-${row.refundId}`,
      kind: 'refund-to-issue',
      can: ['issue'],
    }));
  },
};
