import type { PendingCharge } from '../../shared/domain/pending-charge.ts';
import type { ReadableLedger } from './sql.ts';

/**
 * The charges of what a client owes that wait for an answer of a gateway or of its bank, oldest first. Those of
 * instalments are not among them: their planned payments say so themselves. What a counter would sell is not owed yet.
 */
export async function readPendingCharges(db: ReadableLedger, clientId: number): Promise<PendingCharge[]> {
  const rows = await db.all<{ amountMinor: number; cart: string }>`
    SELECT attempt.amount_minor AS amountMinor, sale.cart
    FROM attempt JOIN sale ON sale.id = attempt.sale_id
    WHERE attempt.client_id = ${clientId} AND attempt.driver IN ('gateway', 'by-hand')
      AND attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
      AND sale.state = 'open' AND sale.kind = 'payment'
      AND NOT EXISTS (SELECT 1 FROM planned_charge WHERE sale_id = sale.id)
    ORDER BY attempt.id`;
  return rows.map(({ amountMinor, cart }) => ({
    amountMinor,
    itemIds: (JSON.parse(cart) as { itemIds?: number[] }).itemIds ?? [],
  }));
}
