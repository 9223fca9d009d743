import { APPROVAL_EDGES } from '../../../shared/domain/process-edges.ts';
import { guardFacts, protectProcess, unprotectProcess } from '../protect.ts';
import { fact, natural, positive } from './columns.ts';

/** What a clerk may take off an item without an approval (settled.md 49). */
const limits = `
ALTER TABLE clerk_limit ADD COLUMN rebate_item_basis_points INTEGER NOT NULL DEFAULT 1000 CHECK (rebate_item_basis_points BETWEEN 0 AND 10000);
ALTER TABLE clerk_limit ADD COLUMN rebate_item_minor INTEGER NOT NULL DEFAULT 2000 CHECK (rebate_item_minor >= 0);
`;

/** A free place may need an approval too, so its amount may be 0.00. */
const approvals = `
ALTER TABLE approval ADD COLUMN asked_minor INTEGER NOT NULL DEFAULT 0 CHECK (asked_minor BETWEEN 0 AND 100000000000);
UPDATE approval SET asked_minor = amount_minor;
ALTER TABLE approval DROP COLUMN amount_minor;
ALTER TABLE approval RENAME COLUMN asked_minor TO amount_minor;
`;

/**
 * Who took what off an item by hand, and why: the discount line of an invoice, or the memo of a rebate given later.
 * And which restriction an invoice was let through against (domain.md B3, B16).
 */
const facts = `
CREATE TABLE manual_rebate (
  ${fact}, item_id INTEGER NOT NULL REFERENCES invoice_item (id), discount_line_id INTEGER UNIQUE REFERENCES discount_line (id),
  memo_id INTEGER UNIQUE REFERENCES credit_memo (id), custom_item_id INTEGER REFERENCES custom_item (id), ${positive('amount_minor')},
  reason TEXT NOT NULL, approval_id INTEGER REFERENCES approval (id), staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  CHECK ((discount_line_id IS NULL) <> (memo_id IS NULL))
) STRICT;
CREATE INDEX manual_rebate_item ON manual_rebate (item_id);
CREATE TABLE invoice_override (
  ${fact}, invoice_id INTEGER NOT NULL REFERENCES invoice (id), item_id INTEGER REFERENCES invoice_item (id),
  kind TEXT NOT NULL CHECK (kind IN ('full-class', 'age', 'registration', 'unpaid-balance', 'part-payment')), reason TEXT NOT NULL,
  ${natural('amount_minor')}, approval_id INTEGER REFERENCES approval (id), staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX invoice_override_invoice ON invoice_override (invoice_id);
CREATE TRIGGER manual_rebate_is_its_line BEFORE INSERT ON manual_rebate WHEN NEW.discount_line_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM discount_line WHERE id = NEW.discount_line_id AND item_id = NEW.item_id AND amount_minor = NEW.amount_minor AND rule_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'a manual rebate is a discount line of its item, by no rule'); END;
`;

export const rebatesAndOverrides = {
  version: 21,
  name: 'rebates and overrides',
  sql: [
    limits,
    unprotectProcess('approval', 'waiting'),
    approvals,
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
    facts,
    guardFacts(['manual_rebate', 'invoice_override']),
  ].join('\n'),
};
