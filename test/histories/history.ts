import { type SeededRandom, seededRandom } from '../../electron/demo/seeded-random.ts';
import type { Outcome } from '../../electron/host/call.ts';
import { addProduct, openClient } from '../support/goods.ts';
import { openTestService, type TestService } from '../support/test-service.ts';
import { same } from './agree.ts';
import { compareBooks, verifyDesk } from './compare-books.ts';
import { giveCredit, reopenItem, voidPayment } from './history-credit.ts';
import { answerRefund, issueRefund } from './history-refund.ts';
import { pay, sell } from './history-sale.ts';
import { MoneyModel } from './money-model.ts';

interface Good {
  productId: number;
  price: number;
  isTaxed: boolean;
}

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
  readonly goods: Good[] = [];
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
      this.goods.push({
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
    if (dice < 22) await sell(this, clientId);
    else if (dice < 34) await pay(this, clientId);
    else if (dice < 52) await giveCredit(this, random.pick([...this.model.items.keys(), 999_999]));
    else if (dice < 60) await voidPayment(this);
    else if (dice < 63) await reopenItem(this, random.pick([...this.model.items.keys(), 999_999]));
    else if (dice < 79) await issueRefund(this, clientId);
    else if (dice < 94) await answerRefund(this);
    else if (dice < 98) await this.move();
    else await this.closeTill();
  }

  slip(cents: number) {
    this.#slip += 1;
    const code = `A${this.seed}N${this.#slip}`;
    return { retypedMinor: cents, approvalCode: code, brand: 'Visa', last4: '4417', slipNumber: code };
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
