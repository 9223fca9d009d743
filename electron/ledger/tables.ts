/**
 * The ledger's tables, once: the order of tables and columns here is the order of the hash chain's
 * canonical encoding, so it never changes; new tables and columns are added at the end by a migration.
 */
type ColumnType = 'integer' | 'integer?' | 'text' | 'text?' | 'blob';
type Columns = Readonly<Record<string, ColumnType>>;
interface FactDefinition {
  readonly columns: Columns;
  /** Unique keys besides the id; the database guards them against INSERT OR REPLACE. */
  readonly unique: readonly (readonly string[])[];
}
interface ProcessDefinition {
  /** Columns besides id and state; they never change after the row is opened. */
  readonly columns: Columns;
}

const amounts = {
  net_minor: 'integer',
  gst_minor: 'integer',
  qst_minor: 'integer',
  total_minor: 'integer',
} as const;

/** Facts: appended, never updated or deleted, every column covered by the chain (settled.md 45). */
export const FACT_TABLES = {
  command: {
    columns: {
      key: 'text',
      operation: 'text',
      input_hash: 'blob',
      result: 'text',
      staff_id: 'integer?',
      at: 'text',
    },
    unique: [['key']],
  },
  audit_event: {
    columns: { kind: 'text', staff_id: 'integer?', subject: 'text?', detail: 'text', at: 'text' },
    unique: [],
  },
  process_event: {
    columns: {
      process: 'text',
      row_id: 'integer',
      from_state: 'text?',
      to_state: 'text',
      staff_id: 'integer?',
      detail: 'text',
      at: 'text',
    },
    unique: [],
  },
  journal_entry: {
    columns: {
      kind: 'text',
      document_kind: 'text',
      document_id: 'integer',
      till_session_id: 'integer?',
      local_date: 'text',
      at: 'text',
    },
    unique: [],
  },
  journal_line: {
    columns: { entry_id: 'integer', account: 'text', client_id: 'integer?', amount_minor: 'integer' },
    unique: [],
  },
  invoice: {
    columns: {
      number: 'text',
      client_id: 'integer',
      kind: 'text',
      sale_id: 'integer?',
      till_session_id: 'integer?',
      language: 'text',
      note: 'text',
      ...amounts,
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [['number']],
  },
  invoice_item: {
    columns: {
      invoice_id: 'integer',
      line_number: 'integer',
      product_id: 'integer?',
      product_type: 'text',
      name_fr: 'text',
      name_en: 'text',
      person_id: 'integer?',
      quantity: 'integer',
      unit_price_minor: 'integer',
      gross_minor: 'integer',
      ...amounts,
      tax_class: 'text',
      ledger_code: 'text',
      due_date: 'text',
    },
    unique: [['invoice_id', 'line_number']],
  },
  credit_memo: {
    columns: {
      number: 'text',
      client_id: 'integer',
      kind: 'text',
      source_invoice_id: 'integer?',
      till_session_id: 'integer?',
      language: 'text',
      reason: 'text',
      ...amounts,
      refundable_minor: 'integer',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [['number']],
  },
  credit_memo_line: {
    columns: {
      memo_id: 'integer',
      item_id: 'integer?',
      name_fr: 'text',
      name_en: 'text',
      ledger_code: 'text',
      ...amounts,
      asked_basis_points: 'integer?',
      fraction_numerator: 'text?',
      fraction_denominator: 'text?',
      restocked_quantity: 'integer',
    },
    unique: [],
  },
  credit_funding: {
    columns: { memo_id: 'integer', payment_id: 'integer', amount_minor: 'integer' },
    unique: [],
  },
  payment: {
    columns: {
      number: 'text',
      client_id: 'integer',
      sale_id: 'integer?',
      method: 'text',
      amount_minor: 'integer',
      tendered_minor: 'integer?',
      change_minor: 'integer',
      rounding_minor: 'integer',
      till_session_id: 'integer?',
      terminal_id: 'integer?',
      attempt_id: 'integer?',
      cheque_number: 'text?',
      cheque_bank: 'text?',
      card_brand: 'text?',
      card_last4: 'text?',
      approval_code: 'text?',
      language: 'text',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [['number'], ['attempt_id']],
  },
  payment_void: {
    columns: {
      payment_id: 'integer',
      reason: 'text',
      till_session_id: 'integer',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [['payment_id']],
  },
  card_status: {
    columns: { payment_id: 'integer', status: 'text', staff_id: 'integer', at: 'text' },
    unique: [],
  },
  allocation: {
    columns: {
      client_id: 'integer',
      payment_id: 'integer?',
      memo_id: 'integer?',
      item_id: 'integer?',
      refund_id: 'integer?',
      amount_minor: 'integer',
      cause: 'text',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [],
  },
  refund: {
    columns: {
      client_id: 'integer',
      destination: 'text',
      amount_minor: 'integer',
      drawer_minor: 'integer?',
      reason: 'text',
      note: 'text',
      terminal_id: 'integer?',
      till_session_id: 'integer?',
      language: 'text',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [],
  },
  refund_line: {
    columns: {
      refund_id: 'integer',
      memo_id: 'integer?',
      payment_id: 'integer?',
      origin_payment_id: 'integer',
      amount_minor: 'integer',
    },
    unique: [],
  },
  refund_outcome: {
    columns: {
      refund_id: 'integer',
      number: 'text',
      amount_minor: 'integer',
      drawer_minor: 'integer?',
      rounding_minor: 'integer',
      attempt_id: 'integer',
      till_session_id: 'integer?',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [['refund_id'], ['number'], ['attempt_id']],
  },
  refund_outcome_line: {
    columns: {
      refund_outcome_id: 'integer',
      refund_line_id: 'integer',
      origin_payment_id: 'integer',
      amount_minor: 'integer',
      drawer_minor: 'integer?',
    },
    unique: [['refund_line_id']],
  },
  attempt_evidence: {
    columns: {
      attempt_id: 'integer',
      answer: 'text',
      amount_minor: 'integer?',
      approval_code: 'text?',
      card_brand: 'text?',
      card_last4: 'text?',
      slip_number: 'text?',
      slip_at: 'text?',
      note: 'text',
      override_reason: 'text?',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [],
  },
  drawer_event: {
    columns: {
      till_session_id: 'integer',
      kind: 'text',
      amount_minor: 'integer',
      payment_id: 'integer?',
      refund_id: 'integer?',
      reason: 'text',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [],
  },
  till_count: {
    columns: {
      till_session_id: 'integer',
      denominations: 'text',
      total_minor: 'integer',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [],
  },
  z_report: {
    columns: {
      till_id: 'integer',
      till_session_id: 'integer',
      number: 'integer',
      expected_minor: 'integer',
      counted_minor: 'integer',
      difference_minor: 'integer',
      difference_reason: 'text',
      summary: 'text',
      chain_seq: 'integer',
      chain_hash: 'text',
      staff_id: 'integer',
      approver_id: 'integer?',
      local_date: 'text',
      at: 'text',
    },
    unique: [['till_id', 'number']],
  },
  stock_movement: {
    columns: {
      product_id: 'integer',
      quantity: 'integer',
      cause: 'text',
      item_id: 'integer?',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [],
  },
  sale_tenders: {
    columns: { sale_id: 'integer', tenders: 'text', staff_id: 'integer', at: 'text' },
    unique: [],
  },
  lost_number: {
    columns: { series: 'text', number: 'integer', at: 'text' },
    unique: [['series', 'number']],
  },
  discount_line: {
    columns: {
      item_id: 'integer',
      position: 'integer',
      rule_id: 'integer?',
      name_fr: 'text',
      name_en: 'text',
      code: 'text?',
      ledger_code: 'text',
      amount_minor: 'integer',
    },
    unique: [['item_id', 'position']],
  },
  till_reopening: {
    columns: {
      till_session_id: 'integer',
      z_report_id: 'integer',
      reason: 'text',
      difference_minor: 'integer',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [['z_report_id']],
  },
  deposit_slip: {
    columns: {
      number: 'text',
      cash_minor: 'integer',
      cheques_minor: 'integer',
      total_minor: 'integer',
      note: 'text',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [['number']],
  },
  deposit_slip_close: {
    columns: { deposit_slip_id: 'integer', z_report_id: 'integer' },
    unique: [['z_report_id']],
  },
  deposit_slip_cheque: {
    columns: { deposit_slip_id: 'integer', payment_id: 'integer', amount_minor: 'integer' },
    unique: [['payment_id']],
  },
  approval_answer: {
    columns: {
      approval_id: 'integer',
      answer: 'text',
      way: 'text',
      intent_hash: 'text',
      note: 'text',
      expires_at: 'text?',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [['approval_id']],
  },
  item_funding: {
    columns: { item_id: 'integer', memo_id: 'integer', payment_id: 'integer', amount_minor: 'integer' },
    unique: [],
  },
  terminal_reply: {
    columns: {
      attempt_id: 'integer',
      outcome: 'text',
      reason: 'text?',
      authorized_minor: 'integer?',
      reply: 'text?',
      at: 'text',
    },
    unique: [],
  },
  statement: {
    columns: {
      number: 'text',
      client_id: 'integer',
      kind: 'text',
      from_date: 'text',
      to_date: 'text',
      opening_minor: 'integer',
      closing_minor: 'integer',
      language: 'text',
      message: 'text',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [['number']],
  },
  discount_withdrawal: {
    columns: {
      discount_line_id: 'integer',
      item_id: 'integer',
      credited_numerator: 'text',
      credited_denominator: 'text',
      amount_minor: 'integer',
    },
    unique: [['discount_line_id'], ['item_id']],
  },
  credit_expiry: {
    columns: { memo_id: 'integer', expires_on: 'text' },
    unique: [['memo_id']],
  },
  bulk_document: {
    columns: { bulk_account_id: 'integer', invoice_id: 'integer?', memo_id: 'integer?' },
    unique: [['invoice_id'], ['memo_id']],
  },
  manual_rebate: {
    columns: {
      item_id: 'integer',
      discount_line_id: 'integer?',
      memo_id: 'integer?',
      custom_item_id: 'integer?',
      amount_minor: 'integer',
      reason: 'text',
      approval_id: 'integer?',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [['discount_line_id'], ['memo_id']],
  },
  invoice_override: {
    columns: {
      invoice_id: 'integer',
      item_id: 'integer?',
      kind: 'text',
      reason: 'text',
      amount_minor: 'integer',
      approval_id: 'integer?',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [],
  },
  gateway_attempt: {
    columns: {
      attempt_id: 'integer',
      kind: 'text',
      saved_method_id: 'integer?',
      charge_reference: 'text?',
    },
    unique: [['attempt_id']],
  },
  gateway_reference: {
    columns: { attempt_id: 'integer', reference: 'text', at: 'text' },
    unique: [['attempt_id'], ['reference']],
  },
  payment_return: {
    columns: {
      payment_id: 'integer',
      reason: 'text',
      note: 'text',
      fee_invoice_id: 'integer?',
      staff_id: 'integer?',
      local_date: 'text',
      at: 'text',
    },
    unique: [['payment_id']],
  },
  gateway_settlement: {
    columns: {
      method: 'text',
      amount_minor: 'integer',
      reference: 'text',
      note: 'text',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [],
  },
  gateway_settlement_line: {
    columns: {
      settlement_id: 'integer',
      payment_id: 'integer?',
      refund_id: 'integer?',
      amount_minor: 'integer',
    },
    unique: [['payment_id'], ['refund_id']],
  },
  action_resolution: {
    columns: {
      action_key: 'text',
      resolution: 'text',
      reason: 'text',
      refund_id: 'integer?',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [['action_key']],
  },
  planned_charge: {
    columns: { planned_payment_id: 'integer', sale_id: 'integer' },
    unique: [['planned_payment_id', 'sale_id']],
  },
  batch_slip: {
    columns: {
      terminal_id: 'integer',
      batch_date: 'text',
      batch_number: 'text',
      sales_count: 'integer',
      sales_minor: 'integer',
      refunds_count: 'integer',
      refunds_minor: 'integer',
      brands: 'text',
      differences: 'text',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [],
  },
  batch_acceptance: {
    columns: {
      batch_slip_id: 'integer',
      terminal_id: 'integer',
      batch_date: 'text',
      net_minor: 'integer',
      reason: 'text',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [['batch_slip_id'], ['terminal_id', 'batch_date']],
  },
  item_replacement: {
    columns: {
      old_item_id: 'integer',
      new_item_id: 'integer',
      memo_id: 'integer?',
      keeps_price: 'integer',
      reason: 'text',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [['old_item_id'], ['new_item_id'], ['memo_id']],
  },
  action_note: {
    columns: {
      action_id: 'text',
      client_id: 'integer?',
      way: 'text',
      note: 'text',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [],
  },
  action_dismissal: {
    columns: {
      action_id: 'text',
      kind: 'text',
      client_id: 'integer?',
      since: 'text',
      amount_minor: 'integer',
      reason: 'text',
      staff_id: 'integer',
      at: 'text',
    },
    unique: [],
  },
  till_review: {
    columns: { z_report_id: 'integer', note: 'text', staff_id: 'integer', local_date: 'text', at: 'text' },
    unique: [['z_report_id']],
  },
  refund_take_back: {
    columns: { refund_id: 'integer', memo_id: 'integer', item_id: 'integer', amount_minor: 'integer' },
    unique: [['item_id']],
  },
  refund_part: {
    columns: { refund_id: 'integer', first_refund_id: 'integer', position: 'integer' },
    unique: [['refund_id'], ['first_refund_id', 'position']],
  },
  refund_excess: {
    columns: {
      number: 'text',
      attempt_id: 'integer',
      refund_id: 'integer',
      amount_minor: 'integer',
      reason: 'text',
      till_session_id: 'integer?',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
    unique: [['number'], ['attempt_id']],
  },
} as const satisfies Record<string, FactDefinition>;

/** Process rows: only `state` moves, along the legal edges, each move leaving a chained event (settled.md 45). */
export const PROCESS_TABLES = {
  till_session: {
    columns: { till_id: 'integer', staff_id: 'integer', local_date: 'text', at: 'text' },
  },
  sale: {
    columns: {
      client_id: 'integer',
      kind: 'text',
      cart: 'text',
      till_session_id: 'integer?',
      staff_id: 'integer',
      at: 'text',
    },
  },
  attempt: {
    columns: {
      reference: 'text',
      direction: 'text',
      driver: 'text',
      refund_id: 'integer?',
      sale_id: 'integer?',
      client_id: 'integer',
      terminal_id: 'integer?',
      till_session_id: 'integer?',
      amount_minor: 'integer',
      staff_id: 'integer',
      at: 'text',
      message_id: 'text?',
    },
  },
  hold: {
    columns: {
      refund_line_id: 'integer',
      refund_id: 'integer',
      memo_id: 'integer?',
      payment_id: 'integer?',
      origin_payment_id: 'integer',
      amount_minor: 'integer',
      at: 'text',
    },
  },
  registration: {
    columns: {
      person_id: 'integer',
      product_id: 'integer',
      item_id: 'integer',
      client_id: 'integer',
      at: 'text',
    },
  },
  approval: {
    columns: {
      action: 'text',
      intent: 'text',
      intent_hash: 'text',
      client_id: 'integer',
      refund_id: 'integer?',
      amount_minor: 'integer',
      local_date: 'text',
      expires_at: 'text',
      staff_id: 'integer',
      at: 'text',
    },
  },
  print_job: {
    columns: { till_id: 'integer', kind: 'text', number: 'text', staff_id: 'integer', at: 'text' },
  },
  planned_payment: {
    columns: {
      item_id: 'integer',
      client_id: 'integer',
      due_date: 'text',
      amount_minor: 'integer',
      method: 'text',
      saved_method_id: 'integer?',
      staff_id: 'integer',
      at: 'text',
    },
  },
  bulk_batch: {
    columns: {
      kind: 'text',
      label: 'text',
      ledger_code: 'text',
      tax_mode: 'text',
      is_refundable: 'integer',
      reason: 'text',
      content_hash: 'text',
      people_count: 'integer',
      account_count: 'integer',
      total_minor: 'integer',
      reverses_batch_id: 'integer?',
      staff_id: 'integer',
      local_date: 'text',
      at: 'text',
    },
  },
  bulk_account: {
    columns: {
      batch_id: 'integer',
      client_id: 'integer',
      lines: 'text',
      total_minor: 'integer',
      reverses_account_id: 'integer?',
    },
  },
  saved_method: {
    columns: {
      client_id: 'integer',
      kind: 'text',
      token: 'text',
      customer_token: 'text?',
      brand: 'text',
      last4: 'text',
      expires_on: 'text?',
      consent_date: 'text',
      staff_id: 'integer',
      at: 'text',
    },
  },
  claim: {
    columns: { action_id: 'text', staff_id: 'integer', local_date: 'text', at: 'text' },
  },
} as const satisfies Record<string, ProcessDefinition>;

type Value<T extends ColumnType> = T extends 'integer'
  ? number
  : T extends 'integer?'
    ? number | null
    : T extends 'text'
      ? string
      : T extends 'text?'
        ? string | null
        : Uint8Array;
type Row<C extends Columns> = { -readonly [K in keyof C]: Value<C[K]> };

export type FactTable = keyof typeof FACT_TABLES;
export type ProcessTable = keyof typeof PROCESS_TABLES;
/** The columns a writer gives for one fact; id and commit_seq are the ledger's. */
export type FactRow<T extends FactTable> = Row<(typeof FACT_TABLES)[T]['columns']>;
/** The columns a writer gives when it opens a process row; id and state are the ledger's. */
export type ProcessRow<T extends ProcessTable> = Row<(typeof PROCESS_TABLES)[T]['columns']>;
