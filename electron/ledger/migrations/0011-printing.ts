import { PRINT_JOB_EDGES } from '../../../shared/domain/printing.ts';
import { protectProcess } from '../protect.ts';

/** What a till printed when this was published. */
const KINDS = ['receipt', 'invoice', 'payment', 'credit-note', 'refund', 'refund-merchant', 'z-report'];

const settings = `
ALTER TABLE till ADD COLUMN printer TEXT NOT NULL DEFAULT 'none' CHECK (printer IN ('none', 'network', 'file'));
ALTER TABLE till ADD COLUMN printer_address TEXT NOT NULL DEFAULT '';
ALTER TABLE till ADD COLUMN printer_columns INTEGER NOT NULL DEFAULT 48 CHECK (printer_columns IN (48, 32));
ALTER TABLE till ADD COLUMN prints_receipts INTEGER NOT NULL DEFAULT 0 CHECK (prints_receipts IN (0, 1));
`;

const queue = `
CREATE TABLE print_job (id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN (${quoted(Object.keys(PRINT_JOB_EDGES))})),
  till_id INTEGER NOT NULL REFERENCES till (id), kind TEXT NOT NULL CHECK (kind IN (${quoted(KINDS)})),
  number TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL) STRICT;
CREATE INDEX print_job_document ON print_job (number, kind);
CREATE INDEX print_job_waiting ON print_job (till_id, id) WHERE state IN ('queued', 'printing');
`;

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}

/** The queue of a till's printer, and where that printer is. */
export const printing = {
  version: 11,
  name: 'printing',
  sql: [
    settings,
    queue,
    protectProcess('print_job', PRINT_JOB_EDGES, ['till_id', 'kind', 'number', 'staff_id', 'at']),
  ].join('\n'),
};
