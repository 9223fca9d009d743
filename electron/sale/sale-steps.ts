import { isFinal, moneyMoved } from '../../shared/domain/attempt.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { Tender } from '../../shared/domain/tender.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { readSalePayments } from '../ledger/payment-store.ts';
import {
  type ChosenTenders,
  insertChosenTenders,
  readChosenTenders,
  readSale,
  readSaleAttempts,
  type SaleRow,
} from '../ledger/sale-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import type { TillSessionRow } from '../ledger/till-store.ts';
import { nameAttempt } from '../terminal/name-attempt.ts';
import { requireOpenSession } from '../till/till-session.ts';
import { type Account, requireAccount } from './account.ts';
import { isInPerson, planSale, type Sale } from './plan-sale.ts';
import { requireStock } from './price-cart.ts';
import { requirePlaces } from './restrictions.ts';
import type { SaleDone, SaleInProgress, SaleOutcome, SettledSale } from './write-sale.ts';
import { writeSale } from './write-sale.ts';

/** What the steps of a sale need of the command that runs them; a `CommandContext` will do. */
export interface SaleContext {
  readonly db: WritableLedger;
  readonly staff: { readonly staffId: number };
  readonly newReference: () => string;
}

/** A sale as its process row keeps it. */
export interface SavedSale extends Sale {
  confirmedMinor: number;
  /** Of that, for items billed before; absent in carts saved before they could be paid along. */
  billedMinor?: number;
}

const isTerminal = (tender: Tender) => tender.method === 'terminal';

/**
 * Saves the cart with the clerk's tenders and prepares its first card leg (settled.md 10): nothing is sold yet.
 * The plan of all tenders must have been made before: a card is never charged for a sale that cannot be written.
 */
export async function openSale(
  context: SaleContext,
  asked: {
    account: Account;
    sale: Sale;
    tenders: readonly Tender[];
    /** What the tenders come to, in cents. */
    confirmedMinor: number;
    billedMinor: number;
    session: TillSessionRow;
  },
): Promise<SaleInProgress> {
  const { db, staff } = context;
  const { confirmedMinor, billedMinor } = asked;
  const cart: SavedSale = { ...asked.sale, confirmedMinor, billedMinor };
  const saleId = await db.open('sale', {
    client_id: asked.account.clientId,
    kind: asked.sale.kind,
    cart: JSON.stringify(cart),
    till_session_id: asked.session.tillSessionId,
    staff_id: staff.staffId,
    at: db.at,
  });
  return await chooseTenders(context, {
    saleId,
    clientId: asked.account.clientId,
    tenders: asked.tenders,
    restAsDeposit: asked.sale.restAsDeposit,
    session: asked.session,
  });
}

/** Keeps the clerk's choice of tenders, which has a card leg, and prepares that leg's attempt. */
export async function chooseTenders(
  context: SaleContext,
  asked: {
    saleId: number;
    clientId: number;
    tenders: readonly Tender[];
    restAsDeposit: boolean;
    session: TillSessionRow;
  },
): Promise<SaleInProgress> {
  const { db, staff } = context;
  const chosen: ChosenTenders = {
    tenders: [...asked.tenders],
    restAsDeposit: asked.restAsDeposit,
    tillId: asked.session.tillId,
    attemptsBefore: (await readSaleAttempts(db, asked.saleId)).length,
  };
  await insertChosenTenders(db, asked.saleId, chosen, staff.staffId);
  const leg = chosen.tenders.find(isTerminal);
  return await prepareLeg(context, { ...asked, leg });
}

/**
 * After a leg's outcome: prepares the next card leg (`in-progress`: the caller must start it), or completes the sale
 * (`done`), or null when the sale waits for the clerk: a leg in doubt or not paid, or a reason not to complete.
 */
