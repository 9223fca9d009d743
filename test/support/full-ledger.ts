import type { Ledger, WritableLedger } from '../../electron/ledger/ledger.ts';
import { postBatch } from '../../electron/ledger/post-till.ts';
import { FACT_TABLES, type FactTable } from '../../electron/ledger/tables.ts';
import { fillMutableTables } from './ledger-fixture.ts';

/** One row in every fact table and every process table, wide rather than plausible: for guards and the chain. */
export async function fillEveryTable(ledger: Ledger): Promise<void> {
  await fillMutableTables(ledger);
  await ledger.write(openProcesses);
  await ledger.write(writeDocuments);
  await ledger.write(writeRefund);
  await ledger.write(writeEvents);
}

const who = { staff_id: 1 } as const;
const amounts = { net_minor: 1999, gst_minor: 100, qst_minor: 199, total_minor: 2298 } as const;

async function openProcesses(db: WritableLedger): Promise<void> {
  const { at, localDate } = db;
  await db.open('till_session', { till_id: 1, ...who, local_date: localDate, at });
  await db.open('sale', { client_id: 1, kind: 'counter', cart: '[]', till_session_id: 1, ...who, at });
}

async function writeDocuments(db: WritableLedger): Promise<void> {
  const { at, localDate } = db;
  const dated = { ...who, local_date: localDate, at };
  const first = { client_id: 1, till_session_id: 1, language: 'fr' };
  await db.insert('invoice', {
    number: 'F-000001',
    ...first,
    kind: 'counter',
    sale_id: 1,
    note: 'n',
    ...amounts,
    ...dated,
  });
  const named = { name_fr: 'Bain', name_en: 'Swim', ledger_code: 'AQUA' };
  await db.insert('invoice_item', {
    invoice_id: 1,
    line_number: 1,
    product_id: 1,
    product_type: 'activity',
    ...named,
    person_id: null,
    quantity: 1,
    unit_price_minor: 2499,
    gross_minor: 2499,
    ...amounts,
    tax_class: 'taxable',
    due_date: localDate,
  });
  await db.insert('discount_line', {
    item_id: 1,
    position: 1,
    rule_id: null,
    name_fr: 'Rabais famille',
    name_en: 'Family discount',
    code: null,
    ledger_code: 'AQUA',
    amount_minor: 500,
  });
  await db.insert('discount_withdrawal', {
    discount_line_id: 1,
    item_id: 1,
    credited_numerator: '0',
    credited_denominator: '1',
    amount_minor: 500,
  });
  await db.insert('manual_rebate', {
    item_id: 1,
    discount_line_id: 1,
    memo_id: null,
    custom_item_id: null,
    amount_minor: 500,
    reason: 'r',
    approval_id: null,
    ...who,
    at,
  });
  await db.insert('invoice_override', {
    invoice_id: 1,
    item_id: 1,
    kind: 'age',
    reason: 'r',
    amount_minor: 2298,
    approval_id: null,
    ...who,
    at,
  });
  await db.open('registration', { person_id: 1, product_id: 1, item_id: 1, client_id: 1, at });
  await db.open('planned_payment', {
    item_id: 1,
    client_id: 1,
    due_date: localDate,
    amount_minor: 1000,
    method: 'saved-method',
    saved_method_id: 1,
    ...who,
    at,
  });
  await db.insert('payment', {
    number: 'R-000001',
    ...first,
    sale_id: 1,
    method: 'cash',
    amount_minor: 2298,
    tendered_minor: 2500,
    change_minor: 200,
    rounding_minor: 2,
    terminal_id: 1,
    attempt_id: null,
    cheque_number: 'x',
    cheque_bank: 'x',
    card_brand: 'x',
    card_last4: '4417',
    approval_code: 'x',
    ...dated,
  });
  await db.insert('credit_memo', {
    number: 'NC-000001',
    ...first,
    kind: 'cancellation',
    source_invoice_id: 1,
    reason: 'r',
    ...amounts,
    refundable_minor: 2298,
    ...dated,
  });
  await db.insert('credit_memo_line', {
    memo_id: 1,
    item_id: 1,
    ...named,
    ...amounts,
    asked_basis_points: 10000,
    fraction_numerator: '1',
    fraction_denominator: '1',
    restocked_quantity: 0,
  });
  await db.insert('credit_expiry', { memo_id: 1, expires_on: localDate });
  await db.insert('credit_funding', { memo_id: 1, payment_id: 1, amount_minor: 2298 });
  await db.insert('item_funding', { item_id: 1, memo_id: 1, payment_id: 1, amount_minor: 100 });
  await db.insert('allocation', {
    client_id: 1,
    payment_id: 1,
    memo_id: null,
    item_id: 1,
    refund_id: null,
    amount_minor: 2298,
    cause: 'sale',
    ...who,
    at,
  });
}

