import type { ReadableLedger } from './sql.ts';

/** The invoice of this number, or of the credit memo of this number. */
export async function readInvoiceOfNumber(
  db: ReadableLedger,
  number: string,
): Promise<{ invoiceId: number; clientId: number; isWalkIn: number } | undefined> {
  return await db.get`
    SELECT invoice.id AS invoiceId, client.id AS clientId, client.kind = 'walk-in' AS isWalkIn
    FROM invoice JOIN client ON client.id = invoice.client_id
    WHERE invoice.number = ${number}
      OR invoice.id = (SELECT source_invoice_id FROM credit_memo WHERE number = ${number})`;
}

/** The payment of this number, with the first invoice it paid. */
export async function readPaymentOfNumber(
  db: ReadableLedger,
  number: string,
): Promise<{ paymentId: number; clientId: number; invoiceId: number | null } | undefined> {
  return await db.get`
    SELECT payment.id AS paymentId, payment.client_id AS clientId,
      (SELECT min(item.invoice_id) FROM allocation JOIN invoice_item item ON item.id = allocation.item_id
        WHERE allocation.payment_id = payment.id) AS invoiceId
    FROM payment WHERE payment.number = ${number}`;
}

/** The refund whose receipt has this number. */
export async function readRefundOfNumber(
  db: ReadableLedger,
  number: string,
): Promise<{ refundId: number } | undefined> {
  return await db.get`SELECT refund_id AS refundId FROM refund_outcome WHERE number = ${number}`;
}

/** The client whose card or account number this is; archived accounts too. */
export async function readClientOfCode(
  db: ReadableLedger,
  code: string,
): Promise<{ clientId: number } | undefined> {
  return await db.get`
    SELECT id AS clientId FROM client WHERE card_number = ${code} OR number = ${code.toUpperCase()}
    ORDER BY card_number = ${code} DESC LIMIT 1`;
}
