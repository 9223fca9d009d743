import type { ReadableLedger } from '../sql.ts';
import type { ReportScope } from './scope.ts';

/** One line of a document that changed sales; cents, discounts and credits negative. */
export interface SalesLineRow {
  localDate: string;
  number: string;
  /** The invoice sold on, or the one whose item was credited; null for a credit without an item. */
  invoiceId: number | null;
  clientId: number;
  clientName: string;
  clientNumber: string;
  productType: string;
  nameFr: string;
  nameEn: string;
  participant: string | null;
  quantity: number;
  grossMinor: number;
  discountsMinor: number;
  rebatesMinor: number;
  creditsMinor: number;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
}

interface WantedLines {
  readonly productType: string | null;
  readonly productId: number | null;
  readonly limit: number;
}

/**
 * The lines of invoices and credit memos of a period, first to last. Lines that credit no item, and those that take
 * such a credit back, have the type `no-item`.
 */
export async function readSalesLines(
  db: ReadableLedger,
  scope: ReportScope,
  { productType, productId, limit }: WantedLines,
): Promise<SalesLineRow[]> {
  return await db.all<SalesLineRow>`
    WITH wanted AS (SELECT id FROM till_session WHERE till_id = ${scope.tillId}), line AS (
      SELECT invoice.local_date, invoice.commit_seq, item.id AS ordinal, invoice.number, invoice.id AS invoice_id,
        invoice.client_id, CASE invoice.kind WHEN 'credit-reversal' THEN 'no-item' ELSE item.product_type END AS type,
        item.product_id, item.name_fr, item.name_en, item.person_id,
        CASE WHEN invoice.kind IN ('credit-reversal', 'discount-withdrawal') THEN 0 ELSE item.quantity END AS quantity,
        CASE WHEN invoice.kind IN ('credit-reversal', 'discount-withdrawal') THEN 0 ELSE item.gross_minor END AS gross,
        CASE invoice.kind WHEN 'credit-reversal' THEN 0 WHEN 'discount-withdrawal' THEN -item.net_minor
          ELSE item.gross_minor - item.net_minor END AS lowered,
        coalesce((SELECT sum(amount_minor) FROM discount_line WHERE item_id = item.id AND rule_id IS NULL), 0) AS rebate,
        CASE invoice.kind WHEN 'credit-reversal' THEN item.net_minor ELSE 0 END AS credit,
        item.net_minor AS net, item.gst_minor AS gst, item.qst_minor AS qst
      FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id
      WHERE invoice.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
        AND (${scope.tillId} IS NULL OR invoice.till_session_id IN wanted)
        AND (${scope.staffId} IS NULL OR invoice.staff_id = ${scope.staffId})
      UNION ALL
      SELECT memo.local_date, memo.commit_seq, line.id, memo.number, item.invoice_id, memo.client_id,
        coalesce(item.product_type, 'no-item'), item.product_id, coalesce(item.name_fr, line.name_fr),
        coalesce(item.name_en, line.name_en), item.person_id, 0, 0, 0, 0,
        -line.net_minor, -line.net_minor, -line.gst_minor, -line.qst_minor
      FROM credit_memo memo JOIN credit_memo_line line ON line.memo_id = memo.id
      LEFT JOIN invoice_item item ON item.id = line.item_id
      WHERE memo.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
        AND (${scope.tillId} IS NULL OR memo.till_session_id IN wanted)
        AND (${scope.staffId} IS NULL OR memo.staff_id = ${scope.staffId}))
    SELECT line.local_date AS localDate, line.number, line.invoice_id AS invoiceId, client.id AS clientId,
      client.name AS clientName, client.number AS clientNumber, type AS productType, name_fr AS nameFr,
      name_en AS nameEn, trim(given_name || ' ' || family_name) AS participant, quantity, gross AS grossMinor,
      rebate - lowered AS discountsMinor, -rebate AS rebatesMinor, credit AS creditsMinor, net AS netMinor,
      gst AS gstMinor, qst AS qstMinor
    FROM line JOIN client ON client.id = line.client_id LEFT JOIN person ON person.id = line.person_id
    WHERE (${productType} IS NULL OR type = ${productType}) AND (${productId} IS NULL OR product_id = ${productId})
    ORDER BY line.local_date, line.commit_seq, line.ordinal LIMIT ${limit}`;
}
