import type { Ledger, WritableLedger } from '../../electron/ledger/ledger.ts';
import { postCreditMemo } from '../../electron/ledger/post-credit-memo.ts';
import { postInvoice } from '../../electron/ledger/post-invoice.ts';
import { postPayment, postPaymentVoid } from '../../electron/ledger/post-payment.ts';
import { postRefund } from '../../electron/ledger/post-refund.ts';
import { postClose, postFloat } from '../../electron/ledger/post-till.ts';
import { formatNumber } from '../../shared/domain/document-number.ts';
import { fillMutableTables } from './ledger-fixture.ts';

/**
 * A day of till 1, whole and true: float 200.00, one sale of 22.98 paid 23.00, cancelled and given back 23.00 in cash,
 * a cheque of 40.00 taken and voided, closed 0.25 short. Every id is 1, the cheque's payment is 2.
 */
export async function writeSmallDay(ledger: Ledger): Promise<void> {
  await fillMutableTables(ledger);
  await ledger.write(openTill);
  await ledger.write(sell);
  await ledger.write(cancel);
  await ledger.write(askRefund);
  await ledger.write((db) => db.move('attempt', 1, 'sent', { staffId: 1 }));
  await ledger.write(giveBack);
  await ledger.write(takeAndVoidCheque);
  await ledger.write(closeTill);
}

const who = { staff_id: 1 } as const;
const drawer = { tillSessionId: 1, tillId: 1 } as const;
const parts = { net_minor: 1999, gst_minor: 100, qst_minor: 199, total_minor: 2298 } as const;
const named = { name_fr: 'Bain libre', name_en: 'Open swim', ledger_code: 'AQUA' } as const;
const posted = {
  ledgerCode: 'AQUA',
  grossMinor: 1999,
  netMinor: 1999,
  gstMinor: 100,
  qstMinor: 199,
  discounts: [],
} as const;
const of = { client_id: 1, till_session_id: 1, language: 'fr' } as const;
const dated = (db: WritableLedger) => ({ ...who, local_date: db.localDate, at: db.at });

async function move(db: WritableLedger, kind: string, amountMinor: number, documents = {}): Promise<void> {
  const event = {
    till_session_id: 1,
    kind,
    amount_minor: amountMinor,
    payment_id: null,
    refund_id: null,
    reason: '',
  };
  await db.insert('drawer_event', { ...event, ...documents, ...who, at: db.at });
}

async function openTill(db: WritableLedger): Promise<void> {
  await db.open('till_session', { till_id: 1, ...dated(db) });
  await move(db, 'FLOAT', 20000);
  await postFloat(db, { ...drawer, amountMinor: 20000 });
}

async function sell(db: WritableLedger): Promise<void> {
  const sale = { client_id: 1, kind: 'counter', cart: '[]', till_session_id: 1 };
  const saleId = await db.open('sale', { ...sale, ...who, at: db.at });
  const number = formatNumber('F', await db.nextNumber('F'));
  const invoice = { number, ...of, kind: 'counter', sale_id: saleId, note: '', ...parts };
  await db.insert('invoice', { ...invoice, ...dated(db) });
  await db.insert('invoice_item', {
    invoice_id: 1,
    line_number: 1,
    product_id: 1,
    product_type: 'activity',
    ...named,
    person_id: 1,
    quantity: 1,
    unit_price_minor: 1999,
    gross_minor: 1999,
    ...parts,
    tax_class: 'taxable',
    due_date: db.localDate,
  });
  await postInvoice(db, { invoiceId: 1, clientId: 1, tillSessionId: 1, items: [posted] });
  await pay(db, {
    method: 'cash',
    amount_minor: 2298,
    tendered_minor: 2500,
    change_minor: 200,
    rounding_minor: 2,
  });
  await move(db, 'CASH_IN', 2500, { payment_id: 1 });
  await move(db, 'CHANGE_OUT', -200, { payment_id: 1 });
  const paid = {
    paymentId: 1,
    clientId: 1,
    into: drawer,
    tillSessionId: 1,
    amountMinor: 2298,
    drawerMinor: 2300,
  };
  await postPayment(db, paid);
  await allocate(db, { payment_id: 1, item_id: 1 }, 'sale');
}

async function pay(
  db: WritableLedger,
  given: { method: string; amount_minor: number } & Record<string, unknown>,
) {
  return await db.insert('payment', {
    number: formatNumber('R', await db.nextNumber('R')),
    ...of,
    sale_id: null,
    tendered_minor: null,
    change_minor: 0,
    rounding_minor: 0,
    terminal_id: null,
    attempt_id: null,
    cheque_number: null,
    cheque_bank: null,
    card_brand: null,
    card_last4: null,
    approval_code: null,
    ...given,
    ...dated(db),
  });
}

