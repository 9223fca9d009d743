import type { OutputOf } from '../../shared/contract/contract.ts';
import { type AllocationShare, duesAfter, planAllocations } from '../../shared/domain/allocation.ts';
import { planCreditSpending } from '../../shared/domain/credit-spending.ts';
import type { Instalment } from '../../shared/domain/instalment.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import type { PlannedTender, Tender } from '../../shared/domain/tender.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { linkToItem, readSpendableDeposits, type SalePaymentRow } from '../ledger/payment-store.ts';
import { queueReceipt } from '../ledger/print-job-store.ts';
import type { TillSessionRow } from '../ledger/till-store.ts';
import type { Account } from './account.ts';
import { readAccountSources } from './account-sources.ts';
import type { Sale, SalePlan } from './plan-sale.ts';
import { cartTotal } from './price-cart.ts';
import { spendSource } from './spend-source.ts';
import { type NewInvoice, writeInvoice } from './write-invoice.ts';
import { type PaymentTaken, writePayment } from './write-payment.ts';

export type SaleOutcome = OutputOf<'invoice.issue'>;
export type SaleDone = Extract<SaleOutcome, { state: 'done' }>;
export type SaleInProgress = Extract<SaleOutcome, { state: 'in-progress' }>;

export interface SettledSale {
  saleId: number | null;
  account: Account;
  sale: Sale;
  plan: SalePlan;
  /** The tenders of the plan, in its order; no terminal leg among them. */
  tenders: readonly Tender[];
  /** Card legs that were approved before; their payments are posted already. */
  legs: readonly SalePaymentRow[];
  session: TillSessionRow | null;
  staffId: number;
}

interface PayableItem {
  itemId: number;
  owedMinor: number;
  ticked: boolean;
  dueDate: string;
  invoiceNumber: string;
  lineNumber: number;
  dues: Instalment[];
}

/** Fills items from one source after the other; keeps what each item got and what became a deposit, in cents. */
class Filling {
  readonly #db: WritableLedger;
  readonly #settled: SettledSale;
  readonly #items: PayableItem[];
  readonly #paid = new Map<number, number>();
  depositMinor = 0;

  constructor(db: WritableLedger, settled: SettledSale, items: readonly PayableItem[]) {
    this.#db = db;
    this.#settled = settled;
    this.#items = items.map((item) => ({ ...item }));
  }

