import type { Tender } from '../../shared/domain/tender.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import type { TillSessionRow } from '../ledger/till-store.ts';
import { findOpenSession, requireOpenSession } from '../till/till-session.ts';
import type { Account } from './account.ts';
import { chooseTerminals } from './choose-terminal.ts';
import { billedMinor, isInPerson, planSale, type Sale, type SalePlan } from './plan-sale.ts';
import { openSale, type SaleContext } from './sale-steps.ts';
import { type SaleOutcome, writeSale } from './write-sale.ts';

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
 * Takes what was planned: the whole sale in this one transaction, or, with a terminal leg, the saved cart and its
 * first attempt.
 */
export async function takeTenders(context: SaleContext, planned: PlannedTaking): Promise<SaleOutcome> {
  const { db, staff } = context;
  const { account, sale, tenders, session, plan } = planned;
  if (session && tenders.some((tender) => tender.method === 'terminal'))
    return await openSale(context, {
      account,
      sale,
      tenders,
      session,
      confirmedMinor: plan.tenderPlan.paidMinor + plan.tenderPlan.depositMinor,
      billedMinor: sale.kind === 'counter' ? billedMinor(plan.openItems) : 0,
    });
  return await writeSale(db, {
    saleId: null,
    account,
    sale,
    plan,
    tenders,
    legs: [],
    session,
    staffId: staff.staffId,
  });
}
