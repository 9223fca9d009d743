import { seededRandom } from '../../electron/demo/seeded-random.ts';
import type { Outcome } from '../../electron/host/call.ts';
import { finishBatch } from '../support/finish-batch.ts';
import { addProduct, itemIdsOf, openClient } from '../support/goods.ts';
import { openTestService, type TestService } from '../support/test-service.ts';
import { same } from './agree.ts';
import { verifyDesk } from './compare-books.ts';

const AT_ONCE = 8;
/** A desk is left for a new one, so that no account and no day becomes unlike a real one. */
const ROUNDS_PER_DESK = 50;
const reason = 'essai';

/** One race: the same command eight times at once, or eight commands. */
interface Race {
  name: string;
  inputOf: (index: number) => object;
  /** As many as the money allows. */
  winners: number;
  /** What the others are told. */
  codes: readonly string[];
}

export interface ConcurrencyCounts {
  rounds: number;
  commands: number;
  /** How many of each command had their effect, or were refused with which code. */
  words: Map<string, number>;
}

/**
 * Rounds of eight commands at once on one item, credit, deposit, plan, batch or refund; throws at the first fault. The
 * number of a round is its seed.
 */
export async function runConcurrencyRounds(rounds: number, firstRound = 0): Promise<ConcurrencyCounts> {
  const counts: ConcurrencyCounts = { rounds, commands: 0, words: new Map() };
  const last = firstRound + rounds;
  for (let first = firstRound; first < last; first += ROUNDS_PER_DESK) {
    const racing = new Racing(await openTestService(), counts);
    await racing.open();
    for (let round = first; round < Math.min(last, first + ROUNDS_PER_DESK); round++) {
      await racing.account();
      await racing.deposits(round);
      await racing.items();
      await racing.credits();
      await racing.plans();
      await racing.batches(round);
      await racing.everything(round);
    }
    await verifyDesk(racing.desk);
    await racing.desk.close();
  }
  return counts;
}

class Racing {
  readonly desk: TestService;
  readonly #counts: ConcurrencyCounts;
  #productId = 0;
  #clientId = 0;
  #personId = 0;

  constructor(desk: TestService, counts: ConcurrencyCounts) {
    this.desk = desk;
    this.#counts = counts;
  }

  async open(): Promise<void> {
    this.#productId = await addProduct(this.desk, 10_000, { taxClass: 'exempt' });
  }

  /** Every round has an account of its own. */
  async account(): Promise<void> {
    const { clientId, personId } = await openClient(this.desk);
    this.#clientId = clientId;
    this.#personId = personId;
  }

