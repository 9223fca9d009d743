import { CLAIM_EDGES } from '../../../shared/domain/process-edges.ts';
import { guardFacts, protectProcess } from '../protect.ts';
import { fact, natural } from './columns.ts';

const NOTE_WAYS = ['phone', 'email', 'in-person', 'letter', 'other'];

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** Who is on a row of the worklist, what was said to the client, what was dismissed and why; a reviewed close. */
const tables = `
CREATE TABLE claim (id INTEGER PRIMARY KEY, state TEXT NOT NULL, action_id TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id),
  local_date TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX claim_one_a_row ON claim (action_id) WHERE state = 'held';
CREATE TABLE action_note (${fact}, action_id TEXT NOT NULL, client_id INTEGER REFERENCES client (id), way TEXT NOT NULL CHECK (way IN (${quoted(NOTE_WAYS)})),
  note TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE INDEX action_note_row ON action_note (action_id);
CREATE TABLE action_dismissal (${fact}, action_id TEXT NOT NULL, kind TEXT NOT NULL, client_id INTEGER REFERENCES client (id), since TEXT NOT NULL,
  ${natural('amount_minor')}, reason TEXT NOT NULL CHECK (reason <> ''), staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE INDEX action_dismissal_row ON action_dismissal (action_id);
CREATE TABLE till_review (${fact}, z_report_id INTEGER NOT NULL UNIQUE REFERENCES z_report (id), note TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id),
  local_date TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX refund_cheque ON refund (id) WHERE destination = 'cheque';
CREATE INDEX attempt_cheque ON attempt (id) WHERE driver = 'cheque';
`;

export const worklist = {
  version: 36,
  name: 'worklist',
  sql: [
    tables,
    guardFacts(['action_note', 'action_dismissal', 'till_review']),
    protectProcess(
      'claim',
      CLAIM_EDGES,
      ['action_id', 'staff_id', 'local_date', 'at'],
      [{ columns: ['action_id'], states: ['held'] }],
    ),
  ].join('\n'),
};
