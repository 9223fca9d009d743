import { guardFacts } from '../protect.ts';
import { amount, fact } from './columns.ts';

const FACTS = ['item_funding'] as const;

/** Which payments stand behind an item through a credit memo spent on it (settled.md 3); negative when taken back. */
export const reconciliation = {
  version: 8,
  name: 'reconciliation',
  sql: `
CREATE TABLE item_funding (
  ${fact}, item_id INTEGER NOT NULL REFERENCES invoice_item (id), memo_id INTEGER NOT NULL REFERENCES credit_memo (id),
  payment_id INTEGER NOT NULL REFERENCES payment (id), ${amount('amount_minor')}
) STRICT;
CREATE INDEX item_funding_item ON item_funding (item_id);
${guardFacts(FACTS)}`,
};
