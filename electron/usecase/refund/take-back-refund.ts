import { planCreditReversal } from '../../../shared/domain/manual-credit.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { planTakeBack } from '../../../shared/domain/take-back.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readBalance } from '../../ledger/client-account.ts';
import { readManualCredit, readReversed } from '../../ledger/credit-store.ts';
import { readRefund } from '../../ledger/refund-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { readRefundedCredits } from '../../ledger/take-back-store.ts';
import { requireAccount } from '../../sale/account.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { sumParts, type TakenCredit, writeReversalInvoice } from '../credit/write-reversal-invoice.ts';

interface Asked {
  readonly refundId: number;
  readonly amountMinor?: number | undefined;
}

/** What a take-back bills, credit by credit, each at its own cents; the preview and the command decide alike. */
async function planOf(db: ReadableLedger, { refundId, amountMinor }: Asked) {
  const refund = await readRefund(db, refundId);
  if (!refund) refuse('refund-unknown', { refundId });
  const account = await requireAccount(db, refund.clientId);
  const credits = await readRefundedCredits(db, refundId);
  const taken: TakenCredit[] = [];
  for (const part of planTakeBack(credits, amountMinor ?? null)) {
    const memo = await readManualCredit(db, part.memoId);
    if (!memo) throw new Error(`memo ${part.memoId} is gone`);
    const before = await readReversed(db, part.memoId);
    const parts = planCreditReversal({ credit: memo, before, reversedMinor: part.amountMinor });
    taken.push({ memoId: part.memoId, memo, parts });
  }
  const parts = sumParts(taken.map((each) => each.parts));
  // nobody could be asked to pay it later (settled.md 11)
  if (account.isWalkIn) refuse('walk-in-needs-full-payment', { dueMinor: parts.totalMinor });
  return { refund, taken, parts, maximumMinor: sumMinor(credits.map(({ leftMinor }) => leftMinor)) };
}

/** What a take-back would bill, and the account before and after it. */
export const previewTakeBack: QueryHandler<'refund.takeBackPreview'> = async ({ db }, asked) => {
  const { refund, parts, maximumMinor } = await planOf(db, asked);
  const balanceBeforeMinor = await readBalance(db, refund.clientId);
  return {
    ...parts,
    maximumMinor,
    balanceBeforeMinor,
    balanceAfterMinor: balanceBeforeMinor + parts.totalMinor,
  };
};

/**
 * A refund is never edited: what it gave back in excess is owed again by an invoice that takes the credit back at its
 * own shares, net, GST and QST apart; it is no sale (domain.md B13, settled.md 33).
 */
export const takeBackRefund: CommandHandler<'refund.takeBack'> = async ({ db, staff }, asked) => {
  const { refund, taken, parts } = await planOf(db, asked);
  const { clientId, language, refundId } = refund;
  const { staffId } = staff;
  const { reason } = asked;
  const { itemIds, ...invoice } = await writeReversalInvoice(db, {
    clientId,
    language,
    taken,
    reason,
    staffId,
  });
  for (const [index, { memoId, parts: line }] of taken.entries())
    await db.insert('refund_take_back', {
      refund_id: refundId,
      memo_id: memoId,
      item_id: itemIds[index] ?? 0,
      amount_minor: line.totalMinor,
    });
  await recordAudit(db, {
    kind: 'refund.taken-back',
    staffId,
    subject: `refund:${refundId}`,
    detail: { invoiceId: invoice.invoiceId, totalMinor: parts.totalMinor, reason },
  });
  return { ...invoice, ...parts };
};
