import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { isLeg } from '../../../shared/domain/tender.ts';
import { readSalePayments } from '../../ledger/payment-store.ts';
import { insertChosenTenders } from '../../ledger/sale-store.ts';
import { startAttempt } from '../../offline-refund/start-attempt.ts';
import { requireAccount } from '../../sale/account.ts';
import { requireSavedTenders } from '../../sale/choose-saved-method.ts';
import { chooseTerminals } from '../../sale/choose-terminal.ts';
import { requireFullPayment } from '../../sale/full-payment.ts';
import { isInPerson, planSale, type Sale } from '../../sale/plan-sale.ts';
import { requireStock } from '../../sale/price-cart.ts';
import { requireStillSold } from '../../sale/price-lines.ts';
import { requirePlaces } from '../../sale/restrictions.ts';
import {
  chooseTenders,
  completeSale,
  findWaitingAttempt,
  readCart,
  requireSale,
} from '../../sale/sale-steps.ts';
import { findOpenSession, requireOpenSession } from '../../till/till-session.ts';
import type { LongCommand } from '../context.ts';

/** Another way to pay what is left of a saved cart; the card legs that were approved stay (settled.md 10). */
export const resumeSale: LongCommand<'sale.resume'> = {
  run: async (context, input) => {
    const { db, staff } = context;
    const { saleId } = input;
    const row = await requireSale(db, saleId);
    if (row.state !== 'open') refuse('sale-not-open', { state: row.state });
    const waiting = await findWaitingAttempt(db, saleId);
    if (waiting) refuse('sale-waiting', { attemptId: waiting.attemptId });
    const account = await requireAccount(db, row.clientId);
    const sale: Sale = { ...readCart(row), restAsDeposit: input.restAsDeposit ?? false };
    await requireStillSold(db, sale.lines);
    await requireStock(db, sale.lines);
    await requirePlaces(db, sale);
    const asked = input.tenders ?? [];
    const session = asked.some(isInPerson)
      ? await requireOpenSession(db, input.tillId)
      : await findOpenSession(db, input.tillId);
    const tenders = await chooseTerminals(db, asked, session?.terminalId ?? null);
    await requireSavedTenders(db, {
      tenders,
      clientId: row.clientId,
      localDate: db.localDate,
      hasKey: context.gateway.hasKey(),
    });
    const legs = await readSalePayments(db, saleId);
    const approvedMinor = sumMinor(legs.map((leg) => leg.availableMinor));
    const plan = await planSale(db, {
      account,
      sale,
      tenders,
      approvedMinor,
      session,
      localDate: db.localDate,
    });
    await requireFullPayment(db, { staff, sale, plan, approvedMinor });
    const { clientId } = account;
    const { restAsDeposit } = sale;
    if (tenders.some(isLeg))
      return await chooseTenders(context, { saleId, clientId, tenders, restAsDeposit, session });
    const chosen = { tenders, restAsDeposit, tillId: session?.tillId ?? null, attemptsBefore: 0 };
    await insertChosenTenders(db, saleId, chosen, staff.staffId);
    return await completeSale(context, saleId);
  },
  after: async (context, result) => {
    if (result.state === 'in-progress') await startAttempt(context, result.attemptId);
  },
};
