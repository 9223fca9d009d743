import { addDays, endOfLocalDay } from '../../../shared/domain/local-time.ts';
import { readTimeZone } from '../organisation-store.ts';
import type { ReadableLedger } from '../sql.ts';
import type { ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can' | 'since'> {
  plannedPaymentId: number;
  dueDate: string;
}

/** Planned payments that nobody has paid by their date: the desk's from that day on, a saved method's from the next. */
async function readDue(db: ReadableLedger, localDate: string): Promise<Row[]> {
  return await db.all<Row>`
    SELECT planned.id AS plannedPaymentId, planned.due_date AS dueDate, planned.amount_minor AS amountMinor,
      invoice.number AS about, item.name_fr AS nameFr, item.name_en AS nameEn, invoice.id AS invoiceId,
      planned.saved_method_id AS savedMethodId, client.id AS clientId, client.name AS clientName,
      staff.name AS staffName
    FROM planned_payment planned JOIN invoice_item item ON item.id = planned.item_id
    JOIN invoice ON invoice.id = item.invoice_id JOIN client ON client.id = planned.client_id
    JOIN staff ON staff.id = planned.staff_id
    WHERE planned.state IN ('planned', 'processing', 'failed', 'retried') AND planned.state = 'planned'
      AND planned.due_date <= ${localDate} AND (method = 'at-desk' OR planned.due_date < ${localDate})
    ORDER BY planned.due_date, planned.id`;
}

/** Instalments of today and those that are late (domain.md B11): since the first moment of their day. */
export const instalmentActions: ActionSource = {
  kinds: ['instalment-due', 'instalment-overdue'],
  async read(db, { localDate }) {
    const timeZone = await readTimeZone(db);
    // thousands of rows share a few hundred dates, and a zone is slow to ask
    const begun = new Map<string, string>();
    const beginningOf = (dueDate: string) => {
      const known = begun.get(dueDate);
      if (known !== undefined) return known;
      const at = timeZone ? endOfLocalDay(addDays(dueDate, -1), timeZone) : `${dueDate}T00:00:00.000Z`;
      begun.set(dueDate, at);
      return at;
    };
    return (await readDue(db, localDate)).map((row) => {
      const isLate = row.dueDate < localDate;
      return {
        ...row,
        since: beginningOf(row.dueDate),
        actionId: `planned-${row.plannedPaymentId}`,
        kind: isLate ? 'instalment-overdue' : 'instalment-due',
        can: isLate ? ['take-payment', 'open-account', 'dismiss'] : ['take-payment', 'open-account'],
      };
    });
  },
};
