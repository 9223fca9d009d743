import { refuse } from '../../../shared/domain/refusal.ts';
import { insertManualRebate } from '../../ledger/rebate-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { type Account, requireAccount } from '../../sale/account.ts';
import { findOpenSession } from '../../till/till-session.ts';
import { readGranted, requireApproval } from '../approval/require-approval.ts';
import type { CommandHandler } from '../context.ts';
import { writeMemo } from '../item/write-cancellation.ts';
import { type PreparedRebate, prepareRebate, rebateParts } from './prepare-rebate.ts';

/**
 * Lowers an item that is billed already: a credit memo of kind `rebate` (settled.md 28). The invoice stays, the person
 * keeps the place; what was paid beyond the new price is open credit.
 */
export const giveRebate: CommandHandler<'rebate.give'> = async (context, { approvalId, ...input }) => {
  const { db, staff } = context;
  const { staffId } = staff;
  const approval = await readGranted(db, { approvalId, staff });
  const prepared = await prepareRebate(context, input);
  const { item, credit, label, intent, needed } = prepared;
  const account = await rebatedAccount(db, prepared, input.toClientId);
  await requireApproval(db, { staff, intent, needed, approval });
  const { reason } = intent;
  const tillSessionId = (await findOpenSession(db, undefined))?.tillSessionId ?? null;
  const memo = await writeMemo(
    db,
    { account, reason, language: account.language, tillSessionId, staffId },
    {
      planned: prepared,
      askedBasisPoints: input.basisPoints ?? null,
      restockedQuantity: 0,
      rebate: {
        nameFr: `${label.nameFr} · ${item.nameFr}`,
        nameEn: `${label.nameEn || label.nameFr} · ${item.nameEn || item.nameFr}`,
        ledgerCode: label.ledgerCode ?? item.ledgerCode,
      },
    },
  );
  await insertManualRebate(db, {
    itemId: item.itemId,
    discountLineId: null,
    memoId: memo.memoId,
    customItemId: label.customItemId,
    amountMinor: credit.netMinor,
    reason: label.reason,
    approvalId: approval?.approvalId ?? null,
    staffId,
  });
  return { ...memo, ...rebateParts(prepared) };
};

/** Whose credit it is: the item's client; a walk-in's goes to a named account or is refused (settled.md 11). */
async function rebatedAccount(
  db: ReadableLedger,
  { item, funding }: PreparedRebate,
  toClientId: number | undefined,
): Promise<Account> {
  const account = await requireAccount(db, toClientId ?? item.clientId);
  if (toClientId !== undefined && toClientId !== item.clientId && item.clientKind !== 'walk-in')
    refuse('invalid-input', { issues: [{ path: 'toClientId', problem: 'only-for-walk-in' }] });
  if (account.isWalkIn && funding.openMinor > 0)
    refuse('walk-in-no-credit', { mustRefundMinor: funding.openMinor });
  return account;
}
