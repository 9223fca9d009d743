import { PRINT_JOB_EDGES } from '../../../shared/domain/printing.ts';
import { protectProcess, unprotectProcess } from '../protect.ts';

/** A column's CHECK goes with the column: what a later version knows comes in a new one of the same name. */
const printers = `
ALTER TABLE till ADD COLUMN printer_kind TEXT NOT NULL DEFAULT 'none' CHECK (printer_kind IN ('none', 'network', 'file', 'system'));
UPDATE till SET printer_kind = printer;
ALTER TABLE till DROP COLUMN printer;
ALTER TABLE till RENAME COLUMN printer_kind TO printer;
ALTER TABLE till ADD COLUMN printer_page TEXT NOT NULL DEFAULT 'roll' CHECK (printer_page IN ('roll', 'letter'));
`;

const queue = `
DROP INDEX print_job_document;
ALTER TABLE print_job ADD COLUMN paper_kind TEXT NOT NULL DEFAULT 'receipt' CHECK (paper_kind IN ('receipt', 'invoice', 'payment',
  'credit-note', 'refund', 'refund-merchant', 'x-report', 'z-report', 'deposit-slip'));
UPDATE print_job SET paper_kind = kind;
ALTER TABLE print_job DROP COLUMN kind;
ALTER TABLE print_job RENAME COLUMN paper_kind TO kind;
CREATE INDEX print_job_document ON print_job (number, kind);
`;

/** Mutable like the rest of the letterhead, and in the ledger, so that a backup has it. */
const logo = `
CREATE TABLE organisation_logo (id INTEGER PRIMARY KEY CHECK (id = 1), media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  width INTEGER NOT NULL CHECK (width > 0), height INTEGER NOT NULL CHECK (height > 0), bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144)) STRICT;
`;

/** Printers of the computer, the paper of an X and of a deposit slip, the organisation's logo. */
export const paper = {
  version: 31,
  name: 'paper',
  sql: [
    printers,
    unprotectProcess('print_job', 'queued'),
    queue,
    protectProcess('print_job', PRINT_JOB_EDGES, ['till_id', 'kind', 'number', 'staff_id', 'at']),
    logo,
  ].join('\n'),
};
