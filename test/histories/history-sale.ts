import { has, same } from './agree.ts';
import type { History } from './history.ts';
import { type MoneyModel, newItem, spread, taxed, toCoins, total } from './money-model.ts';

interface Taken {
  paymentId: number;
  method: 'cash' | 'terminal' | 'cheque';
  amountMinor: number;
  changeMinor: number;
  roundingMinor: number;
}
interface Done {
  state: 'done' | 'in-progress';
  attemptId: number;
  saleId: number;
  invoiceId: number | null;
  payments: Taken[];
  depositMinor: number;
  owedMinor: number;
}
/** Which items money pays. */
type Pays = Omit<Parameters<MoneyModel['fill']>[2], 'today'>;

/** A sale paid with nothing, cash, part cheque and cash, or a card that is approved or declined. */
export async function sell(history: History, clientId: number): Promise<void> {
  const { random, model } = history;
  const lines = Array.from({ length: random.integer(1, 3) }, () => ({
    good: random.pick(history.goods),
    quantity: random.integer(1, 3),
  }));
  const off = lines.map(({ good, quantity }) =>
    random.chance(0.25) ? random.integer(1, good.price * quantity) : 0,
  );
  const left = lines.map(({ good, quantity }, index) => good.price * quantity - (off[index] ?? 0));
  const leftCents = left.reduce((sum, each) => sum + each, 0);
  const whole = leftCents > 0 && random.chance(0.2) ? random.integer(1, leftCents) : 0;
  const shared = spread(whole, left);
  const parts = lines.map(({ good }, index) =>
    taxed((left[index] ?? 0) - (shared[index] ?? 0), good.isTaxed),
  );
  const due = parts.reduce((sum, each) => sum + total(each), 0);
  const way = due < 2 ? 'later' : random.pick(['later', 'cash', 'split', 'card', 'card-cash'] as const);
  const first = random.integer(1, Math.max(1, due - 1));
  const exact = way === 'later' || way === 'cash' ? 0 : way === 'card' ? due : first;
  const coins = toCoins(due - exact) + random.pick([0, 0, 500, 2000]);
  const cash =
    way === 'later' || way === 'card' || coins === 0 ? [] : [{ method: 'cash', tenderedMinor: coins }];
  const method = way === 'split' ? 'cheque' : 'terminal';
  const tenders = [...(exact > 0 ? [{ method, amountMinor: exact }] : []), ...cash];
  const items = lines.map(({ good, quantity }, index) => ({
    productId: good.productId,
    quantity,
    ...(off[index] ? { rebate: { amountMinor: off[index], reason: 'geste' } } : {}),
  }));
  const rebate = whole > 0 ? { rebate: { amountMinor: whole, reason: 'geste' } } : {};
  const asked = { clientId, items, ...rebate, ...(tenders.length > 0 ? { tenders } : {}) };
  const begun = await history.send<Done>('invoice.issue', asked);
  const done = begun?.state === 'in-progress' ? await answerCard(history, begun, exact) : begun;
  if (!done) return;
  const ids = (await history.desk.call('invoice.read', { invoiceId: done.invoiceId ?? 0 })).items;
  same(
    ids.map((item) => item.totalMinor),
    parts.map(total),
    'what was sold',
  );
  for (const [index, each] of parts.entries())
    model.items.set(ids[index]!.itemId, newItem(clientId, each, history.today));
  if (cash.length > 0 && coins >= toCoins(due - exact)) {
    const taken = done.payments.at(-1)!;
    const rest = due - exact;
    const cashTaken = {
      amountMinor: rest,
      roundingMinor: toCoins(rest) - rest,
      changeMinor: coins - toCoins(rest),
    };
    has(taken, cashTaken, 'cash');
  }
  receive(history, clientId, done, { ticked: ids.map((item) => item.itemId) });
}

/** Money for what is owed already, ticked items first, or a deposit. */
export async function pay(history: History, clientId: number): Promise<void> {
  const open = [...history.model.items].filter(
    ([, item]) => item.clientId === clientId && history.model.owed(item) > 0,
  );
  const ticked = open.filter(() => history.random.chance(0.4)).map(([itemId]) => itemId);
  const amountMinor = history.random.integer(1, 9000);
  const method = history.random.pick(['cheque', 'terminal', 'cash'] as const);
  const tender =
    method === 'cash' ? { method, tenderedMinor: toCoins(amountMinor) + 5 } : { method, amountMinor };
  const asked = { clientId, itemIds: ticked, tenders: [tender], restAsDeposit: history.random.chance(0.7) };
  const begun = await history.send<Done>('payment.take', asked);
  const done = begun?.state === 'in-progress' ? await answerCard(history, begun, amountMinor) : begun;
  const others = open.map(([itemId]) => itemId).filter((itemId) => !ticked.includes(itemId));
  if (done) receive(history, clientId, done, { ticked, others });
}

export async function answerCard(history: History, begun: Done, cents: number): Promise<Done | null> {
  const answer = history.random.chance(0.8) ? 'approved' : 'declined';
  const settled = await history.send<{ outcome: Done | null }>('payment.settle', {
    attemptId: begun.attemptId,
    answer,
    ...(answer === 'approved' ? { evidence: history.slip(cents) } : {}),
  });
  if (settled?.outcome) return settled.outcome;
  await history.send('sale.abandon', { saleId: begun.saleId });
  return null;
}

function receive(history: History, clientId: number, done: Done, pays: Pays): void {
  const { model } = history;
  let rest = 0;
  for (const taken of done.payments) {
    const { method, amountMinor: amount, roundingMinor: rounding } = taken;
    const nothing = { held: 0, refunded: 0, returned: 0, returnedInCash: 0, originHeld: 0, isVoid: false };
    model.payments.set(taken.paymentId, {
      clientId,
      amount,
      method,
      rounding,
      ...nothing,
      session: model.session,
    });
    if (method === 'cash') model.drawer += amount + rounding;
    rest += model.fill(`P${taken.paymentId}`, amount, { ...pays, today: history.today });
  }
  same(done.depositMinor, rest, 'deposit');
}
