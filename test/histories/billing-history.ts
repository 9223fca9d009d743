import { reverseBatch, runBatch } from './billing-bulk.ts';
import { cancelItems } from './billing-cancel.ts';
import {
  autoLink,
  expireCounted,
  issueCredit,
  linkByHand,
  reverseCredit,
  unlinkByHand,
} from './billing-credit.ts';
import type { BillingDesk, Household } from './billing-desk.ts';
import { openHouseholds } from './billing-desk.ts';
import { changePlan, endPlan, makePlan, skipPlanned } from './billing-plan.ts';
import { replaceItem } from './billing-replacement.ts';
import { payBilling, sellBilling } from './billing-sale.ts';
import type { About } from './cancel-model.ts';
import { compareBilling } from './compare-billing.ts';
import { compareBooks } from './compare-books.ts';
import { History } from './history.ts';
import { giveCredit, reopenItem, voidPayment } from './history-credit.ts';
import { answerRefund, issueRefund } from './history-refund.ts';
import { type ModelItem, total } from './money-model.ts';

/** Something of it is not credited yet. */
export const hasLeft = (item: ModelItem) => total(item.credited) < total(item.parts);

const DAY_MS = 86_400_000;

/** A random history of billing commands on accounts of its own, at a desk that others used before. */
export class BillingHistory extends History {
  readonly shared: BillingDesk;
  readonly about = new Map<number, About>();
  /** Credits that expire, by memo. */
  readonly expiry = new Map<number, string>();
  /** Batches of this history, with what they made. */
  readonly batches: {
    batchId: number;
    kind: 'credit' | 'charge' | 'reversal';
    isReversed: boolean;
    memoIds: number[];
    invoiceIds: number[];
  }[] = [];
  households: Household[] = [];
  /** Compares after each command, so that the one that disagrees is named; slow. */
  comparesEach = false;

  constructor(seed: number, shared: BillingDesk) {
    super(seed);
    this.shared = shared;
    this.desk = shared.desk;
  }

  override async run(steps: number): Promise<void> {
    this.model.drawer = this.shared.drawer;
    this.model.session = this.shared.session;
    this.households = await openHouseholds(this.desk);
    this.clients = this.households.map(({ clientId }) => clientId);
    for (let step = 0; step < steps; step++) {
      await this.step();
      if (this.comparesEach) await this.compare();
    }
    await this.#answerAll();
    await this.aDayLater(0);
    await this.compare();
    this.shared.drawer = this.model.drawer;
    this.shared.session = this.model.session;
  }

  async compare(): Promise<void> {
    await compareBooks(this);
    await compareBilling(this);
  }

  /** Mostly one that fits, so that most commands have something to do; any other, or none there is, now and then. */
  anItem(fits: (item: ModelItem) => boolean = () => true): number {
    const { random, model } = this;
    const fitting = [...model.items].filter(([, item]) => fits(item)).map(([itemId]) => itemId);
    if (random.chance(0.02) || model.items.size === 0) return 999_999_999;
    if (fitting.length > 0 && random.chance(0.85)) return random.pick(fitting);
    return random.pick([...model.items.keys()]);
  }

  override async step(): Promise<void> {
    const { random } = this;
    const dice = random.integer(0, 99);
    const { clientId } = random.pick(this.households);
    if (this.model.items.size === 0 || dice < 17) await sellBilling(this);
    else if (dice < 27) await payBilling(this, clientId);
    else if (dice < 43) await cancelItems(this);
    else if (dice < 48) await giveCredit(this, this.anItem(hasLeft), true);
    else if (dice < 51) await issueCredit(this, clientId);
    else if (dice < 54) await reverseCredit(this);
    else if (dice < 57) await linkByHand(this);
    else if (dice < 60) await unlinkByHand(this);
    else if (dice < 63) await autoLink(this, clientId);
    else if (dice < 67) await makePlan(this, clientId);
    else if (dice < 70) await changePlan(this);
    else if (dice < 71) await endPlan(this);
    else if (dice < 74) await skipPlanned(this);
    else if (dice < 78) await replaceItem(this);
    else if (dice < 81) await runBatch(this);
    else if (dice < 83) await reverseBatch(this);
    else if (dice < 86) await this.aDayLater(random.integer(1, 20));
    else if (dice < 88)
      await reopenItem(
        this,
        this.anItem(({ links }) => links.size > 0),
      );
    else if (dice < 91) await voidPayment(this);
    else if (dice < 95) await this.#giveBack(clientId);
    else if (dice < 99) await answerRefund(this);
    else if (!this.#isCashWaiting()) await this.closeTill();
  }

  /** Mostly what the plan of a refund says can go back; else what may be refused. */
  async #giveBack(clientId: number): Promise<void> {
    const { maximumMinor } = await this.desk.call('refund.plan', { clientId });
    if (maximumMinor === 0 && this.random.chance(0.8)) return;
    const isMuch = maximumMinor === 0 || this.random.chance(0.2);
    await issueRefund(this, clientId, isMuch ? undefined : maximumMinor);
  }

  #waiting() {
    return [...this.model.refunds].filter(([, { state }]) => state === 'sent' || state === 'doubt');
  }

  /** A till cannot close while somebody holds cash for a client. */
  #isCashWaiting(): boolean {
    return this.#waiting().some(([, { destination }]) => destination === 'cash');
  }

  /** Nothing is left to answer at a desk that others use afterwards. */
  async #answerAll(): Promise<void> {
    for (let tries = 0; tries < 50 && this.#waiting().length > 0; tries++) await answerRefund(this);
  }

  /** Days go by: what expired is taken back at the next call. */
  async aDayLater(days: number): Promise<void> {
    this.desk.clock.advance(days * DAY_MS);
    await this.desk.call('staff.read', {});
    await expireCounted(this);
  }
}
