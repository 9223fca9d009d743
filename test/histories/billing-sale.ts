import { has, same } from './agree.ts';
import { spendCredits, spendDeposits } from './billing-credit.ts';
import type { BillingHistory } from './billing-history.ts';
import type { About } from './cancel-model.ts';
import { type MoneyModel, newItem, rounded, spread, taxed, toCoins, total } from './money-model.ts';
import { discounts } from './price-model.ts';

export type Pays = Parameters<MoneyModel['fill']>[2];

export interface SaleDone {
  state: string;
  invoiceId: number | null;
  payments: {
    paymentId: number;
    method: 'cash' | 'cheque' | 'terminal';
    amountMinor: number;
    changeMinor: number;
    roundingMinor: number;
  }[];
  depositMinor: number;
  owedMinor: number;
  paidMinor: number;
}

interface SoldLine extends Omit<About, 'invoiceId' | 'off' | 'codes'> {
  planDates: string[];
  asked: object;
}

/** Local date so many days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Equal cents over the dates, the spare ones first; dates without a cent are left out. */
export function splitOver(cents: number, dates: readonly string[]): Map<string, number> {
  const inOrder = [...new Set(dates)].sort();
  const plan = new Map<string, number>();
  for (const [index, date] of inOrder.entries()) {
    const part = Math.floor(cents / inOrder.length) + (index < cents % inOrder.length ? 1 : 0);
    if (part > 0) plan.set(date, part);
  }
  return plan;
}

function pickLine(history: BillingHistory, personIds: readonly number[]): SoldLine {
  const { random, shared, today } = history;
  const dates = random.chance(0.3)
    ? Array.from({ length: random.integer(1, 4) }, (_, index) =>
        daysAfter(today, index * 7 + random.pick([0, 0, 3])),
      )
    : [];
  const plan = dates.length > 0 ? { plan: { dates } } : {};
  const common = {
    withdrawn: new Set<number>(),
    charges: [],
    isReplaced: false,
    planDates: [...new Set(dates)].sort(),
  };
  if (random.chance(0.1)) {
    const price = random.integer(1, 5000);
    const asked = { customItemId: shared.feeItemId, unitPriceMinor: price, ...plan };
    return {
      ...common,
      asked,
      productId: null,
      personId: null,
      quantity: 1,
      price,
      isTaxed: true,
      isPlace: false,
      hasPlace: false,
    };
  }
  const good = random.pick(shared.goods);
  const quantity = good.isPlace ? 1 : random.integer(1, 3);
  const personId = good.isPlace ? random.pick(personIds) : null;
  const who = personId === null ? {} : { personId };
  const asked = { productId: good.productId, quantity, ...who, ...plan };
  return { ...common, ...good, asked, personId, quantity, hasPlace: good.isPlace };
}

/** A cart with discounts, rebates, instalments and amounts by hand, paid or not, at the counter or made by hand. */
export async function sellBilling(history: BillingHistory): Promise<void> {
  const { random, model, shared, today } = history;
  const { clientId, personIds } = random.pick(history.households);
  const lines = Array.from({ length: random.integer(1, 4) }, () => pickLine(history, personIds));
  const codes = shared.codes.filter(() => random.chance(0.2));
  const off = discounts(shared.rules, lines, codes);
  const nets = lines.map((line, index) => line.price * line.quantity - sum(off[index]?.values() ?? []));
  const rebates = nets.map((net) => pickRebate(history, net));
  const left = nets.map((net, index) => net - (rebates[index]?.cents ?? 0));
  const leftCents = sum(left);
  const whole = random.chance(0.1) ? random.integer(1, leftCents + 1) : 0;
  const isTooMuch = whole > leftCents || left.some((net) => net < 0);
  const shared_ = spread(
    Math.min(whole, leftCents),
    left.map((net) => Math.max(0, net)),
  );
  const parts = lines.map(({ isTaxed }, index) =>
    taxed(Math.max(0, (left[index] ?? 0) - (shared_[index] ?? 0)), isTaxed),
  );
  const dueDate = random.chance(0.1) ? daysAfter(today, random.integer(1, 30)) : null;
  const plans = lines.map(({ planDates }, index) => splitOver(total(parts[index]!), planDates));
  const due = parts.reduce((all, each) => all + total(each), 0);
  const dueToday = sum(
    plans.map((plan, index) => (plan.size > 0 ? (plan.get(today) ?? 0) : total(parts[index]!))),
  );
  // change is given on what is due today, unless nothing is
  const tendered = pickTenders(history, { clientId, due, dueInCash: dueToday || due });
  const done = await history.send<SaleDone>('invoice.issue', {
    clientId,
    items: lines.map(({ asked }, index) => ({
      ...asked,
      ...(rebates[index] ? { rebate: rebates[index].asked } : {}),
    })),
    codes,
    ...(whole > 0 ? { rebate: { amountMinor: whole, reason: 'geste' } } : {}),
    ...(dueDate ? { kind: 'manual', dueDate } : random.chance(0.1) ? { kind: 'manual' } : {}),
    ...tendered,
  });
  if (isTooMuch) same(done === null, true, 'a rebate above its items refused');
  if (!done) return;
  const invoiceId = done.invoiceId ?? 0;
  const { items } = await history.desk.call('invoice.read', { invoiceId });
  same(
    items.map((item) => [item.netMinor, item.gstMinor, item.qstMinor]),
    parts.map(({ net, gst, qst }) => [net, gst, qst]),
    'what was sold',
  );
  const ids = items.map(({ itemId }) => itemId);
  for (const [index, itemId] of ids.entries()) {
    const { asked: _, planDates: _dates, ...line } = lines[index]!;
    const item = newItem(clientId, parts[index]!, dueDate ?? today);
    for (const [date, cents] of plans[index]!) item.plan.set(date, cents);
    model.items.set(itemId, item);
    history.about.set(itemId, {
      ...line,
      invoiceId,
      codes: codes.filter((code) => usesCode(history, off, code)),
      off: off[index] ?? new Map(),
    });
  }
  await receiveBilling(history, {
    clientId,
    done,
    tendered,
    pays: { ticked: ids },
    due,
    dueInCash: dueToday || due,
  });
  same(
    done.owedMinor,
    ids.reduce((all, itemId) => all + model.owed(model.items.get(itemId)!), 0),
    'owed of a sale',
  );
}

