import type { PaymentMethod } from '../../shared/domain/tender.ts';
import type { AttemptRow } from '../ledger/attempt-store.ts';
import type { MoneyPlace } from '../ledger/chart.ts';
import { readGatewayAttempt } from '../ledger/gateway-store.ts';
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
 * Posts an approved leg at once (settled.md 10): a payment tied to the sale, Dr terminal, online-card or echeck · Cr
 * clients. It pays nothing until the sale is completed.
 */
export async function postTerminalPayment(
  db: WritableLedger,
  given: { attempt: AttemptRow; proof: CardProof; staffId: number },
): Promise<{ paymentId: number; number: string }> {
  const { attempt, proof, staffId } = given;
  const { saleId, tillSessionId } = attempt;
  if (attempt.direction !== 'in' || saleId === null)
    throw new Error(`attempt ${attempt.attemptId} takes no payment`);
  const row = await requireSale(db, saleId);
  const leg = await readLeg(db, attempt);
  const payment = await insertPayment(db, {
    client_id: row.clientId,
    sale_id: saleId,
    method: leg.method,
    amount_minor: proof.amountMinor,
    tendered_minor: null,
    change_minor: 0,
    rounding_minor: 0,
    till_session_id: tillSessionId,
    terminal_id: attempt.terminalId,
    attempt_id: attempt.attemptId,
    cheque_number: null,
    cheque_bank: null,
    card_brand: proof.brand ?? leg.brand,
    card_last4: proof.last4 ?? leg.last4,
    approval_code: proof.approvalCode,
    language: readCart(row).language,
    staff_id: staffId,
  });
  await postPayment(db, {
    paymentId: payment.paymentId,
    clientId: row.clientId,
    into: leg.into,
    tillSessionId,
    amountMinor: proof.amountMinor,
    drawerMinor: null,
  });
  return payment;
}

interface PaidBy {
  method: PaymentMethod;
  into: MoneyPlace;
  brand: string | null;
  last4: string | null;
}

async function readLeg(db: WritableLedger, attempt: AttemptRow): Promise<PaidBy> {
  const { attemptId, terminalId, tillSessionId } = attempt;
  const asked = await readGatewayAttempt(db, attemptId);
  if (asked) {
    const method = asked.kind === 'card' ? 'online-card' : 'echeck';
    return { method, into: method, brand: asked.brand, last4: asked.last4 };
  }
  if (terminalId === null || tillSessionId === null)
    throw new Error(`attempt ${attemptId} takes no card payment`);
  return { method: 'terminal', into: { terminalId }, brand: null, last4: null };
}
