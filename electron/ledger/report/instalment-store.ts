import type { ReadableLedger } from '../sql.ts';

/** A planned payment that still waits for its money; cents. */
export interface InstalmentRow {
  dueDate: string;
  state: string;
  method: string;
  clientId: number;
  clientName: string;
  clientNumber: string;
  invoiceId: number;
  invoiceNumber: string;
  nameFr: string;
  nameEn: string;
  amountMinor: number;
}

/** Planned payments due between two dates, both included, by date. */
export async function readInstalments(
  db: ReadableLedger,
  { fromDate, toDate }: { fromDate: string; toDate: string },
): Promise<InstalmentRow[]> {
  return await db.all<InstalmentRow>`
    SELECT planned.due_date AS dueDate, planned.state, planned.method, client.id AS clientId,
      client.name AS clientName, client.number AS clientNumber, invoice.id AS invoiceId,
      invoice.number AS invoiceNumber, item.name_fr AS nameFr, item.name_en AS nameEn,
      planned.amount_minor AS amountMinor
    FROM planned_payment planned JOIN client ON client.id = planned.client_id
    JOIN invoice_item item ON item.id = planned.item_id JOIN invoice ON invoice.id = item.invoice_id
    WHERE planned.state IN ('planned', 'processing', 'failed', 'retried')
      AND planned.due_date BETWEEN ${fromDate} AND ${toDate}
    ORDER BY planned.due_date, client.name COLLATE NOCASE, planned.id`;
}

/** All that is planned, and all that the planned items owe; a plan never asks for more (domain.md B11). */
export async function readPlannedAndOwed(
  db: ReadableLedger,
  { fromDate, toDate }: { fromDate: string; toDate: string },
): Promise<{ plannedMinor: number; coveredMinor: number }> {
  const row = await db.get<{ plannedMinor: number; coveredMinor: number }>`
    SELECT coalesce(sum(plannedMinor), 0) AS plannedMinor, coalesce(sum(min(plannedMinor, owedMinor)), 0) AS coveredMinor
    FROM (SELECT sum(planned.amount_minor) AS plannedMinor, item.total_minor - coalesce(
        (SELECT sum(amount_minor) FROM allocation WHERE item_id = item.id), 0) AS owedMinor
      FROM planned_payment planned JOIN invoice_item item ON item.id = planned.item_id
      WHERE planned.state IN ('planned', 'processing', 'failed', 'retried')
        AND planned.due_date BETWEEN ${fromDate} AND ${toDate}
      GROUP BY item.id)`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
