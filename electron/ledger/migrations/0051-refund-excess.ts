import { guardFacts } from '../protect.ts';
import { fact, positive } from './columns.ts';

/**
 * What a terminal gave back beyond what was held for the refund: real money, so it is recorded as it moved and the client
 * owes it (settled.md 8). `money_back` is all that left for refunds, the excess with it. The cap of a refund stays as
 * strict as it was: an excess is no refund. It is open while the account owes more than its items do: money left with us,
 * as a deposit or a credit, pays it back without a link.
 */
export const refundExcess = {
  version: 51,
  name: 'refund excess',
  sql: `
CREATE TABLE refund_excess (
  ${fact}, number TEXT NOT NULL UNIQUE, attempt_id INTEGER NOT NULL UNIQUE REFERENCES attempt (id),
  refund_id INTEGER NOT NULL REFERENCES refund (id), ${positive('amount_minor')}, reason TEXT NOT NULL,
  till_session_id INTEGER REFERENCES till_session (id), staff_id INTEGER NOT NULL REFERENCES staff (id),
  local_date TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX refund_excess_refund ON refund_excess (refund_id);
CREATE TRIGGER refund_excess_of_its_attempt BEFORE INSERT ON refund_excess WHEN NOT EXISTS (
  SELECT 1 FROM attempt WHERE id = NEW.attempt_id AND refund_id = NEW.refund_id)
BEGIN SELECT RAISE(ABORT, 'an excess is what an attempt of that refund gave'); END;
CREATE VIEW money_back AS
SELECT refund_id, number, amount_minor, rounding_minor, attempt_id, till_session_id, staff_id, local_date, at, commit_seq
FROM refund_outcome
UNION ALL SELECT refund_id, number, amount_minor, 0, attempt_id, till_session_id, staff_id, local_date, at, commit_seq
FROM refund_excess;
CREATE VIEW open_refund_excess AS
SELECT excess.id, excess.number, excess.refund_id, excess.amount_minor, excess.staff_id, excess.at, refund.client_id
FROM refund_excess excess JOIN refund ON refund.id = excess.refund_id
WHERE coalesce((SELECT sum(amount_minor) FROM journal_line
    WHERE client_id = refund.client_id AND client_id IS NOT NULL), 0)
  > coalesce((SELECT sum(item.total_minor
      - coalesce((SELECT sum(amount_minor) FROM allocation WHERE item_id = item.id), 0))
    FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id WHERE invoice.client_id = refund.client_id), 0);
${guardFacts(['refund_excess'])}`,
};