  /** Links up to the amount of the payment to the items, in the order of settled.md 30; the rest stays a deposit. */
  async spend(paymentId: number, amountMinor: number, cause: 'sale' | 'payment' | 'deposit'): Promise<void> {
    const { account, staffId } = this.#settled;
    this.depositMinor += await this.#fill(amountMinor, async (share) => {
      await linkToItem(this.#db, {
        clientId: account.clientId,
        source: { paymentId },
        ...share,
        cause,
        staffId,
      });
    });
  }

  /** Links a credit memo to the items it pays. */
  async spendCredit(memoId: number, amountMinor: number): Promise<void> {
    const { account, staffId } = this.#settled;
    await this.#fill(amountMinor, async (share) => {
      await spendSource(this.#db, {
        clientId: account.clientId,
        source: { memoId },
        ...share,
        cause: 'credit',
        staffId,
      });
    });
  }

  /** Gives each item its share by `link`; returns what no item took, in cents. */
  async #fill(amountMinor: number, link: (share: AllocationShare) => Promise<void>): Promise<number> {
    const plan = planAllocations({ amountMinor, items: this.#items, today: this.#db.localDate });
    for (const share of plan.shares) {
      const item = this.#items.find(({ itemId }) => itemId === share.itemId);
      if (item) {
        item.owedMinor -= share.amountMinor;
        item.dues = duesAfter(item.dues, share.amountMinor);
      }
      this.#paid.set(share.itemId, (this.#paid.get(share.itemId) ?? 0) + share.amountMinor);
      await link(share);
    }
    return plan.restMinor;
  }

  get allocations(): { itemId: number; amountMinor: number }[] {
    return [...this.#paid].map(([itemId, amountMinor]) => ({ itemId, amountMinor }));
  }

  /** What is still owed on the ticked items, or on all when none is ticked. */
  get owedMinor(): number {
    const ticked = this.#items.filter((item) => item.ticked);
    return sumMinor((ticked.length > 0 ? ticked : this.#items).map((item) => item.owedMinor));
  }
}

/**
 * Writes a whole sale in the caller's transaction: invoice (counter), payments, drawer events, postings, links.
 * Approved card legs pay first, then the tenders in their order. Refuses nothing: it was planned.
 */
export async function writeSale(db: WritableLedger, settled: SettledSale): Promise<SaleDone> {
  const { sale, legs } = settled;
  const invoice = sale.kind === 'counter' ? await writeInvoice(db, settled) : null;
  const items = [...settled.plan.openItems, ...(invoice ? payableItems(invoice) : [])];
  const filling = new Filling(db, settled, items);
  const cause = sale.kind === 'counter' ? 'sale' : 'payment';
  const payments: PaymentTaken[] = [];
  for (const leg of legs) {
    payments.push(takenOf(leg));
    await filling.spend(leg.paymentId, leg.availableMinor, cause);
  }
  for (const [index, planned] of settled.plan.tenderPlan.tenders.entries()) {
    const tender = settled.tenders[index];
    if (tender?.method !== planned.method) throw new Error('the plan is of other tenders');
    if (tender.method === 'deposit') await spendDeposits(db, settled, planned, filling);
    else if (tender.method === 'credit') await spendCredits(db, settled, planned, filling);
    else {
      const taken = await writePayment(db, settled, tender, planned);
      payments.push(taken);
      await filling.spend(taken.paymentId, taken.amountMinor, cause);
    }
  }
  if (settled.account.isWalkIn && filling.depositMinor !== 0)
    throw new Error('nothing may stay on the walk-in account');
  if (settled.session && (invoice || payments.length > 0))
    await queueReceipt(db, {
      tillId: settled.session.tillId,
      kind: invoice ? 'receipt' : 'payment',
      number: invoice?.number ?? payments.map(({ number }) => number).join(', '),
      staffId: settled.staffId,
    });
  return {
    state: 'done',
    saleId: settled.saleId,
    invoiceId: invoice?.invoiceId ?? null,
    invoiceNumber: invoice?.number ?? null,
    ...cartTotal(sale.lines),
    payments,
    allocations: filling.allocations,
    paidMinor: sumMinor(filling.allocations.map((share) => share.amountMinor)),
    changeMinor: sumMinor(payments.map((payment) => payment.changeMinor)),
    roundingMinor: sumMinor(payments.map((payment) => payment.roundingMinor)),
    depositMinor: filling.depositMinor,
    owedMinor: filling.owedMinor,
  };
}

function payableItems(invoice: NewInvoice): PayableItem[] {
  return invoice.items.map((item) => ({ ...item, ticked: true, invoiceNumber: invoice.number }));
}

function takenOf(leg: SalePaymentRow): PaymentTaken {
  const { availableMinor: _, attemptId: __, ...taken } = leg;
  return taken;
}

async function spendDeposits(
  db: WritableLedger,
  settled: SettledSale,
  planned: PlannedTender,
  filling: Filling,
): Promise<void> {
  let restMinor = planned.appliedMinor;
  for (const deposit of await readSpendableDeposits(db, settled.account.clientId)) {
    const amountMinor = Math.min(restMinor, deposit.availableMinor);
    if (amountMinor === 0) break;
    await filling.spend(deposit.paymentId, amountMinor, 'deposit');
    restMinor -= amountMinor;
  }
  if (restMinor !== 0) throw new Error('the deposits are smaller than planned');
}

/** Credit memos pay in the order of settled.md 31: what can never be refunded first. */
async function spendCredits(
  db: WritableLedger,
  settled: SettledSale,
  planned: PlannedTender,
  filling: Filling,
): Promise<void> {
  const memos = (await readAccountSources(db, settled.account.clientId)).filter(
    ({ kind }) => kind === 'credit-memo',
  );
  const plan = planCreditSpending({ amountMinor: planned.appliedMinor, sources: memos });
  if (plan.missingMinor !== 0) throw new Error('the credits are smaller than planned');
  for (const share of plan.shares) await filling.spendCredit(share.id, share.amountMinor);
}
