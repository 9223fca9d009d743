import type { OutputOf, ParsedInput } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { moveStock, readRestocked } from '../../ledger/stock-store.ts';
import { type Account, requireAccount } from '../../sale/account.ts';
import { spendSource } from '../../sale/spend-source.ts';
import { findOpenSession } from '../../till/till-session.ts';
import type { CommandHandler, StaffMember } from '../context.ts';
import { cancellationSums } from './cancellation-read.ts';
import type { PlannedCredit } from './item-credit.ts';
import { type PlannedCancellation, type PlannedItem, planCancellation } from './plan-cancellation.ts';
import { planReplanned, writeFeePlans } from './replanned.ts';
import {
  type CancellationWriting,
  type NewDocument,
  writeFees,
  writeMemo,
  writeWithdrawal,
} from './write-cancellation.ts';

/**
 * Cancels items of an invoice, whole or in part: a credit memo each, places ended unless kept, the fee and the
 * discounts that are no longer earned as invoices of their own, which the memos pay; all in one transaction. Payment
 * links stay as they are (settled.md 2, 3, 22, 25, 29). Without an amount to credit only the place ends.
 */
export const cancelItem: CommandHandler<'item.cancel'> = async ({ db, staff }, input) =>
  await cancelItems(db, staff, input);

/** What `item.cancel` does, for other commands that cancel items in their own transaction. Refuses as it does. */
export async function cancelItems(
  db: WritableLedger,
  { staffId, roles }: Pick<StaffMember, 'staffId' | 'roles'>,
  input: ParsedInput<'item.cancel'>,
): Promise<OutputOf<'item.cancel'>> {
  const { reason, toClientId, ...asked } = input;
  const planned = await planCancellation(db, asked, { localDate: db.localDate, roles });
  const account = await creditedAccount(db, planned, toClientId);
  const replanned = await planReplanned(db, planned, db.localDate);
  for (const item of planned.items) {
    await requireRestock(db, item);
    requireReason(item, reason);
    if (item.isOverridden) await recordOverride(db, item, staffId);
    if (item.endsPlace)
      for (const registrationId of item.activeRegistrationIds)
        await db.move('registration', registrationId, 'cancelled', { staffId, detail: { reason } });
  }
  const writing: CancellationWriting = {
    account,
    reason,
    language: account.isWalkIn ? planned.items[0]!.item.language : account.language,
    tillSessionId: (await findOpenSession(db, undefined))?.tillSessionId ?? null,
    staffId,
  };
  const memos: ({ memoId: number; number: string } | null)[] = [];
  for (const credit of planned.credits) memos.push(await writeCredit(db, writing, credit, planned));
  const withdrawal =
    planned.withdrawn.length > 0 ? await writeWithdrawal(db, writing, planned.withdrawn) : null;
  const fee = planned.fees.length > 0 ? await writeFees(db, writing, planned.fees) : null;
  await payFromMemos(db, writing, { planned, memos, withdrawal, fee });
  await writeFeePlans(db, {
    replanned,
    fees: planned.fees,
    feeItemIds: fee?.itemIds ?? [],
    clientId: account.clientId,
    staffId,
  });
  const sums = cancellationSums(planned);
  const made = memos.flatMap((memo, index) => (memo ? [{ ...memo, ...sums.credits[index]! }] : []));
  const documentOf = (document: NewDocument | null, amounts: typeof sums.fee) =>
    document && amounts ? { invoiceId: document.invoiceId, number: document.number, ...amounts } : null;
  return {
    memoId: made[0]?.memoId ?? null,
    number: made[0]?.number ?? null,
    ...sums.whole,
    memos: made,
    fee: documentOf(fee, sums.fee),
    withdrawal: documentOf(withdrawal, sums.withdrawal),
    plan: replanned.schedule,
  };
}

