import { guardFacts } from '../protect.ts';
import { amount, fact, language } from './columns.ts';

/** Statements of account that were made: the next one of the client begins where the last ended (domain.md B22). */
export const statements = {
  version: 13,
  name: 'statements',
  sql: `
CREATE TABLE statement (
  ${fact}, number TEXT NOT NULL UNIQUE, client_id INTEGER NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('simple', 'detailed')), from_date TEXT NOT NULL, to_date TEXT NOT NULL,
  ${amount('opening_minor')}, ${amount('closing_minor')}, ${language}, message TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), local_date TEXT NOT NULL, at TEXT NOT NULL,
  CHECK (from_date <= to_date AND to_date <= local_date)
) STRICT;
CREATE INDEX statement_client ON statement (client_id);
${guardFacts(['statement'])}`,
};
