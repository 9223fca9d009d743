import { expect } from 'vitest';
import type { History } from './history.ts';

interface Sum {
  id: number;
  sum: number;
}

/** Compares every number of the plain count with the ledger's own rows, then has the ledger verified. */
export async function compareBooks({ desk, model, clients }: History): Promise<void> {
  const rows = async (kind: 'balance' | 'item' | 'payment' | 'memo' | 'held' | 'origin') =>
    await desk
      .service()
      .ledger()
      .read(async (db) => {
        if (kind === 'balance')
          return await db.all<Sum>`SELECT client_id AS id, sum(amount_minor) AS sum FROM journal_line
          WHERE client_id IS NOT NULL GROUP BY client_id`;
        if (kind === 'item')
          return await db.all<Sum>`SELECT item_id AS id, sum(amount_minor) AS sum FROM allocation
          WHERE item_id IS NOT NULL GROUP BY item_id`;
        if (kind === 'payment')
          return await db.all<Sum>`SELECT payment_id AS id, sum(amount_minor) AS sum FROM allocation
          WHERE payment_id IS NOT NULL GROUP BY payment_id`;
        if (kind === 'memo')
          return await db.all<Sum>`SELECT memo_id AS id, sum(amount_minor) AS sum FROM allocation
          WHERE memo_id IS NOT NULL GROUP BY memo_id`;
        if (kind === 'held')
          return await db.all<Sum>`SELECT coalesce(memo_id, -payment_id) AS id, sum(amount_minor) AS sum FROM hold
          WHERE state = 'held' GROUP BY 1`;
        return await db.all<Sum>`SELECT origin_payment_id AS id, sum(amount_minor) AS sum FROM refund_outcome_line
        GROUP BY origin_payment_id`;
      });
  const sums = async (kind: Parameters<typeof rows>[0]) =>
    new Map((await rows(kind)).map((row) => [row.id, row.sum]));

  const balances = await sums('balance');
  const approvedAlone = await unseenCards(desk, [...model.payments.keys()]);
  for (const clientId of clients)
    expect(balances.get(clientId) ?? 0, `balance of ${clientId}`).toBe(
      model.balance(clientId) - (approvedAlone.get(clientId) ?? 0),
    );
  const paid = await sums('item');
  for (const [itemId, item] of model.items) {
    const whole = item.parts.net + item.parts.gst + item.parts.qst;
    expect(whole - (paid.get(itemId) ?? 0), `owed on item ${itemId}`).toBe(model.owed(item));
    for (const part of ['net', 'gst', 'qst'] as const)
      expect(item.credited[part]).toBeLessThanOrEqual(item.parts[part]);
  }
  const [ofPayment, ofMemo, held, returned] = [
    await sums('payment'),
    await sums('memo'),
    await sums('held'),
    await sums('origin'),
  ];
  for (const [id, payment] of model.payments) {
    expect(ofPayment.get(id) ?? 0, `payment ${id}`).toBe(model.spent(`P${id}`) + payment.refunded);
    expect(held.get(-id) ?? 0, `held on payment ${id}`).toBe(payment.held);
    expect(returned.get(id) ?? 0, `returned of payment ${id}`).toBe(payment.returned);
    expect(payment.returned + payment.originHeld).toBeLessThanOrEqual(payment.amount);
  }
  for (const [id, memo] of model.memos) {
    expect(ofMemo.get(id) ?? 0, `memo ${id}`).toBe(model.spent(`M${id}`) + memo.refunded);
    expect(held.get(id) ?? 0, `held on memo ${id}`).toBe(memo.held);
  }
  const session = (await desk.call('till.read', { tillId: desk.tillId })).session;
  if (session) expect(session.expectedMinor).toBe(model.drawer);
  const journal = await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.get<{ sum: number }>`SELECT coalesce(sum(amount_minor), 0) AS sum FROM journal_line`,
    );
  expect(journal?.sum).toBe(0);
  expect(await desk.verify()).toEqual([]);
}

/** Approved cards whose cart could not be completed: deposits that the plain count never heard of. */
async function unseenCards(desk: History['desk'], known: readonly number[]): Promise<Map<number, number>> {
  const rows = await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<Sum>`SELECT client_id AS id, sum(amount_minor) AS sum FROM payment
      WHERE method = 'terminal' AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(known)}))
      GROUP BY client_id`,
    );
  return new Map(rows.map((row) => [row.id, row.sum]));
}
