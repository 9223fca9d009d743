import { guardFacts } from '../protect.ts';
import { amount, fact, natural, positive } from './columns.ts';

const facts = `
CREATE TABLE till_reopening (${fact}, till_session_id INTEGER NOT NULL REFERENCES till_session (id), z_report_id INTEGER NOT NULL UNIQUE REFERENCES z_report (id),
  reason TEXT NOT NULL, ${amount('difference_minor')}, staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX till_reopening_session ON till_reopening (till_session_id);
CREATE TABLE deposit_slip (${fact}, number TEXT NOT NULL UNIQUE, ${natural('cash_minor')}, ${natural('cheques_minor')}, ${positive('total_minor')},
  note TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL,
  CHECK (cash_minor + cheques_minor = total_minor)) STRICT;
CREATE TABLE deposit_slip_close (${fact}, deposit_slip_id INTEGER NOT NULL REFERENCES deposit_slip (id), z_report_id INTEGER NOT NULL UNIQUE REFERENCES z_report (id)) STRICT;
CREATE INDEX deposit_slip_close_slip ON deposit_slip_close (deposit_slip_id);
CREATE TABLE deposit_slip_cheque (${fact}, deposit_slip_id INTEGER NOT NULL REFERENCES deposit_slip (id), payment_id INTEGER NOT NULL UNIQUE REFERENCES payment (id), ${positive('amount_minor')}) STRICT;
CREATE INDEX deposit_slip_cheque_slip ON deposit_slip_cheque (deposit_slip_id);
CREATE INDEX payment_cheque ON payment (id) WHERE method = 'cheque';
CREATE INDEX credit_memo_session ON credit_memo (till_session_id) WHERE till_session_id IS NOT NULL;
CREATE INDEX invoice_session ON invoice (till_session_id) WHERE till_session_id IS NOT NULL;
CREATE INDEX refund_outcome_session ON refund_outcome (till_session_id) WHERE till_session_id IS NOT NULL;
CREATE INDEX payment_void_session ON payment_void (till_session_id);
`;

/** settled.md 37: a close is undone only while it is its drawer's last word and its money is not at the bank. */
const rules = `
CREATE TRIGGER till_reopening_before_deposit BEFORE INSERT ON till_reopening
WHEN EXISTS (SELECT 1 FROM deposit_slip_close WHERE z_report_id = NEW.z_report_id)
BEGIN SELECT RAISE(ABORT, 'a deposited close is not reopened'); END;
CREATE TRIGGER till_reopening_only_last BEFORE INSERT ON till_reopening
WHEN EXISTS (SELECT 1 FROM till_session AS own JOIN till_session AS later ON later.till_id = own.till_id AND later.id > own.id
  WHERE own.id = NEW.till_session_id)
BEGIN SELECT RAISE(ABORT, 'a later session of this drawer exists'); END;
CREATE TRIGGER deposit_slip_close_stands BEFORE INSERT ON deposit_slip_close
WHEN EXISTS (SELECT 1 FROM till_reopening WHERE z_report_id = NEW.z_report_id)
BEGIN SELECT RAISE(ABORT, 'a reopened close is not deposited'); END;
CREATE TRIGGER deposit_slip_cheque_in_hand BEFORE INSERT ON deposit_slip_cheque
WHEN NOT EXISTS (SELECT 1 FROM payment JOIN till_session ON till_session.id = payment.till_session_id
  WHERE payment.id = NEW.payment_id AND method = 'cheque' AND payment.amount_minor = NEW.amount_minor AND till_session.state = 'closed')
  OR EXISTS (SELECT 1 FROM payment_void WHERE payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'only a cheque in hand of a closed session is deposited'); END;
`;

export const till = {
  version: 5,
  name: 'till',
  sql: [
    facts,
    guardFacts(['till_reopening', 'deposit_slip', 'deposit_slip_close', 'deposit_slip_cheque']),
    rules,
  ].join('\n'),
};
