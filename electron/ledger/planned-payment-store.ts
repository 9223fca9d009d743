import { cutPlan, type Instalment, type LiveInstalment } from '../../shared/domain/instalment.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import { type AllocationSource, memoIdOf, paymentIdOf } from './allocation-store.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** How an instalment is to be paid: charged to a saved method on its day, or listed for the desk (settled.md 40). */
export type PayingMethod = { method: 'at-desk' } | { method: 'saved-method'; savedMethodId: number };

export interface LiveRow extends LiveInstalment {
  itemId: number;
  method: PayingMethod['method'];
  savedMethodId: number | null;
}

/** The planned payments of items that still wait for their money, by date. */
export async function readLivePlan(db: ReadableLedger, itemIds: readonly number[]): Promise<LiveRow[]> {
  return await db.all<LiveRow>`
    SELECT id AS plannedPaymentId, item_id AS itemId, due_date AS dueDate, amount_minor AS amountMinor, state, method,
      saved_method_id AS savedMethodId
    FROM planned_payment WHERE item_id IN (SELECT value FROM json_each(${JSON.stringify(itemIds)}))
      AND state IN ('planned', 'processing', 'failed', 'retried') ORDER BY due_date, id`;
}

/** Every live planned payment of a client, by date. */
export async function readLivePlanOfClient(db: ReadableLedger, clientId: number): Promise<LiveRow[]> {
  return await db.all<LiveRow>`
    SELECT id AS plannedPaymentId, item_id AS itemId, due_date AS dueDate, amount_minor AS amountMinor, state, method,
      saved_method_id AS savedMethodId
    FROM planned_payment WHERE client_id = ${clientId}
      AND state IN ('planned', 'processing', 'failed', 'retried') ORDER BY due_date, id`;
}

/** One planned payment, whatever its state, or undefined. */
export async function readPlannedPayment(
  db: ReadableLedger,
  plannedPaymentId: number,
): Promise<(LiveRow & { clientId: number }) | undefined> {
  return await db.get<LiveRow & { clientId: number }>`
    SELECT id AS plannedPaymentId, item_id AS itemId, client_id AS clientId, due_date AS dueDate,
      amount_minor AS amountMinor, state, method, saved_method_id AS savedMethodId
    FROM planned_payment WHERE id = ${plannedPaymentId}`;
}

/** Plans payments of one item; cents. */
export async function planPayments(
  db: WritableLedger,
  plan: {
    itemId: number;
    clientId: number;
    instalments: readonly Instalment[];
    paying?: PayingMethod;
    staffId: number;
  },
): Promise<number[]> {
  const paying = plan.paying ?? { method: 'at-desk' };
  const ids: number[] = [];
  for (const { dueDate, amountMinor } of plan.instalments)
    ids.push(
      await db.open('planned_payment', {
        item_id: plan.itemId,
        client_id: plan.clientId,
        due_date: dueDate,
        amount_minor: amountMinor,
        method: paying.method,
        saved_method_id: paying.method === 'saved-method' ? paying.savedMethodId : null,
        staff_id: plan.staffId,
        at: db.at,
      }),
    );
  return ids;
}

/** What made a planned payment end; kept with its event, so that undoing the one brings the other back. */
type Why = { cause: string } & Partial<{ paymentId: number; memoId: number }>;

interface Refit {
  itemId: number;
  clientId: number;
  /** A payment that came settles the earliest rows; a credit of the item gives up the last (settled.md 29, 40). */
  from: 'earliest' | 'last';
  why: Why;
  staffId: number;
}

/**
 * Cuts the plan of an item down to what the item still owes. The row that is shortened is voided and planned again
 * with what is left: amounts of a process row never change. What is due by now and paid whole counts as paid.
 */
