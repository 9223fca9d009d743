import { guardFacts } from '../protect.ts';
import { fact, positive } from './columns.ts';

const FACTS = ['discount_withdrawal', 'credit_expiry'] as const;

/**
 * What cancelling leaves behind (domain.md B5, B7, B12): discounts withdrawn because they were no longer earned, the
 * day a credit expires, and the policies that propose credit and fee. A policy was free text on a product; each such
 * text becomes a policy out of use, so that nothing written is lost and nothing of it is applied.
 */
export const cancellation = {
  version: 23,
  name: 'cancellation',
  sql: `
CREATE TABLE discount_withdrawal (
  ${fact}, discount_line_id INTEGER NOT NULL UNIQUE REFERENCES discount_line (id),
  item_id INTEGER NOT NULL UNIQUE REFERENCES invoice_item (id), credited_numerator TEXT NOT NULL, credited_denominator TEXT NOT NULL,
  ${positive('amount_minor')}
) STRICT;
CREATE TRIGGER withdrawal_within_discount BEFORE INSERT ON discount_withdrawal
BEGIN SELECT RAISE(ABORT, 'more would be withdrawn than the discount was') WHERE
  NEW.amount_minor > (SELECT amount_minor FROM discount_line WHERE id = NEW.discount_line_id); END;
CREATE TABLE credit_expiry (
  ${fact}, memo_id INTEGER NOT NULL UNIQUE REFERENCES credit_memo (id), expires_on TEXT NOT NULL
) STRICT;
CREATE TABLE cancellation_policy (
  id INTEGER PRIMARY KEY, definition TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO cancellation_policy (definition, active)
  SELECT DISTINCT json_object('nameFr', details ->> 'policy', 'taxMode', 'included',
    'periods', json('[{"creditBasisPoints":10000}]')), 0
  FROM product WHERE coalesce(details ->> 'policy', '') <> '';
UPDATE product SET details = CASE WHEN details ->> 'policy' = '' THEN json_remove(details, '$.policy')
    ELSE json_set(json_remove(details, '$.policy'), '$.policyId', (
      SELECT id FROM cancellation_policy WHERE definition ->> 'nameFr' = product.details ->> 'policy')) END
  WHERE details ->> 'policy' IS NOT NULL;
${guardFacts(FACTS)}`,
};
