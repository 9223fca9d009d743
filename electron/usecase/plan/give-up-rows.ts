import type { WritableLedger } from '../../ledger/ledger.ts';
import type { LiveRow } from '../../ledger/planned-payment-store.ts';

/** Ends planned payments that no money settled: others take their place, or what they covered is due at once. */
export async function giveUpRows(
  db: WritableLedger,
  given: { rows: readonly LiveRow[]; reason: string; staffId: number },
): Promise<void> {
  for (const row of given.rows)
    await db.move('planned_payment', row.plannedPaymentId, 'voided', {
      staffId: given.staffId,
      detail: { cause: 'change', reason: given.reason },
    });
}
