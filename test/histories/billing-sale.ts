import { same } from './agree.ts';
import type { BillingHistory } from './billing-history.ts';
import { pickTenders, receiveBilling, type SaleDone } from './billing-tenders.ts';
import type { About } from './cancel-model.ts';
import { newItem, rounded, spread, taxed, total } from './money-model.ts';
import { daysAfter, splitOver } from './plan-model.ts';
import { discounts } from './price-model.ts';

interface SoldLine extends Omit<About, 'invoiceId' | 'off' | 'codes'> {
  planDates: string[];
  asked: object;
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