  async #race({ name, inputOf, winners, codes }: Race): Promise<unknown[]> {
    const outcomes = await this.#atOnce(
      Array.from({ length: AT_ONCE }, (_, index) => [name, inputOf(index)]),
    );
    const won = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    const told = outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.failure.code)).join(', ');
    same(won.length, winners, `${name} at once (${told})`);
    for (const outcome of outcomes)
      if (!outcome.ok)
        same(codes.includes(outcome.failure.code), true, `${name} refused ${outcome.failure.code}`);
    return won;
  }

  async #atOnce(calls: readonly (readonly [name: string, input: object])[]): Promise<Outcome[]> {
    await this.desk.ready('founder');
    const outcomes = await Promise.all(calls.map(([name, input]) => this.desk.send(name, input)));
    for (const [index, outcome] of outcomes.entries()) {
      const word = `${calls[index]?.[0]} ${outcome.ok ? 'done' : outcome.failure.code}`;
      if (word.endsWith('incident')) throw new Error(word);
      this.#counts.commands += 1;
      this.#counts.words.set(word, (this.#counts.words.get(word) ?? 0) + 1);
    }
    return outcomes;
  }

  async #bill(paidMinor = 0): Promise<{ itemId: number; paymentId: number }> {
    const sold = await this.desk.call('invoice.issue', {
      clientId: this.#clientId,
      items: [{ productId: this.#productId }],
      ...(paidMinor > 0 ? { tenders: [{ method: 'cheque', amountMinor: paidMinor }] } : {}),
    });
    if (sold.state !== 'done') throw new Error('a cheque waits for nothing');
    const [itemId = 0] = await itemIdsOf(this.desk, sold.invoiceId);
    return { itemId, paymentId: sold.payments[0]?.paymentId ?? 0 };
  }

  async #deposit(amountMinor: number): Promise<number> {
    const tenders = [{ method: 'cheque' as const, amountMinor }];
    const asked = { clientId: this.#clientId, tenders, restAsDeposit: true };
    const taken = await this.desk.call('payment.take', asked);
    if (taken.state !== 'done') throw new Error('a cheque waits for nothing');
    return taken.payments[0]?.paymentId ?? 0;
  }

  /** One deposit: refunded once, answered once, void once. */
  async deposits(round: number): Promise<void> {
    const clientId = this.#clientId;
    const paymentId = await this.#deposit(2_000 + round);
    const asked = { clientId, sources: [{ paymentId }], destination: 'cash', reason };
    const [issued] = await this.#race({
      name: 'refund.issue',
      inputOf: (index) => ({ ...asked, amountMinor: 1_100 + round + index }),
      winners: 1,
      codes: ['refund-exceeds-refundable', 'refund-waits-for-outcome'],
    });
    const { refundId } = issued as { refundId: number };
    const settle = { refundId, answer: 'declined' };
    await this.#race({
      name: 'refund.settle',
      inputOf: () => settle,
      winners: 1,
      codes: ['attempt-settled'],
    });
    const input = { paymentId, reason };
    await this.#race({
      name: 'payment.void',
      inputOf: () => input,
      winners: 1,
      codes: ['payment-not-voidable'],
    });
  }

  /** One item: cancelled, lowered, replaced; its links made and taken away. */
  async items(): Promise<void> {
    const exceeds = ['credit-exceeds-item', 'nothing-to-credit'];
    const cancelled = await this.#bill(10_000);
    await this.#race({
      name: 'item.cancel',
      inputOf: (index) => ({ itemId: cancelled.itemId, creditBasisPoints: 6_000 + index, reason }),
      winners: 1,
      codes: exceeds,
    });
    const lowered = await this.#bill();
    await this.#race({
      name: 'rebate.give',
      inputOf: (index) => ({ itemId: lowered.itemId, amountMinor: 3_000 + index, reason }),
      winners: 3,
      codes: ['rebate-exceeds-item'],
    });
    const { itemId } = await this.#bill();
    const replaced = await this.#bill(5_000);
    const paymentId = await this.#deposit(40_000);
    const source = { paymentId };
    const link = { source, itemId };
    // the deposit paid what was owed first; the item is owed again by one clerk, and paid again by three parts of it
    await this.#race({
      name: 'allocation.unlink',
      inputOf: () => ({ ...link, reason }),
      winners: 1,
      codes: ['allocation-too-much'],
    });
    await this.#race({
      name: 'allocation.link',
      inputOf: () => ({ ...link, amountMinor: 3_000 }),
      winners: 3,
      codes: ['allocation-too-much'],
    });
    await this.#race({
      name: 'allocation.auto',
      inputOf: () => ({ clientId: this.#clientId }),
      winners: 1,
      codes: ['nothing-to-reconcile'],
    });
    await this.#race({
      name: 'invoice.replaceItem',
      inputOf: () => ({ itemId: replaced.itemId, productId: this.#productId, reason }),
      winners: 1,
      codes: ['already-replaced'],
    });
  }

  /** One credit: spent, refunded and taken back by no more than it has. */
  async credits(): Promise<void> {
    await this.account();
    const clientId = this.#clientId;
    const label = { label: 'Geste', ledgerCode: 'GESTE', reason };
    const asked = { clientId, amountMinor: 10_000, taxMode: 'waived' as const, ...label };
    await this.desk.call('credit.issue', asked);
    await this.#race({
      name: 'invoice.issue',
      inputOf: () => ({
        clientId,
        items: [{ productId: this.#productId }],
        tenders: [{ method: 'credit', amountMinor: 3_000 }],
      }),
      winners: 3,
      codes: ['credit-short'],
    });
    const { memoId } = await this.desk.call('credit.issue', asked);
    await this.#race({
      name: 'credit.reverse',
      inputOf: () => ({ memoId, reason }),
      winners: 1,
      codes: ['credit-used'],
    });
    await this.account();
    const { itemId } = await this.#bill(10_000);
    const cancelled = await this.desk.call('item.cancel', { itemId, reason });
    const sources = [{ memoId: cancelled.memoId ?? 0 }];
    const back = { clientId: this.#clientId, sources, destination: 'cash', reason };
    const [issued] = await this.#race({
      name: 'refund.issue',
      inputOf: (index) => ({ ...back, amountMinor: 5_005 + 5 * index }),
      winners: 1,
      codes: ['refund-exceeds-refundable', 'refund-waits-for-outcome'],
    });
    const { refundId } = issued as { refundId: number };
    await this.desk.call('refund.settle', { refundId, answer: 'not-done' });
  }

  /** One plan: made, skipped and given up once. */
  async plans(): Promise<void> {
    const { itemId } = await this.#bill();
    const plan = { itemIds: [itemId], count: 3, every: 'month' };
    await this.#race({ name: 'plan.make', inputOf: () => plan, winners: 1, codes: ['plan-exists'] });
    const { payments } = await this.desk.call('plan.read', { itemId });
    const plannedPaymentId = payments[0]?.plannedPaymentId;
    await this.#race({
      name: 'plan.skip',
      inputOf: () => ({ plannedPaymentId, toDate: '2027-01-31', reason }),
      winners: 1,
      codes: ['planned-payment-not-waiting'],
    });
    const sum = (index: number) => [
      { dueDate: '2027-01-01', amountMinor: 5_000 + index },
      { dueDate: '2027-02-01', amountMinor: 5_000 - index },
    ];
    // each of them adds up: the last one stands, and nothing of the others does
    await this.#race({
      name: 'plan.change',
      inputOf: (index) => ({ itemId, payments: sum(index) }),
      winners: AT_ONCE,
      codes: [],
    });
    const { schedule } = await this.desk.call('plan.read', { itemId });
    same(schedule.length, 2, 'dates of a plan changed eight times at once');
    same(
      schedule.reduce((all, { amountMinor }) => all + amountMinor, 0),
      10_000,
      'a plan changed at once',
    );
    const end = { itemId, reason };
    await this.#race({ name: 'plan.end', inputOf: () => end, winners: 1, codes: ['plan-missing'] });
  }

  /** One batch: run and taken back once. */
  async batches(round: number): Promise<void> {
    const [started] = await this.#race({
      name: 'bulk.run',
      inputOf: () => ({
        kind: 'credit',
        filter: { personIds: [this.#personId] },
        amountMinor: 1_200,
        taxMode: 'added',
        label: `Lot ${round}`,
        ledgerCode: 'LOT',
        reason,
      }),
      winners: 1,
      codes: ['bulk-already-run'],
    });
    const { batchId } = started as { batchId: number };
    await finishBatch(this.desk, batchId);
    const [reversing] = await this.#race({
      name: 'bulk.reverse',
      inputOf: () => ({ batchId, reason }),
      winners: 1,
      codes: ['bulk-already-reversed'],
    });
    await finishBatch(this.desk, (reversing as { batchId: number }).batchId);
  }

  /** Eight different commands on one item, in any order: what each does depends on who came first, and the money agrees. */
  async everything(round: number): Promise<void> {
    const { itemId, paymentId } = await this.#bill(6_000);
    const deposit = await this.#deposit(4_000);
    const clientId = this.#clientId;
    const random = seededRandom(round);
    const calls: [name: string, input: object][] = [
      ['item.cancel', { itemId, creditBasisPoints: 5_000, reason }],
      ['rebate.give', { itemId, amountMinor: 3_000, reason }],
      ['invoice.replaceItem', { itemId, productId: this.#productId, reason }],
      ['allocation.unlink', { source: { paymentId }, itemId, reason }],
      ['item.reopen', { itemId, reason }],
      ['payment.void', { paymentId: deposit, reason }],
      ['allocation.auto', { clientId }],
      ['plan.make', { itemIds: [itemId], count: 2 }],
    ];
    const shuffled = calls.map((call) => ({ call, place: random.next() })).sort((a, b) => a.place - b.place);
    await this.#atOnce(shuffled.map(({ call }) => call));
    const { balanceMinor, openItems, creditAvailableMinor, depositAvailableMinor, heldMinor } =
      await this.desk.call('client.read', { clientId });
    const owed = openItems.reduce((all, item) => all + item.owedMinor, 0);
    const open = creditAvailableMinor + depositAvailableMinor + heldMinor;
    same(balanceMinor, owed - open, 'what is owed less what is open');
  }
}
