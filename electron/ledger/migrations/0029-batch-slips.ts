import { guardFacts } from '../protect.ts';
import { amount, fact, natural } from './columns.ts';

/** The batch slip of a terminal, typed in and compared with the ledger, and its acceptance (terminal.md §3.9.6). */
export const batchSlips = {
  version: 29,
  name: 'batch slips',
  sql: `
CREATE TABLE batch_slip (
  ${fact}, terminal_id INTEGER NOT NULL REFERENCES terminal (id), batch_date TEXT NOT NULL, batch_number TEXT NOT NULL,
  ${['sales_count', 'sales_minor', 'refunds_count', 'refunds_minor'].map(natural).join(',\n  ')}, brands TEXT NOT NULL,
  differences TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL,
  CHECK (batch_date <= local_date)
) STRICT;
CREATE INDEX batch_slip_day ON batch_slip (terminal_id, batch_date);
CREATE TABLE batch_acceptance (
  ${fact}, batch_slip_id INTEGER NOT NULL UNIQUE REFERENCES batch_slip (id), terminal_id INTEGER NOT NULL REFERENCES terminal (id),
  batch_date TEXT NOT NULL, ${amount('net_minor')}, reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id),
  local_date TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (terminal_id, batch_date)
) STRICT;
${guardFacts(['batch_slip', 'batch_acceptance'])}`,
};
