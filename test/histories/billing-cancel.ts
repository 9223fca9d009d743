import { has, same } from './agree.ts';
import { type MadeParts, minor } from './billing-credit.ts';
import { type BillingHistory, hasLeft } from './billing-history.ts';
import { type CancelAsk, type CountedCancel, countCancel, plainLine } from './cancel-model.ts';
import { type Ask, newItem, total } from './money-model.ts';

interface Cancelled {
  memos: (MadeParts & { memoId: number; itemId: number; toItemMinor: number; openMinor: number })[];
  fee: (MadeParts & { invoiceId: number; owedMinor: number }) | null;
  withdrawal: (MadeParts & { invoiceId: number; owedMinor: number }) | null;
  owedMinor: number;
  creditMinor: number;
}

function pickAsk({ random }: BillingHistory, quantity: number): { ask: Ask; asked: object } {
  const basisPoints = random.pick([3300, 5000, 6000, random.integer(1, 10_001)]);
  const creditMinor = random.integer(1, 12_000);
  const units = random.integer(1, quantity);
  return random.pick<{ ask: Ask; asked: object }>([
    { ask: 'all', asked: {} },
    { ask: 'all', asked: {} },
    { ask: { basisPoints }, asked: { creditBasisPoints: basisPoints } },
    { ask: { cents: creditMinor }, asked: { creditMinor } },
    { ask: { units, of: quantity }, asked: { quantity: units } },
  ]);
}

function pickFee({ random }: BillingHistory): { fee: CancelAsk['fee']; asked: object } | null {
  if (!random.chance(0.3)) return null;
  const mode = random.pick(['included', 'added', 'forfeit', 'none'] as const);
  const basisPoints = random.integer(1, 3000);
  const cents = random.integer(1, 3000);
  return random.chance(0.4)
    ? { fee: { basisPoints, mode }, asked: { basisPoints, taxMode: mode } }
    : { fee: { cents, mode }, asked: { amountMinor: cents, taxMode: mode } };
}

/** Items of one invoice cancelled: whole, in part, by unit; the place kept or not; with a fee or without. */
export async function cancelItems(history: BillingHistory): Promise<void> {
  const { random, model, about, shared } = history;
  const first = history.anItem(hasLeft);
  const invoiceId = about.get(first)?.invoiceId;
  const same_ = [...about].filter(([, each]) => each.invoiceId === invoiceId).map(([itemId]) => itemId);
  const ids = [...new Set([first, ...(random.chance(0.3) ? same_.filter(() => random.chance(0.5)) : [])])];
  const asks = ids.map((itemId) => {
    const quantity = about.get(itemId)?.quantity ?? 1;
    const { ask, asked } = pickAsk(history, quantity);
    const fee = pickFee(history);
    const keeps = random.chance(0.3);
    return {
      counted: { itemId, ask, keeps, ...(fee ? { fee: fee.fee } : {}) } as CancelAsk,
      asked: {
        itemId,
        ...asked,
        ...(keeps ? { keepRegistration: true } : {}),
        ...(fee ? { fee: fee.asked } : {}),
      },
    };
  });
  const [only] = asks;
  const isKnown = ids.every((itemId) => model.items.has(itemId));
  const counted = isKnown
    ? countCancel(
        model,
        about,
        shared.rules,
        asks.map((each) => each.counted),
      )
    : null;
  const asked =
    asks.length === 1 && random.chance(0.7) ? only!.asked : { items: asks.map((each) => each.asked) };
  const done = await history.send<Cancelled>('item.cancel', { ...asked, reason: 'retour' });
  same(done !== null, counted !== null, `cancelled ${JSON.stringify(asked)}`);
  if (!done || !counted) return;
  const ending = asks.filter(({ counted: { keeps } }) => !keeps).map(({ counted: { itemId } }) => itemId);
  await applyCancel(history, counted, done, ending);
}