async function writeRefund(db: WritableLedger): Promise<void> {
  const { at, localDate } = db;
  const dated = { ...who, local_date: localDate, at };
  await db.insert('refund', {
    client_id: 1,
    destination: 'cash',
    amount_minor: 2298,
    drawer_minor: 2300,
    reason: 'r',
    note: 'n',
    terminal_id: 1,
    till_session_id: 1,
    language: 'fr',
    ...dated,
  });
  await db.insert('refund_part', { refund_id: 1, first_refund_id: 1, position: 1 });
  const line = { refund_id: 1, memo_id: 1, payment_id: null, origin_payment_id: 1, amount_minor: 2298 };
  await db.insert('refund_line', line);
  await db.open('hold', { refund_line_id: 1, ...line, at });
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
    at,
    message_id: null,
  });
  await db.insert('terminal_reply', {
    attempt_id: 1,
    outcome: 'declined',
    reason: 'refused',
    authorized_minor: 2298,
    reply: '{}',
    at,
  });
  await db.insert('refund_outcome', {
    refund_id: 1,
    number: 'RB-000001',
    amount_minor: 2298,
    drawer_minor: 2300,
    rounding_minor: -2,
    attempt_id: 1,
    till_session_id: 1,
    ...dated,
  });
  await db.insert('refund_outcome_line', {
    refund_outcome_id: 1,
    refund_line_id: 1,
    origin_payment_id: 1,
    amount_minor: 2298,
    drawer_minor: 2300,
  });
  await db.insert('refund_excess', {
    number: 'RX-000001',
    attempt_id: 1,
    refund_id: 1,
    amount_minor: 900,
    reason: 'r',
    till_session_id: 1,
    ...dated,
  });
  await db.insert('attempt_evidence', {
    attempt_id: 1,
    answer: 'approved',
    amount_minor: 2298,
    approval_code: '07A31C',
    card_brand: 'visa',
    card_last4: '4417',
    slip_number: '12',
    slip_at: at,
    note: 'n',
    override_reason: 'o',
    ...who,
    at,
  });
}

