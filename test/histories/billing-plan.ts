import { same } from './agree.ts';
import type { BillingHistory } from './billing-history.ts';
import { daysAfter, splitOver } from './plan-model.ts';

interface PlanRead {
  schedule: { dueDate: string; amountMinor: number }[];
  unplannedMinor: number;
}

function askDates({ random, today }: BillingHistory): { asked: object; dates: string[] } {
  const firstDate = daysAfter(today, random.integer(0, 20));
  const count = random.integer(1, 5);
  const every = random.pick(['week', 'two-weeks'] as const);
  const dates = Array.from({ length: count }, (_, index) =>
    daysAfter(firstDate, index * (every === 'week' ? 7 : 14)),
  );
  return random.chance(0.5) ? { asked: { count, every, firstDate }, dates } : { asked: { dates }, dates };
}

/** Instalments of billed items: each item split alone. */
export async function makePlan(history: BillingHistory, clientId: number): Promise<void> {
  const { model, random } = history;
  const own = [...model.items].filter(([, item]) => item.clientId === clientId && model.owed(item) > 0);
  const itemIds = own.filter(() => random.chance(0.6)).map(([itemId]) => itemId);
  if (random.chance(0.1)) itemIds.push(history.anItem());
  if (itemIds.length === 0) return;
  const { asked, dates } = askDates(history);
  const items = [...new Set(itemIds)].map((itemId) => model.items.get(itemId));
  const isPlannable = items.every(
    (item) => item && item.clientId === items[0]?.clientId && model.owed(item) > 0 && item.plan.size === 0,
  );
  const made = await history.send('plan.make', { itemIds, ...asked });
  same(made !== null, isPlannable, `plan of items ${itemIds} made`);
  if (!made) return;
  for (const item of items) {
    if (!item) continue;
    for (const [date, cents] of splitOver(model.owed(item), dates)) item.plan.set(date, cents);
  }
}

/** Dates and amounts by hand; they must add up. */
export async function changePlan(history: BillingHistory): Promise<void> {
  const { model, random, today } = history;
  const itemId = history.anItem(({ plan }) => plan.size > 0);
  const item = model.items.get(itemId);
  const owed = item ? model.owed(item) : 1;
  const off = random.pick([0, 0, 0, 1, -1]);
  const dates = Array.from({ length: random.integer(1, 3) }, () => daysAfter(today, random.integer(0, 40)));
  const plan = splitOver(Math.max(1, owed + off), dates);
  const payments = [...plan].map(([dueDate, amountMinor]) => ({ dueDate, amountMinor }));
  const changed = await history.send<PlanRead>('plan.change', { itemId, payments });
  const fits = owed > 0 && Math.max(1, owed + off) === owed;
  same(changed !== null, item !== undefined && item.plan.size > 0 && fits, `plan of item ${itemId} changed`);
  if (!item || !changed) return;
  item.plan.clear();
  for (const [date, cents] of plan) item.plan.set(date, cents);
  same(changed.unplannedMinor, 0, 'nothing beside a plan that adds up');
}

export async function endPlan(history: BillingHistory): Promise<void> {
  const { model } = history;
  const itemId = history.anItem(({ plan }) => plan.size > 0);
  const item = model.items.get(itemId);
  const ended = await history.send<PlanRead>('plan.end', { itemId, reason: 'entente' });
  same(ended !== null, (item?.plan.size ?? 0) > 0, `plan of item ${itemId} ended`);
  if (!ended || !item) return;
  item.plan.clear();
  same(ended.unplannedMinor, model.owed(item), 'owed beside no plan');
}

/** One date is skipped: its amount is due on a later one. */
export async function skipPlanned(history: BillingHistory): Promise<void> {
  const { model, random, today } = history;
  const { clientId } = random.pick(history.households);
  const { payments } = await history.desk.call('plan.read', { clientId });
  if (payments.length === 0) return;
  const waiting = payments.filter(({ state }) => state === 'planned');
  const row = random.pick(waiting.length > 0 && random.chance(0.9) ? waiting : payments);
  const toDate = daysAfter(row.dueDate, random.integer(-3, 30));
  const asked = { plannedPaymentId: row.plannedPaymentId, toDate, reason: 'entente' };
  const skipped = await history.send('plan.skip', asked);
  const earliest = row.dueDate < today ? today : row.dueDate;
  same(skipped !== null, row.state === 'planned' && toDate >= earliest, 'a date skipped');
  const plan = model.items.get(row.itemId)?.plan;
  if (!skipped || !plan) return;
  const rest = (plan.get(row.dueDate) ?? 0) - row.amountMinor;
  if (rest === 0) plan.delete(row.dueDate);
  else plan.set(row.dueDate, rest);
  plan.set(toDate, (plan.get(toDate) ?? 0) + row.amountMinor);
}
