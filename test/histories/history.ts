import { type SeededRandom, seededRandom } from '../../electron/demo/seeded-random.ts';
import type { Outcome } from '../../electron/host/call.ts';
import { addProduct, openClient } from '../support/goods.ts';
import { openTestService, type TestService } from '../support/test-service.ts';
import { atMost, has, same } from './agree.ts';
import { compareBooks, verifyDesk } from './compare-books.ts';
import {
  type Ask,
  extracted,
  type ModelLine,
  MoneyModel,
  newItem,
  spread,
  taxed,
  toCoins,
  total,
} from './money-model.ts';

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
interface Cancelled {
  memoId: number;
  toItemMinor: number;
  totalMinor: number;
  fee?: { invoiceId: number; totalMinor: number; owedMinor: number } | null;
}
interface Reopened {
  itemOwedMinor: number;
  freed: { paymentId: number; amountMinor: number }[];
}
interface Good {
  productId: number;
  price: number;
  isTaxed: boolean;
}

/** Which items money pays. */
type Pays = Omit<Parameters<MoneyModel['fill']>[2], 'today'>;

const LOCAL_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' });

/** One random history through the real service, beside the plain count of it. */
export class History {
  readonly model = new MoneyModel();
  readonly counts = new Map<string, number>();
  readonly random: SeededRandom;
  readonly seed: number;
  desk!: TestService;
  clients: number[] = [];
  /** The last command, and what came of it. */
  last = '';
  /** Between two commands; hours make a history of many days. */
  stepMs = 1000;
  #goods: Good[] = [];
  #slip = 0;

  /** The local date of the desk. */
  get today(): string {
    return LOCAL_DATE.format(this.desk.clock.now());
  }

  constructor(seed: number) {
    this.seed = seed;
    this.random = seededRandom(seed);
  }

  /** `look` sees the desk at the end, before it closes. */
  async run(steps: number, look: () => Promise<void> = async () => {}): Promise<void> {
    await this.open();
    await this.walk(steps);
    await compareBooks(this);
    await verifyDesk(this.desk);
    await look();
    await this.desk.close();
  }

