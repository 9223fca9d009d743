import type { DiscountRule } from '../../shared/domain/discount-rule.ts';
import type { Fraction } from '../../shared/domain/fraction.ts';
import type { TaxClass } from '../../shared/domain/tax.ts';
import { type DiscountDefinition, ruleOf } from './discount-store.ts';
import type { ReadableLedger } from './sql.ts';

export interface InvoiceDiscountRow {
  discountLineId: number;
  itemId: number;
  ruleId: number;
  nameFr: string;
  nameEn: string;
  ledgerCode: string;
  amountMinor: number;
  /** 1 when it was withdrawn before. */
  wasWithdrawn: number;
}

/** The discounts that rules gave on the items of an invoice, in the order of its lines. */
export async function readRuleDiscounts(
  db: ReadableLedger,
  invoiceId: number,
): Promise<InvoiceDiscountRow[]> {
  return await db.all<InvoiceDiscountRow>`
    SELECT line.id AS discountLineId, item_id AS itemId, rule_id AS ruleId, line.name_fr AS nameFr,
      line.name_en AS nameEn, line.ledger_code AS ledgerCode, amount_minor AS amountMinor,
      EXISTS (SELECT 1 FROM discount_withdrawal WHERE discount_line_id = line.id) AS wasWithdrawn
    FROM invoice_item item JOIN discount_line line ON line.item_id = item.id
    WHERE item.invoice_id = ${invoiceId} AND rule_id IS NOT NULL ORDER BY line_number, position`;
}

/**
 * Rules as they stood when the invoice was issued: each change of a rule is chained with its terms. The people of a
 * list are not in the chain, so a list is today's.
 */
export async function readRulesAsOf(
  db: ReadableLedger,
  asked: { ruleIds: readonly number[]; invoiceId: number },
): Promise<DiscountRule[]> {
  const rows = await db.all<{ ruleId: number; definition: string; terms: string | null }>`
    SELECT rule.id AS ruleId, definition, (
      SELECT detail FROM audit_event WHERE kind = 'discount-rule.saved' AND subject = 'discount-rule:' || rule.id
        AND commit_seq <= (SELECT commit_seq FROM invoice WHERE id = ${asked.invoiceId})
      ORDER BY id DESC LIMIT 1) AS terms
    FROM discount_rule rule WHERE id IN (SELECT value FROM json_each(${JSON.stringify(asked.ruleIds)})) ORDER BY id`;
  return rows.map(({ ruleId, definition, terms }) => {
    const now = JSON.parse(definition) as DiscountDefinition;
    const { personIds } = now;
    const then = terms === null ? now : { ...(JSON.parse(terms) as DiscountDefinition), personIds };
    return ruleOf({ ruleId, definition: then, usedCount: 0, active: true });
  });
}

export interface InvoiceLineRow {
  itemId: number;
  productId: number;
  productType: string;
  location: string | null;
  startDate: string | null;
  personId: number | null;
  quantity: number;
  unitPriceMinor: number;
  taxClass: TaxClass;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  totalMinor: number;
  /** Registrations that are active now. */
  activeCount: number;
}

/** The items of an invoice as the discount rules see them. */
export async function readDiscountedLines(db: ReadableLedger, invoiceId: number): Promise<InvoiceLineRow[]> {
  return await db.all<InvoiceLineRow>`
    SELECT item.id AS itemId, coalesce(product_id, 0) AS productId, product_type AS productType,
      product.details ->> 'location' AS location, product.details ->> 'startDate' AS startDate,
      person_id AS personId, quantity, unit_price_minor AS unitPriceMinor, item.tax_class AS taxClass,
      net_minor AS netMinor, gst_minor AS gstMinor, qst_minor AS qstMinor, total_minor AS totalMinor,
      (SELECT count(*) FROM registration WHERE item_id = item.id AND state = 'active') AS activeCount
    FROM invoice_item item LEFT JOIN product ON product.id = product_id
    WHERE invoice_id = ${invoiceId} ORDER BY line_number`;
}

export interface WithdrawnItemRow {
  /** The line of the invoice that took the discount back. */
  itemId: number;
  /** What of the discounted item was credited by then. */
  creditedBy: Fraction;
}

/** The withdrawn discounts that were charged for an item. */
export async function readWithdrawnOf(db: ReadableLedger, itemId: number): Promise<WithdrawnItemRow[]> {
  const rows = await db.all<{ itemId: number; numerator: string; denominator: string }>`
    SELECT withdrawal.item_id AS itemId, credited_numerator AS numerator, credited_denominator AS denominator
    FROM discount_withdrawal withdrawal JOIN discount_line line ON line.id = discount_line_id
    WHERE line.item_id = ${itemId} ORDER BY withdrawal.id`;
  return rows.map(({ itemId: withdrawnId, ...creditedBy }) => ({ itemId: withdrawnId, creditedBy }));
}

/** The day of an invoice and the codes that lowered its items. */
export async function readSaleOccasion(
  db: ReadableLedger,
  invoiceId: number,
): Promise<{ localDate: string; codes: string[] }> {
  const row = await db.get<{ localDate: string; codes: string }>`
    SELECT local_date AS localDate, (SELECT json_group_array(DISTINCT code) FROM discount_line line
      JOIN invoice_item item ON item.id = line.item_id WHERE item.invoice_id = invoice.id AND code IS NOT NULL) AS codes
    FROM invoice WHERE id = ${invoiceId}`;
  if (!row) throw new Error(`no invoice ${invoiceId}`);
  return { localDate: row.localDate, codes: JSON.parse(row.codes) as string[] };
}