async function writeEvents(db: WritableLedger): Promise<void> {
  const { at, localDate } = db;
  const dated = { ...who, local_date: localDate, at };
  await db.insert('command', {
    key: 'k',
    operation: 'o',
    input_hash: new Uint8Array([1, 2]),
    result: '{}',
    ...who,
    at,
  });
  await db.insert('audit_event', { kind: 'k', ...who, subject: 's', detail: '{}', at });
  const entryId = await db.insert('journal_entry', {
    kind: 'payment',
    document_kind: 'payment',
    document_id: 1,
    till_session_id: 1,
    local_date: localDate,
    at,
  });
  await db.insert('journal_line', { entry_id: entryId, account: 'clients', client_id: 1, amount_minor: 5 });
  await db.insert('journal_line', {
    entry_id: entryId,
    account: 'cash:1',
    client_id: null,
    amount_minor: -5,
  });
  await db.open('till_session', { till_id: 2, ...who, local_date: localDate, at });
  await db.insert('payment', {
    number: 'R-000002',
    client_id: 1,
    sale_id: null,
    method: 'cheque',
    amount_minor: 100,
    tendered_minor: null,
    change_minor: 0,
    rounding_minor: 0,
    till_session_id: 2,
    terminal_id: null,
    attempt_id: null,
    cheque_number: '1',
    cheque_bank: 'b',
    card_brand: null,
    card_last4: null,
    approval_code: null,
    language: 'fr',
    ...dated,
  });
  await db.insert('payment_void', { payment_id: 2, reason: 'r', till_session_id: 2, ...dated });
  await db.insert('statement', {
    number: 'RC-000001',
    client_id: 1,
    kind: 'simple',
    from_date: localDate,
    to_date: localDate,
    opening_minor: -1,
    closing_minor: 1,
    language: 'fr',
    message: 'm',
    ...dated,
  });
  await db.insert('card_status', { payment_id: 1, status: 'closed', ...who, at });
  await db.insert('drawer_event', {
    till_session_id: 1,
    kind: 'CASH_IN',
    amount_minor: 2300,
    payment_id: 1,
    refund_id: null,
    reason: 'r',
    ...who,
    at,
  });
  await db.insert('till_count', { till_session_id: 1, denominations: '{}', total_minor: 1, ...who, at });
  await db.insert('z_report', {
    till_id: 1,
    till_session_id: 1,
    number: 1,
    expected_minor: 1,
    counted_minor: 1,
    difference_minor: 0,
    difference_reason: '',
    summary: '{}',
    chain_seq: 1,
    chain_hash: 'h',
    approver_id: 2,
    ...dated,
  });
  await db.insert('till_reopening', {
    till_session_id: 1,
    z_report_id: 1,
    reason: 'r',
    difference_minor: 0,
    ...dated,
  });
  await db.insert('till_review', { z_report_id: 1, note: 'n', ...dated });
  await writeDeposit(db);
  await writeGateway(db);
  await db.insert('stock_movement', { product_id: 1, quantity: -1, cause: 'sale', item_id: 1, ...who, at });
  await db.insert('sale_tenders', { sale_id: 1, tenders: '[]', ...who, at });
  await db.open('print_job', { till_id: 1, kind: 'invoice', number: 'F-000001', ...who, at });
  const batchId = await db.open('bulk_batch', {
    kind: 'credit',
    label: 'l',
    ledger_code: '4000',
    tax_mode: 'added',
    is_refundable: 0,
    reason: 'r',
    content_hash: 'c',
    people_count: 1,
    account_count: 1,
    total_minor: 2298,
    reverses_batch_id: null,
    ...dated,
  });
  const bulkAccountId = await db.open('bulk_account', {
    batch_id: batchId,
    client_id: 1,
    lines: '[]',
    total_minor: 2298,
    reverses_account_id: null,
  });
  await db.insert('bulk_document', { bulk_account_id: bulkAccountId, invoice_id: null, memo_id: 1 });
  const newItemId = await db.insert('invoice_item', {
    invoice_id: 1,
    line_number: 9,
    product_id: null,
    product_type: 'fee',
    name_fr: 'Frais',
    name_en: 'Fee',
    ledger_code: 'AQUA',
    person_id: null,
    quantity: 1,
    unit_price_minor: 1999,
    gross_minor: 1999,
    ...amounts,
    tax_class: 'taxable',
    due_date: localDate,
  });
  await db.insert('item_replacement', {
    old_item_id: 1,
    new_item_id: newItemId,
    memo_id: 1,
    keeps_price: 1,
    reason: 'r',
    ...who,
    at,
  });
  await db.insert('refund_take_back', { refund_id: 1, memo_id: 1, item_id: newItemId, amount_minor: 100 });
  await db.open('claim', { action_id: 'attempt-1', ...dated });
  await db.insert('action_note', {
    action_id: 'attempt-1',
    client_id: 1,
    way: 'phone',
    note: 'n',
    ...who,
    at,
  });
  await db.insert('action_dismissal', {
    action_id: 'payment-1',
    kind: 'unreconciled',
    client_id: 1,
    since: at,
    amount_minor: 5,
    reason: 'r',
    ...who,
    at,
  });
  await db.insert('lost_number', { series: 'F', number: 9, at });
  const intentHash = 'a'.repeat(64);
  const approvalId = await db.open('approval', {
    action: 'refund',
    intent: '{}',
    intent_hash: intentHash,
    client_id: 1,
    refund_id: null,
    amount_minor: 1,
    local_date: localDate,
    expires_at: at,
    ...who,
    at,
  });
  await db.insert('approval_answer', {
    approval_id: approvalId,
    answer: 'granted',
    way: 'desk',
    intent_hash: intentHash,
    note: '',
    expires_at: at,
    staff_id: 2,
    at,
  });
}