/** Notes what a cancellation did, and that the program says the same. */
export async function applyCancel(
  history: BillingHistory,
  counted: CountedCancel,
  done: Cancelled,
  ending: readonly number[],
): Promise<void> {
  const { model, about, desk, today } = history;
  const { clientId } = model.items.get(counted.credits[0]!.itemId)!;
  const made = counted.credits.map((credit) => (total(credit.parts) > 0 ? done.memos.shift() : undefined));
  same(done.memos, [], 'no memo beside those counted');
  const plansBefore = counted.credits.map(({ itemId }) => new Map(model.items.get(itemId)!.plan));
  for (const [index, { itemId, ask, parts, toItem }] of counted.credits.entries()) {
    const memo = made[index];
    if (!memo) continue;
    has(memo, { itemId, ...minor(parts), toItemMinor: toItem }, `memo of item ${itemId}`);
    model.take(model.items.get(itemId)!, ask, parts);
    model.memos.set(memo.memoId, { clientId, amount: total(parts), held: 0, refunded: 0, creditOf: itemId });
    if (toItem > 0) model.link(itemId, `M${memo.memoId}`, toItem);
  }
  for (const itemId of ending) {
    const each = about.get(itemId);
    if (each) each.hasPlace = false;
  }
  const debts: number[] = [];
  const add = async (
    invoiceId: number | undefined,
    lines: readonly { parts: CountedCancel['fees'][number]['parts'] }[],
  ) => {
    same(invoiceId !== undefined, lines.length > 0, 'an invoice beside the memos');
    if (invoiceId === undefined) return;
    const { items } = await desk.call('invoice.read', { invoiceId });
    same(items.length, lines.length, 'lines of an invoice beside the memos');
    for (const [index, { parts }] of lines.entries()) {
      const { itemId, ...item } = items[index]!;
      has(item, minor(parts), 'a fee or a discount withdrawn');
      model.items.set(itemId, newItem(clientId, parts, today));
      debts.push(itemId);
    }
  };
  await add(done.withdrawal?.invoiceId, counted.withdrawn);
  await add(done.fee?.invoiceId, counted.fees);
  for (const [index, { itemId, ruleId }] of counted.withdrawn.entries()) {
    about.get(itemId)?.withdrawn.add(ruleId);
    const { personId = null, isTaxed = false } = about.get(itemId) ?? {};
    about.get(itemId)?.charges.push({ itemId: debts[index]!, at: model.items.get(itemId)!.share });
    const invoiceId = done.withdrawal?.invoiceId ?? 0;
    const price = counted.withdrawn[index]!.parts.net;
    about.set(debts[index]!, plainLine({ invoiceId, personId, price, isTaxed }));
  }
  for (const { credit, debt, cents } of counted.pays)
    model.link(debts[debt]!, `M${made[credit]!.memoId}`, cents);
  planFees(history, counted, { debts, plansBefore });
  const owed = counted.owed.reduce((all, each) => all + each, 0);
  const sum = (lines: readonly { parts: CountedCancel['fees'][number]['parts'] }[]) =>
    lines.reduce((all, { parts }) => all + total(parts), 0);
  same(done.owedMinor, owed, 'owed of fees and withdrawn discounts');
  same(
    done.creditMinor,
    sum(counted.credits) - sum(counted.withdrawn) - sum(counted.fees),
    'gained by a cancellation',
  );
}

/** What is left of a fee takes the place of the dates its item gave up, the earliest first (settled.md 29). */
function planFees(
  { model, today }: BillingHistory,
  counted: CountedCancel,
  { debts, plansBefore }: { debts: readonly number[]; plansBefore: readonly ReadonlyMap<string, number>[] },
): void {
  for (const [index, { itemId, ownCredit }] of counted.fees.entries()) {
    const debt = counted.withdrawn.length + index;
    const fee = model.items.get(debts[debt]!)!;
    const now = model.items.get(itemId)!.plan;
    let rest = counted.owed[debt] ?? 0;
    for (const [date, cents] of [...plansBefore[ownCredit]!].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const part = Math.min(rest, cents - (now.get(date) ?? 0));
      if (part <= 0) continue;
      const on = date < today ? today : date;
      fee.plan.set(on, (fee.plan.get(on) ?? 0) + part);
      rest -= part;
    }
  }
}
