import { isLeg, type PaymentMethod, type PlannedTender, type Tender } from '../../shared/domain/tender.ts';
import type { MoneyPlace } from '../ledger/chart.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { insertPayment } from '../ledger/payment-store.ts';
import { postPayment } from '../ledger/post-payment.ts';
import type { TillSessionRow } from '../ledger/till-store.ts';
import { recordDrawerEvent } from '../till/drawer.ts';
import type { SettledSale } from './write-sale.ts';

export interface PaymentTaken {
  paymentId: number;
  number: string;
  method: PaymentMethod;
  amountMinor: number;
  tenderedMinor: number | null;
  changeMinor: number;
  roundingMinor: number;
}

type WrittenTender = Exclude<Tender, { method: 'deposit' | 'credit' }>;

/**
 * Writes one payment that needs no terminal: cash, cheque, or an online card recorded by hand (settled.md 42).
 * Cash leaves CASH_IN of what was tendered and CHANGE_OUT of the change (terminal.md §4).
 */
export async function writePayment(
  db: WritableLedger,
  settled: SettledSale,
  tender: WrittenTender,
  planned: PlannedTender,
): Promise<PaymentTaken> {
  if (tender.method === 'terminal' || tender.method === 'echeck' || isLeg(tender))
    throw new Error('a leg is paid by its attempt');
  const { account, session, staffId } = settled;
  if (tender.method !== 'online-card' && !session) throw new Error(`${tender.method} without an open till`);
  const tenderedMinor = tender.method === 'cash' ? tender.tenderedMinor : null;
  const card = tender.method === 'online-card' ? tender : null;
  const cheque = tender.method === 'cheque' ? tender : null;
  const tillSessionId = session?.tillSessionId ?? null;
  const { paymentId, number } = await insertPayment(db, {
    client_id: account.clientId,
    sale_id: settled.saleId,
    method: tender.method,
    amount_minor: planned.paymentMinor,
    tendered_minor: tenderedMinor,
    change_minor: planned.changeMinor,
    rounding_minor: planned.roundingMinor,
    till_session_id: tillSessionId,
    terminal_id: null,
    attempt_id: null,
    cheque_number: cheque?.chequeNumber ?? null,
    cheque_bank: cheque?.bank ?? null,
    card_brand: card?.brand ?? null,
    card_last4: card?.last4 ?? null,
    approval_code: card?.approvalCode ?? null,
    language: settled.sale.language,
    staff_id: staffId,
  });
  if (card?.status)
    await db.insert('card_status', {
      payment_id: paymentId,
      status: card.status,
      staff_id: staffId,
      at: db.at,
    });
  if (tender.method === 'cash' && session) {
    const event = { tillSessionId: session.tillSessionId, paymentId, staffId };
    await recordDrawerEvent(db, { ...event, kind: 'CASH_IN', amountMinor: tender.tenderedMinor });
    if (planned.changeMinor > 0)
      await recordDrawerEvent(db, { ...event, kind: 'CHANGE_OUT', amountMinor: -planned.changeMinor });
  }
  await postPayment(db, {
    paymentId,
    clientId: account.clientId,
    tillSessionId,
    into: placeOf(tender.method, session),
    amountMinor: planned.paymentMinor,
    drawerMinor: tender.method === 'cash' ? planned.drawerMinor : null,
  });
  return {
    paymentId,
    number,
    method: tender.method,
    amountMinor: planned.paymentMinor,
    tenderedMinor,
    changeMinor: planned.changeMinor,
    roundingMinor: planned.roundingMinor,
  };
}

function placeOf(method: PaymentMethod, session: TillSessionRow | null): MoneyPlace {
  if (method === 'cash' && session) return { tillId: session.tillId };
  return method === 'cheque' ? 'cheques' : 'online-card';
}