async function allocate(db: WritableLedger, link: Record<string, number>, cause: string): Promise<void> {
  const none = { payment_id: null, memo_id: null, item_id: null, refund_id: null };
  await db.insert('allocation', {
    client_id: 1,
    ...none,
    ...link,
    amount_minor: 2298,
    cause,
    ...who,
    at: db.at,
  });
}

async function cancel(db: WritableLedger): Promise<void> {
  const number = formatNumber('NC', await db.nextNumber('NC'));
  const memo = { number, ...of, kind: 'cancellation', source_invoice_id: 1, reason: 'malade', ...parts };
  await db.insert('credit_memo', { ...memo, refundable_minor: 2298, ...dated(db) });
  const share = { asked_basis_points: 10000, fraction_numerator: '1', fraction_denominator: '1' };
  await db.insert('credit_memo_line', {
    memo_id: 1,
    item_id: 1,
    ...named,
    ...parts,
    ...share,
    restocked_quantity: 0,
  });
  await db.insert('credit_funding', { memo_id: 1, payment_id: 1, amount_minor: 2298 });
  await postCreditMemo(db, { memoId: 1, clientId: 1, tillSessionId: 1, lines: [posted] });
}

async function askRefund(db: WritableLedger): Promise<void> {
  const refund = {
    ...of,
    destination: 'cash',
    amount_minor: 2298,
    drawer_minor: 2300,
    reason: 'r',
    note: '',
  };
  await db.insert('refund', { ...refund, terminal_id: null, ...dated(db) });
  const line = { refund_id: 1, memo_id: 1, payment_id: null, origin_payment_id: 1, amount_minor: 2298 };
  await db.insert('refund_line', line);
  await db.open('hold', { refund_line_id: 1, ...line, at: db.at });
  await db.open('attempt', {
    reference: 'a-1',
    direction: 'out',
    driver: 'cash',
    refund_id: 1,
    sale_id: null,
    client_id: 1,
    terminal_id: null,
    till_session_id: 1,
    amount_minor: 2298,
    ...who,
    at: db.at,
    message_id: null,
  });
}

async function giveBack(db: WritableLedger): Promise<void> {
  await db.move('attempt', 1, 'approved', { staffId: 1 });
  await db.move('hold', 1, 'consumed');
  await db.insert('refund_outcome', {
    refund_id: 1,
    number: formatNumber('RB', await db.nextNumber('RB')),
    amount_minor: 2298,
    drawer_minor: 2300,
    rounding_minor: -2,
    attempt_id: 1,
    till_session_id: 1,
    ...dated(db),
  });
  const line = { refund_outcome_id: 1, refund_line_id: 1, origin_payment_id: 1 };
  await db.insert('refund_outcome_line', { ...line, amount_minor: 2298, drawer_minor: 2300 });
  await allocate(db, { memo_id: 1, refund_id: 1 }, 'refund');
  await postRefund(db, {
    refundId: 1,
    clientId: 1,
    from: drawer,
    tillSessionId: 1,
    amountMinor: 2298,
    drawerMinor: 2300,
  });
  await move(db, 'CASH_REFUND', -2300, { refund_id: 1 });
}

async function takeAndVoidCheque(db: WritableLedger): Promise<void> {
  await pay(db, { method: 'cheque', amount_minor: 4000, cheque_number: '12' });
  const paid = {
    clientId: 1,
    into: 'cheques',
    tillSessionId: 1,
    amountMinor: 4000,
    drawerMinor: null,
  } as const;
  await postPayment(db, { ...paid, paymentId: 2 });
  await db.insert('payment_void', { payment_id: 2, reason: 'r', till_session_id: 1, ...dated(db) });
  await postPaymentVoid(db, { ...paid, voidId: 1 });
}

async function closeTill(db: WritableLedger): Promise<void> {
  await db.move('till_session', 1, 'ended', { staffId: 1 });
  await db.insert('till_count', {
    till_session_id: 1,
    denominations: '{}',
    total_minor: 19975,
    ...who,
    at: db.at,
  });
  await move(db, 'COUNT', 0);
  await move(db, 'ADJUST', -25);
  await postClose(db, { ...drawer, countedMinor: 19975, differenceMinor: -25 });
  await db.insert('z_report', {
    till_id: 1,
    till_session_id: 1,
    number: await db.nextNumber('Z-1'),
    expected_minor: 20000,
    counted_minor: 19975,
    difference_minor: -25,
    difference_reason: '',
    summary: '{}',
    chain_seq: 1,
    chain_hash: '',
    approver_id: null,
    ...dated(db),
  });
  await db.move('till_session', 1, 'closed', { staffId: 1 });
}
