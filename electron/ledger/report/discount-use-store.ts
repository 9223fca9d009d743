import type { ReadableLedger } from '../sql.ts';
import type { ReportScope } from './scope.ts';

/** How much a discount rule, or a manual rebate of one name, was used; cents, positive. */
export interface DiscountUseRow {
  isRebate: number;
  nameFr: string;
  nameEn: string;
  code: string | null;
  ledgerCode: string;
  invoices: number;
  items: number;
  clients: number;
  amountMinor: number;
}

/** Discounts of invoices dated in the period, by rule and name, largest first. */
export async function readDiscountUse(db: ReadableLedger, scope: ReportScope): Promise<DiscountUseRow[]> {
  return await db.all<DiscountUseRow>`
    SELECT line.rule_id IS NULL AS isRebate, line.name_fr AS nameFr, line.name_en AS nameEn, line.code,
      line.ledger_code AS ledgerCode, count(DISTINCT invoice.id) AS invoices, count(DISTINCT line.item_id) AS items,
      count(DISTINCT invoice.client_id) AS clients, sum(line.amount_minor) AS amountMinor
    FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id
    JOIN discount_line line ON line.item_id = item.id
    WHERE invoice.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND (${scope.tillId} IS NULL
        OR invoice.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
      AND (${scope.staffId} IS NULL OR invoice.staff_id = ${scope.staffId})
    GROUP BY line.rule_id, line.name_fr, line.name_en, line.code, line.ledger_code
    ORDER BY sum(line.amount_minor) DESC, line.name_fr`;
}

/** Discounts that were given earlier and taken back in the period, by name; cents, positive. */
export interface WithdrawnRow {
  nameFr: string;
  nameEn: string;
  ledgerCode: string;
  invoices: number;
  items: number;
  clients: number;
  amountMinor: number;
}

/** What invoices of withdrawn discounts asked back (settled.md 25). */
export async function readWithdrawnDiscounts(
  db: ReadableLedger,
  scope: ReportScope,
): Promise<WithdrawnRow[]> {
  return await db.all<WithdrawnRow>`
    SELECT item.name_fr AS nameFr, item.name_en AS nameEn, item.ledger_code AS ledgerCode,
      count(DISTINCT invoice.id) AS invoices, count(*) AS items, count(DISTINCT invoice.client_id) AS clients,
      sum(item.net_minor) AS amountMinor
    FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id
    WHERE invoice.kind = 'discount-withdrawal'
      AND invoice.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND (${scope.tillId} IS NULL
        OR invoice.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
      AND (${scope.staffId} IS NULL OR invoice.staff_id = ${scope.staffId})
    GROUP BY item.name_fr, item.name_en, item.ledger_code ORDER BY sum(item.net_minor) DESC, item.name_fr`;
}