export async function refitPlan(db: WritableLedger, given: Refit): Promise<void> {
  const { itemId, staffId, why } = given;
  const rows = await readLivePlan(db, [itemId]);
  if (rows.length === 0) return;
  const cut = cutPlan({ rows, owedMinor: await readItemOwed(db, itemId), from: given.from });
  for (const row of cut.gone) {
    const isPaid = given.from === 'earliest' && row.dueDate <= db.localDate;
    await db.move('planned_payment', row.plannedPaymentId, isPaid ? 'paid' : 'voided', {
      staffId,
      detail: { ...why, settledMinor: row.amountMinor },
    });
  }
  if (!cut.shortened) return;
  const { row, leftMinor } = cut.shortened;
  await db.move('planned_payment', row.plannedPaymentId, 'voided', {
    staffId,
    detail: { ...why, settledMinor: row.amountMinor - leftMinor },
  });
  const kept = rows.find(({ plannedPaymentId }) => plannedPaymentId === row.plannedPaymentId);
  await planPayments(db, {
    itemId,
    clientId: given.clientId,
    instalments: [{ dueDate: row.dueDate, amountMinor: leftMinor }],
    paying: kept ? payingAgain(kept) : { method: 'at-desk' },
    staffId,
  });
}

/** A failed charge is retried by hand only: what is left of it is for the desk. */
function payingAgain({ state, method, savedMethodId }: LiveRow): PayingMethod {
  if (state === 'failed' || method === 'at-desk' || savedMethodId === null) return { method: 'at-desk' };
  return { method, savedMethodId };
}

/**
 * Before a link is taken away: what it had settled of the item's plan is planned again on the dates it had, the latest
 * first; never more than will be owed and is not planned.
 */
export async function restorePlan(
  db: WritableLedger,
  given: {
    itemId: number;
    clientId: number;
    source: AllocationSource;
    amountMinor: number;
    staffId: number;
  },
): Promise<void> {
  const { itemId, amountMinor } = given;
  const settled = await readSettled(db, given.source, itemId);
  if (settled.length === 0) return;
  const plannedMinor = sumMinor((await readLivePlan(db, [itemId])).map((row) => row.amountMinor));
  const unplannedMinor = (await readItemOwed(db, itemId)) + amountMinor - plannedMinor;
  let restMinor = Math.min(amountMinor, unplannedMinor);
  const instalments: Instalment[] = [];
  for (const { dueDate, settledMinor } of settled) {
    const backMinor = Math.min(restMinor, settledMinor);
    if (backMinor <= 0) break;
    instalments.unshift({ dueDate, amountMinor: backMinor });
    restMinor -= backMinor;
  }
  await planPayments(db, { itemId, clientId: given.clientId, instalments, staffId: given.staffId });
}

/** What a source settled of an item's plan since it was last unlinked, latest date first. */
async function readSettled(db: ReadableLedger, source: AllocationSource, itemId: number) {
  const paymentId = paymentIdOf(source);
  const memoId = memoIdOf(source);
  return await db.all<{ dueDate: string; settledMinor: number }>`
    SELECT due_date AS dueDate, CAST(sum(event.detail ->> '$.settledMinor') AS INTEGER) AS settledMinor
    FROM planned_payment planned
    JOIN process_event event ON event.process = 'planned_payment' AND event.row_id = planned.id
    WHERE planned.item_id = ${itemId} AND event.to_state IN ('paid', 'voided')
      AND (event.detail ->> '$.paymentId' = ${paymentId} OR event.detail ->> '$.memoId' = ${memoId})
      AND event.commit_seq > coalesce((SELECT max(commit_seq) FROM allocation WHERE item_id = ${itemId}
        AND (payment_id = ${paymentId} OR memo_id = ${memoId}) AND amount_minor < 0), 0)
    GROUP BY due_date ORDER BY due_date DESC`;
}

async function readItemOwed(db: ReadableLedger, itemId: number): Promise<number> {
  const row = await db.get<{ owedMinor: number }>`
    SELECT total_minor - coalesce((SELECT sum(amount_minor) FROM allocation WHERE item_id = invoice_item.id), 0)
      AS owedMinor FROM invoice_item WHERE id = ${itemId}`;
  if (!row) throw new Error(`no item ${itemId}`);
  return row.owedMinor;
}
