import { PRINT_JOB_EDGES } from '../../../shared/domain/printing.ts';
import { protectProcess, unprotectProcess } from '../protect.ts';

/** The answer to "where is the money?" comes out of a till's printer too. A CHECK goes with its column, as in version 31. */
const queue = `
DROP INDEX print_job_document;
ALTER TABLE print_job ADD COLUMN paper_kind TEXT NOT NULL DEFAULT 'receipt' CHECK (paper_kind IN ('receipt', 'invoice', 'payment',
  'credit-note', 'refund', 'refund-merchant', 'x-report', 'z-report', 'deposit-slip', 'money-where'));
UPDATE print_job SET paper_kind = kind;
ALTER TABLE print_job DROP COLUMN kind;
ALTER TABLE print_job RENAME COLUMN paper_kind TO kind;
CREATE INDEX print_job_document ON print_job (number, kind);
`;

export const moneyWherePaper = {
  version: 52,
  name: 'paper of where the money is',
  sql: [
    unprotectProcess('print_job', 'queued'),
    queue,
    protectProcess('print_job', PRINT_JOB_EDGES, ['till_id', 'kind', 'number', 'staff_id', 'at']),
  ].join('\n'),
};
