import { formatNumber } from '../../shared/domain/document-number.ts';
import { duesOf, type Instalment } from '../../shared/domain/instalment.ts';
import type { WritableLedger } from './ledger.ts';
import { readLivePlanOfClient } from './planned-payment-store.ts';
import type { ReadableLedger } from './sql.ts';
import type { FactRow } from './tables.ts';

export interface InvoiceHeadRow {
  invoiceId: number;
  number: string;
  clientId: number;
  clientName: string;
  at: string;
  localDate: string;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  totalMinor: number;
  /** Items' totals less what payments and credit memos paid of them. */
  owedMinor: number;
  /** Items' totals that credit memos took back. */
  creditedMinor: number;
  /** Planned payments of its items that have not passed. */
  plannedMinor: number;
  kind: string;
  language: 'fr' | 'en';
  note: string;
  staffName: string;
}

export interface InvoiceItemRow {
  itemId: number;
  lineNumber: number;
  productId: number | null;
  productType: string;
  nameFr: string;
  nameEn: string;
  personId: number | null;
  personName: string | null;
  quantity: number;
  unitPriceMinor: number;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  totalMinor: number;
  taxClass: string;
  ledgerCode: string;
  dueDate: string;
  owedMinor: number;
  creditedMinor: number;
  plannedMinor: number;
  registrationState: 'active' | 'cancelled' | 'replaced' | null;
}

export interface OpenItemRow {
  itemId: number;
  invoiceId: number;
  invoiceNumber: string;
  lineNumber: number;
  nameFr: string;
  nameEn: string;
  personName: string | null;
  /** Of what is due first. */
  dueDate: string;
  totalMinor: number;
  owedMinor: number;
  /** When each part of what it owes is due: several dates when it is paid by instalments. */
  dues: Instalment[];
}

/** Writes an invoice under the next F number, dated today unless it says otherwise (settled.md 36). */
export async function insertInvoice(
  db: WritableLedger,
  invoice: Omit<FactRow<'invoice'>, 'number' | 'local_date' | 'at'> & { local_date?: string },
): Promise<{ invoiceId: number; number: string }> {
  const number = formatNumber('F', await db.nextNumber('F'));
  const row = { local_date: db.localDate, ...invoice, number, at: db.at };
  return { invoiceId: await db.insert('invoice', row), number };
}

/** An invoice with what it still owes, or undefined. */
export async function readInvoice(
  db: ReadableLedger,
  invoiceId: number,
): Promise<InvoiceHeadRow | undefined> {
  return await db.get<InvoiceHeadRow>`
    SELECT invoice.id AS invoiceId, invoice.number, invoice.client_id AS clientId, client.name AS clientName,
      invoice.at, invoice.local_date AS localDate, invoice.net_minor AS netMinor, invoice.gst_minor AS gstMinor,
      invoice.qst_minor AS qstMinor, invoice.total_minor AS totalMinor, invoice.kind, invoice.language, invoice.note,
      staff.name AS staffName,
      invoice.total_minor - coalesce((SELECT sum(allocation.amount_minor) FROM invoice_item item
        JOIN allocation ON allocation.item_id = item.id WHERE item.invoice_id = invoice.id), 0) AS owedMinor,
      coalesce((SELECT sum(line.total_minor) FROM invoice_item item
        JOIN credit_memo_line line ON line.item_id = item.id WHERE item.invoice_id = invoice.id), 0) AS creditedMinor,
      coalesce((SELECT sum(amount_minor) FROM planned_payment WHERE state IN ('planned', 'processing', 'retried')
        AND item_id IN (SELECT id FROM invoice_item WHERE invoice_id = invoice.id)), 0) AS plannedMinor
    FROM invoice JOIN client ON client.id = invoice.client_id JOIN staff ON staff.id = invoice.staff_id
    WHERE invoice.id = ${invoiceId}`;
}

/** The items of an invoice in line order, each with what it owes and what was credited of it. */
export async function readInvoiceItems(db: ReadableLedger, invoiceId: number): Promise<InvoiceItemRow[]> {
  return await db.all<InvoiceItemRow>`
    SELECT item.id AS itemId, line_number AS lineNumber, product_id AS productId, product_type AS productType,
      name_fr AS nameFr, name_en AS nameEn, person_id AS personId,
      trim(person.given_name || ' ' || person.family_name) AS personName, quantity,
      unit_price_minor AS unitPriceMinor, net_minor AS netMinor, gst_minor AS gstMinor, qst_minor AS qstMinor,
      total_minor AS totalMinor, tax_class AS taxClass, ledger_code AS ledgerCode, due_date AS dueDate,
      total_minor - coalesce((SELECT sum(amount_minor) FROM allocation WHERE item_id = item.id), 0) AS owedMinor,
      coalesce((SELECT sum(total_minor) FROM credit_memo_line WHERE item_id = item.id), 0) AS creditedMinor,
      coalesce((SELECT sum(amount_minor) FROM planned_payment WHERE item_id = item.id
        AND state IN ('planned', 'processing', 'retried')), 0) AS plannedMinor,
      (SELECT state FROM registration WHERE item_id = item.id ORDER BY id DESC LIMIT 1) AS registrationState
    FROM invoice_item item LEFT JOIN person ON person.id = item.person_id
    WHERE item.invoice_id = ${invoiceId} ORDER BY line_number`;
}

