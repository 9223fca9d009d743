import { ATTEMPT_EDGES } from '../../../shared/domain/attempt.ts';
import {
  HOLD_EDGES,
  REGISTRATION_EDGES,
  SALE_EDGES,
  TILL_SESSION_EDGES,
} from '../../../shared/domain/process-edges.ts';
import { guardFacts, protectFact, protectProcess } from '../protect.ts';
import { amount, fact, language, natural, parts, partsAddUp, positive } from './columns.ts';

/** Mutable tables: names, settings and people live outside the chain (settled.md 45). */
const mutable = `
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL, address TEXT NOT NULL, phone TEXT NOT NULL,
  gst_number TEXT NOT NULL, qst_number TEXT NOT NULL, ${language},
  time_zone TEXT NOT NULL, demonstration INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE staff (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, roles TEXT NOT NULL, ${language},
  active INTEGER NOT NULL DEFAULT 1, pin_hash TEXT, reset_code_hash TEXT
) STRICT;
CREATE TABLE sign_in_failure (
  scope TEXT PRIMARY KEY, failures INTEGER NOT NULL, locked_until TEXT
) STRICT;
CREATE TABLE client (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('household', 'corporate', 'walk-in')),
  name TEXT NOT NULL, ${language}, phone TEXT NOT NULL, email TEXT NOT NULL, card_number TEXT,
  address TEXT NOT NULL, note TEXT NOT NULL, archived_at TEXT, created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX client_card ON client (card_number) WHERE card_number IS NOT NULL;
CREATE UNIQUE INDEX client_one_walk_in ON client (kind) WHERE kind = 'walk-in';
CREATE TABLE person (
  id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL REFERENCES client (id),
  given_name TEXT NOT NULL, family_name TEXT NOT NULL, birth_date TEXT,
  is_owner INTEGER NOT NULL, tags TEXT NOT NULL
) STRICT;
CREATE INDEX person_client ON person (client_id);
CREATE VIRTUAL TABLE client_search USING fts5 (words, digits, tokenize = 'trigram');
CREATE VIRTUAL TABLE client_word USING fts5 (words, tokenize = 'unicode61', prefix = '1 2');
CREATE TABLE product (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, barcode TEXT UNIQUE,
  type TEXT NOT NULL CHECK (type IN ('activity', 'membership', 'pass', 'merchandise', 'rental', 'donation', 'fee')),
  name_fr TEXT NOT NULL, name_en TEXT NOT NULL, ${natural('price_minor')},
  tax_class TEXT NOT NULL CHECK (tax_class IN ('taxable', 'exempt', 'zero')),
  ledger_code TEXT NOT NULL, stock_tracked INTEGER NOT NULL, active INTEGER NOT NULL DEFAULT 1,
  details TEXT NOT NULL
) STRICT;
CREATE TABLE till (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, terminal_id INTEGER REFERENCES terminal (id), active INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE terminal (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, driver TEXT NOT NULL CHECK (driver IN ('standalone')), device_number TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE number_series (series TEXT PRIMARY KEY, next INTEGER NOT NULL CHECK (next >= 1)) STRICT;
CREATE TRIGGER number_series_only_grows BEFORE UPDATE ON number_series
WHEN NEW.series <> OLD.series OR NEW.next < OLD.next BEGIN SELECT RAISE(ABORT, 'a number series only grows'); END;
CREATE TRIGGER number_series_stays BEFORE DELETE ON number_series BEGIN SELECT RAISE(ABORT, 'a number series is never deleted'); END;
CREATE TABLE chain_checkpoint (seq INTEGER PRIMARY KEY REFERENCES ledger_commit (seq), hash BLOB NOT NULL) STRICT;
`;

/**
 * One ledger_commit row opens each transaction that writes facts; its seal closes it. A commit without a seal
 * cannot be committed (deferred foreign key), and a sealed commit takes no further fact (triggers below).
 */
