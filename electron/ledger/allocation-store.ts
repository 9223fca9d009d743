import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** A payment or a credit memo that may pay items. */
export type AllocationSource = { paymentId: number } | { memoId: number };

export const memoIdOf = (source: AllocationSource) => ('memoId' in source ? source.memoId : null);
export const paymentIdOf = (source: AllocationSource) => ('paymentId' in source ? source.paymentId : null);

/** Whose source it is, or undefined when there is none. */
export async function readSourceClient(
  db: ReadableLedger,
  source: AllocationSource,
): Promise<number | undefined> {
  const row = await db.get<{ clientId: number }>`
    SELECT client_id AS clientId FROM payment WHERE id = ${paymentIdOf(source)}
    UNION ALL SELECT client_id FROM credit_memo WHERE id = ${memoIdOf(source)}`;
  return row?.clientId;
}

/** The payments linked to an item, the newest link first (settled.md 30), in cents. */
export async function readPaymentsOfItem(
  db: ReadableLedger,
  itemId: number,
): Promise<{ paymentId: number; number: string; amountMinor: number }[]> {
  return await db.all<{ paymentId: number; number: string; amountMinor: number }>`
    SELECT payment.id AS paymentId, payment.number, sum(allocation.amount_minor) AS amountMinor
    FROM allocation JOIN payment ON payment.id = payment_id WHERE item_id = ${itemId}
    GROUP BY payment.id HAVING sum(allocation.amount_minor) > 0 ORDER BY max(allocation.id) DESC`;
}

export interface LinkState {
  /** What this source pays of the item, in cents. */
  linkedMinor: number;
  /** What all sources pay of the item. */
  paidMinor: number;
  /** What credit memos took back of the item. */
  creditedMinor: number;
}

/** How an item stands with one source. */
export async function readLinkState(
  db: ReadableLedger,
  source: AllocationSource,
  itemId: number,
): Promise<LinkState> {
  const row = await db.get<LinkState>`
    SELECT
      coalesce((SELECT sum(amount_minor) FROM allocation WHERE item_id = ${itemId}
        AND (payment_id = ${paymentIdOf(source)} OR memo_id = ${memoIdOf(source)})), 0) AS linkedMinor,
      coalesce((SELECT sum(amount_minor) FROM allocation WHERE item_id = ${itemId}), 0) AS paidMinor,
      coalesce((SELECT sum(total_minor) FROM credit_memo_line WHERE item_id = ${itemId}), 0) AS creditedMinor`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

/** What the payments behind a memo can still pass on, oldest first, in cents: neither given back nor held. */
export async function readMemoFunding(
  db: ReadableLedger,
  memoId: number,
): Promise<{ paymentId: number; amountMinor: number }[]> {
  return await db.all<{ paymentId: number; amountMinor: number }>`
    SELECT paymentId, amountMinor FROM (
      SELECT payment.id AS paymentId, payment.at, max(0, sum(funding.amount_minor)
        - coalesce((SELECT sum(done.amount_minor) FROM refund_outcome_line done
            JOIN refund_line line ON line.id = done.refund_line_id
            WHERE line.memo_id = ${memoId} AND done.origin_payment_id = payment.id), 0)
        - coalesce((SELECT sum(amount_minor) FROM hold WHERE state = 'held' AND hold.memo_id = ${memoId}
            AND origin_payment_id = payment.id), 0)) AS amountMinor
      FROM credit_funding funding JOIN payment ON payment.id = funding.payment_id
      WHERE funding.memo_id = ${memoId} GROUP BY payment.id)
    WHERE amountMinor > 0 ORDER BY at, paymentId`;
}

/** What a memo has neither spent nor given back, and no refund holds, in cents. */
export async function readMemoFree(db: ReadableLedger, memoId: number): Promise<number> {
  const row = await db.get<{ freeMinor: number }>`
    SELECT total_minor - coalesce((SELECT sum(amount_minor) FROM allocation WHERE memo_id = credit_memo.id), 0)
      - coalesce((SELECT sum(amount_minor) FROM hold WHERE memo_id = credit_memo.id AND state = 'held'), 0)
      AS freeMinor FROM credit_memo WHERE id = ${memoId}`;
  if (!row) throw new Error(`no credit memo ${memoId}`);
  return row.freeMinor;
}

/** What a memo passed on to an item, newest payment first, in cents. */
export async function readItemFundingOfMemo(
  db: ReadableLedger,
  link: { itemId: number; memoId: number },
): Promise<{ paymentId: number; amountMinor: number }[]> {
  return await db.all<{ paymentId: number; amountMinor: number }>`
    SELECT payment.id AS paymentId, sum(item_funding.amount_minor) AS amountMinor
    FROM item_funding JOIN payment ON payment.id = payment_id
    WHERE item_id = ${link.itemId} AND memo_id = ${link.memoId}
    GROUP BY payment.id HAVING sum(item_funding.amount_minor) > 0 ORDER BY payment.at DESC, payment.id DESC`;
}

/** Moves what a payment funds from a memo to an item the memo pays; cents, negative moves it back. */
export async function moveFunding(
  db: WritableLedger,
  move: { memoId: number; itemId: number; paymentId: number; amountMinor: number },
): Promise<void> {
  await db.insert('credit_funding', {
    memo_id: move.memoId,
    payment_id: move.paymentId,
    amount_minor: -move.amountMinor,
  });
  await db.insert('item_funding', {
    item_id: move.itemId,
    memo_id: move.memoId,
    payment_id: move.paymentId,
    amount_minor: move.amountMinor,
  });
}

/** What a payment stands behind through memos, item by item, in cents. */
export async function readItemFundingOfPayment(
  db: ReadableLedger,
  paymentId: number,
): Promise<{ itemId: number; memoId: number; amountMinor: number }[]> {
  return await db.all<{ itemId: number; memoId: number; amountMinor: number }>`
    SELECT item_id AS itemId, memo_id AS memoId, sum(amount_minor) AS amountMinor FROM item_funding
    WHERE payment_id = ${paymentId} GROUP BY item_id, memo_id HAVING sum(amount_minor) > 0`;
}

/** Whether a memo credits this very item. */
export async function isMemoOfItem(db: ReadableLedger, memoId: number, itemId: number): Promise<boolean> {
  const row = await db.get<{ id: number }>`
    SELECT id FROM credit_memo_line WHERE memo_id = ${memoId} AND item_id = ${itemId} LIMIT 1`;
  return row !== undefined;
}
