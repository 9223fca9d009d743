import type { ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can'> {
  clientId: number;
}

/**
 * Accounts where money or credit waits while something is owed that no plan covers: one can pay the other (domain.md
 * B15). Held cents and the walk-in account are left alone; the amount is what a reconciliation would link. The list is
 * read at the counter, so what is spent whole, nearly every payment, is set aside before anything else is asked, and only
 * the accounts left are asked what they owe (CROSS JOIN keeps that order).
 */
export const unreconciledActions: ActionSource = {
  kinds: ['unreconciled'],
  async read(db) {
    const rows = await db.all<Row>`
      WITH unspent AS MATERIALIZED (
        SELECT id, client_id, number, at, sale_id, amount_minor
          - coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = payment.id), 0) AS open
        FROM payment
        WHERE amount_minor > coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = payment.id), 0)),
      source AS (
        SELECT client_id, number, at, open
          - coalesce((SELECT sum(amount_minor) FROM hold WHERE payment_id = unspent.id AND state = 'held'), 0) AS open
        FROM unspent
        WHERE NOT EXISTS (SELECT 1 FROM payment_void WHERE payment_void.payment_id = unspent.id)
          AND NOT EXISTS (SELECT 1 FROM payment_return WHERE payment_return.payment_id = unspent.id)
          AND NOT EXISTS (SELECT 1 FROM sale WHERE sale.id = unspent.sale_id AND sale.state = 'open')
        UNION ALL
        SELECT client_id, number, at, total_minor
          - coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = credit_memo.id), 0)
          - coalesce((SELECT sum(amount_minor) FROM hold WHERE memo_id = credit_memo.id AND state = 'held'), 0)
        FROM credit_memo
        WHERE total_minor > coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = credit_memo.id), 0)),
      available AS (SELECT client_id, number, min(at) AS at, sum(open) AS open FROM source WHERE open > 0 GROUP BY client_id),
      owed AS (
        SELECT invoice.client_id, min(invoice.at) AS at, sum(item.total_minor
            - coalesce((SELECT sum(amount_minor) FROM allocation WHERE item_id = item.id), 0)
            - coalesce((SELECT sum(amount_minor) FROM planned_payment WHERE item_id = item.id
                AND planned_payment.state IN ('planned', 'processing', 'failed', 'retried')), 0)) AS owed
        FROM available CROSS JOIN invoice ON invoice.client_id = available.client_id
        JOIN invoice_item item ON item.invoice_id = invoice.id
        WHERE item.total_minor > coalesce((SELECT sum(amount_minor) FROM allocation WHERE item_id = item.id), 0)
        GROUP BY invoice.client_id)
      SELECT client.id AS clientId, client.name AS clientName, available.number AS about, NULL AS staffName,
        max(available.at, owed.at) AS since, min(available.open, owed.owed) AS amountMinor
      FROM available JOIN owed ON owed.client_id = available.client_id JOIN client ON client.id = available.client_id
      WHERE owed.owed > 0 AND client.kind <> 'walk-in' ORDER BY since, client.id`;
    return rows.map((row) => ({
      ...row,
      actionId: `account-${row.clientId}`,
      kind: 'unreconciled',
      can: ['reconcile', 'open-account', 'dismiss'],
    }));
  },
};
