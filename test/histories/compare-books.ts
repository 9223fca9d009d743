import type { TestService } from '../support/test-service.ts';
import { atMost, same } from './agree.ts';
import type { History } from './history.ts';
import { type Parts, total } from './money-model.ts';

interface Sum {
  id: number;
  sum: number;
}

/** Compares every number of the plain count with the ledger's own rows. */
export async function compareBooks({ desk, model, clients }: History): Promise<void> {
  const accounts = JSON.stringify(clients);
  const rows = async (kind: 'balance' | 'item' | 'payment' | 'memo' | 'held' | 'origin') =>
    await desk
      .service()
      .ledger()
      .read(async (db) => {
        if (kind === 'balance')
          return await db.all<Sum>`SELECT client_id AS id, sum(amount_minor) AS sum FROM journal_line
          WHERE client_id IN (SELECT value FROM json_each(${accounts})) GROUP BY client_id`;
        if (kind === 'item')
          return await db.all<Sum>`SELECT item_id AS id, sum(amount_minor) AS sum FROM allocation
          WHERE item_id IS NOT NULL AND client_id IN (SELECT value FROM json_each(${accounts})) GROUP BY item_id`;
        if (kind === 'payment')
          return await db.all<Sum>`SELECT payment_id AS id, sum(amount_minor) AS sum FROM allocation
          WHERE payment_id IS NOT NULL AND client_id IN (SELECT value FROM json_each(${accounts})) GROUP BY payment_id`;
        if (kind === 'memo')
          return await db.all<Sum>`SELECT memo_id AS id, sum(amount_minor) AS sum FROM allocation
          WHERE memo_id IS NOT NULL AND client_id IN (SELECT value FROM json_each(${accounts})) GROUP BY memo_id`;
        if (kind === 'held')
          return await db.all<Sum>`SELECT coalesce(memo_id, -payment_id) AS id, sum(amount_minor) AS sum FROM hold
          WHERE state = 'held' GROUP BY 1`;
        return await db.all<Sum>`SELECT origin_payment_id AS id, sum(amount_minor) AS sum FROM refund_outcome_line
        GROUP BY origin_payment_id`;
      });
  const sums = async (kind: Parameters<typeof rows>[0]) =>
    new Map((await rows(kind)).map((row) => [row.id, row.sum]));

  const balances = await sums('balance');
  const approvedAlone = await unseenCards(desk, { accounts, known: [...model.payments.keys()] });
  for (const clientId of clients)
    same(
      balances.get(clientId) ?? 0,
      model.balance(clientId) - (approvedAlone.get(clientId) ?? 0),
      `balance of ${clientId}`,
    );
  const paid = await sums('item');
  const credited = await creditedParts(desk, accounts);
  for (const [itemId, item] of model.items) {
    const linked = paid.get(itemId) ?? 0;
    same(total(item.parts) - linked, model.owed(item), `owed on item ${itemId}`);
    atMost(linked, total(item.parts), `paid on item ${itemId}`);
    atMost(0, linked, `nothing below zero on item ${itemId}`);
    same(credited.get(itemId) ?? { net: 0, gst: 0, qst: 0 }, item.credited, `credited of item ${itemId}`);
    for (const part of ['net', 'gst', 'qst'] as const)
      atMost(item.credited[part], item.parts[part], `${part} credited of item ${itemId}`);
    if (total(item.credited) === total(item.parts)) same(item.credited, item.parts, `whole item ${itemId}`);
  }
  const [ofPayment, ofMemo, held, returned] = [
    await sums('payment'),
    await sums('memo'),
    await sums('held'),
    await sums('origin'),
  ];
  for (const [id, payment] of model.payments) {
    same(ofPayment.get(id) ?? 0, model.spent(`P${id}`) + payment.refunded, `payment ${id}`);
    atMost(ofPayment.get(id) ?? 0, payment.amount, `payment ${id}`);
    same(held.get(-id) ?? 0, payment.held, `held on payment ${id}`);
    same(returned.get(id) ?? 0, payment.returned, `returned of payment ${id}`);
    atMost(payment.returned + payment.originHeld, payment.amount, `given back of payment ${id}`);
  }
  for (const [id, memo] of model.memos) {
    same(ofMemo.get(id) ?? 0, model.spent(`M${id}`) + memo.refunded, `memo ${id}`);
    atMost(ofMemo.get(id) ?? 0, memo.amount, `memo ${id}`);
    same(held.get(id) ?? 0, memo.held, `held on memo ${id}`);
  }
  const session = (await desk.call('till.read', { tillId: desk.tillId })).session;
  if (session) same(session.expectedMinor, model.drawer, 'drawer');
}

/** The journal sums to zero, and the program's own check finds nothing. */
export async function verifyDesk(desk: TestService): Promise<void> {
  const journal = await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.get<{ sum: number }>`SELECT coalesce(sum(amount_minor), 0) AS sum FROM journal_line`,
    );
  same(journal?.sum, 0, 'journal');
  same(await desk.verify(), [], 'verify');
}

async function creditedParts(desk: TestService, accounts: string): Promise<Map<number, Parts>> {
  const rows = await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<Parts & { id: number }>`
      SELECT item_id AS id, sum(line.net_minor) AS net, sum(line.gst_minor) AS gst, sum(line.qst_minor) AS qst
      FROM credit_memo_line line JOIN credit_memo memo ON memo.id = memo_id
      WHERE item_id IS NOT NULL AND client_id IN (SELECT value FROM json_each(${accounts})) GROUP BY item_id`,
    );
  return new Map(rows.map(({ id, ...parts }) => [id, parts]));
}

/** Approved cards whose cart could not be completed: deposits that the plain count never heard of. */
async function unseenCards(
  desk: TestService,
  { accounts, known }: { accounts: string; known: readonly number[] },
): Promise<Map<number, number>> {
  const rows = await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<Sum>`SELECT client_id AS id, sum(amount_minor) AS sum FROM payment
      WHERE method = 'terminal' AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(known)}))
        AND client_id IN (SELECT value FROM json_each(${accounts})) GROUP BY client_id`,
    );
  return new Map(rows.map((row) => [row.id, row.sum]));
}