export async function nextSaleStep(context: SaleContext, saleId: number): Promise<SaleOutcome | null> {
  const { db } = context;
  const row = await requireSale(db, saleId);
  if (row.state !== 'open') return null;
  const chosen = await readChosenTenders(db, saleId);
  const tried = (await readSaleAttempts(db, saleId)).slice(chosen.attemptsBefore);
  if (tried.some((attempt) => !moneyMoved(attempt.state))) return null;
  const leg = chosen.tenders.filter(isTerminal)[tried.length];
  try {
    if (!leg) return await completeSale(context, saleId);
    const session = await requireOpenSession(db, chosen.tillId ?? undefined);
    return await prepareLeg(context, { saleId, clientId: row.clientId, leg, session });
  } catch (error) {
    // both decide before they write, so a refusal leaves the approved legs in the open cart
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * Writes the sale whose card legs are all paid: invoice, other payments, links, in the caller's transaction.
 * Stock, till and account are looked at again; any refusal comes before the first write.
 */
export async function completeSale(context: SaleContext, saleId: number): Promise<SaleDone> {
  const { db, staff } = context;
  const settled = await planCompletion(db, saleId, staff.staffId);
  const outcome = await writeSale(db, settled);
  await db.move('sale', saleId, 'completed', { staffId: staff.staffId, detail: outcome });
  return outcome;
}

async function planCompletion(db: WritableLedger, saleId: number, staffId: number): Promise<SettledSale> {
  const row = await requireSale(db, saleId);
  if (row.state !== 'open') refuse('sale-not-open', { state: row.state });
  const chosen = await readChosenTenders(db, saleId);
  const account = await requireAccount(db, row.clientId);
  const sale: Sale = { ...readCart(row), restAsDeposit: chosen.restAsDeposit };
  const tenders = chosen.tenders.filter((tender) => !isTerminal(tender));
  const session = tenders.some(isInPerson) ? await requireOpenSession(db, chosen.tillId ?? undefined) : null;
  const legs = (await readSalePayments(db, saleId)).filter((leg) => leg.availableMinor > 0);
  const approvedMinor = sumMinor(legs.map((leg) => leg.availableMinor));
  const plan = await planSale(db, {
    account,
    sale,
    tenders,
    approvedMinor,
    session,
    localDate: db.localDate,
  });
  if (account.isWalkIn && approvedMinor > plan.dueMinor)
    refuse('walk-in-no-credit', { mustRefundMinor: approvedMinor - plan.dueMinor });
  await requireStock(db, sale.lines);
  await requirePlaces(db, sale);
  return { saleId, account, sale, plan, tenders, legs, session, staffId };
}

/** The cart of a saved sale. */
export function readCart(row: SaleRow): SavedSale {
  return JSON.parse(row.cart) as SavedSale;
}

/** Refuses `sale-unknown`. */
export async function requireSale(db: ReadableLedger, saleId: number): Promise<SaleRow> {
  return (await readSale(db, saleId)) ?? refuse('sale-unknown', { saleId });
}

/** The attempt of a sale that has no outcome yet, in doubt or in conflict included. */
export async function findWaitingAttempt(db: ReadableLedger, saleId: number) {
  return (await readSaleAttempts(db, saleId)).find((attempt) => !isFinal(attempt.state)) ?? null;
}

async function prepareLeg(
  context: SaleContext,
  asked: { saleId: number; clientId: number; leg: Tender | undefined; session: TillSessionRow },
): Promise<SaleInProgress> {
  const { leg, saleId } = asked;
  if (leg?.method !== 'terminal' || !leg.terminalId) throw new Error('no terminal leg to prepare');
  const { driver, messageId } = await nameAttempt(context.db, leg.terminalId);
  const attemptId = await context.db.open('attempt', {
    reference: context.newReference(),
    direction: 'in',
    driver,
    refund_id: null,
    sale_id: saleId,
    client_id: asked.clientId,
    terminal_id: leg.terminalId,
    till_session_id: asked.session.tillSessionId,
    amount_minor: leg.amountMinor,
    staff_id: context.staff.staffId,
    at: context.db.at,
    message_id: messageId,
  });
  return { state: 'in-progress', saleId, attemptId };
}