/** Only codes that took something off are known later. */
function usesCode({ shared }: BillingHistory, off: readonly Map<number, number>[], code: string): boolean {
  return shared.rules.some((rule) => rule.code === code && off.some((taken) => taken.has(rule.ruleId)));
}

const sum = (cents: Iterable<number>) => [...cents].reduce((all, each) => all + each, 0);

function pickRebate(
  { random, shared }: BillingHistory,
  net: number,
): { cents: number; asked: object } | null {
  if (!random.chance(0.2)) return null;
  const why = random.chance(0.5) ? { customItemId: shared.rebateItemId } : { reason: 'geste' };
  if (random.chance(0.3)) {
    const basisPoints = random.integer(1, 10_000);
    return { cents: rounded(BigInt(net) * BigInt(basisPoints), 10_000n), asked: { basisPoints, ...why } };
  }
  const cents = random.integer(1, Math.max(1, net));
  return { cents, asked: { amountMinor: cents, ...why } };
}

interface Tendered {
  tenders?: { method: string; amountMinor?: number; tenderedMinor?: number }[];
  restAsDeposit?: boolean;
}

/** Nothing, credit, a deposit, a cheque, cash: alone or one after the other. */
function pickTenders(
  history: BillingHistory,
  { clientId, due, dueInCash }: { clientId: number; due: number; dueInCash: number },
): Tendered {
  const { random, model } = history;
  if (due === 0 || random.chance(0.3)) return {};
  const restAsDeposit = random.chance(0.3);
  const inCash = random.chance(0.4);
  let rest = inCash ? dueInCash : due;
  const tenders: NonNullable<Tendered['tenders']> = [];
  for (const [method, prefix] of [
    ['credit', 'M'],
    ['deposit', 'P'],
  ] as const) {
    const free = freeSources(history, clientId, prefix).reduce((all, name) => all + model.free(name), 0);
    if (free === 0 || rest === 0 || !random.chance(0.3)) continue;
    const most = Math.min(free, rest);
    const amountMinor = random.integer(1, most);
    tenders.push(random.chance(0.6) ? { method } : { method, amountMinor });
    rest -= tenders.at(-1)?.amountMinor ?? most;
  }
  if (inCash && rest > 2)
    tenders.push({
      method: 'cash',
      tenderedMinor: toCoins(rest) + random.pick([0, 0, 500, -toCoins(rest) + 500]),
    });
  else if (rest > 0 && (tenders.length === 0 || random.chance(0.5)))
    tenders.push({ method: 'cheque', amountMinor: random.integer(1, Math.ceil(rest * 1.2)) });
  return tenders.length > 0 ? { tenders, restAsDeposit } : {};
}

