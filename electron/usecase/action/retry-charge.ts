import type { OutputOf } from '../../../shared/contract/contract.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { isLeg, savedMethodOf, type Tender } from '../../../shared/domain/tender.ts';
import { readAttempt } from '../../ledger/attempt-store.ts';
import { readOpenItems } from '../../ledger/invoice-store.ts';
import { moveChargedRows, readChargedRows } from '../../ledger/planned-charge-store.ts';
import { readChosenTenders, readSale, readSaleAttempts, type SaleRow } from '../../ledger/sale-store.ts';
import { requireChargeable, requireSavedTenders } from '../../sale/choose-saved-method.ts';
import { isInPerson } from '../../sale/plan-sale.ts';
import { chooseTenders, findWaitingAttempt, readCart } from '../../sale/sale-steps.ts';
import { requireOpenSession } from '../../till/till-session.ts';
import type { CommandContext } from '../context.ts';

/**
 * A failed charge once more, on the same saved method or on another that the client authorised, for no more than what is
 * still owed. The sale is the same, so its legs that were paid stay.
 */
export async function retryCharge(
  context: CommandContext,
  asked: { saleId: number; actionId: string; savedMethodId: number | undefined },
): Promise<OutputOf<'action.retry'>> {
  const { db } = context;
  const { saleId, actionId } = asked;
  const row = await readSale(db, saleId);
  if (!row) refuse('action-unknown', { actionId });
  if (row.state !== 'open') refuse('action-settled', { actionId });
  const waiting = await findWaitingAttempt(db, saleId);
  if (waiting) {
    const attempt = await readAttempt(db, waiting.attemptId);
    refuse('action-under-way', { amountMinor: waiting.amountMinor, at: attempt?.at ?? row.at });
  }
  const left = await readTendersLeft(context, row, actionId);
  const tenders = await onMethod(context, row, left, asked.savedMethodId);
  const { clientId } = row;
  const { localDate } = db;
  await requireSavedTenders(db, { tenders, clientId, localDate, hasKey: context.gateway.hasKey() });
  const { restAsDeposit, tillId } = await readChosenTenders(db, saleId);
  const session = tenders.some(isInPerson) ? await requireOpenSession(db, tillId ?? undefined) : null;
  await moveChargedRows(db, saleId, { from: ['failed'], to: 'retried', staffId: context.staff.staffId });
  const started = await chooseTenders(context, { saleId, clientId, tenders, restAsDeposit, session });
  return { state: 'in-progress', saleId, refundId: null, attemptId: started.attemptId };
}

/** The tenders that have not paid yet, the failed charge first. Refuses `action-not-retryable` when none is a charge. */
async function readTendersLeft(context: CommandContext, row: SaleRow, actionId: string): Promise<Tender[]> {
  const chosen = await readChosenTenders(context.db, row.saleId);
  const tried = (await readSaleAttempts(context.db, row.saleId)).slice(chosen.attemptsBefore);
  const legs = chosen.tenders.filter(isLeg).slice(Math.max(0, tried.length - 1));
  if (!legs[0] || tried.length === 0 || savedMethodOf(legs[0]) === null)
    refuse('action-not-retryable', { actionId });
  return [...legs, ...chosen.tenders.filter((tender) => !isLeg(tender))];
}

async function onMethod(
  { db }: CommandContext,
  row: SaleRow,
  [failed, ...others]: Tender[],
  savedMethodId: number | undefined,
): Promise<Tender[]> {
  if (failed?.method !== 'online-card' && failed?.method !== 'echeck') throw new Error('no charge failed');
  const amountMinor = await leftToCharge(db, row, failed.amountMinor);
  const chosenId = savedMethodId ?? failed.savedMethodId ?? 0;
  const { clientId } = row;
  const { kind } = await requireChargeable(db, {
    savedMethodId: chosenId,
    clientId,
    localDate: db.localDate,
  });
  const method = kind === 'bank' ? ('echeck' as const) : ('online-card' as const);
  return [{ method, amountMinor, savedMethodId: chosenId }, ...others];
}

/** No more than its instalments and its items still owe. Refuses `action-paid-elsewhere` when that is nothing. */
async function leftToCharge(db: CommandContext['db'], row: SaleRow, askedMinor: number): Promise<number> {
  const planned = await readChargedRows(db, row.saleId);
  const failed = planned.filter(({ state }) => state === 'failed');
  if (planned.length > 0 && failed.length === 0) refuse('action-paid-elsewhere', { owedMinor: 0 });
  const failedMinor =
    planned.length === 0 ? askedMinor : sumMinor(failed.map(({ amountMinor }) => amountMinor));
  const { itemIds } = readCart(row);
  if (row.kind !== 'payment' || itemIds.length === 0) return askedMinor;
  const ticked = new Set(itemIds);
  const owed = (await readOpenItems(db, row.clientId)).filter((item) => ticked.has(item.itemId));
  const owedMinor = sumMinor(owed.map((item) => item.owedMinor));
  if (owedMinor === 0) refuse('action-paid-elsewhere', { owedMinor });
  return Math.min(askedMinor, failedMinor, owedMinor);
}
