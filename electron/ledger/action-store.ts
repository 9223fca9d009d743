import type { AttemptState } from '../../shared/domain/attempt.ts';
import type { ReadableLedger } from './sql.ts';

interface ActionBase {
  since: string;
  /** Cents whose fate is open: asked of a terminal, approved for a cart, or to give back. */
  amountMinor: number;
  clientId: number;
  clientName: string;
  staffName: string;
}

export interface AttemptAction extends ActionBase {
  attemptId: number;
  state: AttemptState;
  direction: 'in' | 'out';
  refundId: number | null;
  saleId: number | null;
  driver: string;
  terminalName: string | null;
}

/** Every attempt without an outcome, oldest first; in cash the drawer's amount is what was asked. */
export async function readAttemptActions(db: ReadableLedger): Promise<AttemptAction[]> {
  return await db.all<AttemptAction>`
    SELECT attempt.id AS attemptId, attempt.state, direction, attempt.refund_id AS refundId,
      attempt.sale_id AS saleId, attempt.driver, terminal.name AS terminalName, attempt.at AS since,
      coalesce(refund.drawer_minor, attempt.amount_minor) AS amountMinor,
      attempt.client_id AS clientId, client.name AS clientName, staff.name AS staffName
    FROM attempt JOIN client ON client.id = attempt.client_id JOIN staff ON staff.id = attempt.staff_id
    LEFT JOIN refund ON refund.id = attempt.refund_id
    LEFT JOIN terminal ON terminal.id = attempt.terminal_id
    WHERE attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
    ORDER BY attempt.at, attempt.id`;
}

export interface SaleAction extends ActionBase {
  saleId: number;
}

/**
 * Carts still open that wait for no terminal: the rest is to be paid, or the cart abandoned. The amount is what
 * approved cards still pay of it: 0 after a decline, and after the card was given back.
 */
export async function readParkedSales(db: ReadableLedger): Promise<SaleAction[]> {
  return await db.all<SaleAction>`
    SELECT sale.id AS saleId, sale.at AS since, sale.client_id AS clientId, client.name AS clientName,
      staff.name AS staffName,
      coalesce((SELECT sum(amount_minor
        - coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = payment.id), 0)
        - coalesce((SELECT sum(amount_minor) FROM hold WHERE payment_id = payment.id AND state = 'held'), 0))
        FROM payment WHERE payment.sale_id = sale.id), 0) AS amountMinor
    FROM sale JOIN client ON client.id = sale.client_id JOIN staff ON staff.id = sale.staff_id
    WHERE sale.state = 'open' AND NOT EXISTS (
      SELECT 1 FROM attempt WHERE attempt.sale_id = sale.id
        AND attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict'))
    ORDER BY sale.at, sale.id`;
}

export interface MoneyBackAction extends ActionBase {
  paymentId: number;
  saleId: number | null;
}

/** Money of walk-in clients that paid nothing: no stranger may spend it, it goes back (settled.md 10, 11). */
export async function readWalkInMoney(db: ReadableLedger): Promise<MoneyBackAction[]> {
  return await db.all<MoneyBackAction>`
    WITH deposit AS (
      SELECT payment.id, payment.sale_id, payment.at, payment.client_id, client.name, payment.staff_id,
        amount_minor
        - coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = payment.id), 0)
        - coalesce((SELECT sum(amount_minor) FROM hold WHERE payment_id = payment.id AND state = 'held'), 0) AS open
      FROM payment JOIN client ON client.id = payment.client_id
      WHERE client.kind = 'walk-in'
        AND NOT EXISTS (SELECT 1 FROM payment_void WHERE payment_void.payment_id = payment.id)
        AND NOT EXISTS (SELECT 1 FROM sale WHERE sale.id = payment.sale_id AND sale.state = 'open'))
    SELECT deposit.id AS paymentId, sale_id AS saleId, deposit.at AS since, open AS amountMinor,
      client_id AS clientId, deposit.name AS clientName, staff.name AS staffName
    FROM deposit JOIN staff ON staff.id = deposit.staff_id WHERE open > 0 ORDER BY deposit.at, deposit.id`;
}
