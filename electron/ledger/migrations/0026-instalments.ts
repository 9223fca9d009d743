import { PLANNED_PAYMENT_EDGES } from '../../../shared/domain/process-edges.ts';
import { protectProcess } from '../protect.ts';
import { positive } from './columns.ts';

const states = Object.keys(PLANNED_PAYMENT_EDGES)
  .map((state) => `'${state}'`)
  .join(', ');

/** A saved method is charged on the day; at the desk the row is only listed (settled.md 40). */
const tables = `
CREATE TABLE planned_payment (id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN (${states})),
  item_id INTEGER NOT NULL REFERENCES invoice_item (id), client_id INTEGER NOT NULL REFERENCES client (id),
  due_date TEXT NOT NULL, ${positive('amount_minor')},
  method TEXT NOT NULL CHECK (method IN ('at-desk', 'saved-method')), saved_method_id INTEGER,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  CHECK ((method = 'saved-method') = (saved_method_id IS NOT NULL))) STRICT;
CREATE INDEX planned_payment_item ON planned_payment (item_id);
CREATE INDEX planned_payment_live ON planned_payment (due_date, client_id)
  WHERE state IN ('planned', 'processing', 'failed', 'retried');
CREATE INDEX planned_payment_client ON planned_payment (client_id)
  WHERE state IN ('planned', 'processing', 'failed', 'retried');
`;

/** A product's plan was free text; its words go to the description, since only an administrator can make them dates. */
const products = `
UPDATE product SET details = json_remove(json_set(details, '$.description', substr(trim(
    coalesce(details ->> '$.description', '') || char(10) || (details ->> '$.plan'), char(10)), 1, 2000)), '$.plan')
  WHERE json_type(details, '$.plan') = 'text';
`;

/** Instalments (domain.md B11): what a client agreed to pay of an item, and when. Nothing is posted by a plan. */
export const instalments = {
  version: 26,
  name: 'instalments',
  sql: [
    tables,
    protectProcess('planned_payment', PLANNED_PAYMENT_EDGES, [
      'item_id',
      'client_id',
      'due_date',
      'amount_minor',
      'method',
      'saved_method_id',
      'staff_id',
      'at',
    ]),
    products,
  ].join('\n'),
};
