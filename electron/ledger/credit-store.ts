import { formatNumber } from '../../shared/domain/document-number.ts';
import type { Fraction } from '../../shared/domain/fraction.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';
import type { FactRow } from './tables.ts';

export interface MemoOfInvoiceRow {
  memoId: number;
  number: string;
  kind: string;
  at: string;
  reason: string;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  totalMinor: number;
  openMinor: number;
  refundableMinor: number;
}

/** Writes a credit memo under the next NC number. */
export async function insertCreditMemo(
  db: WritableLedger,
  memo: Omit<FactRow<'credit_memo'>, 'number' | 'local_date' | 'at'>,
): Promise<{ memoId: number; number: string }> {
  const number = formatNumber('NC', await db.nextNumber('NC'));
  const row = { ...memo, number, local_date: db.localDate, at: db.at };
  return { memoId: await db.insert('credit_memo', row), number };
}

/** The credit memos of an invoice's items, oldest first, each with what is still open of it. */
export async function readMemosOfInvoice(db: ReadableLedger, invoiceId: number): Promise<MemoOfInvoiceRow[]> {
  return await db.all<MemoOfInvoiceRow>`
    SELECT id AS memoId, number, kind, at, reason, net_minor AS netMinor, gst_minor AS gstMinor,
      qst_minor AS qstMinor, total_minor AS totalMinor, total_minor
      - coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = credit_memo.id), 0) AS openMinor,
      refundable_minor AS refundableMinor
    FROM credit_memo WHERE source_invoice_id = ${invoiceId} ORDER BY id`;
}

/** A credit memo as its note prints it; amounts in cents. */
export interface MemoRow extends MemoOfInvoiceRow {
  clientId: number;
  clientName: string;
  /** Frozen when it was issued (settled.md 57). */
  language: 'fr' | 'en';
  localDate: string;
  staffName: string;
  /** The invoice of the items it credits; null for a credit without a source item. */
  invoiceId: number | null;
  invoiceNumber: string | null;
}

/** One credit memo, of an item or by hand; undefined when there is none. */
export async function readMemo(db: ReadableLedger, memoId: number): Promise<MemoRow | undefined> {
  return await db.get<MemoRow>`
    SELECT memo.id AS memoId, memo.number, memo.kind, memo.at, memo.reason, memo.net_minor AS netMinor,
      memo.gst_minor AS gstMinor, memo.qst_minor AS qstMinor, memo.total_minor AS totalMinor, memo.total_minor
      - coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = memo.id), 0) AS openMinor,
      memo.refundable_minor AS refundableMinor, memo.client_id AS clientId, client.name AS clientName,
      memo.language, memo.local_date AS localDate, staff.name AS staffName,
      invoice.id AS invoiceId, invoice.number AS invoiceNumber
    FROM credit_memo memo JOIN client ON client.id = memo.client_id JOIN staff ON staff.id = memo.staff_id
    LEFT JOIN invoice ON invoice.id = memo.source_invoice_id
    WHERE memo.id = ${memoId}`;
}

/** What a credit memo credits, line by line, in cents, with who had the item. */
export interface MemoLineRow {
  nameFr: string;
  nameEn: string;
  personName: string | null;
  /** The share that was asked of the item, in hundredths of a percent; null when an amount was. */
  askedBasisPoints: number | null;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  totalMinor: number;
}

/** The lines of a credit memo in the order in which they were written. */
export async function readMemoLines(db: ReadableLedger, memoId: number): Promise<MemoLineRow[]> {
  return await db.all<MemoLineRow>`
    SELECT line.name_fr AS nameFr, line.name_en AS nameEn,
      person.given_name || ' ' || person.family_name AS personName, asked_basis_points AS askedBasisPoints,
      line.net_minor AS netMinor, line.gst_minor AS gstMinor, line.qst_minor AS qstMinor,
      line.total_minor AS totalMinor
    FROM credit_memo_line line LEFT JOIN invoice_item item ON item.id = line.item_id
    LEFT JOIN person ON person.id = item.person_id
    WHERE line.memo_id = ${memoId} ORDER BY line.id`;
}

