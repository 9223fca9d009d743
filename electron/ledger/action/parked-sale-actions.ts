import type { ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can'> {
  saleId: number;
}

/**
 * Carts still open that wait for no terminal: the rest is to be paid, or the cart abandoned. The amount is what
 * approved cards still pay of it: 0 after a decline, and after the card was given back. Where a saved method failed last,
 * it is a failed payment instead.
 */
export const parkedSaleActions: ActionSource = {
  kinds: ['sale-parked'],
  async read(db) {
    const rows = await db.all<Row>`
      SELECT sale.id AS saleId, sale.at AS since, sale.client_id AS clientId, client.name AS clientName,
        staff.name AS staffName,
        coalesce((SELECT sum(amount_minor
          - coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = payment.id), 0)
          - coalesce((SELECT sum(amount_minor) FROM hold WHERE payment_id = payment.id AND state = 'held'), 0))
          FROM payment WHERE payment.sale_id = sale.id), 0) AS amountMinor
      FROM sale JOIN client ON client.id = sale.client_id JOIN staff ON staff.id = sale.staff_id
      WHERE sale.state = 'open' AND NOT EXISTS (
        SELECT 1 FROM attempt WHERE attempt.sale_id = sale.id
          AND attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict'))
        AND NOT EXISTS (SELECT 1 FROM gateway_attempt WHERE gateway_attempt.attempt_id =
          (SELECT max(id) FROM attempt WHERE attempt.sale_id = sale.id))
      ORDER BY sale.at, sale.id`;
    return rows.map((row) => ({
      ...row,
      actionId: `sale-${row.saleId}`,
      kind: 'sale-parked',
      can: ['resume-sale'],
    }));
  },
};