const chain = `
CREATE TABLE ledger_commit (seq INTEGER PRIMARY KEY REFERENCES ledger_seal (seq) DEFERRABLE INITIALLY DEFERRED, at TEXT NOT NULL) STRICT;
CREATE TABLE ledger_seal (seq INTEGER PRIMARY KEY, previous_hash BLOB NOT NULL, hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)) STRICT;
`;

const processes = `
CREATE TABLE till_session (id INTEGER PRIMARY KEY, state TEXT NOT NULL,
  till_id INTEGER NOT NULL REFERENCES till (id), staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX till_session_one_open ON till_session (till_id) WHERE state <> 'closed';
CREATE TABLE sale (id INTEGER PRIMARY KEY, state TEXT NOT NULL,
  client_id INTEGER NOT NULL REFERENCES client (id), kind TEXT NOT NULL CHECK (kind IN ('counter', 'payment')),
  cart TEXT NOT NULL, till_session_id INTEGER REFERENCES till_session (id), staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE INDEX sale_open ON sale (state) WHERE state = 'open';
CREATE TABLE attempt (id INTEGER PRIMARY KEY, state TEXT NOT NULL,
  reference TEXT NOT NULL UNIQUE, direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  driver TEXT NOT NULL CHECK (driver IN ('standalone', 'cash', 'cheque')),
  refund_id INTEGER REFERENCES refund (id), sale_id INTEGER REFERENCES sale (id),
  client_id INTEGER NOT NULL REFERENCES client (id), terminal_id INTEGER REFERENCES terminal (id),
  till_session_id INTEGER REFERENCES till_session (id), ${positive('amount_minor')},
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  CHECK ((refund_id IS NULL) <> (sale_id IS NULL)), CHECK ((direction = 'out') = (refund_id IS NOT NULL))) STRICT;
CREATE UNIQUE INDEX attempt_one_open_per_refund ON attempt (refund_id)
  WHERE refund_id IS NOT NULL AND state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator');
CREATE UNIQUE INDEX attempt_one_open_per_sale ON attempt (sale_id)
  WHERE sale_id IS NOT NULL AND state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator');
CREATE INDEX attempt_refund ON attempt (refund_id);
CREATE INDEX attempt_sale ON attempt (sale_id);
CREATE INDEX attempt_open ON attempt (state) WHERE state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict');
CREATE TABLE hold (id INTEGER PRIMARY KEY, state TEXT NOT NULL,
  refund_line_id INTEGER NOT NULL UNIQUE REFERENCES refund_line (id), refund_id INTEGER NOT NULL REFERENCES refund (id),
  memo_id INTEGER REFERENCES credit_memo (id), payment_id INTEGER REFERENCES payment (id),
  origin_payment_id INTEGER NOT NULL REFERENCES payment (id), ${positive('amount_minor')}, at TEXT NOT NULL,
  CHECK ((memo_id IS NULL) <> (payment_id IS NULL))) STRICT;
CREATE INDEX hold_memo ON hold (memo_id) WHERE state = 'held';
CREATE INDEX hold_payment ON hold (payment_id) WHERE state = 'held';
CREATE INDEX hold_origin ON hold (origin_payment_id) WHERE state = 'held';
CREATE INDEX hold_refund ON hold (refund_id);
CREATE TABLE registration (id INTEGER PRIMARY KEY, state TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id), product_id INTEGER NOT NULL REFERENCES product (id),
  item_id INTEGER NOT NULL REFERENCES invoice_item (id), client_id INTEGER NOT NULL REFERENCES client (id), at TEXT NOT NULL) STRICT;
CREATE INDEX registration_client ON registration (client_id);
CREATE INDEX registration_item ON registration (item_id);
`;