export interface ManualCreditRow {
  number: string;
  clientId: number;
  language: 'fr' | 'en';
  nameFr: string;
  nameEn: string;
  ledgerCode: string;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  totalMinor: number;
  /** Neither spent nor refunded nor held. */
  openMinor: number;
  /** 1 when it credits an item of an invoice. */
  hasItem: number;
}

/** A credit memo with its first line and what is free of it, in cents, or undefined. */
export async function readManualCredit(
  db: ReadableLedger,
  memoId: number,
): Promise<ManualCreditRow | undefined> {
  return await db.get<ManualCreditRow>`
    SELECT number, client_id AS clientId, language, line.name_fr AS nameFr, line.name_en AS nameEn,
      line.ledger_code AS ledgerCode, memo.net_minor AS netMinor, memo.gst_minor AS gstMinor,
      memo.qst_minor AS qstMinor, memo.total_minor AS totalMinor, memo.total_minor
      - coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = memo.id), 0)
      - coalesce((SELECT sum(amount_minor) FROM hold WHERE memo_id = memo.id AND state = 'held'), 0) AS openMinor,
      EXISTS (SELECT 1 FROM credit_memo_line WHERE memo_id = memo.id AND item_id IS NOT NULL) AS hasItem
    FROM credit_memo memo JOIN credit_memo_line line ON line.memo_id = memo.id
    WHERE memo.id = ${memoId} ORDER BY line.id LIMIT 1`;
}

/**
 * What reversals and refunds billed again took back of a credit, part by part, in cents; also what a batch took back of
 * a credit that was spent, which pays nothing of it.
 */
