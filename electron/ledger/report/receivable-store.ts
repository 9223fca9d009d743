import type { ReadableLedger } from '../sql.ts';

/** The end of a day: its date, and the instant at which it is over. */
export interface DayEnd {
  readonly toDate: string;
  readonly endsAt: string;
}
/** Clients by id, both included: a long report takes them in steps. */
export interface ClientRange {
  readonly fromId: number;
  readonly toId: number;
}

export interface OwedRow {
  clientId: number;
  dueDate: string;
  owedMinor: number;
}

/** What clients owe on items, and for what a refund gave in excess, at the end of a day, by due date, in cents. */
export async function readOwedByClient(
  db: ReadableLedger,
  { toDate, endsAt }: DayEnd,
  { fromId, toId }: ClientRange,
): Promise<OwedRow[]> {
  return await db.all<OwedRow>`
    SELECT clientId, dueDate, sum(owedMinor) AS owedMinor FROM (
      SELECT invoice.client_id AS clientId, item.due_date AS dueDate, item.total_minor - coalesce(
        (SELECT sum(amount_minor) FROM allocation WHERE item_id = item.id AND at < ${endsAt}), 0) AS owedMinor
      FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id
      WHERE invoice.client_id BETWEEN ${fromId} AND ${toId} AND invoice.local_date <= ${toDate}
      UNION ALL SELECT refund.client_id, excess.local_date, excess.amount_minor
      FROM refund_excess excess JOIN refund ON refund.id = excess.refund_id
      WHERE refund.client_id BETWEEN ${fromId} AND ${toId} AND excess.local_date <= ${toDate})
    WHERE owedMinor <> 0 GROUP BY clientId, dueDate`;
}

export interface PlannedRow {
  clientId: number;
  /** When the item itself was due. */
  itemDueDate: string;
  plannedDate: string;
  amountMinor: number;
}

/** What of the items' debts waits for a planned date, in cents. */
export async function readPlannedByClient(
  db: ReadableLedger,
  { fromId, toId }: ClientRange,
): Promise<PlannedRow[]> {
  return await db.all<PlannedRow>`
    SELECT planned.client_id AS clientId, item.due_date AS itemDueDate, planned.due_date AS plannedDate,
      sum(planned.amount_minor) AS amountMinor
    FROM planned_payment planned JOIN invoice_item item ON item.id = planned.item_id
    WHERE planned.client_id BETWEEN ${fromId} AND ${toId}
      AND planned.state IN ('planned', 'processing', 'failed', 'retried')
    GROUP BY planned.client_id, item.due_date, planned.due_date`;
}

/** Money held for a client: a credit memo with something open, or the part of a payment that pays nothing. */
export interface HeldRow {
  kind: 'credit' | 'deposit';
  id: number;
  number: string;
  localDate: string;
  clientId: number;
  totalMinor: number;
  /** Neither spent nor given back, in cents. */
  openMinor: number;
  /** The part of what is open that may be given back; all of a deposit. */
  refundableMinor: number;
  /** Reserved now for refunds on their way. */
  reservedMinor: number;
  /** The last day of the part that may not be given back; null when it stays. */
  expiresDate: string | null;
}

/** Open credits and deposits at the end of a day, oldest first. */
export async function readHeldByClient(
  db: ReadableLedger,
  { toDate, endsAt }: DayEnd,
  { fromId, toId }: ClientRange,
): Promise<HeldRow[]> {
  return await db.all<HeldRow>`
    SELECT kind, id, number, localDate, clientId, totalMinor, openMinor,
      openMinor - max(0, fixedMinor - spentMinor) AS refundableMinor,
      coalesce((SELECT sum(amount_minor) FROM hold WHERE state = 'held'
        AND ((held.kind = 'credit' AND memo_id = held.id) OR (held.kind = 'deposit' AND payment_id = held.id))), 0)
        AS reservedMinor,
      CASE held.kind WHEN 'credit' THEN (SELECT expires_on FROM credit_expiry WHERE memo_id = held.id) END AS expiresDate
    FROM (
      SELECT 'credit' AS kind, id, number, local_date AS localDate, client_id AS clientId, total_minor AS totalMinor,
        total_minor - refundable_minor AS fixedMinor,
        coalesce((SELECT sum(amount_minor) FROM allocation
          WHERE memo_id = memo.id AND item_id IS NOT NULL AND at < ${endsAt}), 0) AS spentMinor,
        total_minor - coalesce((SELECT sum(amount_minor) FROM allocation
          WHERE memo_id = memo.id AND at < ${endsAt}), 0) AS openMinor
      FROM credit_memo memo WHERE client_id BETWEEN ${fromId} AND ${toId} AND local_date <= ${toDate}
      UNION ALL SELECT 'deposit', id, number, local_date, client_id, amount_minor, 0, 0,
        amount_minor - coalesce((SELECT sum(amount_minor) FROM allocation
          WHERE payment_id = payment.id AND at < ${endsAt}), 0)
      FROM payment WHERE client_id BETWEEN ${fromId} AND ${toId} AND local_date <= ${toDate}
        AND NOT EXISTS (SELECT 1 FROM payment_void gone
          WHERE gone.payment_id = payment.id AND gone.local_date <= ${toDate})
        AND NOT EXISTS (SELECT 1 FROM payment_return gone
          WHERE gone.payment_id = payment.id AND gone.local_date <= ${toDate})) held
    WHERE openMinor <> 0 ORDER BY localDate, number`;
}