  async walk(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) await this.step();
  }

  /** Commands sent so far, whatever came of them. */
  get commands(): number {
    return [...this.counts.values()].reduce((sum, each) => sum + each, 0);
  }

  async open(): Promise<void> {
    this.desk = await openTestService();
    for (const [price, isTaxed] of [
      [1999, true],
      [495, true],
      [4, false],
      [10_000, true],
      [3333, false],
    ] as const)
      this.#goods.push({
        productId: await addProduct(this.desk, price, { taxClass: isTaxed ? 'taxable' : 'exempt' }),
        price,
        isTaxed,
      });
    for (let count = 0; count < 3; count++) this.clients.push((await openClient(this.desk)).clientId);
  }

  /** Sends a command; counts what came of it. A refusal is an answer, an incident is a fault. */
  async send<T>(name: string, input: object): Promise<T | null> {
    this.desk.clock.advance(this.stepMs);
    const key = `history-${this.seed}-${++this.#slip}`;
    const outcome = await this.desk.send(name, input, { key });
    this.count(name, outcome);
    if (this.random.chance(0.1)) {
      const again = await this.desk.send(name, input, { key });
      if (outcome.ok) same(again, outcome, `${name} again under its key`);
    }
    return outcome.ok ? (outcome.value as T) : null;
  }

  count(name: string, outcome: Outcome): void {
    const word = `${name} ${outcome.ok ? 'done' : outcome.failure.code}`;
    this.last = word;
    if (word.endsWith('incident')) throw new Error(word);
    this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }

  async step(): Promise<void> {
    const { random } = this;
    const dice = random.integer(0, 99);
    const clientId = random.pick(this.clients);
    if (dice < 22) await this.sell(clientId);
    else if (dice < 34) await this.pay(clientId);
    else if (dice < 52) await this.credit(random.pick([...this.model.items.keys(), 999_999]));
    else if (dice < 60) await this.void();
    else if (dice < 63) await this.reopen(random.pick([...this.model.items.keys(), 999_999]));
    else if (dice < 79) await this.refund(clientId);
    else if (dice < 94) await this.answer();
    else if (dice < 98) await this.move();
    else await this.closeTill();
  }

  /** A sale paid with nothing, cash, part cheque and cash, or a card that is approved or declined. */
  async sell(clientId: number): Promise<void> {
    const { random, model } = this;
    const lines = Array.from({ length: random.integer(1, 3) }, () => ({
      good: random.pick(this.#goods),
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
    const begun = await this.send<Done>('invoice.issue', asked);
    const done = begun?.state === 'in-progress' ? await this.card(begun, exact) : begun;
    if (!done) return;
    const ids = (await this.desk.call('invoice.read', { invoiceId: done.invoiceId ?? 0 })).items;
    same(
      ids.map((item) => item.totalMinor),
      parts.map(total),
      'what was sold',
    );
    for (const [index, each] of parts.entries())
      model.items.set(ids[index]!.itemId, newItem(clientId, each, this.today));
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
    this.receive(clientId, done, { ticked: ids.map((item) => item.itemId) });
  }

  /** Money for what is owed already, ticked items first, or a deposit. */
  async pay(clientId: number): Promise<void> {
    const open = [...this.model.items].filter(
      ([, item]) => item.clientId === clientId && this.model.owed(item) > 0,
    );
    const ticked = open.filter(() => this.random.chance(0.4)).map(([itemId]) => itemId);
    const amountMinor = this.random.integer(1, 9000);
    const method = this.random.pick(['cheque', 'terminal', 'cash'] as const);
    const tender =
      method === 'cash' ? { method, tenderedMinor: toCoins(amountMinor) + 5 } : { method, amountMinor };
    const asked = { clientId, itemIds: ticked, tenders: [tender], restAsDeposit: this.random.chance(0.7) };
    const begun = await this.send<Done>('payment.take', asked);
    const done = begun?.state === 'in-progress' ? await this.card(begun, amountMinor) : begun;
    const others = open.map(([itemId]) => itemId).filter((itemId) => !ticked.includes(itemId));
    if (done) this.receive(clientId, done, { ticked, others });
  }

  async card(begun: Done, cents: number): Promise<Done | null> {
    const answer = this.random.chance(0.8) ? 'approved' : 'declined';
    const settled = await this.send<{ outcome: Done | null }>('payment.settle', {
      attemptId: begun.attemptId,
      answer,
      ...(answer === 'approved' ? { evidence: this.slip(cents) } : {}),
    });
    if (settled?.outcome) return settled.outcome;
    await this.send('sale.abandon', { saleId: begun.saleId });
    return null;
  }

  slip(cents: number) {
    this.#slip += 1;
    const code = `A${this.seed}N${this.#slip}`;
    return { retypedMinor: cents, approvalCode: code, brand: 'Visa', last4: '4417', slipNumber: code };
  }

  receive(clientId: number, done: Done, pays: Pays): void {
    const { model } = this;
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
      rest += model.fill(`P${taken.paymentId}`, amount, { ...pays, today: this.today });
    }
    same(done.depositMinor, rest, 'deposit');
  }

  /** A cancellation or a rebate of one item. */
  async credit(itemId: number, isRebate = false): Promise<void> {
    const { random, model } = this;
    const item = model.items.get(itemId);
    const net = { net: random.integer(1, 4000) };
    const ask = isRebate
      ? net
      : random.pick<Exclude<Ask, { share: unknown } | { units: number }>>([
          'all',
          { basisPoints: random.integer(1, 10_000) },
          { cents: random.integer(1, 6000) },
          net,
        ]);
    const asked =
      ask === 'all'
        ? {}
        : 'cents' in ask
          ? { creditMinor: ask.cents }
          : 'net' in ask
            ? { amountMinor: ask.net }
            : { creditBasisPoints: ask.basisPoints };
    const credited = item ? model.credit(item, ask) : null;
    const name = ask !== 'all' && 'net' in ask ? 'rebate.give' : 'item.cancel';
    const feeMinor = name === 'item.cancel' && random.chance(0.25) ? random.integer(1, 2500) : 0;
    const parts = credited && feeMinor <= total(credited) ? credited : null;
    const memo = await this.send<Cancelled>(name, {
      itemId,
      ...asked,
      ...(feeMinor > 0 ? { fee: { amountMinor: feeMinor } } : {}),
      reason: 'retour',
    });
    const asking = `credit of item ${itemId} ${JSON.stringify({ ...asked, feeMinor })} taken`;
    same(memo !== null, parts !== null, asking);
    if (!memo || !item || !parts) return;
    has(memo, { netMinor: parts.net, gstMinor: parts.gst, qstMinor: parts.qst }, 'memo');
    const toItem = Math.min(model.owed(item), total(parts));
    same(memo.toItemMinor, toItem, 'memo to its item');
    model.take(item, ask, parts);
    const { clientId } = item;
    model.memos.set(memo.memoId, { clientId, amount: total(parts), held: 0, refunded: 0, creditOf: itemId });
    if (toItem > 0) model.link(itemId, `M${memo.memoId}`, toItem);
    same(memo.fee?.totalMinor ?? 0, feeMinor, 'fee');
    if (memo.fee) await this.#keepFee(item.clientId, memo, memo.fee, feeMinor);
  }

  /** The fee is an item of its own, paid by what the memo has left. */
  async #keepFee(
    clientId: number,
    memo: Cancelled,
    fee: NonNullable<Cancelled['fee']>,
    feeMinor: number,
  ): Promise<void> {
    const { model } = this;
    const parts = extracted(feeMinor);
    has(fee, { netMinor: parts.net, gstMinor: parts.gst, qstMinor: parts.qst }, 'fee');
    const [line] = (await this.desk.call('invoice.read', { invoiceId: fee.invoiceId })).items;
    model.items.set(line!.itemId, newItem(clientId, parts, this.today));
    const paid = Math.min(feeMinor, memo.totalMinor - memo.toItemMinor);
    same(fee.owedMinor, feeMinor - paid, 'owed of the fee');
    if (paid > 0) model.link(line!.itemId, `M${memo.memoId}`, paid);
  }

  /** The price stays owed, its money is free again: the newest payments are cut. */
  async reopen(itemId: number): Promise<void> {
    const { model } = this;
    const item = model.items.get(itemId);
    const amountMinor = this.random.integer(1, 4000);
    const done = await this.send<Reopened>('item.reopen', { itemId, amountMinor, reason: 'erreur' });
    if (!done || !item) return;
    same(
      done.freed.reduce((sum, part) => sum + part.amountMinor, 0),
      amountMinor,
      'freed of an item',
    );
    for (const part of done.freed) {
      atMost(part.amountMinor, item.links.get(`P${part.paymentId}`) ?? 0, 'freed of a payment');
      model.link(itemId, `P${part.paymentId}`, -part.amountMinor);
    }
    atMost(model.owed(item), total(item.parts) - total(item.credited), 'owed of a reopened item');
    same(done.itemOwedMinor, model.owed(item), 'owed of a reopened item');
  }

  async void(): Promise<void> {
    const { model } = this;
    const [paymentId, payment] = this.random.pick([...model.payments, [999_999, null] as const]);
    const voided = await this.send<object>('payment.void', { paymentId, reason: 'erreur' });
    if (!payment || !voided) return;
    const may = { isVoid: false, returned: 0, originHeld: 0, session: model.session };
    has(payment, may, 'what may be voided');
    same(payment.method === 'terminal', false, 'a card payment was voided');
    payment.isVoid = true;
    if (payment.method === 'cash') model.drawer -= payment.amount + payment.rounding;
    for (const [itemId, item] of model.items) {
      const cents = item.links.get(`P${paymentId}`) ?? 0;
      if (cents === 0) continue;
      model.link(itemId, `P${paymentId}`, -cents);
      let owed = cents;
      for (const { memoId } of (await memosOf(this.desk, itemId)).values()) {
        const part = Math.min(owed, model.free(`M${memoId}`));
        if (part > 0) model.link(itemId, `M${memoId}`, part);
        owed -= part;
      }
    }
  }

  async refund(clientId: number): Promise<void> {
    const { random, model } = this;
    const destination = random.pick(['cash', 'terminal'] as const);
    const sources = [
      ...[...model.payments.keys()].map((id) => `P${id}`),
      ...[...model.memos.keys()].map((id) => `M${id}`),
    ];
    const open = sources.filter((name) => model.source(name).clientId === clientId);
    const free = open.reduce((sum, name) => sum + model.free(name), 0);
    const amountMinor = random.integer(1, Math.max(2, Math.ceil(free * 1.3)));
    const asked = { clientId, destination, amountMinor, reason: 'retour' };
    const issued = await this.send<{ refundId: number }>('refund.issue', asked);
    if (!issued) return;
    atMost(amountMinor, free, 'refund of what is open');
    const read = await this.desk.call('refund.read', { refundId: issued.refundId });
    const lines: ModelLine[] = read.lines.map((line) => ({
      source: line.memoId === null ? `P${line.paymentId}` : `M${line.memoId}`,
      origin: line.originPaymentId,
      amount: line.amountMinor,
    }));
    const linesMinor = lines.reduce((sum, line) => sum + line.amount, 0);
    same(linesMinor, amountMinor, 'lines of a refund');
    const drawers = new Map<number, number>();
    for (const line of lines) {
      const origin = model.payments.get(line.origin)!;
      atMost(line.amount, model.free(line.source), `refund from ${line.source}`);
      atMost(line.amount, origin.amount - origin.returned - origin.originHeld, `refund of P${line.origin}`);
      const isRefused = origin.isVoid || (destination === 'terminal' && origin.method !== 'terminal');
      same(isRefused, false, 'a refund of money that may not go there');
      model.source(line.source).held += line.amount;
      origin.originHeld += line.amount;
      drawers.set(line.origin, (drawers.get(line.origin) ?? 0) + line.amount);
    }
    const drawer = [...drawers].reduce((sum, [id, cents]) => {
      const before = model.payments.get(id)!.returnedInCash;
      return sum + toCoins(before + cents) - toCoins(before);
    }, 0);
    const { session } = model;
    const refund = {
      clientId,
      destination,
      amount: amountMinor,
      drawer,
      lines,
      state: 'sent',
      isHeld: true,
      session,
    } as const;
    model.refunds.set(issued.refundId, { ...refund, lines });
  }

  /** One of the four answers about a refund, also about one that is settled; a slip may show another amount. */
  async answer(): Promise<void> {
    const { random, model } = this;
    const all = [...model.refunds];
    const waiting = all.filter(([, refund]) => refund.state !== 'done' && refund.state !== 'failed');
    if (all.length === 0) return;
    const [refundId, refund] = random.pick(waiting.length > 0 && random.chance(0.8) ? waiting : all);
    const answer = random.pick(['approved', 'approved', 'declined', 'not-done', 'unknown'] as const);
    const shown =
      refund.destination === 'cash'
        ? refund.drawer
        : Math.max(1, refund.amount + random.pick([0, 0, 0, -1, 1]));
    const evidence =
      refund.destination === 'terminal' ? { evidence: this.slip(shown), slipReallyShows: true } : {};
    const asked = { refundId, answer, reason: 'vérifié', ...(answer === 'approved' ? evidence : {}) };
    const told = await this.send<{ state: string; refundedMinor: number; drawerMinor: number | null }>(
      'refund.settle',
      asked,
    );
    if (!told) return;
    same(refund.state === 'done', false, 'money that moved was settled twice');
    if (told.state !== 'done' && told.state !== 'failed') return;
    const moved = refund.destination === 'cash' ? refund.amount : shown;
    this.#release(refund);
    refund.state = told.state;
    if (told.state === 'failed') return;
    same(answer, 'approved', 'money that moved');
    const drawerMinor = refund.destination === 'cash' ? refund.drawer : null;
    has(told, { refundedMinor: moved, drawerMinor }, 'a settled refund');
    if (refund.destination === 'cash') model.drawer -= refund.drawer;
    let rest = moved;
    for (const line of refund.lines) {
      const part = Math.min(rest, line.amount);
      const origin = model.payments.get(line.origin)!;
      model.source(line.source).refunded += part;
      origin.returned += part;
      if (refund.destination === 'cash') origin.returnedInCash += part;
      rest -= part;
    }
    refund.amount = moved;
  }

  #release(refund: { isHeld: boolean; lines: ModelLine[] }): void {
    if (!refund.isHeld) return;
    refund.isHeld = false;
    for (const line of refund.lines) {
      this.model.source(line.source).held -= line.amount;
      this.model.payments.get(line.origin)!.originHeld -= line.amount;
    }
  }

  async move(): Promise<void> {
    const amountMinor = this.random.integer(1, 2000) * 5;
    const [name, sign] = this.random.pick([
      ['till.payIn', 1],
      ['till.topUp', 1],
      ['till.drop', -1],
      ['till.payOut', -1],
    ] as const);
    const reason = name.startsWith('till.pay') ? { reason: 'monnaie' } : {};
    if (await this.send(name, { amountMinor, ...reason })) this.model.drawer += sign * amountMinor;
  }

  async closeTill(): Promise<void> {
    const { model } = this;
    await this.send('till.end', {});
    const short = this.random.pick([0, 0, 5, -5]);
    await this.send('till.count', { totalMinor: Math.max(0, model.drawer - short) });
    const closed = await this.send<{ expectedMinor: number }>('till.close', { differenceReason: 'compte' });
    if (closed) {
      same(closed.expectedMinor, model.drawer, 'expected at the close');
      model.drawer = 20_000;
      model.session += 1;
      await this.send('till.open', { floatMinor: 20_000 });
    }
  }
}

/** The memos of an item, oldest first. */
export async function memosOf(desk: TestService, itemId: number): Promise<{ memoId: number }[]> {
  return await desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<{ memoId: number }>`
      SELECT memo_id AS memoId FROM credit_memo_line WHERE item_id = ${itemId} ORDER BY id`,
    );
}
