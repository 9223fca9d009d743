import { dueByMinor, isUnderWay, sumByDate } from '../../shared/domain/instalment.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { OverrideKind } from '../../shared/domain/sale-override.ts';
import { planTenders, type Tender, type TenderPlan } from '../../shared/domain/tender.ts';
import { readCreditAvailable } from '../ledger/client-account.ts';
import { type OpenItemRow, readItemClient, readOpenItems } from '../ledger/invoice-store.ts';
import { readSpendableDeposits } from '../ledger/payment-store.ts';
import { type LiveRow, readLivePlanOfClient, readPlannedPayment } from '../ledger/planned-payment-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import type { TillSessionRow } from '../ledger/till-store.ts';
import { requireDrawerRoom } from '../till/drawer.ts';
import type { Account } from './account.ts';
import { type CartLine, cartDueMinor } from './price-cart.ts';

/** A new invoice, or money for items that are already billed; lives in the cart of a sale that waits for a card. */
export interface Sale {
  kind: 'counter' | 'payment';
  /** Counter: what is sold. */
  lines: CartLine[];
  note: string;
  language: 'fr' | 'en';
  /** Payment: the ticked items, in the clerk's order. Counter: items billed before that it pays first. */
  itemIds: number[];
  /** Payment: the instalments that are paid; of their items only so much. Absent in carts saved before plans were. */
  plannedPaymentIds?: number[];
  /** The clerk confirmed that what exceeds the due stays on the account. */
  restAsDeposit: boolean;
  /** Counter: what the invoice has besides its lines. */
  terms?: InvoiceTerms;
}

export interface InvoiceTerms {
  /** Sold at the counter, made by hand for what is not in the catalogue (domain.md B16), or in place of an item (B17). */
  kind: 'counter' | 'manual' | 'replacement';
  /** Of one made by hand in a day that is still open; null: the day of its commit (settled.md 36). */
  localDate: string | null;
  /** Null: due on its date. */
  dueDate: string | null;
  /** What it was let through against, with the reasons. */
  overrides: AppliedOverride[];
  /** The approval that let it through, if it needed one. */
  approvalId: number | null;
}

export interface AppliedOverride {
  kind: OverrideKind;
  reason: string;
  /** Null when it is about the whole invoice. */
  lineIndex: number | null;
  /** What it concerns, in cents: the line, what is overdue, what stays owed. */
  amountMinor: number;
}

export interface SalePlan {
  /** What the items owe before anything is paid, in cents. */
  dueMinor: number;
  tenderPlan: TenderPlan;
  /** Payment: every open item of the client, ticked ones marked. Counter: those billed before that it pays first. */
  openItems: (OpenItemRow & { ticked: boolean })[];
}

const NOTHING: TenderPlan = {
  tenders: [],
  paidMinor: 0,
  owedAfterMinor: 0,
  depositMinor: 0,
  changeMinor: 0,
  roundingMinor: 0,
};

/** Whether the tender needs somebody at an open till: cash, cheque and terminals do (settled.md 37). */
export function isInPerson(tender: Tender): boolean {
  return tender.method === 'cash' || tender.method === 'cheque' || tender.method === 'terminal';
}

/**
 * What the tenders come to, in cents, after `approvedMinor` of card legs that are already paid; writes nothing.
 * Refuses as `planTenders`, and `walk-in-needs-full-payment`, `item-unknown`, `item-other-client`, `amount-too-large`.
 */
export async function planSale(
  db: ReadableLedger,
  asked: {
    account: Account;
    sale: Sale;
    tenders: readonly Tender[];
    approvedMinor: number;
    session: TillSessionRow | null;
    localDate: string;
  },
): Promise<SalePlan> {
  const { account, sale, tenders } = asked;
  const givesChange = tenders.some((tender) => tender.method === 'cash');
  const { openItems, dueMinor } = await readDue(db, { ...asked, givesChange });
  const leftMinor = Math.max(0, dueMinor - asked.approvedMinor);
  if (account.isWalkIn && sale.lines.some((line) => (line.planDates ?? null) !== null))
    refuse('walk-in-needs-full-payment', { dueMinor });
  if (tenders.length === 0) {
    if (leftMinor > 0 && account.isWalkIn) refuse('walk-in-needs-full-payment', { dueMinor: leftMinor });
    return { dueMinor, tenderPlan: { ...NOTHING, owedAfterMinor: leftMinor }, openItems };
  }
  for (const tender of tenders)
    if (tender.method === 'cash' && asked.session)
      await requireDrawerRoom(db, {
        tillSessionId: asked.session.tillSessionId,
        amountMinor: tender.tenderedMinor,
      });
  const spendsDeposit = !account.isWalkIn && tenders.some((tender) => tender.method === 'deposit');
  const deposits = spendsDeposit ? await readSpendableDeposits(db, account.clientId) : [];
  const spendsCredit = !account.isWalkIn && tenders.some((tender) => tender.method === 'credit');
  const creditAvailableMinor = spendsCredit ? await readCreditAvailable(db, account.clientId) : 0;
  const tenderPlan = planTenders({
    dueMinor: leftMinor,
    tenders,
    depositAvailableMinor: sumMinor(deposits.map((deposit) => deposit.availableMinor)),
    creditAvailableMinor,
    allowDeposit: !account.isWalkIn,
    allowPartPayment: !account.isWalkIn,
    restAsDeposit: sale.restAsDeposit,
  });
  return { dueMinor, tenderPlan, openItems };
}

