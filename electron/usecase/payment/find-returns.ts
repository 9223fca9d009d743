import { addDays } from '../../../shared/domain/local-time.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { readGatewayAttempt } from '../../ledger/gateway-store.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readReturnable } from '../../ledger/payment-return-store.ts';
import { readPayment } from '../../ledger/payment-store.ts';
import { chargeOf } from '../../offline-refund/gateway-attempt.ts';
import { recordReturn, whyNotReturnable } from './return-payment.ts';

/** A bank may take a debit back for three months. */
const RETURN_DAYS = 90;

/** Asks the gateway about each eCheck that a bank may still take back, and records those that it did (domain.md B19). */
export async function findReturns(
  ledger: Ledger,
  gateway: Gateway,
  today: string,
  signal: AbortSignal,
): Promise<number> {
  const sinceDate = addDays(today, -RETURN_DAYS);
  let found = 0;
  for (const { paymentId, attemptId } of await ledger.read((db) => readReturnable(db, sinceDate))) {
    if (signal.aborted) break;
    const asked = await ledger.read((db) => readGatewayAttempt(db, attemptId));
    if (!asked?.reference) continue;
    if ((await gateway.askReturned(chargeOf(asked), asked.reference, signal)) !== true) continue;
    if (signal.aborted) break;
    await ledger.write(async (db) => {
      const payment = await readPayment(db, paymentId);
      if (!payment || whyNotReturnable(payment) !== null) return;
      const { staffId } = payment;
      await recordReturn(db, payment, { reason: 'disputed', note: '', feeInvoiceId: null, staffId });
    });
    found += 1;
  }
  return found;
}
