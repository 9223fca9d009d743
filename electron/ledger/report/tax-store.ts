import type { ReadableLedger } from '../sql.ts';
import type { ReportScope } from './scope.ts';

/** Taxes that documents of a month charged or gave back; cents, what was given back is negative. */
export interface TaxRow {
  /** YYYY-MM */
  month: string;
  kind: 'collected' | 'reversed';
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
}

/** Taxes of invoices and of credit memos, by month. */
export async function readTaxes(db: ReadableLedger, scope: ReportScope): Promise<TaxRow[]> {
  return await db.all<TaxRow>`
    SELECT substr(local_date, 1, 7) AS month, 'collected' AS kind, sum(net_minor) AS netMinor,
      sum(gst_minor) AS gstMinor, sum(qst_minor) AS qstMinor
    FROM invoice WHERE local_date BETWEEN ${scope.fromDate} AND ${scope.toDate} GROUP BY 1
    UNION ALL SELECT substr(local_date, 1, 7), 'reversed', -sum(net_minor), -sum(gst_minor), -sum(qst_minor)
    FROM credit_memo WHERE local_date BETWEEN ${scope.fromDate} AND ${scope.toDate} GROUP BY 1
    ORDER BY 1, 2`;
}

/** Fees of the period and the taxes in them, by name; cents. */
export interface FeeTaxRow {
  nameFr: string;
  nameEn: string;
  count: number;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
}

/** The penalty part: taxes charged on fees; what only takes a credit or a discount back is none. */
export async function readFeeTaxes(db: ReadableLedger, scope: ReportScope): Promise<FeeTaxRow[]> {
  return await db.all<FeeTaxRow>`
    SELECT name_fr AS nameFr, name_en AS nameEn, count(*) AS count, sum(item.net_minor) AS netMinor,
      sum(item.gst_minor) AS gstMinor, sum(item.qst_minor) AS qstMinor
    FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id
    WHERE invoice.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND item.product_type = 'fee' AND invoice.kind NOT IN ('credit-reversal', 'discount-withdrawal')
    GROUP BY name_fr, name_en ORDER BY sum(item.net_minor) DESC`;
}
