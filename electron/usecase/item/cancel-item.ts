import { refuse } from '../../../shared/domain/refusal.ts';
import { insertCreditMemo, insertFunding } from '../../ledger/credit-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { linkToItem } from '../../ledger/payment-store.ts';
import { postCreditMemo } from '../../ledger/post-credit-memo.ts';
import { moveStock, readRestocked } from '../../ledger/stock-store.ts';
import { type Account, requireAccount } from '../../sale/account.ts';
import { findOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';
import { creditParts, type PlannedCredit, planCredit } from './item-credit.ts';

/**
 * Credits an item, whole or in part, with a credit memo that first pays the item's own unpaid part; the rest is open
 * credit, funded by the payments behind the item. Payment links stay as they are (settled.md 2, 3, 22). Without an
 * amount to credit there is no memo: only the registration ends.
 */
export const cancelItem: CommandHandler<'item.cancel'> = async ({ db, staff }, input) => {
  const planned = await planCredit(db, input);
  const { item, funding } = planned;
  const account = await creditedAccount(db, planned, input.toClientId);
  const staffId = staff.staffId;
  const restockedQuantity = await requireRestock(db, planned, input.restockQuantity ?? 0);
  if (planned.credit.totalMinor === 0 && input.keepRegistration)
    refuse('nothing-to-credit', { leftMinor: 0 });
  if (planned.endsItem && !input.keepRegistration)
    for (const registrationId of planned.activeRegistrationIds)
      await db.move('registration', registrationId, 'cancelled', {
        staffId,
        detail: { reason: input.reason },
      });
  if (planned.credit.totalMinor === 0) return { memoId: null, number: null, ...creditParts(planned) };
  const memo = await writeMemo(db, {
    planned,
    account,
    reason: input.reason,
    askedBasisPoints: input.creditBasisPoints ?? null,
    restockedQuantity,
    staffId,
  });
  if (funding.toItemMinor > 0)
    await linkToItem(db, {
      clientId: item.clientId,
      source: { memoId: memo.memoId },
      itemId: item.itemId,
      amountMinor: funding.toItemMinor,
      cause: 'credit',
      staffId,
    });
  for (const part of funding.funding) await insertFunding(db, { memoId: memo.memoId, ...part });
  if (restockedQuantity > 0 && item.productId !== null)
    await moveStock(db, {
      productId: item.productId,
      quantity: restockedQuantity,
      cause: 'return',
      itemId: item.itemId,
      staffId,
    });
  return { ...memo, ...creditParts(planned) };
};

/** Whose credit it is: the item's client; a walk-in's goes to a named account or is refused (settled.md 11). */
async function creditedAccount(
  db: WritableLedger,
  { item, funding }: PlannedCredit,
  toClientId: number | undefined,
): Promise<Account> {
  const account = await requireAccount(db, toClientId ?? item.clientId);
  if (toClientId !== undefined && toClientId !== item.clientId && item.clientKind !== 'walk-in')
    refuse('invalid-input', { issues: [{ path: 'toClientId', problem: 'only-for-walk-in' }] });
  if (account.isWalkIn && funding.openMinor > 0)
    refuse('walk-in-no-credit', { mustRefundMinor: funding.openMinor });
  return account;
}

/** Refuses `restock-too-many` when more comes back than was sold and not yet returned. */
async function requireRestock(
  db: WritableLedger,
  { item, credit }: PlannedCredit,
  restockQuantity: number,
): Promise<number> {
  if (restockQuantity === 0) return 0;
  const isStock = item.productId !== null && item.stockTracked === 1 && credit.totalMinor > 0;
  const maximumQuantity = isStock ? item.quantity - (await readRestocked(db, item.itemId)) : 0;
  if (restockQuantity > maximumQuantity) refuse('restock-too-many', { maximumQuantity });
  return restockQuantity;
}

interface NewMemo {
  planned: PlannedCredit;
  account: Account;
  reason: string;
  askedBasisPoints: number | null;
  restockedQuantity: number;
  staffId: number;
}

async function writeMemo(db: WritableLedger, given: NewMemo): Promise<{ memoId: number; number: string }> {
  const { account, planned } = given;
  const { item, credit, funding } = planned;
  const { netMinor, gstMinor, qstMinor, totalMinor, fraction } = credit;
  const tillSessionId = (await findOpenSession(db, undefined))?.tillSessionId ?? null;
  const parts = { net_minor: netMinor, gst_minor: gstMinor, qst_minor: qstMinor, total_minor: totalMinor };
  const memo = await insertCreditMemo(db, {
    client_id: account.clientId,
    kind: 'cancellation',
    source_invoice_id: item.invoiceId,
    till_session_id: tillSessionId,
    language: account.isWalkIn ? item.language : account.language,
    reason: given.reason,
    ...parts,
    refundable_minor: funding.refundableMinor,
    staff_id: given.staffId,
  });
  await db.insert('credit_memo_line', {
    memo_id: memo.memoId,
    item_id: item.itemId,
    name_fr: item.nameFr,
    name_en: item.nameEn,
    ledger_code: item.ledgerCode,
    ...parts,
    asked_basis_points: given.askedBasisPoints,
    fraction_numerator: fraction.numerator,
    fraction_denominator: fraction.denominator,
    restocked_quantity: given.restockedQuantity,
  });
  await postCreditMemo(db, {
    memoId: memo.memoId,
    clientId: account.clientId,
    lines: [{ ledgerCode: item.ledgerCode, netMinor, gstMinor, qstMinor }],
    tillSessionId,
  });
  return memo;
}
