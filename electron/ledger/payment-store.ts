import { formatNumber } from '../../shared/domain/document-number.ts';
import type { CardStatus, PaymentMethod } from '../../shared/domain/tender.ts';
import { isMemoOfItem } from './allocation-store.ts';
import type { WritableLedger } from './ledger.ts';
import { refitPlan, restorePlan } from './planned-payment-store.ts';
import type { ReadableLedger } from './sql.ts';
import type { FactRow } from './tables.ts';

export interface PaymentRow {
  paymentId: number;
  number: string;
  clientId: number;
  clientName: string;
  clientKind: 'household' | 'corporate' | 'walk-in';
  saleId: number | null;
  method: PaymentMethod;
  amountMinor: number;
  tenderedMinor: number | null;
  changeMinor: number;
  roundingMinor: number;
  tillSessionId: number | null;
  sessionState: 'open' | 'ended' | 'closed' | null;
  tillId: number | null;
  terminalName: string | null;
  cardBrand: string | null;
  cardLast4: string | null;
  cardStatus: CardStatus | null;
  approvalCode: string | null;
  chequeNumber: string | null;
  language: 'fr' | 'en';
  localDate: string;
  at: string;
  staffId: number;
  staffName: string;
  /** 1 when voided. */
  isVoid: number;
  /** Why the bank took it back; null while it stands. */
  returnReason: string | null;
  /** The saved method that was charged. */
  savedMethodId: number | null;
  allocatedMinor: number;
  heldMinor: number;
  refundedMinor: number;
}

/** Writes a payment under the next R number. */
export async function insertPayment(
  db: WritableLedger,
  payment: Omit<FactRow<'payment'>, 'number' | 'local_date' | 'at'>,
): Promise<{ paymentId: number; number: string }> {
  const number = formatNumber('R', await db.nextNumber('R'));
  const row = { ...payment, number, local_date: db.localDate, at: db.at };
  return { paymentId: await db.insert('payment', row), number };
}

/** A payment with what became of it, or undefined. */
export async function readPayment(db: ReadableLedger, paymentId: number): Promise<PaymentRow | undefined> {
  return await db.get<PaymentRow>`
    SELECT payment.id AS paymentId, payment.number, payment.client_id AS clientId, client.name AS clientName,
      client.kind AS clientKind, payment.sale_id AS saleId, method, payment.amount_minor AS amountMinor,
      tendered_minor AS tenderedMinor, change_minor AS changeMinor, rounding_minor AS roundingMinor,
      payment.till_session_id AS tillSessionId, session.state AS sessionState, session.till_id AS tillId,
      terminal.name AS terminalName, card_brand AS cardBrand, card_last4 AS cardLast4,
      CASE WHEN method = 'online-card' THEN coalesce((SELECT status FROM card_status
        WHERE card_status.payment_id = payment.id ORDER BY id DESC LIMIT 1), 'valid') END AS cardStatus,
      approval_code AS approvalCode, cheque_number AS chequeNumber, payment.language,
      payment.local_date AS localDate, payment.at, payment.staff_id AS staffId, staff.name AS staffName,
      EXISTS (SELECT 1 FROM payment_void WHERE payment_void.payment_id = payment.id) AS isVoid,
      (SELECT reason FROM payment_return WHERE payment_return.payment_id = payment.id) AS returnReason,
      (SELECT saved_method_id FROM gateway_attempt WHERE attempt_id = payment.attempt_id) AS savedMethodId,
      coalesce((SELECT sum(amount_minor) FROM allocation WHERE allocation.payment_id = payment.id), 0) AS allocatedMinor,
      coalesce((SELECT sum(amount_minor) FROM hold WHERE origin_payment_id = payment.id AND state = 'held'), 0) AS heldMinor,
      coalesce((SELECT sum(amount_minor) FROM refund_outcome_line WHERE origin_payment_id = payment.id), 0) AS refundedMinor
    FROM payment JOIN client ON client.id = payment.client_id JOIN staff ON staff.id = payment.staff_id
    LEFT JOIN till_session session ON session.id = payment.till_session_id
    LEFT JOIN terminal ON terminal.id = payment.terminal_id
    WHERE payment.id = ${paymentId}`;
}

export interface SpendableDepositRow {
  paymentId: number;
  availableMinor: number;
}

/**
 * Deposits free to pay items, oldest first, in cents: no allocation, no hold, not void, and not an approved card leg
 * of a cart that is still open (settled.md 10, 31).
 */
