import { type AttemptState, type RefundState, refundStateOf } from '../../shared/domain/attempt.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import { invoiceStateOf } from '../../shared/domain/reconciliation.ts';
import { readSpendableDeposits } from './payment-store.ts';
import { readOpenMemos } from './refund-source-store.ts';
import type { ReadableLedger } from './sql.ts';

/** Newest documents shown of one account: the walk-in account has one for every sale. */
const DOCUMENTS_SHOWN = 500;

/** What the client owes, in cents; negative = in credit (domain.md §2, invariant 2). */
export async function readBalance(db: ReadableLedger, clientId: number): Promise<number> {
  const row = await db.get<{ balanceMinor: number }>`
    SELECT coalesce(sum(amount_minor), 0) AS balanceMinor FROM journal_line
    WHERE client_id = ${clientId} AND client_id IS NOT NULL`;
  return row?.balanceMinor ?? 0;
}

/** The balances of one page of clients, by client id; those without a posting owe 0 and are left out. */
export async function readBalances(
  db: ReadableLedger,
  clientIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await db.all<{ clientId: number; balanceMinor: number }>`
    SELECT client_id AS clientId, sum(amount_minor) AS balanceMinor FROM journal_line
    WHERE client_id IN (SELECT value FROM json_each(${JSON.stringify(clientIds)})) AND client_id IS NOT NULL
    GROUP BY client_id`;
  return new Map(rows.map((row) => [row.clientId, row.balanceMinor]));
}

/** Cents that refunds on their way hold: still in the balance, no longer available (settled.md 7). */
export async function readHeld(db: ReadableLedger, clientId: number): Promise<number> {
  const row = await db.get<{ heldMinor: number }>`
    SELECT coalesce(sum(hold.amount_minor), 0) AS heldMinor
    FROM refund JOIN hold ON hold.refund_id = refund.id
    WHERE refund.client_id = ${clientId} AND hold.state = 'held'`;
  return row?.heldMinor ?? 0;
}

/** Deposits that may pay something now, in cents, holds and unfinished carts taken off. */
export async function readDepositAvailable(db: ReadableLedger, clientId: number): Promise<number> {
  const deposits = await readSpendableDeposits(db, clientId);
  return sumMinor(deposits.map((deposit) => deposit.availableMinor));
}

/** Open credit memos, in cents, holds taken off; refundable or not. */
export async function readCreditAvailable(db: ReadableLedger, clientId: number): Promise<number> {
  const memos = await readOpenMemos(db, clientId);
  return sumMinor(
    memos.map((memo) => memo.totalMinor - memo.spentMinor - memo.refundedMinor - memo.heldMinor),
  );
}

/** Whether a cart of this client waits for a card's outcome or for another tender. */
export async function hasOpenSale(db: ReadableLedger, clientId: number): Promise<boolean> {
  const row = await db.get<{ id: number }>`
    SELECT id FROM sale WHERE state = 'open' AND client_id = ${clientId} LIMIT 1`;
  return row !== undefined;
}

export interface RegistrationRead {
  registrationId: number;
  personName: string;
  productNameFr: string;
  productNameEn: string;
  itemId: number;
  invoiceId: number;
  state: 'active' | 'cancelled' | 'replaced';
}

/** Places, memberships and passes of the people of an account, newest first. */
export async function readRegistrations(db: ReadableLedger, clientId: number): Promise<RegistrationRead[]> {
  return await db.all<RegistrationRead>`
    SELECT registration.id AS registrationId, trim(given_name || ' ' || family_name) AS personName,
      product.name_fr AS productNameFr, product.name_en AS productNameEn, registration.item_id AS itemId,
      item.invoice_id AS invoiceId, state
    FROM registration JOIN person ON person.id = registration.person_id JOIN product ON product.id = registration.product_id
    JOIN invoice_item item ON item.id = registration.item_id
    WHERE registration.client_id = ${clientId} ORDER BY registration.id DESC`;
}

export interface DocumentRead {
  kind: 'invoice' | 'credit-memo' | 'payment' | 'refund';
  documentId: number;
  number: string;
  at: string;
  localDate: string;
  /** Item names of an invoice, reason of a credit memo; method and destination codes of money. */
  descriptionFr: string;
  descriptionEn: string;
  amountMinor: number;
  openMinor: number;
  canReverse: boolean;
  state: string;
}

interface DocumentRow extends Omit<DocumentRead, 'state' | 'openMinor' | 'canReverse'> {
  linkedMinor: number;
  creditedMinor: number;
  /** Planned payments of an invoice that have not passed. */
  plannedMinor: number;
  /** 1 for a credit memo without a source item. */
  isManual: number;
  /** 1 for a voided payment. */
  isVoid: number;
  /** States of a refund's attempts, parted by spaces. */
  attempts: string | null;
}

