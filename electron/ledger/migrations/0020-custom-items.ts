/**
 * Labels with a ledger code that staff put on documents by hand (domain.md B4). They are renamed and deactivated, never
 * deleted, and a fee never turns into a rebate; documents keep their own copy of the names.
 */
export const customItems = {
  version: 20,
  name: 'custom items',
  sql: `
CREATE TABLE custom_item (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('fee', 'rebate')), name_fr TEXT NOT NULL, name_en TEXT NOT NULL,
  ledger_code TEXT NOT NULL, tax_class TEXT NOT NULL CHECK (tax_class IN ('taxable', 'exempt', 'zero', 'as-item')),
  default_minor INTEGER CHECK (default_minor BETWEEN 1 AND 100000000000), active INTEGER NOT NULL DEFAULT 1,
  CHECK ((kind = 'rebate') = (tax_class = 'as-item'))
) STRICT;
CREATE TRIGGER custom_item_never_deleted BEFORE DELETE ON custom_item
BEGIN SELECT RAISE(ABORT, 'a custom item is deactivated, never deleted'); END;
CREATE TRIGGER custom_item_keeps_kind BEFORE UPDATE ON custom_item WHEN NEW.id <> OLD.id OR NEW.kind <> OLD.kind
BEGIN SELECT RAISE(ABORT, 'a custom item keeps its kind'); END;
CREATE TRIGGER custom_item_never_replaced BEFORE INSERT ON custom_item WHEN EXISTS (SELECT 1 FROM custom_item WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a custom item is never replaced'); END;
`,
};
