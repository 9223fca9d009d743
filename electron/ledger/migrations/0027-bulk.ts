import { BULK_ACCOUNT_EDGES, BULK_BATCH_EDGES } from '../../../shared/domain/process-edges.ts';
import { guardFacts, protectProcess } from '../protect.ts';
import { fact, natural, positive } from './columns.ts';

const statesOf = (edges: object) =>
  Object.keys(edges)
    .map((state) => `'${state}'`)
    .join(', ');

/** A batch is frozen with its accounts when it starts, so that a stop and a new start go on with the very same work. */
const tables = `
CREATE TABLE bulk_batch (id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN (${statesOf(BULK_BATCH_EDGES)})),
  kind TEXT NOT NULL CHECK (kind IN ('credit', 'charge', 'reversal')), label TEXT NOT NULL, ledger_code TEXT NOT NULL,
  tax_mode TEXT NOT NULL, is_refundable INTEGER NOT NULL, reason TEXT NOT NULL, content_hash TEXT NOT NULL,
  people_count INTEGER NOT NULL, account_count INTEGER NOT NULL, ${positive('total_minor')},
  reverses_batch_id INTEGER REFERENCES bulk_batch (id), staff_id INTEGER NOT NULL REFERENCES staff (id),
  local_date TEXT NOT NULL, at TEXT NOT NULL, CHECK ((kind = 'reversal') = (reverses_batch_id IS NOT NULL))) STRICT;
CREATE UNIQUE INDEX bulk_batch_reversed ON bulk_batch (reverses_batch_id) WHERE reverses_batch_id IS NOT NULL;
CREATE INDEX bulk_batch_content ON bulk_batch (content_hash);
CREATE TABLE bulk_account (id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN (${statesOf(BULK_ACCOUNT_EDGES)})),
  batch_id INTEGER NOT NULL REFERENCES bulk_batch (id), client_id INTEGER NOT NULL REFERENCES client (id),
  lines TEXT NOT NULL, ${natural('total_minor')}, reverses_account_id INTEGER REFERENCES bulk_account (id)) STRICT;
CREATE UNIQUE INDEX bulk_account_once ON bulk_account (batch_id, client_id);
CREATE INDEX bulk_account_waiting ON bulk_account (batch_id, id) WHERE state = 'waiting';
CREATE TABLE bulk_document (${fact}, bulk_account_id INTEGER NOT NULL REFERENCES bulk_account (id),
  invoice_id INTEGER UNIQUE REFERENCES invoice (id), memo_id INTEGER UNIQUE REFERENCES credit_memo (id),
  CHECK ((invoice_id IS NULL) <> (memo_id IS NULL))) STRICT;
CREATE INDEX bulk_document_account ON bulk_document (bulk_account_id);
`;

/** A document is made by the move of its account, never beside it. */
const guards = `
CREATE TRIGGER bulk_document_of_waiting BEFORE INSERT ON bulk_document
BEGIN SELECT RAISE(ABORT, 'a batch makes the documents of an account once') WHERE NOT EXISTS (
  SELECT 1 FROM bulk_account WHERE id = NEW.bulk_account_id AND state = 'waiting'); END;
`;

/** Credits and charges of many people at once (domain.md B8). */
export const bulk = {
  version: 27,
  name: 'bulk',
  sql: [
    tables,
    guardFacts(['bulk_document']),
    protectProcess(
      'bulk_batch',
      BULK_BATCH_EDGES,
      [
        'kind',
        'label',
        'ledger_code',
        'tax_mode',
        'is_refundable',
        'reason',
        'content_hash',
        'people_count',
        'account_count',
        'total_minor',
        'reverses_batch_id',
        'staff_id',
        'local_date',
        'at',
      ],
      [{ columns: ['reverses_batch_id'] }],
    ),
    protectProcess(
      'bulk_account',
      BULK_ACCOUNT_EDGES,
      ['batch_id', 'client_id', 'lines', 'total_minor', 'reverses_account_id'],
      [{ columns: ['batch_id', 'client_id'] }],
    ),
    guards,
  ].join('\n'),
};