/** The documents of an account, newest first (domain.md §1, income and cashflow). */
export async function readDocuments(db: ReadableLedger, clientId: number): Promise<DocumentRead[]> {
  const rows = await db.all<DocumentRow>`
    SELECT * FROM (SELECT 'invoice' AS kind, id AS documentId, number, at, local_date AS localDate,
        (SELECT group_concat(name_fr, ', ' ORDER BY line_number)
          FROM invoice_item WHERE invoice_id = invoice.id) AS descriptionFr,
        (SELECT group_concat(coalesce(nullif(name_en, ''), name_fr), ', ' ORDER BY line_number)
          FROM invoice_item WHERE invoice_id = invoice.id) AS descriptionEn,
        total_minor AS amountMinor,
        (SELECT coalesce(sum(allocation.amount_minor), 0) FROM invoice_item item JOIN allocation
          ON allocation.item_id = item.id WHERE item.invoice_id = invoice.id) AS linkedMinor,
        (SELECT coalesce(sum(line.total_minor), 0) FROM invoice_item item JOIN credit_memo_line line
          ON line.item_id = item.id WHERE item.invoice_id = invoice.id) AS creditedMinor,
        (SELECT coalesce(sum(planned.amount_minor), 0) FROM invoice_item item JOIN planned_payment planned
          ON planned.item_id = item.id WHERE item.invoice_id = invoice.id
          AND planned.state IN ('planned', 'processing', 'retried')) AS plannedMinor,
        0 AS isManual, 0 AS isVoid, NULL AS attempts, 0 AS rank
      FROM invoice WHERE client_id = ${clientId} ORDER BY id DESC LIMIT ${DOCUMENTS_SHOWN})
    UNION ALL SELECT * FROM (SELECT 'credit-memo', id, number, at, local_date, reason, reason, -total_minor,
        (SELECT coalesce(sum(amount_minor), 0) FROM allocation WHERE memo_id = credit_memo.id), 0, 0,
        NOT EXISTS (SELECT 1 FROM credit_memo_line WHERE memo_id = credit_memo.id AND item_id IS NOT NULL), 0, NULL, 1
      FROM credit_memo WHERE client_id = ${clientId} ORDER BY id DESC LIMIT ${DOCUMENTS_SHOWN})
    UNION ALL SELECT * FROM (SELECT 'payment', id, number, at, local_date, method, method, -amount_minor,
        (SELECT coalesce(sum(amount_minor), 0) FROM allocation WHERE payment_id = payment.id), 0, 0, 0,
        EXISTS (SELECT 1 FROM payment_void WHERE payment_id = payment.id), NULL, 2
      FROM payment WHERE client_id = ${clientId} ORDER BY id DESC LIMIT ${DOCUMENTS_SHOWN})
    UNION ALL SELECT * FROM (SELECT 'refund', refund.id, coalesce(outcome.number, ''),
        coalesce(outcome.at, refund.at), coalesce(outcome.local_date, refund.local_date), destination, destination,
        coalesce(outcome.amount_minor, refund.amount_minor), 0, 0, 0, 0, 0,
        coalesce((SELECT group_concat(state, ' ') FROM attempt WHERE refund_id = refund.id),
          (SELECT 'not-sent' FROM approval WHERE refund_id = refund.id AND state IN ('refused', 'withdrawn', 'lapsed'))), 3
      FROM refund LEFT JOIN refund_outcome outcome ON outcome.refund_id = refund.id
      WHERE client_id = ${clientId} ORDER BY refund.id DESC LIMIT ${DOCUMENTS_SHOWN})
    UNION ALL SELECT * FROM (SELECT 'refund', refund.id, excess.number, excess.at, excess.local_date, destination,
        destination, excess.amount_minor, 0, 0, 0, 0, 0, 'approved', 4
      FROM refund_excess excess JOIN refund ON refund.id = excess.refund_id
      WHERE client_id = ${clientId} ORDER BY excess.id DESC LIMIT ${DOCUMENTS_SHOWN})
    ORDER BY at DESC, rank DESC, documentId DESC LIMIT ${DOCUMENTS_SHOWN}`;
  return rows.map(documentOf);
}

function documentOf(row: DocumentRow): DocumentRead {
  const { kind, documentId, number, at, localDate, descriptionFr, descriptionEn, amountMinor } = row;
  const openMinor = openOf(row);
  return {
    kind,
    documentId,
    number,
    at,
    localDate,
    descriptionFr: descriptionFr ?? '',
    descriptionEn: descriptionEn ?? '',
    amountMinor,
    openMinor,
    canReverse: row.isManual === 1 && openMinor > 0,
    state: stateOf(row, openMinor),
  };
}

function openOf(row: DocumentRow): number {
  if (row.kind === 'refund' || row.isVoid === 1) return 0;
  return Math.abs(row.amountMinor) - row.linkedMinor;
}

function stateOf(row: DocumentRow, openMinor: number): string | RefundState {
  const totalMinor = Math.abs(row.amountMinor);
  if (row.kind === 'refund') return refundStateOf((row.attempts?.split(' ') ?? []) as AttemptState[]);
  if (row.kind === 'payment' && row.isVoid === 1) return 'void';
  if (row.kind === 'invoice') return invoiceStateOf({ ...row, totalMinor, owedMinor: openMinor });
  if (openMinor === 0) return 'used';
  return openMinor === totalMinor ? 'open' : 'partly-used';
}
