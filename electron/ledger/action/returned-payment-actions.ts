import type { ActionSource, FoundAction } from './action-source.ts';
import { isStillShown } from './resolved-elsewhere.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can' | 'state'> {
  paymentId: number;
  /** What it paid and its fee still owe, in cents; what the client owes where it had paid nothing. */
  owedMinor: number;
  /** When what it paid was last paid by something else. */
  paidAt: string | null;
}

/** Cheques and eChecks that a bank took back (NSF), until what they paid, and the fee, are paid another way. */
export const returnedPaymentActions: ActionSource = {
  kinds: ['payment-returned'],
  async read(db, moment) {
    const rows = await db.all<Row>`
      WITH item AS (
        SELECT returned.payment_id, invoice_item.id, total_minor
          - coalesce((SELECT sum(amount_minor) FROM allocation WHERE item_id = invoice_item.id), 0) AS owed,
          (SELECT max(at) FROM allocation WHERE item_id = invoice_item.id AND cause <> 'return') AS paid_at
        FROM payment_return returned JOIN invoice_item ON invoice_item.id IN (
            SELECT item_id FROM allocation WHERE allocation.payment_id = returned.payment_id AND cause = 'return')
          OR invoice_item.invoice_id = returned.fee_invoice_id)
      SELECT payment.id AS paymentId, returned.at AS since, payment.amount_minor AS amountMinor,
        payment.client_id AS clientId, client.name AS clientName, staff.name AS staffName, payment.number AS about,
        returned.reason AS why, returned.fee_invoice_id AS invoiceId,
        coalesce((SELECT sum(max(0, owed)) FROM item WHERE payment_id = payment.id),
          (SELECT sum(amount_minor) FROM journal_line WHERE journal_line.client_id = payment.client_id), 0) AS owedMinor,
        coalesce((SELECT max(paid_at) FROM item WHERE payment_id = payment.id),
          (SELECT max(at) FROM payment later WHERE later.client_id = payment.client_id)) AS paidAt
      FROM payment_return returned JOIN payment ON payment.id = returned.payment_id
      JOIN client ON client.id = payment.client_id LEFT JOIN staff ON staff.id = returned.staff_id
      ORDER BY returned.at, payment.id`;
    return rows.flatMap(({ owedMinor, paidAt, ...row }): FoundAction[] => {
      const found = { ...row, actionId: `return-${row.paymentId}`, kind: 'payment-returned' } as const;
      if (owedMinor > 0) return [{ ...found, can: ['take-payment', 'open-account', 'dismiss'] }];
      return isStillShown(moment, paidAt)
        ? [{ ...found, state: 'resolved-elsewhere', can: ['dismiss'] }]
        : [];
    });
  },
};