const facts = `
CREATE TABLE command (${fact}, key TEXT NOT NULL UNIQUE, operation TEXT NOT NULL, input_hash BLOB NOT NULL, result TEXT NOT NULL, staff_id INTEGER REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE TABLE audit_event (${fact}, kind TEXT NOT NULL, staff_id INTEGER REFERENCES staff (id), subject TEXT, detail TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE process_event (${fact}, process TEXT NOT NULL, row_id INTEGER NOT NULL, from_state TEXT, to_state TEXT NOT NULL, staff_id INTEGER REFERENCES staff (id), detail TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX process_event_row ON process_event (process, row_id);
CREATE TABLE journal_entry (${fact}, kind TEXT NOT NULL, document_kind TEXT NOT NULL, document_id INTEGER NOT NULL, till_session_id INTEGER REFERENCES till_session (id), local_date TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX journal_entry_date ON journal_entry (local_date);
CREATE TABLE journal_line (${fact}, entry_id INTEGER NOT NULL REFERENCES journal_entry (id), account TEXT NOT NULL, client_id INTEGER REFERENCES client (id), ${amount('amount_minor')},
  CHECK ((account = 'clients') = (client_id IS NOT NULL))) STRICT;
CREATE INDEX journal_line_commit ON journal_line (commit_seq);
CREATE INDEX journal_line_client ON journal_line (client_id, amount_minor) WHERE client_id IS NOT NULL;
CREATE INDEX journal_line_account ON journal_line (account, amount_minor);
CREATE TABLE invoice (${fact}, number TEXT NOT NULL UNIQUE, client_id INTEGER NOT NULL REFERENCES client (id), kind TEXT NOT NULL,
  sale_id INTEGER REFERENCES sale (id), till_session_id INTEGER REFERENCES till_session (id), ${language}, note TEXT NOT NULL,
  ${parts}, staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL, ${partsAddUp}) STRICT;
CREATE INDEX invoice_client ON invoice (client_id);
CREATE INDEX invoice_sale ON invoice (sale_id) WHERE sale_id IS NOT NULL;
CREATE TABLE invoice_item (${fact}, invoice_id INTEGER NOT NULL REFERENCES invoice (id), line_number INTEGER NOT NULL, product_id INTEGER REFERENCES product (id),
  product_type TEXT NOT NULL, name_fr TEXT NOT NULL, name_en TEXT NOT NULL, person_id INTEGER REFERENCES person (id),
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 9999), ${natural('unit_price_minor')}, ${natural('gross_minor')}, ${parts},
  tax_class TEXT NOT NULL, ledger_code TEXT NOT NULL, due_date TEXT NOT NULL, UNIQUE (invoice_id, line_number), ${partsAddUp}) STRICT;
CREATE TABLE credit_memo (${fact}, number TEXT NOT NULL UNIQUE, client_id INTEGER NOT NULL REFERENCES client (id), kind TEXT NOT NULL,
  source_invoice_id INTEGER REFERENCES invoice (id), till_session_id INTEGER REFERENCES till_session (id), ${language}, reason TEXT NOT NULL,
  ${parts}, ${natural('refundable_minor')}, staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL,
  ${partsAddUp}, CHECK (total_minor > 0), CHECK (refundable_minor <= total_minor)) STRICT;
CREATE INDEX credit_memo_client ON credit_memo (client_id);
CREATE TABLE credit_memo_line (${fact}, memo_id INTEGER NOT NULL REFERENCES credit_memo (id), item_id INTEGER REFERENCES invoice_item (id),
  name_fr TEXT NOT NULL, name_en TEXT NOT NULL, ledger_code TEXT NOT NULL, ${parts}, asked_basis_points INTEGER,
  fraction_numerator TEXT, fraction_denominator TEXT, ${natural('restocked_quantity')}, ${partsAddUp}) STRICT;
CREATE INDEX credit_memo_line_memo ON credit_memo_line (memo_id);
CREATE INDEX credit_memo_line_item ON credit_memo_line (item_id);
CREATE TABLE credit_funding (${fact}, memo_id INTEGER NOT NULL REFERENCES credit_memo (id), payment_id INTEGER NOT NULL REFERENCES payment (id), ${amount('amount_minor')}) STRICT;
CREATE INDEX credit_funding_memo ON credit_funding (memo_id);
CREATE INDEX credit_funding_payment ON credit_funding (payment_id);
CREATE TABLE payment (${fact}, number TEXT NOT NULL UNIQUE, client_id INTEGER NOT NULL REFERENCES client (id), sale_id INTEGER REFERENCES sale (id),
  method TEXT NOT NULL CHECK (method IN ('cash', 'terminal', 'cheque', 'online-card')), ${positive('amount_minor')}, tendered_minor INTEGER, ${natural('change_minor')},
  rounding_minor INTEGER NOT NULL CHECK (rounding_minor BETWEEN -2 AND 2), till_session_id INTEGER REFERENCES till_session (id), terminal_id INTEGER REFERENCES terminal (id),
  attempt_id INTEGER UNIQUE REFERENCES attempt (id), cheque_number TEXT, cheque_bank TEXT, card_brand TEXT, card_last4 TEXT, approval_code TEXT, ${language},
  staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL,
  CHECK (method = 'online-card' OR till_session_id IS NOT NULL), CHECK (method = 'cash' OR rounding_minor = 0)) STRICT;
CREATE INDEX payment_client ON payment (client_id);
CREATE INDEX payment_sale ON payment (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX payment_session ON payment (till_session_id);
CREATE TABLE payment_void (${fact}, payment_id INTEGER NOT NULL UNIQUE REFERENCES payment (id), reason TEXT NOT NULL, till_session_id INTEGER NOT NULL REFERENCES till_session (id), staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE card_status (${fact}, payment_id INTEGER NOT NULL REFERENCES payment (id), status TEXT NOT NULL CHECK (status IN ('valid', 'expired', 'closed', 'invalid')), staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE INDEX card_status_payment ON card_status (payment_id);
CREATE TABLE allocation (${fact}, client_id INTEGER NOT NULL REFERENCES client (id), payment_id INTEGER REFERENCES payment (id), memo_id INTEGER REFERENCES credit_memo (id),
  item_id INTEGER REFERENCES invoice_item (id), refund_id INTEGER REFERENCES refund (id), ${amount('amount_minor')}, cause TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  CHECK (amount_minor <> 0), CHECK ((payment_id IS NULL) <> (memo_id IS NULL)), CHECK ((item_id IS NULL) <> (refund_id IS NULL))) STRICT;
CREATE INDEX allocation_payment ON allocation (payment_id, amount_minor) WHERE payment_id IS NOT NULL;
CREATE INDEX allocation_memo ON allocation (memo_id, amount_minor) WHERE memo_id IS NOT NULL;
CREATE INDEX allocation_item ON allocation (item_id, amount_minor) WHERE item_id IS NOT NULL;
CREATE INDEX allocation_refund ON allocation (refund_id) WHERE refund_id IS NOT NULL;
CREATE TABLE refund (${fact}, client_id INTEGER NOT NULL REFERENCES client (id), destination TEXT NOT NULL CHECK (destination IN ('terminal', 'cash', 'cheque', 'online-card')),
  ${positive('amount_minor')}, drawer_minor INTEGER, reason TEXT NOT NULL, note TEXT NOT NULL, terminal_id INTEGER REFERENCES terminal (id),
  till_session_id INTEGER REFERENCES till_session (id), ${language}, staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL,
  CHECK ((destination = 'cash') = (drawer_minor IS NOT NULL))) STRICT;
CREATE INDEX refund_client ON refund (client_id);
CREATE INDEX refund_staff ON refund (staff_id, local_date);
CREATE TABLE refund_line (${fact}, refund_id INTEGER NOT NULL REFERENCES refund (id), memo_id INTEGER REFERENCES credit_memo (id), payment_id INTEGER REFERENCES payment (id),
  origin_payment_id INTEGER NOT NULL REFERENCES payment (id), ${positive('amount_minor')}, CHECK ((memo_id IS NULL) <> (payment_id IS NULL))) STRICT;
CREATE INDEX refund_line_refund ON refund_line (refund_id);
CREATE TABLE refund_outcome (${fact}, refund_id INTEGER NOT NULL UNIQUE REFERENCES refund (id), number TEXT NOT NULL UNIQUE, ${positive('amount_minor')}, drawer_minor INTEGER,
  ${amount('rounding_minor')}, attempt_id INTEGER NOT NULL UNIQUE REFERENCES attempt (id), till_session_id INTEGER REFERENCES till_session (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE refund_outcome_line (${fact}, refund_outcome_id INTEGER NOT NULL REFERENCES refund_outcome (id), refund_line_id INTEGER NOT NULL UNIQUE REFERENCES refund_line (id),
  origin_payment_id INTEGER NOT NULL REFERENCES payment (id), ${positive('amount_minor')}, drawer_minor INTEGER) STRICT;
CREATE INDEX refund_outcome_line_origin ON refund_outcome_line (origin_payment_id);
CREATE TABLE attempt_evidence (${fact}, attempt_id INTEGER NOT NULL REFERENCES attempt (id), answer TEXT NOT NULL CHECK (answer IN ('approved', 'declined', 'not-done', 'unknown')), amount_minor INTEGER,
  approval_code TEXT, card_brand TEXT, card_last4 TEXT CHECK (card_last4 IS NULL OR length(card_last4) = 4), slip_number TEXT, slip_at TEXT, note TEXT NOT NULL, override_reason TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE INDEX attempt_evidence_attempt ON attempt_evidence (attempt_id);
CREATE INDEX attempt_evidence_slip ON attempt_evidence (approval_code, card_last4, amount_minor) WHERE approval_code IS NOT NULL;
CREATE TABLE drawer_event (${fact}, till_session_id INTEGER NOT NULL REFERENCES till_session (id),
  kind TEXT NOT NULL CHECK (kind IN ('FLOAT', 'CASH_IN', 'CHANGE_OUT', 'CASH_REFUND', 'CASH_VOID', 'PAID_IN', 'PAID_OUT', 'DROP', 'NO_SALE', 'COUNT', 'ADJUST')),
  ${amount('amount_minor')}, payment_id INTEGER REFERENCES payment (id), refund_id INTEGER REFERENCES refund (id), reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  CHECK (CASE WHEN kind IN ('CASH_IN', 'PAID_IN', 'FLOAT') THEN amount_minor >= 0
              WHEN kind IN ('CHANGE_OUT', 'CASH_REFUND', 'CASH_VOID', 'PAID_OUT', 'DROP') THEN amount_minor <= 0
              WHEN kind IN ('NO_SALE', 'COUNT') THEN amount_minor = 0 ELSE 1 END)) STRICT;
CREATE INDEX drawer_event_session ON drawer_event (till_session_id, amount_minor);
CREATE TABLE till_count (${fact}, till_session_id INTEGER NOT NULL REFERENCES till_session (id), denominations TEXT NOT NULL, ${natural('total_minor')}, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE INDEX till_count_session ON till_count (till_session_id);
CREATE TABLE z_report (${fact}, till_id INTEGER NOT NULL REFERENCES till (id), till_session_id INTEGER NOT NULL REFERENCES till_session (id), number INTEGER NOT NULL,
  ${amount('expected_minor')}, ${natural('counted_minor')}, ${amount('difference_minor')}, difference_reason TEXT NOT NULL, summary TEXT NOT NULL, chain_seq INTEGER NOT NULL, chain_hash TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), approver_id INTEGER REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL,
  UNIQUE (till_id, number), CHECK (counted_minor - expected_minor = difference_minor)) STRICT;
CREATE INDEX z_report_session ON z_report (till_session_id);
CREATE TABLE stock_movement (${fact}, product_id INTEGER NOT NULL REFERENCES product (id), quantity INTEGER NOT NULL CHECK (quantity <> 0), cause TEXT NOT NULL, item_id INTEGER REFERENCES invoice_item (id), staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE INDEX stock_movement_product ON stock_movement (product_id, quantity);
CREATE TABLE sale_tenders (${fact}, sale_id INTEGER NOT NULL REFERENCES sale (id), tenders TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE INDEX sale_tenders_sale ON sale_tenders (sale_id);
CREATE TABLE lost_number (${fact}, series TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, UNIQUE (series, number)) STRICT;
`;