/**
 * What a sale is to pay before anything is paid, in cents; when change is given, no more of a cart than is due today.
 * Of items billed before, a counter sale pays what is due by today. Refuses `item-unknown`, `item-other-client`.
 */
async function readDue(
  db: ReadableLedger,
  asked: { account: Account; sale: Sale; givesChange: boolean; localDate: string },
): Promise<Pick<SalePlan, 'openItems' | 'dueMinor'>> {
  const { account, sale, givesChange, localDate } = asked;
  const isPayment = sale.kind === 'payment';
  const open = isPayment || sale.itemIds.length > 0 ? await readTicked(db, account, sale) : [];
  if (isPayment) return { openItems: open, dueMinor: dueOf(open, sale, givesChange) };
  const openItems = open.flatMap((item) => {
    const dues = item.dues.filter(({ dueDate }) => dueDate <= localDate);
    const owedMinor = dueByMinor(dues, localDate);
    return item.ticked && owedMinor > 0 ? [{ ...item, dues, owedMinor }] : [];
  });
  return {
    openItems,
    dueMinor: cartDueMinor(sale.lines, givesChange ? localDate : null) + billedMinor(openItems),
  };
}

/** What items billed before owe, in cents. */
export function billedMinor(openItems: SalePlan['openItems']): number {
  return sumMinor(openItems.map((item) => item.owedMinor));
}

async function readTicked(db: ReadableLedger, account: Account, sale: Sale): Promise<SalePlan['openItems']> {
  for (const itemId of sale.itemIds) {
    const clientId = await readItemClient(db, itemId);
    if (clientId === undefined) refuse('item-unknown', { itemId });
    if (clientId !== account.clientId) refuse('item-other-client', { itemId });
  }
  // nothing ever stays owed on the walk-in account
  const items = account.isWalkIn ? [] : await readOpenItems(db, account.clientId);
  const rows = await readPlanned(db, account, sale.plannedPaymentIds ?? []);
  const ticked = new Set(sale.itemIds);
  return items.map((item) => {
    const paid = rows.filter(({ itemId }) => itemId === item.itemId);
    if (paid.length === 0) return { ...item, ticked: ticked.has(item.itemId) };
    const owedMinor = Math.min(item.owedMinor, sumMinor(paid.map((row) => row.amountMinor)));
    return { ...item, owedMinor, dues: sumByDate(paid), ticked: true };
  });
}

/** The instalments the clerk chose. Refuses `planned-payment-unknown`, `planned-payment-not-waiting`. */
async function readPlanned(db: ReadableLedger, account: Account, ids: readonly number[]): Promise<LiveRow[]> {
  if (ids.length === 0) return [];
  const live = await readLivePlanOfClient(db, account.clientId);
  const rows: LiveRow[] = [];
  for (const plannedPaymentId of new Set(ids)) {
    const row = live.find((each) => each.plannedPaymentId === plannedPaymentId);
    if (!row) {
      const other = await readPlannedPayment(db, plannedPaymentId);
      if (other?.clientId !== account.clientId) refuse('planned-payment-unknown', { plannedPaymentId });
      refuse('planned-payment-not-waiting', { state: other.state });
    }
    if (isUnderWay(row)) refuse('planned-payment-not-waiting', { state: row.state });
    rows.push(row);
  }
  return rows;
}

/** Change is given on the ticked items alone; an exact tender goes on to the other open ones (settled.md 20, 30). */
function dueOf(items: SalePlan['openItems'], sale: Sale, givesChange: boolean): number {
  const hasTicked = sale.itemIds.length > 0 || (sale.plannedPaymentIds ?? []).length > 0;
  const counted = givesChange && hasTicked ? items.filter((item) => item.ticked) : items;
  return sumMinor(counted.map((item) => item.owedMinor));
}
