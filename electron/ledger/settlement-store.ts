import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export interface UnsettledRow {
  paymentId: number | null;
  refundId: number | null;
  number: string;
  clientName: string;
  localDate: string;
  /** Cents into the bank: a refund takes away. */
  amountMinor: number;
}

/**
 * What a gateway took and gave back of one method and has not paid out yet, up to a local date, oldest first; a refund
 * with what it gave in excess. A payment that the bank returned before it was paid out never is.
 */
export async function readUnsettled(
  db: ReadableLedger,
  asked: { method: 'online-card' | 'echeck'; throughDate: string },
): Promise<UnsettledRow[]> {
  return await db.all<UnsettledRow>`
    SELECT * FROM (
      SELECT payment.id AS paymentId, NULL AS refundId, payment.number, client.name AS clientName,
        payment.local_date AS localDate, amount_minor AS amountMinor, payment.at
      FROM payment JOIN client ON client.id = payment.client_id
      WHERE method = ${asked.method} AND payment.local_date <= ${asked.throughDate}
        AND payment.id NOT IN (SELECT payment_id FROM gateway_settlement_line WHERE payment_id IS NOT NULL)
        AND payment.id NOT IN (SELECT payment_id FROM payment_return)
      UNION ALL
      SELECT NULL, refund.id, min(back.number), client.name, back.local_date, -sum(back.amount_minor), min(back.at)
      FROM money_back back JOIN refund ON refund.id = back.refund_id JOIN client ON client.id = refund.client_id
      WHERE destination = ${asked.method} AND back.local_date <= ${asked.throughDate}
        AND refund.id NOT IN (SELECT refund_id FROM gateway_settlement_line WHERE refund_id IS NOT NULL)
      GROUP BY refund.id
    ) ORDER BY at, paymentId, refundId`.then((rows) =>
    rows.map(({ paymentId, refundId, number, clientName, localDate, amountMinor }) => ({
      paymentId,
      refundId,
      number,
      clientName,
      localDate,
      amountMinor,
    })),
  );
}

export async function insertSettlement(
  db: WritableLedger,
  settlement: {
    method: 'online-card' | 'echeck';
    amountMinor: number;
    reference: string;
    note: string;
    staffId: number;
    lines: readonly UnsettledRow[];
  },
): Promise<number> {
  const settlementId = await db.insert('gateway_settlement', {
    method: settlement.method,
    amount_minor: settlement.amountMinor,
    reference: settlement.reference,
    note: settlement.note,
    staff_id: settlement.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  for (const line of settlement.lines)
    await db.insert('gateway_settlement_line', {
      settlement_id: settlementId,
      payment_id: line.paymentId,
      refund_id: line.refundId,
      amount_minor: Math.abs(line.amountMinor),
    });
  return settlementId;
}

export interface SettlementRow {
  settlementId: number;
  method: 'online-card' | 'echeck';
  amountMinor: number;
  reference: string;
  note: string;
  lineCount: number;
  localDate: string;
  at: string;
  staffName: string;
}

/** What a gateway paid into the bank, newest first. */
export async function readSettlements(db: ReadableLedger): Promise<SettlementRow[]> {
  return await db.all<SettlementRow>`
    SELECT settlement.id AS settlementId, method, amount_minor AS amountMinor, reference, note,
      (SELECT count(*) FROM gateway_settlement_line WHERE settlement_id = settlement.id) AS lineCount,
      local_date AS localDate, at, staff.name AS staffName
    FROM gateway_settlement settlement JOIN staff ON staff.id = settlement.staff_id
    ORDER BY settlement.id DESC LIMIT 200`;
}

/** Whether the money of a payment has reached the bank: by a deposit slip, or by a payout of the gateway. */
export async function isInBank(db: ReadableLedger, paymentId: number): Promise<boolean> {
  const row = await db.get<{ found: number }>`
    SELECT EXISTS (SELECT 1 FROM deposit_slip_cheque WHERE payment_id = ${paymentId})
      OR EXISTS (SELECT 1 FROM gateway_settlement_line WHERE payment_id = ${paymentId}) AS found`;
  return row?.found === 1;
}
