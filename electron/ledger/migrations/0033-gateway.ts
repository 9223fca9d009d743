import { SAVED_METHOD_EDGES } from '../../../shared/domain/saved-method.ts';
import { guardFacts, protectProcess } from '../protect.ts';
import { amount, fact, positive } from './columns.ts';
import { widenCheck } from './widen-check.ts';

/** Which gateway this organisation uses, one for all; its key is kept beside the ledger, never in it. */
const setting = `
CREATE TABLE gateway (id INTEGER PRIMARY KEY CHECK (id = 1), kind TEXT NOT NULL CHECK (kind IN ('none', 'by-hand', 'stripe', 'simulator')),
  address TEXT NOT NULL) STRICT;
INSERT INTO gateway (id, kind, address) VALUES (1, 'none', '');
`;

/** The words that the ledger knows more of from here on. */
const words = [
  widenCheck('payment', {
    from: "method IN ('cash', 'terminal', 'cheque', 'online-card')",
    to: "method IN ('cash', 'terminal', 'cheque', 'online-card', 'echeck')",
  }),
  widenCheck('payment', {
    from: "method = 'online-card' OR till_session_id",
    to: "method IN ('online-card', 'echeck') OR till_session_id",
  }),
  widenCheck('refund', {
    from: "destination IN ('terminal', 'cash', 'cheque', 'online-card')",
    to: "destination IN ('terminal', 'cash', 'cheque', 'online-card', 'echeck')",
  }),
  widenCheck('attempt', {
    from: "IN ('standalone', 'cash', 'cheque', 'nexo')",
    to: "IN ('standalone', 'cash', 'cheque', 'nexo', 'gateway', 'by-hand')",
  }),
].join('\n');

/** A card or bank account the client authorised, as the processor's token; never a number (domain.md B23). */
const methods = `
CREATE TABLE saved_method (id INTEGER PRIMARY KEY, state TEXT NOT NULL, client_id INTEGER NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('card', 'bank')), token TEXT NOT NULL, customer_token TEXT, brand TEXT NOT NULL,
  last4 TEXT NOT NULL CHECK (length(last4) = 4), expires_on TEXT, consent_date TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL, CHECK ((kind = 'card') = (expires_on IS NOT NULL))) STRICT;
CREATE INDEX saved_method_client ON saved_method (client_id);
CREATE UNIQUE INDEX saved_method_token ON saved_method (token) WHERE state <> 'withdrawn';
`;

/**
 * What an attempt on the gateway is about, written with it; and the gateway's own name of it, written before the money is
 * asked for (settled.md 39): without that name it was never asked.
 */
const attempts = `
CREATE TABLE gateway_attempt (${fact}, attempt_id INTEGER NOT NULL UNIQUE REFERENCES attempt (id), kind TEXT NOT NULL CHECK (kind IN ('card', 'bank')),
  saved_method_id INTEGER REFERENCES saved_method (id), charge_reference TEXT) STRICT;
CREATE INDEX gateway_attempt_method ON gateway_attempt (saved_method_id);
CREATE TABLE gateway_reference (${fact}, attempt_id INTEGER NOT NULL UNIQUE REFERENCES attempt (id), reference TEXT NOT NULL UNIQUE, at TEXT NOT NULL) STRICT;
CREATE TRIGGER gateway_refund_to_its_card BEFORE INSERT ON gateway_attempt WHEN NEW.saved_method_id IS NOT NULL AND EXISTS (
  SELECT 1 FROM attempt JOIN refund_line ON refund_line.refund_id = attempt.refund_id
  JOIN payment ON payment.id = origin_payment_id LEFT JOIN gateway_attempt paid ON paid.attempt_id = payment.attempt_id
  WHERE attempt.id = NEW.attempt_id AND paid.saved_method_id IS NOT NEW.saved_method_id)
BEGIN SELECT RAISE(ABORT, 'a refund goes to the card that paid only'); END;
`;

/** A bank took a payment back; and what the gateway paid into the bank (settled.md 33). */
const money = `
CREATE TABLE payment_return (${fact}, payment_id INTEGER NOT NULL UNIQUE REFERENCES payment (id), reason TEXT NOT NULL, note TEXT NOT NULL,
  fee_invoice_id INTEGER REFERENCES invoice (id), staff_id INTEGER REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE gateway_settlement (${fact}, method TEXT NOT NULL CHECK (method IN ('online-card', 'echeck')), ${amount('amount_minor')}, reference TEXT NOT NULL, note TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL, CHECK (amount_minor <> 0)) STRICT;
CREATE TABLE gateway_settlement_line (${fact}, settlement_id INTEGER NOT NULL REFERENCES gateway_settlement (id),
  payment_id INTEGER UNIQUE REFERENCES payment (id), refund_id INTEGER UNIQUE REFERENCES refund (id), ${positive('amount_minor')},
  CHECK ((payment_id IS NULL) <> (refund_id IS NULL))) STRICT;
CREATE INDEX gateway_settlement_line_settlement ON gateway_settlement_line (settlement_id);
CREATE TRIGGER return_only_standing BEFORE INSERT ON payment_return WHEN EXISTS (SELECT 1 FROM payment_void WHERE payment_id = NEW.payment_id)
  OR (SELECT method FROM payment WHERE id = NEW.payment_id) NOT IN ('cheque', 'echeck')
BEGIN SELECT RAISE(ABORT, 'a bank returns a cheque or an eCheck that stands'); END;
CREATE TRIGGER void_only_unreturned BEFORE INSERT ON payment_void WHEN EXISTS (SELECT 1 FROM payment_return WHERE payment_id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'a returned payment is not voided'); END;
CREATE TRIGGER hold_only_unreturned BEFORE INSERT ON hold WHEN EXISTS (SELECT 1 FROM payment_return WHERE payment_id = NEW.origin_payment_id)
BEGIN SELECT RAISE(ABORT, 'nothing is refunded from a returned payment'); END;
`;

/** How a failed payment or refund left the worklist by a person's hand. */
const resolutions = `
CREATE TABLE action_resolution (${fact}, action_key TEXT NOT NULL UNIQUE, resolution TEXT NOT NULL CHECK (resolution IN ('retried', 'dismissed', 'turned-offline')),
  reason TEXT NOT NULL, refund_id INTEGER REFERENCES refund (id), staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
`;

export const gateway = {
  version: 33,
  name: 'gateway',
  sql: [
    setting,
    words,
    methods,
    protectProcess(
      'saved_method',
      SAVED_METHOD_EDGES,
      [
        'client_id',
        'kind',
        'token',
        'customer_token',
        'brand',
        'last4',
        'expires_on',
        'consent_date',
        'staff_id',
        'at',
      ],
      [{ columns: ['token'], states: ['valid', 'invalid', 'expired', 'closed'] }],
    ),
    attempts,
    money,
    resolutions,
    guardFacts([
      'gateway_attempt',
      'gateway_reference',
      'payment_return',
      'gateway_settlement',
      'gateway_settlement_line',
      'action_resolution',
    ]),
  ].join('\n'),
};
