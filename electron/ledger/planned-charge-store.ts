import type { PlannedPaymentState } from '../../shared/domain/process-edges.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export interface DueCharge {
  plannedPaymentId: number;
  itemId: number;
  clientId: number;
  savedMethodId: number;
  dueDate: string;
  amountMinor: number;
  /** Who agreed the plan with the client: the charge is made in that name. */
  staffId: number;
}

/** The planned payments that a saved method is to be charged for by a local date, oldest first. */
export async function readDueCharges(db: ReadableLedger, untilDate: string): Promise<DueCharge[]> {
  return await db.all<DueCharge>`
    SELECT id AS plannedPaymentId, item_id AS itemId, client_id AS clientId, saved_method_id AS savedMethodId,
      due_date AS dueDate, amount_minor AS amountMinor, staff_id AS staffId
    FROM planned_payment
    WHERE state = 'planned' AND method = 'saved-method' AND due_date <= ${untilDate}
    ORDER BY due_date, client_id, saved_method_id, id`;
}

export interface ChargedRow {
  plannedPaymentId: number;
  state: PlannedPaymentState;
  amountMinor: number;
}

/** The planned payments that a sale charges, oldest first; none for a sale that is no instalment. */
export async function readChargedRows(db: ReadableLedger, saleId: number): Promise<ChargedRow[]> {
  return await db.all<ChargedRow>`
    SELECT planned.id AS plannedPaymentId, state, amount_minor AS amountMinor
    FROM planned_charge charge JOIN planned_payment planned ON planned.id = charge.planned_payment_id
    WHERE sale_id = ${saleId} ORDER BY planned.id`;
}

export async function insertPlannedCharge(
  db: WritableLedger,
  plannedPaymentId: number,
  saleId: number,
): Promise<void> {
  await db.insert('planned_charge', { planned_payment_id: plannedPaymentId, sale_id: saleId });
}

/** Moves the planned payments of a sale on, those that stand where they may. */
export async function moveChargedRows(
  db: WritableLedger,
  saleId: number,
  move: {
    from: readonly PlannedPaymentState[];
    to: PlannedPaymentState;
    staffId: number | null;
    /** The payment that settles them. */
    paymentId?: number;
  },
): Promise<void> {
  for (const { plannedPaymentId, state, amountMinor } of await readChargedRows(db, saleId)) {
    if (!move.from.includes(state)) continue;
    const detail =
      move.paymentId === undefined
        ? { saleId }
        : { cause: 'payment', paymentId: move.paymentId, settledMinor: amountMinor };
    await db.move('planned_payment', plannedPaymentId, move.to, { staffId: move.staffId, detail });
  }
}
