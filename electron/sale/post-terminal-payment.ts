import type { AttemptRow } from '../ledger/attempt-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { insertPayment } from '../ledger/payment-store.ts';
import { postPayment } from '../ledger/post-payment.ts';
import { readCart, requireSale } from './sale-steps.ts';

/** What a slip proves of a card payment; the amount in cents is the slip's own (settled.md 9). */
export interface CardProof {
  amountMinor: number;
  approvalCode: string | null;
  brand: string | null;
  last4: string | null;
}

/**
 * Posts an approved card leg at once (settled.md 10): a payment tied to the sale, Dr terminal · Cr clients. It pays
 * nothing until the sale is completed.
 */
export async function postTerminalPayment(
  db: WritableLedger,
  given: { attempt: AttemptRow; proof: CardProof; staffId: number },
): Promise<{ paymentId: number; number: string }> {
  const { attempt, proof, staffId } = given;
  const { saleId, terminalId, tillSessionId } = attempt;
  if (attempt.direction !== 'in' || saleId === null || terminalId === null || tillSessionId === null)
    throw new Error(`attempt ${attempt.attemptId} takes no card payment`);
  const row = await requireSale(db, saleId);
  const payment = await insertPayment(db, {
    client_id: row.clientId,
    sale_id: saleId,
    method: 'terminal',
    amount_minor: proof.amountMinor,
    tendered_minor: null,
    change_minor: 0,
    rounding_minor: 0,
    till_session_id: tillSessionId,
    terminal_id: terminalId,
    attempt_id: attempt.attemptId,
    cheque_number: null,
    cheque_bank: null,
    card_brand: proof.brand,
    card_last4: proof.last4,
    approval_code: proof.approvalCode,
    language: readCart(row).language,
    staff_id: staffId,
  });
  await postPayment(db, {
    paymentId: payment.paymentId,
    clientId: row.clientId,
    into: { terminalId },
    tillSessionId,
    amountMinor: proof.amountMinor,
    drawerMinor: null,
  });
  return payment;
}
