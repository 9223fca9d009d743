import { planCreditReversal } from '../../../shared/domain/manual-credit.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { planTakeBack } from '../../../shared/domain/take-back.ts';
import type { TaxedAmount } from '../../../shared/domain/tax.ts';
import { readBalance } from '../../ledger/client-account.ts';
import { type ManualCreditRow, readManualCredit, readReversed } from '../../ledger/credit-store.ts';
import { readRefund } from '../../ledger/refund-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { readRefundedCredits } from '../../ledger/take-back-store.ts';
import { requireAccount } from '../../sale/account.ts';
import type { CommandHandler, QueryHandler } from '../context.ts';
import { writeTakeBack } from './write-take-back.ts';

interface Asked {
  readonly refundId: number;
  readonly amountMinor?: number | undefined;
}

export interface TakenCredit {
  readonly memoId: number;
  readonly memo: ManualCreditRow;
  readonly parts: TaxedAmount;
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
  // nobody could be asked to pay it later (settled.md 11)
  if (account.isWalkIn)
    refuse('walk-in-needs-full-payment', { dueMinor: sumMinor(taken.map(({ parts }) => parts.totalMinor)) });
  const sumOf = (part: keyof TaxedAmount) => sumMinor(taken.map(({ parts }) => parts[part]));
  const parts: TaxedAmount = {
    netMinor: sumOf('netMinor'),
    gstMinor: sumOf('gstMinor'),
    qstMinor: sumOf('qstMinor'),
    totalMinor: sumOf('totalMinor'),
  };
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
  const { reason } = asked;
  const invoice = await writeTakeBack(db, { refund, taken, parts, reason, staffId: staff.staffId });
  return { ...invoice, ...parts };
};
