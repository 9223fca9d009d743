import type { ReadableLedger } from './sql.ts';

export interface RefundExcessRow {
  number: string;
  /** Cents that left beyond what was held; the client owes them. */
  amountMinor: number;
  reason: string;
  staffName: string;
  at: string;
}

/** What a terminal or a gateway gave beyond a refund (settled.md 8); undefined for nearly every refund. */
export async function readRefundExcess(
  db: ReadableLedger,
  refundId: number,
): Promise<RefundExcessRow | undefined> {
  return await db.get<RefundExcessRow>`
    SELECT number, amount_minor AS amountMinor, reason, staff.name AS staffName, excess.at
    FROM refund_excess excess JOIN staff ON staff.id = excess.staff_id
    WHERE refund_id = ${refundId} ORDER BY excess.id DESC LIMIT 1`;
}

export interface OpenExcessRow {
  excessId: number;
  number: string;
  refundId: number;
  amountMinor: number;
  clientId: number;
  clientName: string;
  staffName: string;
  at: string;
}

/** Excesses that nobody has paid back, oldest first. */
export async function readOpenExcesses(db: ReadableLedger): Promise<OpenExcessRow[]> {
  return await db.all<OpenExcessRow>`
    SELECT excess.id AS excessId, excess.number, refund_id AS refundId, amount_minor AS amountMinor,
      client_id AS clientId, client.name AS clientName, staff.name AS staffName, excess.at
    FROM open_refund_excess excess JOIN client ON client.id = excess.client_id JOIN staff ON staff.id = excess.staff_id
    ORDER BY excess.at, excess.id`;
}
