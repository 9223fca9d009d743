import type { PlannedPaymentState } from '../../shared/domain/process-edges.ts';
import type { ReadableLedger } from './sql.ts';

/** Whose planned payments: of one item, of an invoice's items, or of an account. */
export type PlanScope = { itemId: number } | { invoiceId: number } | { clientId: number };

export interface PlannedRow {
  plannedPaymentId: number;
  itemId: number;
  invoiceId: number;
  invoiceNumber: string;
  nameFr: string;
  nameEn: string;
  personName: string | null;
  dueDate: string;
  amountMinor: number;
  state: PlannedPaymentState;
  method: 'at-desk' | 'saved-method';
}

const idsOf = (scope: PlanScope) => ({
  itemId: 'itemId' in scope ? scope.itemId : null,
  invoiceId: 'invoiceId' in scope ? scope.invoiceId : null,
  clientId: 'clientId' in scope ? scope.clientId : null,
});

/** Every planned payment of the scope, ended ones included, by date. */
export async function readPlanned(db: ReadableLedger, scope: PlanScope): Promise<PlannedRow[]> {
  const { itemId, invoiceId, clientId } = idsOf(scope);
  return await db.all<PlannedRow>`
    SELECT planned.id AS plannedPaymentId, item.id AS itemId, invoice.id AS invoiceId, invoice.number AS invoiceNumber,
      item.name_fr AS nameFr, item.name_en AS nameEn, trim(person.given_name || ' ' || person.family_name) AS personName,
      planned.due_date AS dueDate, planned.amount_minor AS amountMinor, state, method
    FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id
    JOIN planned_payment planned ON planned.item_id = item.id LEFT JOIN person ON person.id = item.person_id
    WHERE item.id = ${itemId} OR invoice.id = ${invoiceId} OR invoice.client_id = ${clientId}
    ORDER BY planned.due_date, planned.id`;
}

/** What the items of the scope owe, in cents. */
export async function readOwedOfScope(db: ReadableLedger, scope: PlanScope): Promise<number> {
  const { itemId, invoiceId, clientId } = idsOf(scope);
  const row = await db.get<{ owedMinor: number }>`
    SELECT coalesce(sum(item.total_minor - coalesce(
      (SELECT sum(amount_minor) FROM allocation WHERE item_id = item.id), 0)), 0) AS owedMinor
    FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id
    WHERE item.id = ${itemId} OR invoice.id = ${invoiceId} OR invoice.client_id = ${clientId}`;
  return row?.owedMinor ?? 0;
}

export interface DueRow extends PlannedRow {
  clientId: number;
  clientName: string;
  phone: string;
  at: string;
}

/** Planned payments that somebody at the desk has to see to: due by a date, everybody's, oldest first. */
export async function readDuePayments(
  db: ReadableLedger,
  asked: { untilDate: string; limit: number },
): Promise<DueRow[]> {
  return await db.all<DueRow>`
    SELECT planned.id AS plannedPaymentId, item.id AS itemId, invoice.id AS invoiceId, invoice.number AS invoiceNumber,
      item.name_fr AS nameFr, item.name_en AS nameEn, trim(person.given_name || ' ' || person.family_name) AS personName,
      planned.due_date AS dueDate, planned.amount_minor AS amountMinor, state, method,
      client.id AS clientId, client.name AS clientName, client.phone, planned.at
    FROM planned_payment planned JOIN invoice_item item ON item.id = planned.item_id
    JOIN invoice ON invoice.id = item.invoice_id JOIN client ON client.id = planned.client_id
    LEFT JOIN person ON person.id = item.person_id
    WHERE planned.state IN ('planned', 'processing', 'failed', 'retried') AND planned.due_date <= ${asked.untilDate}
      AND (planned.state = 'failed' OR (planned.state = 'planned' AND method = 'at-desk'))
    ORDER BY planned.due_date, client.name, planned.id LIMIT ${asked.limit}`;
}