/** A cheque of a closed session, brought to the bank with a close that stands. */
async function writeDeposit(db: WritableLedger): Promise<void> {
  const { at, localDate } = db;
  const dated = { ...who, local_date: localDate, at };
  const sessionId = await db.open('till_session', { till_id: 3, ...dated });
  const paymentId = await db.insert('payment', {
    number: 'R-000003',
    client_id: 1,
    sale_id: null,
    method: 'cheque',
    amount_minor: 100,
    tendered_minor: null,
    change_minor: 0,
    rounding_minor: 0,
    till_session_id: sessionId,
    terminal_id: null,
    attempt_id: null,
    cheque_number: '2',
    cheque_bank: 'b',
    card_brand: null,
    card_last4: null,
    approval_code: null,
    language: 'fr',
    ...dated,
  });
  await db.move('till_session', sessionId, 'ended');
  await db.move('till_session', sessionId, 'closed');
  const zReportId = await db.insert('z_report', {
    till_id: 3,
    till_session_id: sessionId,
    number: 1,
    expected_minor: 0,
    counted_minor: 0,
    difference_minor: 0,
    difference_reason: '',
    summary: '{}',
    chain_seq: 1,
    chain_hash: 'h',
    approver_id: null,
    ...dated,
  });
  const slipId = await db.insert('deposit_slip', {
    number: 'DB-000001',
    cash_minor: 0,
    cheques_minor: 100,
    total_minor: 100,
    note: '',
    ...dated,
  });
  const batchSlipId = await db.insert('batch_slip', {
    terminal_id: 1,
    batch_date: '2026-03-02',
    batch_number: '17',
    sales_count: 1,
    sales_minor: 100,
    refunds_count: 0,
    refunds_minor: 0,
    brands: '[]',
    differences: '[]',
    ...dated,
  });
  const batchAcceptanceId = await db.insert('batch_acceptance', {
    batch_slip_id: batchSlipId,
    terminal_id: 1,
    batch_date: '2026-03-02',
    net_minor: 100,
    reason: '',
    ...dated,
  });
  await postBatch(db, { batchAcceptanceId, terminalId: 1, netMinor: 100 });
  await db.insert('deposit_slip_close', { deposit_slip_id: slipId, z_report_id: zReportId });
  await db.insert('deposit_slip_cheque', {
    deposit_slip_id: slipId,
    payment_id: paymentId,
    amount_minor: 100,
  });
}

/** A saved card and an attempt on it, a cheque that came back, a payout. */
async function writeGateway(db: WritableLedger): Promise<void> {
  const { at, localDate } = db;
  const dated = { ...who, local_date: localDate, at };
  const savedMethodId = await db.open('saved_method', {
    client_id: 1,
    kind: 'card',
    token: 'pm_1',
    customer_token: 'cus_1',
    brand: 'Visa',
    last4: '4242',
    expires_on: '2030-01',
    consent_date: localDate,
    ...who,
    at,
  });
  const attemptId = await db.open('attempt', {
    reference: 'a-2',
    direction: 'in',
    driver: 'gateway',
    refund_id: null,
    sale_id: 1,
    client_id: 1,
    terminal_id: null,
    till_session_id: null,
    amount_minor: 100,
    ...who,
    at,
    message_id: null,
  });
  await db.insert('gateway_attempt', {
    attempt_id: attemptId,
    kind: 'card',
    saved_method_id: savedMethodId,
    charge_reference: 'pi_0',
  });
  await db.insert('gateway_reference', { attempt_id: attemptId, reference: 'pi_1', at });
  await db.insert('payment_return', {
    payment_id: 3,
    reason: 'nsf',
    note: 'n',
    fee_invoice_id: 1,
    ...dated,
  });
  const settlementId = await db.insert('gateway_settlement', {
    method: 'online-card',
    amount_minor: 100,
    reference: 'po_1',
    note: 'n',
    ...dated,
  });
  await db.insert('gateway_settlement_line', {
    settlement_id: settlementId,
    payment_id: 1,
    refund_id: null,
    amount_minor: 100,
  });
  await db.insert('planned_charge', { planned_payment_id: 1, sale_id: 1 });
  await db.insert('action_resolution', {
    action_key: 'refund-1',
    resolution: 'dismissed',
    reason: 'r',
    refund_id: 1,
    ...who,
    at,
  });
}

/** Every fact table, for tests that must miss none. */
export const FACT_NAMES = Object.keys(FACT_TABLES) as FactTable[];
