import type { ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can'> {
  clientId: number;
}

/**
 * How far back the journal is looked at: the whole of it, and the walk-in account, are checked at each start, which
 * stops every command.
 */
const ENTRIES_BACK = 500;

/**
 * Accounts of the last movements whose documents and journal do not say the same (domain.md §2, invariant 2): nothing
 * moves there until a person has looked.
 */
export const parkedAccountActions: ActionSource = {
  kinds: ['account-parked'],
  async read(db) {
    const rows = await db.all<Row>`
      WITH recent AS (
        SELECT line.client_id, max(entry.at) AS at FROM journal_line line JOIN journal_entry entry ON entry.id = line.entry_id
        JOIN client ON client.id = line.client_id
        WHERE line.entry_id > (SELECT max(id) FROM journal_entry) - ${ENTRIES_BACK} AND client.kind <> 'walk-in'
        GROUP BY line.client_id),
      told AS (
        SELECT client_id, at,
          coalesce((SELECT sum(total_minor) FROM invoice WHERE invoice.client_id = recent.client_id), 0)
          - coalesce((SELECT sum(total_minor) FROM credit_memo WHERE credit_memo.client_id = recent.client_id), 0)
          - coalesce((SELECT sum(amount_minor) FROM payment WHERE payment.client_id = recent.client_id
              AND NOT EXISTS (SELECT 1 FROM payment_void WHERE payment_void.payment_id = payment.id)
              AND NOT EXISTS (SELECT 1 FROM payment_return WHERE payment_return.payment_id = payment.id)), 0)
          + coalesce((SELECT sum(outcome.amount_minor) FROM refund JOIN refund_outcome outcome ON outcome.refund_id = refund.id
              WHERE refund.client_id = recent.client_id), 0)
          + coalesce((SELECT sum(excess.amount_minor) FROM refund JOIN refund_excess excess ON excess.refund_id = refund.id
              WHERE refund.client_id = recent.client_id), 0) AS documents,
          coalesce((SELECT sum(amount_minor) FROM journal_line WHERE journal_line.client_id = recent.client_id), 0) AS journal
        FROM recent)
      SELECT client.id AS clientId, client.name AS clientName, client.number AS about, NULL AS staffName,
        told.at AS since, abs(documents - journal) AS amountMinor
      FROM told JOIN client ON client.id = told.client_id WHERE documents <> journal ORDER BY told.at, client.id`;
    return rows.map((row) => ({
      ...row,
      actionId: `parked-${row.clientId}`,
      kind: 'account-parked',
      can: ['open-account'],
    }));
  },
};
