import { guardFacts } from '../protect.ts';
import { fact } from './columns.ts';

/** Which item took the place of which (domain.md B17): an invoice is never edited, and an item is replaced once. */
export const replacements = {
  version: 28,
  name: 'replacements',
  sql: `
CREATE TABLE item_replacement (
  ${fact}, old_item_id INTEGER NOT NULL UNIQUE REFERENCES invoice_item (id),
  new_item_id INTEGER NOT NULL UNIQUE REFERENCES invoice_item (id), memo_id INTEGER UNIQUE REFERENCES credit_memo (id),
  keeps_price INTEGER NOT NULL CHECK (keeps_price IN (0, 1)), reason TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL, CHECK (old_item_id <> new_item_id)
) STRICT;
${guardFacts(['item_replacement'])}`,
};
