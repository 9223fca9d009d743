import { guardFacts } from '../protect.ts';
import { fact } from './columns.ts';

/** Which planned payments a charge is for: rows of one client, date and saved method are charged together. */
export const plannedCharges = {
  version: 34,
  name: 'planned charges',
  sql: `
CREATE TABLE planned_charge (${fact}, planned_payment_id INTEGER NOT NULL REFERENCES planned_payment (id),
  sale_id INTEGER NOT NULL REFERENCES sale (id), UNIQUE (planned_payment_id, sale_id)) STRICT;
CREATE INDEX planned_charge_sale ON planned_charge (sale_id);
${guardFacts(['planned_charge'])}`,
};
