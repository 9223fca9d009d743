import type { ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can'> {
  paymentId: number;
}

/** Money of walk-in clients that paid nothing: no stranger may spend it, it goes back (settled.md 10, 11). */
export const walkInActions: ActionSource = {
  kinds: ['walk-in-money-back'],
  async read(db) {
    const rows = await db.all<Row>`
      WITH deposit AS (
        SELECT payment.id, payment.number, payment.sale_id, payment.at, payment.client_id, client.name,
          payment.staff_id,
          amount_minor
          - coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = payment.id), 0)
          - coalesce((SELECT sum(amount_minor) FROM hold WHERE payment_id = payment.id AND state = 'held'), 0) AS open
        FROM payment JOIN client ON client.id = payment.client_id
        WHERE client.kind = 'walk-in'
          AND NOT EXISTS (SELECT 1 FROM payment_void WHERE payment_void.payment_id = payment.id)
          AND NOT EXISTS (SELECT 1 FROM sale WHERE sale.id = payment.sale_id AND sale.state = 'open'))
      SELECT deposit.id AS paymentId, deposit.number AS about, sale_id AS saleId, deposit.at AS since,
        open AS amountMinor, client_id AS clientId, deposit.name AS clientName, staff.name AS staffName
      FROM deposit JOIN staff ON staff.id = deposit.staff_id WHERE open > 0 ORDER BY deposit.at, deposit.id`;
    return rows.map((row) => ({
      ...row,
      actionId: `payment-${row.paymentId}`,
      kind: 'walk-in-money-back',
      can: ['give-back'],
    }));
  },
};
