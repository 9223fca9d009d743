import type { Tender } from '../../shared/domain/tender.ts';
import { findOpenSession, requireOpenSession } from '../till/till-session.ts';
import type { Account } from './account.ts';
import { chooseTerminals } from './choose-terminal.ts';
import { isInPerson, planSale, type Sale } from './plan-sale.ts';
import { openSale, type SaleContext } from './sale-steps.ts';
import { type SaleOutcome, writeSale } from './write-sale.ts';

/**
 * Takes what the clerk confirmed: the whole sale in this one transaction, or, with a terminal leg, the saved cart and
 * its first attempt. Everything is planned first: nothing is charged for a sale that could not be written.
 * Refuses as `planSale`, and `till-closed`, `till-unknown`, `till-choice-needed`, `terminal-unknown`,
 * `terminal-inactive`.
 */
export async function takeTenders(
  context: SaleContext,
  asked: { account: Account; sale: Sale; tenders: readonly Tender[]; tillId: number | undefined },
): Promise<SaleOutcome> {
  const { db, staff } = context;
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
  if (session && tenders.some((tender) => tender.method === 'terminal'))
    return await openSale(context, {
      account,
      sale,
      tenders,
      session,
      confirmedMinor: plan.tenderPlan.paidMinor + plan.tenderPlan.depositMinor,
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