/** The sources of an account that have something free, oldest first. */
export function freeSources({ model }: BillingHistory, clientId: number, prefix: 'M' | 'P'): string[] {
  const list: ReadonlyMap<number, { clientId: number }> = prefix === 'M' ? model.memos : model.payments;
  return [...list]
    .filter(([id, source]) => source.clientId === clientId && model.free(`${prefix}${id}`) > 0)
    .map(([id]) => `${prefix}${id}`)
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

interface Received {
  clientId: number;
  done: SaleDone;
  tendered: Tendered;
  pays: Omit<Pays, 'today'>;
  due: number;
  dueInCash: number;
}

/** Counts each tender in its order: what it pays, what is change, what stays on the account. */
async function receiveBilling(
  history: BillingHistory,
  { clientId, done, tendered, pays, due, dueInCash }: Received,
): Promise<void> {
  const { model, today } = history;
  const tenders = tendered.tenders ?? [];
  let owed = tenders.some(({ method }) => method === 'cash') ? dueInCash : due;
  const payments = [...done.payments];
  let deposit = 0;
  for (const { method, amountMinor, tenderedMinor = 0 } of tenders) {
    if (method === 'credit' || method === 'deposit') {
      const free = freeSources(history, clientId, method === 'credit' ? 'M' : 'P').reduce(
        (all, name) => all + model.free(name),
        0,
      );
      const cents = amountMinor ?? Math.min(owed, free);
      await (method === 'credit' ? spendCredits : spendDeposits)(history, clientId, cents, {
        ...pays,
        today,
      });
      owed -= cents;
      continue;
    }
    const taken = payments.shift()!;
    let amount = amountMinor ?? 0;
    let rounding = 0;
    if (method === 'cash') {
      const coins = toCoins(owed);
      const isKept = tendered.restAsDeposit && tenderedMinor > owed;
      const isWhole = !isKept && tenderedMinor >= coins;
      amount = isWhole ? owed : tenderedMinor;
      rounding = isWhole ? coins - owed : 0;
      const change = isWhole ? tenderedMinor - coins : 0;
      has(taken, { amountMinor: amount, roundingMinor: rounding, changeMinor: change }, 'cash');
      model.drawer += amount + rounding;
    }
    has(taken, { method, amountMinor: amount }, 'payment');
    owed = Math.max(0, owed - amount);
    const nothing = { held: 0, refunded: 0, returned: 0, returnedInCash: 0, originHeld: 0, isVoid: false };
    const { session } = model;
    model.payments.set(taken.paymentId, {
      clientId,
      amount,
      method: method as 'cash',
      rounding,
      ...nothing,
      session,
    });
    deposit += model.fill(`P${taken.paymentId}`, amount, { ...pays, today });
  }
  same(payments, [], 'no payment beside the tenders');
  same(done.depositMinor, deposit, 'deposit');
}

/** Money for what is billed already: ticked items, chosen instalments, or what is due first. */
export async function payBilling(history: BillingHistory, clientId: number): Promise<void> {
  const { random, model } = history;
  const open = [...model.items].filter(([, item]) => item.clientId === clientId && model.owed(item) > 0);
  const way = random.pick(['any', 'ticked', 'planned'] as const);
  const ticked = way === 'ticked' ? open.filter(() => random.chance(0.5)).map(([itemId]) => itemId) : [];
  const rows =
    way === 'planned'
      ? (await history.desk.call('plan.read', { clientId })).payments.filter(
          ({ state }) => state === 'planned',
        )
      : [];
  const chosen = rows.filter(() => random.chance(0.4));
  const only = new Map<number, Map<string, number>>();
  for (const { itemId, dueDate, amountMinor } of chosen) {
    const dates = only.get(itemId) ?? new Map<string, number>();
    only.set(itemId, dates.set(dueDate, (dates.get(dueDate) ?? 0) + amountMinor));
  }
  const tickedIds = [...new Set([...ticked, ...only.keys()])];
  const others = open.map(([itemId]) => itemId).filter((itemId) => !tickedIds.includes(itemId));
  const owedOf = (ids: readonly number[]) =>
    sum(
      ids.map((itemId) =>
        only.has(itemId) ? sum(only.get(itemId)!.values()) : model.owed(model.items.get(itemId)!),
      ),
    );
  const due = owedOf([...tickedIds, ...others]);
  const dueInCash = tickedIds.length > 0 ? owedOf(tickedIds) : due;
  const tendered = pickTenders(history, { clientId, due: due || random.integer(0, 2000), dueInCash });
  if (!tendered.tenders) return;
  const done = await history.send<SaleDone>('payment.take', {
    clientId,
    ...(ticked.length > 0 ? { itemIds: ticked } : {}),
    ...(chosen.length > 0 ? { plannedPaymentIds: chosen.map((row) => row.plannedPaymentId) } : {}),
    ...tendered,
  });
  if (done)
    await receiveBilling(history, {
      clientId,
      done,
      tendered,
      pays: { ticked: tickedIds, others, only },
      due,
      dueInCash,
    });
}
