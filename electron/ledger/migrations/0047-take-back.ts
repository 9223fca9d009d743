import { guardFacts } from '../protect.ts';
import { fact, positive } from './columns.ts';

/** What was given back in excess and billed again (domain.md B13): never more than the refund gave out of that credit. */
export const takeBack = {
  version: 47,
  name: 'take-back',
  sql: `
CREATE TABLE refund_take_back (
  ${fact}, refund_id INTEGER NOT NULL REFERENCES refund (id), memo_id INTEGER NOT NULL REFERENCES credit_memo (id),
  item_id INTEGER NOT NULL UNIQUE REFERENCES invoice_item (id), ${positive('amount_minor')}
) STRICT;
CREATE INDEX refund_take_back_refund ON refund_take_back (refund_id);
CREATE INDEX refund_take_back_memo ON refund_take_back (memo_id);
CREATE TRIGGER take_back_within_refund BEFORE INSERT ON refund_take_back
BEGIN SELECT RAISE(ABORT, 'more would be billed again than the refund gave back') WHERE NEW.amount_minor
  + coalesce((SELECT sum(amount_minor) FROM refund_take_back
      WHERE refund_id = NEW.refund_id AND memo_id = NEW.memo_id), 0)
  > coalesce((SELECT sum(done.amount_minor) FROM refund_outcome_line done
      JOIN refund_line line ON line.id = done.refund_line_id
      WHERE line.refund_id = NEW.refund_id AND line.memo_id = NEW.memo_id), 0); END;
${guardFacts(['refund_take_back'])}`,
};
