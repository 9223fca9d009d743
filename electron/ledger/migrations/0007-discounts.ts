import { guardFacts } from '../protect.ts';
import { fact, positive } from './columns.ts';

const FACTS = ['discount_line'] as const;

/** Discount rules change; what a rule took off an item is a fact with the rule's names of that day (domain.md B4, B5). */
export const discounts = {
  version: 7,
  name: 'discounts',
  sql: `
CREATE TABLE discount_rule (
  id INTEGER PRIMARY KEY, code TEXT UNIQUE, definition TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE discount_line (
  ${fact}, item_id INTEGER NOT NULL REFERENCES invoice_item (id), position INTEGER NOT NULL CHECK (position >= 1),
  rule_id INTEGER REFERENCES discount_rule (id), name_fr TEXT NOT NULL, name_en TEXT NOT NULL, code TEXT,
  ledger_code TEXT NOT NULL, ${positive('amount_minor')}, UNIQUE (item_id, position)
) STRICT;
CREATE INDEX discount_line_rule ON discount_line (rule_id);
CREATE TRIGGER discount_within_item BEFORE INSERT ON discount_line
BEGIN SELECT RAISE(ABORT, 'discounts would pass what their item was lowered by') WHERE
  NEW.amount_minor + coalesce((SELECT sum(amount_minor) FROM discount_line WHERE item_id = NEW.item_id), 0)
  > (SELECT gross_minor - net_minor FROM invoice_item WHERE id = NEW.item_id); END;
${guardFacts(FACTS)}`,
};