export async function readSpendableDeposits(
  db: ReadableLedger,
  clientId: number,
): Promise<SpendableDepositRow[]> {
  return await db.all<SpendableDepositRow>`
    WITH deposit AS (
      SELECT id, at, amount_minor
        - coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = payment.id), 0)
        - coalesce((SELECT sum(amount_minor) FROM hold WHERE payment_id = payment.id AND state = 'held'), 0)
        AS available_minor
      FROM payment WHERE client_id = ${clientId}
        AND NOT EXISTS (SELECT 1 FROM payment_void WHERE payment_void.payment_id = payment.id)
        AND NOT EXISTS (SELECT 1 FROM payment_return WHERE payment_return.payment_id = payment.id)
        AND NOT EXISTS (SELECT 1 FROM sale WHERE sale.id = payment.sale_id AND sale.state = 'open'))
    SELECT id AS paymentId, available_minor AS availableMinor FROM deposit
    WHERE available_minor > 0 ORDER BY at, id`;
}

export interface SalePaymentRow {
  paymentId: number;
  number: string;
  method: PaymentMethod;
  amountMinor: number;
  tenderedMinor: number | null;
  changeMinor: number;
  roundingMinor: number;
  /** Its leg, when a terminal or a gateway took it. */
  attemptId: number | null;
  /** Neither allocated nor held. */
  availableMinor: number;
}

/** The payments of a sale, first to last: while it is open, its approved card legs. */
export async function readSalePayments(db: ReadableLedger, saleId: number): Promise<SalePaymentRow[]> {
  return await db.all<SalePaymentRow>`
    SELECT id AS paymentId, number, method, amount_minor AS amountMinor, tendered_minor AS tenderedMinor,
      change_minor AS changeMinor, rounding_minor AS roundingMinor, attempt_id AS attemptId, amount_minor
      - coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = payment.id), 0)
      - coalesce((SELECT sum(amount_minor) FROM hold WHERE payment_id = payment.id AND state = 'held'), 0)
      AS availableMinor
    FROM payment WHERE sale_id = ${saleId} ORDER BY id`;
}

export interface LinkRow {
  itemId: number | null;
  refundId: number | null;
  invoiceId: number | null;
  label: string;
  nameFr: string;
  nameEn: string;
  amountMinor: number;
  at: string;
}

/** Every link of a payment to items and refunds, removals included, first to last. */
export async function readPaymentLinks(db: ReadableLedger, paymentId: number): Promise<LinkRow[]> {
  return await db.all<LinkRow>`
    SELECT item_id AS itemId, allocation.refund_id AS refundId, item.invoice_id AS invoiceId,
      coalesce(invoice.number, outcome.number, '') AS label, coalesce(item.name_fr, '') AS nameFr,
      coalesce(item.name_en, '') AS nameEn, allocation.amount_minor AS amountMinor, allocation.at
    FROM allocation LEFT JOIN invoice_item item ON item.id = item_id
    LEFT JOIN invoice ON invoice.id = item.invoice_id
    LEFT JOIN refund_outcome outcome ON outcome.refund_id = allocation.refund_id
    WHERE payment_id = ${paymentId} ORDER BY allocation.id`;
}

/** What a payment pays now, item by item, in cents. */
export async function readPaymentItems(
  db: ReadableLedger,
  paymentId: number,
): Promise<{ itemId: number; amountMinor: number }[]> {
  return await db.all<{ itemId: number; amountMinor: number }>`
    SELECT item_id AS itemId, sum(amount_minor) AS amountMinor FROM allocation
    WHERE payment_id = ${paymentId} AND item_id IS NOT NULL
    GROUP BY item_id HAVING sum(amount_minor) <> 0 ORDER BY item_id`;
}

export interface NewLink {
  clientId: number;
  source: { paymentId: number } | { memoId: number };
  itemId: number;
  /** Cents; negative takes a link away again (settled.md 30). */
  amountMinor: number;
  cause: string;
  staffId: number;
}

/**
 * Links a payment or a credit memo to an item. Every link passes here, so the item's plan never promises more than is
 * owed: what comes in settles it, what is taken away again brings it back (settled.md 40).
 */
export async function linkToItem(db: WritableLedger, link: NewLink): Promise<void> {
  if (link.amountMinor < 0) await restorePlan(db, { ...link, amountMinor: -link.amountMinor });
  await db.insert('allocation', {
    client_id: link.clientId,
    payment_id: 'paymentId' in link.source ? link.source.paymentId : null,
    memo_id: 'memoId' in link.source ? link.source.memoId : null,
    item_id: link.itemId,
    refund_id: null,
    amount_minor: link.amountMinor,
    cause: link.cause,
    staff_id: link.staffId,
    at: db.at,
  });
  if (link.amountMinor < 0) return;
  const { itemId, source } = link;
  const isOwnCredit = 'memoId' in source && (await isMemoOfItem(db, source.memoId, itemId));
  await refitPlan(db, {
    ...link,
    from: isOwnCredit ? 'last' : 'earliest',
    why: { cause: link.cause, ...source },
  });
}
