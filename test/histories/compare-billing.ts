import { atMost, same } from './agree.ts';
import type { BillingHistory } from './billing-history.ts';

interface Row {
  id: number;
  key: string;
  cents: number;
}

/** What the other books do not hold: plans, discounts, places, and what an account says of itself. */
export async function compareBilling(history: BillingHistory): Promise<void> {
  const { model, desk, about } = history;
  const accounts = JSON.stringify(history.clients);
  const read = async (what: 'plan' | 'off' | 'place') =>
    await desk
      .service()
      .ledger()
      .read(async (db) => {
        if (what === 'plan')
          return await db.all<Row>`SELECT item_id AS id, due_date AS key, sum(amount_minor) AS cents
          FROM planned_payment WHERE state = 'planned' AND client_id IN (SELECT value FROM json_each(${accounts}))
          GROUP BY item_id, due_date ORDER BY due_date`;
        if (what === 'place')
          return await db.all<Row>`SELECT item_id AS id, state AS key, 0 AS cents FROM registration
          WHERE client_id IN (SELECT value FROM json_each(${accounts}))`;
        return await db.all<Row>`SELECT item_id AS id, coalesce(CAST(rule_id AS TEXT), 'hand') AS key,
          sum(line.amount_minor) AS cents FROM discount_line line JOIN invoice_item item ON item.id = item_id
          JOIN invoice ON invoice.id = invoice_id
          WHERE invoice.client_id IN (SELECT value FROM json_each(${accounts})) GROUP BY item_id, 2`;
      });
  const byItem = async (what: Parameters<typeof read>[0]) => Map.groupBy(await read(what), ({ id }) => id);
  const [plans, offs, places] = [await byItem('plan'), await byItem('off'), await byItem('place')];
  for (const [itemId, item] of model.items) {
    const rows = new Map((plans.get(itemId) ?? []).map(({ key, cents }) => [key, cents]));
    same(
      [...rows],
      [...item.plan].sort(([a], [b]) => (a < b ? -1 : 1)),
      `plan of item ${itemId}`,
    );
    atMost(model.planned(item), model.owed(item), `planned of item ${itemId}`);
    const each = about.get(itemId);
    if (!each) continue;
    const taken = offs.get(itemId) ?? [];
    for (const { key, cents } of taken)
      if (key !== 'hand') same(cents, each.off.get(Number(key)), `rule ${key} on item ${itemId}`);
    same(taken.filter(({ key }) => key !== 'hand').length, each.off.size, `rules on item ${itemId}`);
    const off = taken.reduce((all, { cents }) => all + cents, 0);
    same(each.price * each.quantity - off, item.parts.net, `discounts of item ${itemId} add up`);
    const isThere = (places.get(itemId) ?? []).some(({ key }) => key === 'active');
    same(isThere, each.hasPlace, `place of item ${itemId}`);
  }
  for (const clientId of history.clients) await compareAccount(history, clientId);
}

/** Planned, paid and owed agree, and so does what the account's screen shows. */
async function compareAccount({ model, desk }: BillingHistory, clientId: number): Promise<void> {
  const read = await desk.call('client.read', { clientId });
  const own = [...model.items.values()].filter((item) => item.clientId === clientId);
  const sum = (cents: readonly number[]) => cents.reduce((all, each) => all + each, 0);
  const free = (prefix: string, ids: Iterable<number>) =>
    sum(
      [...ids]
        .map((id) => `${prefix}${id}`)
        .filter((name) => model.source(name).clientId === clientId)
        .map((name) => model.free(name)),
    );
  const planned = sum(own.map((item) => model.planned(item)));
  same(read.balanceMinor, model.balance(clientId), `balance of account ${clientId}`);
  same(read.plannedMinor, planned, `planned of account ${clientId}`);
  same(read.expectedBalanceMinor, model.balance(clientId) - planned, `expected balance of ${clientId}`);
  same(
    sum(read.openItems.map((item) => item.owedMinor)),
    sum(own.map((item) => model.owed(item))),
    `owed of ${clientId}`,
  );
  same(read.creditAvailableMinor, free('M', model.memos.keys()), `credit of ${clientId}`);
  same(read.depositAvailableMinor, free('P', model.payments.keys()), `deposits of ${clientId}`);
}