/** Caps the database itself refuses to pass: terminal.md §5, settled.md 2 and 3. */
const caps = `
CREATE TRIGGER journal_balances BEFORE INSERT ON ledger_seal
WHEN EXISTS (SELECT 1 FROM journal_line WHERE commit_seq = NEW.seq GROUP BY entry_id HAVING sum(amount_minor) <> 0)
BEGIN SELECT RAISE(ABORT, 'a journal entry does not sum to zero'); END;
CREATE TRIGGER allocation_within_payment BEFORE INSERT ON allocation WHEN NEW.payment_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'allocations would pass their payment') WHERE (
  SELECT NEW.amount_minor + coalesce(sum(amount_minor), 0) FROM allocation WHERE payment_id = NEW.payment_id)
  + coalesce((SELECT sum(amount_minor) FROM hold WHERE payment_id = NEW.payment_id AND state = 'held'), 0)
  NOT BETWEEN 0 AND (SELECT amount_minor FROM payment WHERE id = NEW.payment_id); END;
CREATE TRIGGER allocation_within_memo BEFORE INSERT ON allocation WHEN NEW.memo_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'allocations would pass their credit memo') WHERE (
  SELECT NEW.amount_minor + coalesce(sum(amount_minor), 0) FROM allocation WHERE memo_id = NEW.memo_id)
  + coalesce((SELECT sum(amount_minor) FROM hold WHERE memo_id = NEW.memo_id AND state = 'held'), 0)
  NOT BETWEEN 0 AND (SELECT total_minor FROM credit_memo WHERE id = NEW.memo_id); END;
CREATE TRIGGER allocation_within_item BEFORE INSERT ON allocation WHEN NEW.item_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'allocations would pass their item') WHERE (
  SELECT NEW.amount_minor + coalesce(sum(amount_minor), 0) FROM allocation WHERE item_id = NEW.item_id)
  NOT BETWEEN 0 AND (SELECT total_minor FROM invoice_item WHERE id = NEW.item_id); END;
CREATE TRIGGER hold_within_origin BEFORE INSERT ON hold
BEGIN SELECT RAISE(ABORT, 'a refund would pass the payment it comes from') WHERE NEW.amount_minor
  + coalesce((SELECT sum(amount_minor) FROM refund_outcome_line WHERE origin_payment_id = NEW.origin_payment_id), 0)
  + coalesce((SELECT sum(amount_minor) FROM hold WHERE origin_payment_id = NEW.origin_payment_id AND state = 'held'), 0)
  > (SELECT amount_minor FROM payment WHERE id = NEW.origin_payment_id); END;
CREATE TRIGGER hold_within_source BEFORE INSERT ON hold
BEGIN SELECT RAISE(ABORT, 'a refund would pass its source') WHERE NEW.amount_minor
  + coalesce((SELECT sum(amount_minor) FROM hold WHERE state = 'held' AND (memo_id = NEW.memo_id OR payment_id = NEW.payment_id)), 0)
  + coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = NEW.memo_id OR payment_id = NEW.payment_id), 0)
  > coalesce((SELECT total_minor FROM credit_memo WHERE id = NEW.memo_id), (SELECT amount_minor FROM payment WHERE id = NEW.payment_id)); END;
CREATE TRIGGER refund_within_origin BEFORE INSERT ON refund_outcome_line
BEGIN SELECT RAISE(ABORT, 'refunds would pass the payment they come from') WHERE NEW.amount_minor
  + coalesce((SELECT sum(amount_minor) FROM refund_outcome_line WHERE origin_payment_id = NEW.origin_payment_id), 0)
  > (SELECT amount_minor FROM payment WHERE id = NEW.origin_payment_id); END;
CREATE TRIGGER void_only_unrefunded BEFORE INSERT ON payment_void
BEGIN SELECT RAISE(ABORT, 'a refunded payment is not voided')
  WHERE EXISTS (SELECT 1 FROM refund_outcome_line WHERE origin_payment_id = NEW.payment_id)
     OR EXISTS (SELECT 1 FROM hold WHERE origin_payment_id = NEW.payment_id AND state = 'held'); END;
CREATE TRIGGER drawer_only_open BEFORE INSERT ON drawer_event
WHEN NOT CASE (SELECT state FROM till_session WHERE id = NEW.till_session_id)
  WHEN 'open' THEN NEW.kind NOT IN ('COUNT', 'ADJUST')
  WHEN 'ended' THEN NEW.kind IN ('COUNT', 'ADJUST', 'CASH_REFUND') ELSE 0 END
BEGIN SELECT RAISE(ABORT, 'no drawer event outside its state of the session'); END;
`;

