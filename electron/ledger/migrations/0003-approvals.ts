import { APPROVAL_EDGES } from '../../../shared/domain/process-edges.ts';
import { guardFacts, protectProcess } from '../protect.ts';
import { fact, natural, positive } from './columns.ts';

/**
 * Approvals (settled.md 13, reliability.md §4): the intent asked for, the one answer it got, and the limits that make
 * one needed. The database itself refuses an answer by the person who asked, and a grant without its answer.
 */
const tables = `
CREATE TABLE clerk_limit (id INTEGER PRIMARY KEY CHECK (id = 1), ${natural('refund_minor')}, ${natural('refund_day_minor')}, ${natural('refund_client_month_minor')},
  opens_at TEXT NOT NULL, closes_at TEXT NOT NULL) STRICT;
CREATE TABLE approval (id INTEGER PRIMARY KEY, state TEXT NOT NULL, action TEXT NOT NULL, intent TEXT NOT NULL, intent_hash TEXT NOT NULL CHECK (length(intent_hash) = 64),
  client_id INTEGER NOT NULL REFERENCES client (id), refund_id INTEGER REFERENCES refund (id), ${positive('amount_minor')},
  local_date TEXT NOT NULL, expires_at TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX approval_refund ON approval (refund_id) WHERE refund_id IS NOT NULL;
CREATE INDEX approval_open ON approval (state) WHERE state IN ('waiting', 'granted');
CREATE TABLE approval_answer (${fact}, approval_id INTEGER NOT NULL UNIQUE REFERENCES approval (id), answer TEXT NOT NULL CHECK (answer IN ('granted', 'refused')),
  way TEXT NOT NULL CHECK (way IN ('desk', 'queue')), intent_hash TEXT NOT NULL, note TEXT NOT NULL, expires_at TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL, CHECK ((answer = 'granted') = (expires_at IS NOT NULL))) STRICT;
CREATE INDEX attempt_evidence_card ON attempt_evidence (card_last4, at) WHERE card_last4 IS NOT NULL;
CREATE INDEX refund_date ON refund (local_date);
`;

const guards = `
CREATE TRIGGER approval_by_another BEFORE INSERT ON approval_answer
BEGIN SELECT RAISE(ABORT, 'nobody answers an approval of their own') WHERE EXISTS (
  SELECT 1 FROM approval WHERE id = NEW.approval_id AND staff_id = NEW.staff_id); END;
CREATE TRIGGER approval_of_its_intent BEFORE INSERT ON approval_answer
BEGIN SELECT RAISE(ABORT, 'an answer is about the intent that was asked') WHERE NOT EXISTS (
  SELECT 1 FROM approval WHERE id = NEW.approval_id AND intent_hash = NEW.intent_hash AND state = 'waiting'); END;
CREATE TRIGGER approval_granted_by_answer BEFORE UPDATE ON approval WHEN NEW.state = 'granted'
BEGIN SELECT RAISE(ABORT, 'an approval moves to granted by its answer only') WHERE NOT EXISTS (
  SELECT 1 FROM approval_answer WHERE approval_id = NEW.id AND answer = 'granted' AND intent_hash = NEW.intent_hash); END;
`;

export const approvals = {
  version: 3,
  name: 'approvals',
  sql: [
    tables,
    guardFacts(['approval_answer']),
    protectProcess(
      'approval',
      APPROVAL_EDGES,
      [
        'action',
        'intent',
        'intent_hash',
        'client_id',
        'refund_id',
        'amount_minor',
        'local_date',
        'expires_at',
        'staff_id',
        'at',
      ],
      [{ columns: ['refund_id'] }],
    ),
    guards,
  ].join('\n'),
};
