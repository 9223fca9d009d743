import type { ReadableLedger } from './sql.ts';

/** Refunds looked at of one account, newest first: a walk-in account has thousands. */
const REFUNDS_SHOWN = 50;

/** The refunds of a client, newest first. */
export async function readRefundIds(db: ReadableLedger, clientId: number): Promise<number[]> {
  const rows = await db.all<{ id: number }>`
    SELECT id FROM refund WHERE client_id = ${clientId} ORDER BY id DESC LIMIT ${REFUNDS_SHOWN}`;
  return rows.map((row) => row.id);
}

/** What the money of one invoice went through: payments linked to its items, credit notes made from it. */
export interface InvoiceMoney {
  clientId: number;
  paymentIds: ReadonlySet<number>;
  memoIds: ReadonlySet<number>;
}

export async function readInvoiceMoney(
  db: ReadableLedger,
  invoiceId: number,
): Promise<InvoiceMoney | undefined> {
  const invoice = await db.get<{ clientId: number }>`
    SELECT client_id AS clientId FROM invoice WHERE id = ${invoiceId}`;
  if (!invoice) return undefined;
  const payments = await db.all<{ id: number }>`
    SELECT DISTINCT allocation.payment_id AS id FROM invoice_item item JOIN allocation ON allocation.item_id = item.id
    WHERE item.invoice_id = ${invoiceId} AND allocation.payment_id IS NOT NULL`;
  const memos = await db.all<{ id: number }>`
    SELECT DISTINCT line.memo_id AS id FROM invoice_item item JOIN credit_memo_line line ON line.item_id = item.id
    WHERE item.invoice_id = ${invoiceId}`;
  return {
    clientId: invoice.clientId,
    paymentIds: new Set(payments.map((row) => row.id)),
    memoIds: new Set(memos.map((row) => row.id)),
  };
}

/** Whose money it is, by the movement's key: `refund-5`, `memo-3` or `payment-2`. */
export async function findClientOfMovement(
  db: ReadableLedger,
  key: string,
): Promise<{ clientId: number } | undefined> {
  const [, kind, id] = /^(refund|memo|payment)-([1-9]\d{0,14})$/.exec(key) ?? [];
  switch (kind) {
    case 'refund':
      return await db.get`SELECT client_id AS clientId FROM refund WHERE id = ${Number(id)}`;
    case 'memo':
      return await db.get`SELECT client_id AS clientId FROM credit_memo WHERE id = ${Number(id)}`;
    case 'payment':
      return await db.get`SELECT client_id AS clientId FROM payment WHERE id = ${Number(id)}`;
    default:
      return undefined;
  }
}
