import type { ReadableLedger } from '../sql.ts';
import type { ReportScope } from './scope.ts';

/** Of the items that documents of one kind billed on one day; cents, positive. */
export interface SoldRow {
  localDate: string;
  invoiceKind: string;
  productType: string;
  productId: number | null;
  /** As written on the last item of the group. */
  nameFr: string;
  nameEn: string;
  lines: number;
  quantity: number;
  grossMinor: number;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
}

/** What invoices billed, by day and product. */
export async function readSold(db: ReadableLedger, scope: ReportScope): Promise<SoldRow[]> {
  return await db.all<SoldRow>`
    SELECT invoice.local_date AS localDate, invoice.kind AS invoiceKind, item.product_type AS productType,
      item.product_id AS productId, item.name_fr AS nameFr, item.name_en AS nameEn, max(item.id) AS lastItemId,
      count(*) AS lines, sum(item.quantity) AS quantity, sum(item.gross_minor) AS grossMinor, sum(item.net_minor) AS netMinor,
      sum(item.gst_minor) AS gstMinor, sum(item.qst_minor) AS qstMinor
    FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id
    WHERE invoice.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND (${scope.tillId} IS NULL
        OR invoice.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
      AND (${scope.staffId} IS NULL OR invoice.staff_id = ${scope.staffId})
    GROUP BY invoice.local_date, invoice.kind, item.product_type, item.product_id,
      CASE WHEN item.product_id IS NULL THEN item.name_fr END`;
}

export interface RebateRow {
  productType: string;
  productId: number | null;
  nameFr: string;
  amountMinor: number;
}

/** What manual rebates took off when invoices were issued, by product; cents, positive. */
export async function readRebates(db: ReadableLedger, scope: ReportScope): Promise<RebateRow[]> {
  return await db.all<RebateRow>`
    SELECT item.product_type AS productType, item.product_id AS productId, item.name_fr AS nameFr,
      sum(line.amount_minor) AS amountMinor
    FROM discount_line line JOIN invoice_item item ON item.id = line.item_id
    JOIN invoice ON invoice.id = item.invoice_id
    WHERE line.rule_id IS NULL AND invoice.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND (${scope.tillId} IS NULL
        OR invoice.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
      AND (${scope.staffId} IS NULL OR invoice.staff_id = ${scope.staffId})
    GROUP BY item.product_type, item.product_id, CASE WHEN item.product_id IS NULL THEN item.name_fr END`;
}

/** What credit memos took back on one day; cents, positive. */
export interface CreditedRow {
  localDate: string;
  /** Null for a credit without an item. */
  productType: string | null;
  productId: number | null;
  nameFr: string;
  nameEn: string;
  lines: number;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
}

/** What credit memos took back, by day and product of the credited item. */
export async function readCredited(db: ReadableLedger, scope: ReportScope): Promise<CreditedRow[]> {
  return await db.all<CreditedRow>`
    SELECT memo.local_date AS localDate, item.product_type AS productType, item.product_id AS productId,
      coalesce(item.name_fr, line.name_fr) AS nameFr, coalesce(item.name_en, line.name_en) AS nameEn,
      max(line.id) AS lastLineId, count(*) AS lines, sum(line.net_minor) AS netMinor, sum(line.gst_minor) AS gstMinor,
      sum(line.qst_minor) AS qstMinor
    FROM credit_memo memo JOIN credit_memo_line line ON line.memo_id = memo.id
    LEFT JOIN invoice_item item ON item.id = line.item_id
    WHERE memo.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND (${scope.tillId} IS NULL
        OR memo.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
      AND (${scope.staffId} IS NULL OR memo.staff_id = ${scope.staffId})
    GROUP BY memo.local_date, item.product_type, item.product_id,
      CASE WHEN item.product_id IS NULL THEN coalesce(item.name_fr, line.name_fr) END`;
}

/** Totals as printed at the foot of invoices and of credit memos, in cents. */
export async function readDocumentTotals(
  db: ReadableLedger,
  scope: ReportScope,
): Promise<{ invoicesMinor: number; memosMinor: number }> {
  const row = await db.get<{ invoicesMinor: number; memosMinor: number }>`
    SELECT coalesce((SELECT sum(total_minor) FROM invoice
        WHERE local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
          AND (${scope.tillId} IS NULL
            OR till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
          AND (${scope.staffId} IS NULL OR staff_id = ${scope.staffId})), 0) AS invoicesMinor,
      coalesce((SELECT sum(total_minor) FROM credit_memo
        WHERE local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
          AND (${scope.tillId} IS NULL
            OR till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
          AND (${scope.staffId} IS NULL OR staff_id = ${scope.staffId})), 0) AS memosMinor`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