export async function readReversed(
  db: ReadableLedger,
  memoId: number,
): Promise<{ netMinor: number; gstMinor: number; qstMinor: number; totalMinor: number }> {
  const row = await db.get<{ netMinor: number; gstMinor: number; qstMinor: number; totalMinor: number }>`
    SELECT coalesce(sum(net_minor), 0) AS netMinor, coalesce(sum(gst_minor), 0) AS gstMinor,
      coalesce(sum(qst_minor), 0) AS qstMinor, coalesce(sum(total_minor), 0) AS totalMinor
    FROM invoice_item WHERE id IN (
      SELECT item_id FROM allocation WHERE memo_id = ${memoId} AND cause = 'reversal'
      UNION SELECT item_id FROM refund_take_back WHERE memo_id = ${memoId}
      UNION SELECT item.id FROM bulk_document given JOIN bulk_account undone ON reverses_account_id = given.bulk_account_id
        JOIN bulk_document taken ON taken.bulk_account_id = undone.id
        JOIN invoice_item item ON item.invoice_id = taken.invoice_id WHERE given.memo_id = ${memoId})`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

export interface ItemCreditedRow {
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  /** Of the last credit, cumulative; null before the first one (settled.md 22). */
  fraction: Fraction | null;
}

/** What earlier credit memos took from an item, in cents. */
export async function readItemCredited(db: ReadableLedger, itemId: number): Promise<ItemCreditedRow> {
  const lines = await db.all<Omit<ItemCreditedRow, 'fraction'> & Partial<Fraction>>`
    SELECT net_minor AS netMinor, gst_minor AS gstMinor, qst_minor AS qstMinor,
      fraction_numerator AS numerator, fraction_denominator AS denominator
    FROM credit_memo_line WHERE item_id = ${itemId} ORDER BY id`;
  const credited: ItemCreditedRow = { netMinor: 0, gstMinor: 0, qstMinor: 0, fraction: null };
  for (const line of lines) {
    credited.netMinor += line.netMinor;
    credited.gstMinor += line.gstMinor;
    credited.qstMinor += line.qstMinor;
    if (line.numerator && line.denominator)
      credited.fraction = { numerator: line.numerator, denominator: line.denominator };
  }
  return credited;
}

export interface ItemFundingRow {
  paymentId: number;
  allocatedMinor: number;
  alreadyFundedMinor: number;
  amountMinor: number;
  refundedMinor: number;
  heldMinor: number;
  /** What it still funds of memos: neither given back nor held. */
  fundingOpenMemosMinor: number;
}

/** The payments behind an item, linked or through a memo spent on it, oldest first, with what they can still stand behind (settled.md 3). */
export async function readItemFunding(db: ReadableLedger, itemId: number): Promise<ItemFundingRow[]> {
  return await db.all<ItemFundingRow>`
    WITH link AS (
      SELECT payment_id AS id, sum(amount_minor) AS allocated FROM (
        SELECT payment_id, amount_minor FROM allocation WHERE item_id = ${itemId} AND payment_id IS NOT NULL
        UNION ALL SELECT payment_id, amount_minor FROM item_funding WHERE item_id = ${itemId})
      GROUP BY payment_id HAVING sum(amount_minor) > 0),
    funding AS (
      SELECT payment_id, memo_id, sum(amount_minor) AS funded FROM credit_funding
      WHERE payment_id IN (SELECT id FROM link) GROUP BY payment_id, memo_id)
    SELECT payment.id AS paymentId, link.allocated AS allocatedMinor, payment.amount_minor AS amountMinor,
      coalesce((SELECT sum(funded) FROM funding WHERE funding.payment_id = payment.id AND memo_id IN (
        SELECT memo_id FROM credit_memo_line WHERE item_id = ${itemId})), 0) AS alreadyFundedMinor,
      coalesce((SELECT sum(amount_minor) FROM refund_outcome_line
        WHERE origin_payment_id = payment.id), 0) AS refundedMinor,
      coalesce((SELECT sum(amount_minor) FROM hold
        WHERE origin_payment_id = payment.id AND state = 'held'), 0) AS heldMinor,
      coalesce((SELECT sum(max(0, funded
        - coalesce((SELECT sum(done.amount_minor) FROM refund_outcome_line done
            JOIN refund_line line ON line.id = done.refund_line_id
            WHERE line.memo_id = funding.memo_id AND done.origin_payment_id = payment.id), 0)
        - coalesce((SELECT sum(amount_minor) FROM hold WHERE hold.memo_id = funding.memo_id
            AND origin_payment_id = payment.id AND state = 'held'), 0)))
        FROM funding WHERE funding.payment_id = payment.id), 0) AS fundingOpenMemosMinor
    FROM link JOIN payment ON payment.id = link.id ORDER BY payment.at, payment.id`;
}

/** What the credit memos of an item still have, neither spent nor refunded nor held; oldest first, in cents. */
export async function readFreeMemosOfItem(
  db: ReadableLedger,
  itemId: number,
): Promise<{ memoId: number; freeMinor: number }[]> {
  return await db.all<{ memoId: number; freeMinor: number }>`
    WITH memo AS (
      SELECT id, at, total_minor
        - coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = credit_memo.id), 0)
        - coalesce((SELECT sum(amount_minor) FROM hold WHERE memo_id = credit_memo.id AND state = 'held'), 0)
        AS free_minor
      FROM credit_memo WHERE id IN (SELECT memo_id FROM credit_memo_line WHERE item_id = ${itemId}))
    SELECT id AS memoId, free_minor AS freeMinor FROM memo WHERE free_minor > 0 ORDER BY at, id`;
}

/** What a payment funds, memo by memo, in cents. */
export async function readFundingByPayment(
  db: ReadableLedger,
  paymentId: number,
): Promise<{ memoId: number; amountMinor: number }[]> {
  return await db.all<{ memoId: number; amountMinor: number }>`
    SELECT memo_id AS memoId, sum(amount_minor) AS amountMinor FROM credit_funding
    WHERE payment_id = ${paymentId} GROUP BY memo_id HAVING sum(amount_minor) <> 0 ORDER BY memo_id`;
}

/** Records that a payment stands behind a memo; cents, negative takes it away again. */
export async function insertFunding(
  db: WritableLedger,
  funding: { memoId: number; paymentId: number; amountMinor: number },
): Promise<void> {
  await db.insert('credit_funding', {
    memo_id: funding.memoId,
    payment_id: funding.paymentId,
    amount_minor: funding.amountMinor,
  });
}
