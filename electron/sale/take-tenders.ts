import { isLeg, type Tender } from '../../shared/domain/tender.ts';
import { readInvoiceItems } from '../ledger/invoice-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import type { TillSessionRow } from '../ledger/till-store.ts';
import { findOpenSession, requireOpenSession } from '../till/till-session.ts';
import type { Account } from './account.ts';
import { requireSavedTenders } from './choose-saved-method.ts';
import { chooseTerminals } from './choose-terminal.ts';
import { billedMinor, isInPerson, planSale, type Sale, type SalePlan } from './plan-sale.ts';
import { openSale, type SaleContext } from './sale-steps.ts';
import { type SaleOutcome, type SettledSale, writeSale } from './write-sale.ts';

/** A sale with its tenders, planned whole: nothing is charged for one that could not be written. */
export interface PlannedTaking {
  account: Account;
  sale: Sale;
  tenders: Tender[];
  session: TillSessionRow | null;
  plan: SalePlan;
}

/**
 * Plans what the clerk confirmed; writes nothing. Refuses as `planSale`, and `till-closed`, `till-unknown`,
 * `till-choice-needed`, `terminal-unknown`, `terminal-inactive`.
 */
export async function planTaking(
  db: WritableLedger,
  asked: { account: Account; sale: Sale; tenders: readonly Tender[]; tillId: number | undefined },
): Promise<PlannedTaking> {
  const { account, sale } = asked;
  const needsTill = asked.tenders.some(isInPerson);
  const session = needsTill
    ? await requireOpenSession(db, asked.tillId)
    : await findOpenSession(db, asked.tillId);
  const tenders = await chooseTerminals(db, asked.tenders, session?.terminalId ?? null);
  const plan = await planSale(db, {
    account,
    sale,
    tenders,
    approvedMinor: 0,
    session,
    localDate: db.localDate,
  });
  return { account, sale, tenders, session, plan };
}

/**
 * Takes what was planned: the whole sale in this one transaction, or, with a card leg, the saved cart and its first
 * attempt. Refuses as `requireSavedTenders`.
 */
export async function takeTenders(context: SaleContext, planned: PlannedTaking): Promise<SaleOutcome> {
  const { db, staff } = context;
  const { account, sale, tenders, session, plan } = planned;
  await requireSavedTenders(db, {
    tenders,
    clientId: account.clientId,
    localDate: db.localDate,
    hasKey: context.gateway?.hasKey() ?? true,
  });
  const settled = { saleId: null, account, sale, plan, tenders, legs: [], session, staffId: staff.staffId };
  if (!tenders.some(isLeg)) return await writeSale(db, settled);
  if (sale.kind === 'counter' && tenders.some((tender) => tender.method === 'echeck'))
    return await sellBeforeECheck(context, settled);
  return await openSale(context, {
    account,
    sale,
    tenders,
    session,
    confirmedMinor: plan.tenderPlan.paidMinor + plan.tenderPlan.depositMinor,
    billedMinor: sale.kind === 'counter' ? billedMinor(plan.openItems) : 0,
  });
}

/**
 * An eCheck takes days, and what is sold is not kept waiting for it (settled.md 7): the invoice and its other tenders are
 * written now, what the eCheck is to pay stays owed, and the debit is on its way for those items.
 */
async function sellBeforeECheck(context: SaleContext, settled: SettledSale): Promise<SaleOutcome> {
  const { account, sale, plan, tenders, session } = settled;
  const isNow = (tender: { method: string }) => tender.method !== 'echeck';
  const echecks = tenders.filter((tender) => tender.method === 'echeck');
  const tenderPlan = { ...plan.tenderPlan, tenders: plan.tenderPlan.tenders.filter(isNow) };
  const sold = await writeSale(context.db, {
    ...settled,
    plan: { ...plan, tenderPlan },
    tenders: tenders.filter(isNow),
  });
  const { invoiceId, invoiceNumber } = sold;
  if (invoiceId === null || invoiceNumber === null) throw new Error('an eCheck waits for no invoice');
  const itemIds = (await readInvoiceItems(context.db, invoiceId)).map((item) => item.itemId);
  const waiting = await openSale(context, {
    account,
    sale: { ...sale, kind: 'payment', lines: [], note: '', itemIds, restAsDeposit: true },
    tenders: echecks,
    confirmedMinor: echecks[0]?.method === 'echeck' ? echecks[0].amountMinor : 0,
    billedMinor: 0,
    session,
  });
  return { ...waiting, invoiceId, invoiceNumber };
}
