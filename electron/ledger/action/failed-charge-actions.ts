import type { ActionDeed } from '../../../shared/domain/action.ts';
import type { ActionSource, FoundAction } from './action-source.ts';
import { isStillShown } from './resolved-elsewhere.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can' | 'state'> {
  saleId: number;
  saleKind: 'counter' | 'payment';
  /** Cents of its other legs that were paid: they pay no item yet. */
  paidMinor: number;
  /** Planned payments it charges. */
  plannedCount: number;
  /** Of them, those that still wait for their money. */
  waitingCount: number;
  /** When the last of them got its money another way, or was credited. */
  plannedSettledAt: string | null;
  /** Items a payment was for. */
  itemCount: number;
  /** What they still owe, in cents. */
  owedMinor: number;
  itemsPaidAt: string | null;
}

/**
 * Charges of a saved method that failed and whose sale is still open (domain.md B19). One whose items were paid another
 * way says so for a day and leaves by itself; one whose instalments were planned anew leaves at once.
 */
export const failedChargeActions: ActionSource = {
  kinds: ['payment-failed', 'instalment-failed'],
  async read(db, moment) {
    const rows = await db.all<Row>`
      WITH failed AS (
        SELECT sale.id, sale.kind, sale.client_id, sale.staff_id, sale.cart, last.id AS attempt_id, last.at,
          last.amount_minor, asked.saved_method_id
        FROM sale JOIN attempt last ON last.id = (SELECT max(id) FROM attempt WHERE sale_id = sale.id)
        JOIN gateway_attempt asked ON asked.attempt_id = last.id
        WHERE sale.state = 'open' AND last.state IN ('declined', 'cancelled', 'not-sent', 'not-done-by-operator')),
      planned AS (
        SELECT charge.sale_id, count(*) AS count, sum(state NOT IN ('paid', 'voided')) AS waiting,
          min(due_date) AS due_date,
          (SELECT max(event.at) FROM planned_charge same JOIN process_event event
            ON event.process = 'planned_payment' AND event.row_id = same.planned_payment_id
            WHERE same.sale_id = charge.sale_id AND event.to_state IN ('paid', 'voided')
              AND event.detail ->> '$.cause' IS NOT 'change') AS settled_at
        FROM planned_charge charge JOIN planned_payment ON planned_payment.id = charge.planned_payment_id
        WHERE charge.sale_id IN (SELECT id FROM failed) GROUP BY charge.sale_id),
      item AS (
        SELECT failed.id AS sale_id, count(*) AS count,
          sum(total_minor - coalesce((SELECT sum(amount_minor) FROM allocation WHERE item_id = invoice_item.id), 0)) AS owed,
          max((SELECT max(at) FROM allocation WHERE item_id = invoice_item.id)) AS paid_at
        FROM failed, json_each(failed.cart, '$.itemIds') ticked JOIN invoice_item ON invoice_item.id = ticked.value
        GROUP BY failed.id)
      SELECT failed.id AS saleId, failed.kind AS saleKind, failed.at AS since, failed.amount_minor AS amountMinor,
        failed.client_id AS clientId, client.name AS clientName, staff.name AS staffName, method.id AS savedMethodId,
        trim(coalesce(method.brand, '') || ' •••• ' || coalesce(method.last4, '')) AS about,
        (SELECT reason FROM terminal_reply WHERE attempt_id = failed.attempt_id ORDER BY id DESC LIMIT 1) AS why,
        (SELECT coalesce(sum(amount_minor), 0) FROM payment WHERE sale_id = failed.id) AS paidMinor,
        coalesce(planned.count, 0) AS plannedCount, coalesce(planned.waiting, 0) AS waitingCount,
        planned.due_date AS dueDate, planned.settled_at AS plannedSettledAt,
        coalesce(item.count, 0) AS itemCount, coalesce(item.owed, 0) AS owedMinor, item.paid_at AS itemsPaidAt
      FROM failed JOIN client ON client.id = failed.client_id JOIN staff ON staff.id = failed.staff_id
      LEFT JOIN saved_method method ON method.id = failed.saved_method_id
      LEFT JOIN planned ON planned.sale_id = failed.id LEFT JOIN item ON item.sale_id = failed.id
      ORDER BY failed.at, failed.id`;
    return rows.flatMap((row): FoundAction[] => {
      const { saleKind: _, paidMinor, plannedCount, waitingCount, plannedSettledAt, ...kept } = row;
      const { itemCount, owedMinor, itemsPaidAt, ...told } = kept;
      const isInstalment = plannedCount > 0;
      const kind = isInstalment ? 'instalment-failed' : 'payment-failed';
      const found = { ...told, actionId: `sale-${row.saleId}`, kind } as const;
      const isPaid = itemCount > 0 && owedMinor <= 0;
      if (isInstalment ? waitingCount > 0 && !isPaid : !isPaid) return [{ ...found, can: deedsOf(row) }];
      const settledAt = isPaid ? itemsPaidAt : plannedSettledAt;
      if (paidMinor === 0 && !isStillShown(moment, settledAt)) return [];
      return [{ ...found, state: 'resolved-elsewhere', can: ['dismiss'] }];
    });
  },
};

function deedsOf({ saleKind, plannedCount, paidMinor }: Row): ActionDeed[] {
  const isInstalment = plannedCount > 0;
  return [
    'retry',
    'other-method',
    ...(isInstalment ? (['change-method'] as const) : []),
    saleKind === 'payment' && paidMinor === 0 ? 'take-payment' : 'resume-sale',
    'dismiss',
  ];
}
