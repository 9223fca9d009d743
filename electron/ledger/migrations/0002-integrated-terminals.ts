import { ATTEMPT_EDGES } from '../../../shared/domain/attempt.ts';
import { guardFacts, protectProcess, unprotectProcess } from '../protect.ts';
import { fact } from './columns.ts';

/** A column's CHECK goes with the column: the drivers that a later version knows come in a new one of the same name. */
const drivers = `
ALTER TABLE terminal ADD COLUMN driver_kind TEXT NOT NULL DEFAULT 'standalone' CHECK (driver_kind IN ('standalone', 'nexo'));
ALTER TABLE terminal DROP COLUMN driver;
ALTER TABLE terminal RENAME COLUMN driver_kind TO driver;
ALTER TABLE terminal ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE terminal ADD COLUMN poi_id TEXT NOT NULL DEFAULT '';
ALTER TABLE terminal ADD COLUMN environment TEXT NOT NULL DEFAULT 'live' CHECK (environment IN ('live', 'test'));
ALTER TABLE attempt ADD COLUMN driver_kind TEXT NOT NULL DEFAULT 'standalone' CHECK (driver_kind IN ('standalone', 'cash', 'cheque', 'nexo'));
UPDATE attempt SET driver_kind = driver;
ALTER TABLE attempt DROP COLUMN driver;
ALTER TABLE attempt RENAME COLUMN driver_kind TO driver;
ALTER TABLE attempt ADD COLUMN message_id TEXT CHECK ((message_id IS NOT NULL) = (driver = 'nexo'));
CREATE UNIQUE INDEX attempt_message ON attempt (message_id) WHERE message_id IS NOT NULL;
`;

/** What a terminal answered, kept before it is applied (terminal.md §3.4); `reply` holds whitelisted fields only (§3.7). */
const journal = `
CREATE TABLE terminal_reply (${fact}, attempt_id INTEGER NOT NULL REFERENCES attempt (id), outcome TEXT NOT NULL, reason TEXT, authorized_minor INTEGER, reply TEXT, at TEXT NOT NULL) STRICT;
CREATE INDEX terminal_reply_attempt ON terminal_reply (attempt_id);
`;

const unsettled = ['prepared', 'sent', 'unknown', 'resolving', 'needs-operator'];

/** One unresolved attempt on an integrated terminal, whatever the program thinks (settled.md 5). */
const rules = `
CREATE TRIGGER attempt_one_per_integrated_terminal BEFORE INSERT ON attempt WHEN NEW.driver = 'nexo' AND EXISTS (
  SELECT 1 FROM attempt WHERE terminal_id = NEW.terminal_id AND driver = 'nexo' AND state IN (${unsettled.map((state) => `'${state}'`).join(', ')}))
BEGIN SELECT RAISE(ABORT, 'this terminal has an attempt without an outcome'); END;
`;

export const integratedTerminals = {
  version: 2,
  name: 'integrated terminals',
  sql: [
    unprotectProcess('attempt', 'prepared'),
    drivers,
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
        'message_id',
      ],
      [
        { columns: ['reference'] },
        { columns: ['message_id'] },
        { columns: ['refund_id'], states: unsettled },
        { columns: ['sale_id'], states: unsettled },
      ],
    ),
    journal,
    guardFacts(['terminal_reply']),
    rules,
  ].join('\n'),
};