/** Whose credit it is: the item's client; a walk-in's goes to a named account or is refused (settled.md 11). */
async function creditedAccount(
  db: WritableLedger,
  planned: PlannedCancellation,
  toClientId: number | undefined,
): Promise<Account> {
  const { item } = planned.items[0]!;
  const account = await requireAccount(db, toClientId ?? item.clientId);
  if (toClientId !== undefined && toClientId !== item.clientId && item.clientKind !== 'walk-in')
    refuse('invalid-input', { issues: [{ path: 'toClientId', problem: 'only-for-walk-in' }] });
  const { whole } = cancellationSums(planned);
  if (account.isWalkIn && whole.openMinor > 0)
    refuse('walk-in-no-credit', { mustRefundMinor: whole.openMinor });
  if (account.isWalkIn && whole.owedMinor > 0)
    refuse('walk-in-needs-full-payment', { dueMinor: whole.owedMinor });
  return account;
}

/** Refuses `reason-needed` when the policy takes only reasons of its list. */
function requireReason({ policy, isOverridden }: PlannedItem, reason: string): void {
  const choices = isOverridden ? [] : (policy?.row.definition.reasons ?? []);
  if (choices.length > 0 && !choices.includes(reason)) refuse('reason-needed', { choices });
}

/** Chains what the policy would have given, what was given, by whom and why. */
async function recordOverride(
  db: WritableLedger,
  { asked, item, policy, credit, fee }: PlannedItem,
  staffId: number,
): Promise<void> {
  await recordAudit(db, {
    kind: 'policy.overridden',
    staffId,
    subject: `item:${item.itemId}`,
    detail: {
      policyId: policy?.row.policyId,
      proposedCreditMinor: policy?.proposal.credit?.totalMinor ?? 0,
      proposedFeeMinor: policy?.proposal.fee?.totalMinor ?? 0,
      creditMinor: credit.totalMinor,
      feeMinor: fee?.totalMinor ?? 0,
      reason: asked.overrideReason ?? '',
    },
  });
}

/** Refuses `restock-too-many` when more comes back than was sold and not yet returned. */
async function requireRestock(db: WritableLedger, { asked, item, credit }: PlannedItem): Promise<void> {
  const restockQuantity = asked.restockQuantity ?? 0;
  if (restockQuantity === 0) return;
  const isStock = item.productId !== null && item.stockTracked === 1 && credit.totalMinor > 0;
  const maximumQuantity = isStock ? item.quantity - (await readRestocked(db, item.itemId)) : 0;
  if (restockQuantity > maximumQuantity) refuse('restock-too-many', { maximumQuantity });
}

async function writeCredit(
  db: WritableLedger,
  writing: CancellationWriting,
  credit: PlannedCredit,
  { items }: PlannedCancellation,
): Promise<{ memoId: number; number: string } | null> {
  if (credit.credit.totalMinor === 0) return null;
  const { item } = credit;
  const asked = items.find((each) => each === credit)?.asked;
  const restockedQuantity = asked?.restockQuantity ?? 0;
  const memo = await writeMemo(db, writing, {
    planned: credit,
    askedBasisPoints: asked?.creditBasisPoints ?? null,
    restockedQuantity,
  });
  if (restockedQuantity > 0 && item.productId !== null)
    await moveStock(db, {
      productId: item.productId,
      quantity: restockedQuantity,
      cause: 'return',
      itemId: item.itemId,
      staffId: writing.staffId,
    });
  return memo;
}

/** The memos pay the new invoices as planned, each handing on the payments behind it. */
async function payFromMemos(
  db: WritableLedger,
  writing: CancellationWriting,
  given: {
    planned: PlannedCancellation;
    memos: readonly ({ memoId: number } | null)[];
    withdrawal: NewDocument | null;
    fee: NewDocument | null;
  },
): Promise<void> {
  const debts = [...(given.withdrawal?.itemIds ?? []), ...(given.fee?.itemIds ?? [])];
  for (const { memoIndex, debtIndex, amountMinor } of given.planned.spending.payments) {
    const memoId = given.memos[memoIndex]?.memoId;
    const itemId = debts[debtIndex];
    if (memoId === undefined || itemId === undefined) throw new Error('a payment planned of nothing');
    await spendSource(db, {
      clientId: writing.account.clientId,
      source: { memoId },
      itemId,
      amountMinor,
      cause: 'credit',
      staffId: writing.staffId,
    });
  }
}
