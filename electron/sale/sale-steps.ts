import { isFinal, moneyMoved } from '../../shared/domain/attempt.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import { isLeg, savedMethodOf, type Tender } from '../../shared/domain/tender.ts';
import type { AttemptDriver } from '../ledger/attempt-store.ts';
import { insertGatewayAttempt } from '../ledger/gateway-store.ts';
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
import { requireChargeable, requireGatewayDriver } from './choose-saved-method.ts';
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
  /** Absent where a sale only goes on: its legs were checked when they were chosen. */
  readonly gateway?: { hasKey(): boolean };
}

/** A sale as its process row keeps it. */
export interface SavedSale extends Sale {
  confirmedMinor: number;
  /** Of that, for items billed before; absent in carts saved before they could be paid along. */
  billedMinor?: number;
}

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
    /** Null when nothing of it needs a till. */
    session: TillSessionRow | null;
  },
): Promise<SaleInProgress> {
  const { db, staff } = context;
  const { confirmedMinor, billedMinor } = asked;
  const cart: SavedSale = { ...asked.sale, confirmedMinor, billedMinor };
  const saleId = await db.open('sale', {
    client_id: asked.account.clientId,
    kind: asked.sale.kind,
    cart: JSON.stringify(cart),
    till_session_id: asked.session?.tillSessionId ?? null,
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
    session: TillSessionRow | null;
  },
): Promise<SaleInProgress> {
  const { db, staff } = context;
  const chosen: ChosenTenders = {
    tenders: [...asked.tenders],
    restAsDeposit: asked.restAsDeposit,
    tillId: asked.session?.tillId ?? null,
    attemptsBefore: (await readSaleAttempts(db, asked.saleId)).length,
  };
  await insertChosenTenders(db, asked.saleId, chosen, staff.staffId);
  const leg = chosen.tenders.find(isLeg);
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
  const leg = chosen.tenders.filter(isLeg)[tried.length];
  try {
    if (!leg) return await completeSale(context, saleId);
    const session = isInPerson(leg) ? await requireOpenSession(db, chosen.tillId ?? undefined) : null;
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
  const tenders = chosen.tenders.filter((tender) => !isLeg(tender));
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
  asked: { saleId: number; clientId: number; leg: Tender | undefined; session: TillSessionRow | null },
): Promise<SaleInProgress> {
  const { leg, saleId, session } = asked;
  const { db } = context;
  const savedMethodId = leg ? savedMethodOf(leg) : null;
  const open = async (how: {
    driver: AttemptDriver;
    messageId: string | null;
    terminalId: number | null;
    amountMinor: number;
  }) =>
    await db.open('attempt', {
      reference: context.newReference(),
      direction: 'in',
      driver: how.driver,
      refund_id: null,
      sale_id: saleId,
      client_id: asked.clientId,
      terminal_id: how.terminalId,
      // what a gateway takes is in no till: it is counted apart (settled.md 36)
      till_session_id: how.terminalId === null ? null : (session?.tillSessionId ?? null),
      amount_minor: how.amountMinor,
      staff_id: context.staff.staffId,
      at: db.at,
      message_id: how.messageId,
    });
  if (leg?.method === 'terminal' && leg.terminalId && session) {
    const { amountMinor, terminalId } = leg;
    const attemptId = await open({ ...(await nameAttempt(db, terminalId)), terminalId, amountMinor });
    return { state: 'in-progress', saleId, attemptId };
  }
  if (savedMethodId === null || (leg?.method !== 'online-card' && leg?.method !== 'echeck'))
    throw new Error('no leg to prepare');
  const { clientId } = asked;
  // looked at again: it may have been marked since the clerk chose it
  const { kind } = await requireChargeable(db, { savedMethodId, clientId, localDate: db.localDate });
  const driver = await requireGatewayDriver(db);
  const attemptId = await open({ driver, messageId: null, terminalId: null, amountMinor: leg.amountMinor });
  await insertGatewayAttempt(db, { attemptId, kind, savedMethodId, chargeReference: null });
  return { state: 'in-progress', saleId, attemptId };
}