/** This migration's own tables, listed: the registry grows, what was applied to a file does not. */
const FACTS = [
  'command',
  'audit_event',
  'process_event',
  'journal_entry',
  'journal_line',
  'invoice',
  'invoice_item',
  'credit_memo',
  'credit_memo_line',
  'credit_funding',
  'payment',
  'payment_void',
  'card_status',
  'allocation',
  'refund',
  'refund_line',
  'refund_outcome',
  'refund_outcome_line',
  'attempt_evidence',
  'drawer_event',
  'till_count',
  'z_report',
  'stock_movement',
  'sale_tenders',
  'lost_number',
] as const;

/** As in the indexes attempt_one_open_per_refund and attempt_one_open_per_sale. */
/** A conflict may stand beside another attempt (settled.md 8). */
const unsettled = ['prepared', 'sent', 'unknown', 'resolving', 'needs-operator'];

export const foundation = {
  version: 1,
  name: 'foundation',
  sql: [
    mutable,
    chain,
    processes,
    facts,
    protectFact('ledger_commit', [['seq']]),
    protectFact('ledger_seal', [['seq'], ['hash']]),
    guardFacts(FACTS),
    protectProcess(
      'till_session',
      TILL_SESSION_EDGES,
      ['till_id', 'staff_id', 'local_date', 'at'],
      [{ columns: ['till_id'], states: ['open', 'ended'] }],
    ),
    protectProcess('sale', SALE_EDGES, ['client_id', 'kind', 'cart', 'till_session_id', 'staff_id', 'at']),
    protectProcess(
      'attempt',
      ATTEMPT_EDGES,
      [
        'reference',
        'direction',
        'driver',
        'refund_id',
        'sale_id',
        'client_id',
        'terminal_id',
        'till_session_id',
        'amount_minor',
        'staff_id',
        'at',
      ],
      [
        { columns: ['reference'] },
        { columns: ['refund_id'], states: unsettled },
        { columns: ['sale_id'], states: unsettled },
      ],
    ),
    protectProcess(
      'hold',
      HOLD_EDGES,
      ['refund_line_id', 'refund_id', 'memo_id', 'payment_id', 'origin_payment_id', 'amount_minor', 'at'],
      [{ columns: ['refund_line_id'] }],
    ),
    protectProcess('registration', REGISTRATION_EDGES, [
      'person_id',
      'product_id',
      'item_id',
      'client_id',
      'at',
    ]),
    caps,
  ].join('\n'),
};