/** Items of a client that still owe, by due date (planned date, else the item's own), invoice and line (settled.md 30). */
export async function readOpenItems(db: ReadableLedger, clientId: number): Promise<OpenItemRow[]> {
  const items = await db.all<Omit<OpenItemRow, 'dues'>>`
    WITH item AS (
      SELECT invoice_item.id, invoice_id, invoice.number, line_number, name_fr, name_en, person_id, due_date,
        invoice_item.total_minor, invoice_item.total_minor - coalesce(
          (SELECT sum(amount_minor) FROM allocation WHERE item_id = invoice_item.id), 0) AS owed_minor
      FROM invoice JOIN invoice_item ON invoice_id = invoice.id
      WHERE invoice.client_id = ${clientId} AND invoice_item.total_minor > 0)
    SELECT item.id AS itemId, invoice_id AS invoiceId, number AS invoiceNumber, line_number AS lineNumber,
      name_fr AS nameFr, name_en AS nameEn, trim(given_name || ' ' || family_name) AS personName,
      due_date AS dueDate, total_minor AS totalMinor, owed_minor AS owedMinor
    FROM item LEFT JOIN person ON person.id = item.person_id
    WHERE owed_minor > 0 ORDER BY due_date, invoice_id, line_number`;
  const planned = Map.groupBy(await readLivePlanOfClient(db, clientId), ({ itemId }) => itemId);
  if (planned.size === 0)
    return items.map((item) => ({ ...item, dues: [{ dueDate: item.dueDate, amountMinor: item.owedMinor }] }));
  return items
    .map((item) => {
      const dues = duesOf({ ...item, planned: planned.get(item.itemId) ?? [] });
      return { ...item, dues, dueDate: dues[0]?.dueDate ?? item.dueDate };
    })
    .sort(
      (a, b) =>
        (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0) ||
        a.invoiceId - b.invoiceId ||
        a.lineNumber - b.lineNumber,
    );
}

/** Whose item it is, or undefined when there is no such item. */
export async function readItemClient(db: ReadableLedger, itemId: number): Promise<number | undefined> {
  const row = await db.get<{ clientId: number }>`
    SELECT client_id AS clientId FROM invoice_item item JOIN invoice ON invoice.id = item.invoice_id
    WHERE item.id = ${itemId}`;
  return row?.clientId;
}

/** Ids of the last invoices, newest first, of a client or of everybody, whose number or client name has the text. */
export async function findInvoiceIds(
  db: ReadableLedger,
  asked: { text: string; clientId: number | null; limit: number },
): Promise<number[]> {
  const pattern = `%${asked.text.replace(/[\\%_]/g, (found) => `\\${found}`)}%`;
  // two statements, so that each walks one index
  const rows =
    asked.clientId === null
      ? await db.all<{ id: number }>`
          SELECT invoice.id FROM invoice JOIN client ON client.id = invoice.client_id
          WHERE ${asked.text} = '' OR invoice.number LIKE ${pattern} ESCAPE '\\'
            OR client.name LIKE ${pattern} ESCAPE '\\'
          ORDER BY invoice.id DESC LIMIT ${asked.limit}`
      : await db.all<{ id: number }>`
          SELECT id FROM invoice WHERE client_id = ${asked.clientId}
            AND (${asked.text} = '' OR number LIKE ${pattern} ESCAPE '\\')
          ORDER BY id DESC LIMIT ${asked.limit}`;
  return rows.map((row) => row.id);
}

export interface PaidByRow {
  itemId: number;
  kind: 'payment' | 'credit-memo';
  documentId: number;
  number: string;
  method: string | null;
  amountMinor: number;
  at: string;
}

/** What paid the items of an invoice, oldest first; links that were taken away again are left out. */
export async function readPaidBy(db: ReadableLedger, invoiceId: number): Promise<PaidByRow[]> {
  return await db.all<PaidByRow>`
    SELECT item.id AS itemId, CASE WHEN payment_id IS NULL THEN 'credit-memo' ELSE 'payment' END AS kind,
      coalesce(payment_id, memo_id) AS documentId, coalesce(payment.number, memo.number) AS number,
      payment.method, sum(allocation.amount_minor) AS amountMinor, coalesce(payment.at, memo.at) AS at
    FROM invoice_item item JOIN allocation ON allocation.item_id = item.id
    LEFT JOIN payment ON payment.id = payment_id LEFT JOIN credit_memo memo ON memo.id = memo_id
    WHERE item.invoice_id = ${invoiceId}
    GROUP BY item.id, payment_id, memo_id HAVING sum(allocation.amount_minor) <> 0
    ORDER BY item.line_number, min(allocation.id)`;
}