/**
 * What is held at the end of a day by another way: all that payments and credits ever were, less voids, returns and
 * every link. Cents.
 */
export async function readHeldByDocuments(db: ReadableLedger, { toDate, endsAt }: DayEnd): Promise<number> {
  const row = await db.get<{ heldMinor: number }>`
    SELECT coalesce((SELECT sum(amount_minor) FROM payment WHERE local_date <= ${toDate}), 0)
      - coalesce((SELECT sum(amount_minor) FROM payment_void gone JOIN payment ON payment.id = gone.payment_id
        WHERE gone.local_date <= ${toDate}), 0)
      - coalesce((SELECT sum(amount_minor) FROM payment_return gone JOIN payment ON payment.id = gone.payment_id
        WHERE gone.local_date <= ${toDate}), 0)
      + coalesce((SELECT sum(total_minor) FROM credit_memo WHERE local_date <= ${toDate}), 0)
      - coalesce((SELECT sum(amount_minor) FROM allocation WHERE at < ${endsAt}), 0) AS heldMinor`;
  return row?.heldMinor ?? 0;
}

export interface ClientNameRow {
  clientId: number;
  number: string;
  name: string;
}

/** Names of accounts by id, first to last. */
export async function readClientNames(
  db: ReadableLedger,
  clientIds: readonly number[],
): Promise<ClientNameRow[]> {
  return await db.all<ClientNameRow>`
    SELECT id AS clientId, number, name FROM client
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(clientIds)})) ORDER BY id`;
}

/** All accounts in steps of a few hundred, by id. */
export async function clientSteps(db: ReadableLedger): Promise<ClientRange[]> {
  const rows = await db.all<ClientRange>`
    SELECT min(id) AS fromId, max(id) AS toId FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1) / 500 AS step
      FROM client) GROUP BY step ORDER BY step`;
  return rows;
}

/** What moved client accounts in a period, from the documents; cents, positive = clients owe more. */
export interface ClientMovements {
  invoicesMinor: number;
  memosMinor: number;
  paymentsMinor: number;
  voidsMinor: number;
  returnsMinor: number;
  refundsMinor: number;
}

export async function readClientMovements(
  db: ReadableLedger,
  { fromDate, toDate }: { fromDate: string; toDate: string },
): Promise<ClientMovements> {
  const row = await db.get<ClientMovements>`
    SELECT
      coalesce((SELECT sum(total_minor) FROM invoice WHERE local_date BETWEEN ${fromDate} AND ${toDate}), 0)
        AS invoicesMinor,
      -coalesce((SELECT sum(total_minor) FROM credit_memo WHERE local_date BETWEEN ${fromDate} AND ${toDate}), 0)
        AS memosMinor,
      -coalesce((SELECT sum(amount_minor) FROM payment WHERE local_date BETWEEN ${fromDate} AND ${toDate}), 0)
        AS paymentsMinor,
      coalesce((SELECT sum(amount_minor) FROM payment_void gone JOIN payment ON payment.id = gone.payment_id
        WHERE gone.local_date BETWEEN ${fromDate} AND ${toDate}), 0) AS voidsMinor,
      coalesce((SELECT sum(amount_minor) FROM payment_return gone JOIN payment ON payment.id = gone.payment_id
        WHERE gone.local_date BETWEEN ${fromDate} AND ${toDate}), 0) AS returnsMinor,
      coalesce((SELECT sum(amount_minor) FROM money_back WHERE local_date BETWEEN ${fromDate} AND ${toDate}), 0)
        AS refundsMinor`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