export interface InvoiceEventRow {
  at: string;
  kind: string;
  number: string | null;
  amountMinor: number | null;
  staffName: string;
  note: string;
}

/** What happened to an invoice: what it was let through against, links and credit memos, in the order of their commits. */
export async function readInvoiceHistory(db: ReadableLedger, invoiceId: number): Promise<InvoiceEventRow[]> {
  return await db.all<InvoiceEventRow>`
    WITH event AS (
      SELECT memo.commit_seq AS seq, 0 AS rank, memo.at, 'credit-memo' AS kind, memo.number,
        memo.total_minor AS amount, memo.staff_id, memo.reason AS note
      FROM credit_memo memo WHERE memo.source_invoice_id = ${invoiceId}
      UNION ALL
      SELECT override.commit_seq, -1, override.at, 'override-' || override.kind, NULL, override.amount_minor,
        override.staff_id, override.reason || coalesce(' · ' || approver.name, '')
      FROM invoice_override override LEFT JOIN approval_answer answer ON answer.approval_id = override.approval_id
      LEFT JOIN staff approver ON approver.id = answer.staff_id WHERE override.invoice_id = ${invoiceId}
      UNION ALL
      SELECT allocation.commit_seq, 1, allocation.at,
        CASE WHEN payment_id IS NULL THEN 'allocation' WHEN allocation.cause = 'void' THEN 'void'
          WHEN allocation.commit_seq = payment.commit_seq THEN 'payment' ELSE 'allocation' END,
        coalesce(payment.number, memo.number), sum(allocation.amount_minor), allocation.staff_id, ''
      FROM invoice_item item JOIN allocation ON allocation.item_id = item.id
      LEFT JOIN payment ON payment.id = payment_id LEFT JOIN credit_memo memo ON memo.id = memo_id
      WHERE item.invoice_id = ${invoiceId} GROUP BY allocation.commit_seq, payment_id, memo_id, allocation.cause)
    SELECT event.at, kind, number, amount AS amountMinor, staff.name AS staffName, note
    FROM event JOIN staff ON staff.id = event.staff_id ORDER BY seq, rank`;
}

export interface CreditedItemRow {
  itemId: number;
  invoiceId: number;
  invoiceNumber: string;
  clientId: number;
  clientKind: 'household' | 'corporate' | 'walk-in';
  language: 'fr' | 'en';
  productId: number | null;
  /** 1 when its product's stock is counted. */
  stockTracked: number;
  nameFr: string;
  nameEn: string;
  personName: string | null;
  ledgerCode: string;
  quantity: number;
  netMinor: number;
  gstMinor: number;
  qstMinor: number;
  totalMinor: number;
  owedMinor: number;
  /** What the catalogue says of it today. */
  policyId: number | null;
  startDate: string | null;
  endDate: string | null;
  occurrences: number | null;
}

/** One item with its invoice's account and what it still owes, or undefined. */
export async function readItem(db: ReadableLedger, itemId: number): Promise<CreditedItemRow | undefined> {
  return await db.get<CreditedItemRow>`
    SELECT item.id AS itemId, invoice_id AS invoiceId, invoice.number AS invoiceNumber,
      invoice.client_id AS clientId, client.kind AS clientKind,
      invoice.language, product_id AS productId, coalesce(product.stock_tracked, 0) AS stockTracked,
      item.name_fr AS nameFr, item.name_en AS nameEn, trim(given_name || ' ' || family_name) AS personName,
      item.ledger_code AS ledgerCode, quantity,
      product.details ->> 'policyId' AS policyId, product.details ->> 'startDate' AS startDate,
      product.details ->> 'endDate' AS endDate, product.details ->> 'occurrences' AS occurrences,
      item.net_minor AS netMinor, item.gst_minor AS gstMinor, item.qst_minor AS qstMinor,
      item.total_minor AS totalMinor, item.total_minor
      - coalesce((SELECT sum(amount_minor) FROM allocation WHERE item_id = item.id), 0) AS owedMinor
    FROM invoice_item item JOIN invoice ON invoice.id = item.invoice_id
    JOIN client ON client.id = invoice.client_id LEFT JOIN product ON product.id = item.product_id
    LEFT JOIN person ON person.id = item.person_id
    WHERE item.id = ${itemId}`;
}

/** Whom an item is for. */
export async function readItemPerson(db: ReadableLedger, itemId: number): Promise<number | null> {
  const row = await db.get<{ personId: number | null }>`
    SELECT person_id AS personId FROM invoice_item WHERE id = ${itemId}`;
  return row?.personId ?? null;
}

/** The registrations an item made. */
export async function readRegistrationsOfItem(
  db: ReadableLedger,
  itemId: number,
): Promise<{ registrationId: number; state: 'active' | 'cancelled' | 'replaced' }[]> {
  return await db.all<{ registrationId: number; state: 'active' | 'cancelled' | 'replaced' }>`
    SELECT id AS registrationId, state FROM registration WHERE item_id = ${itemId} ORDER BY id`;
}
