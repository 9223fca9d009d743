import { type Funding, planFundingPassedOn } from './credit-funding.ts';

/** An open credit memo of the command, with the payments behind it, oldest first; cents. */
export interface OpenMemo {
  openMinor: number;
  funding: readonly Funding[];
}

/** A line of an invoice that the command makes, in cents. */
export interface NewDebt {
  totalMinor: number;
  /** The memo that pays it before the others. */
  ownMemo?: number;
}

export interface MemoPayment {
  memoIndex: number;
  debtIndex: number;
  amountMinor: number;
}

/**
 * What the memos of a cancellation pay of the invoices it makes, debts in order (settled.md 25, 29), and what is left:
 * of each memo, open and refundable; of each debt, owed. A memo hands on its non-refundable part first.
 */
export function planMemoSpending(
  memos: readonly OpenMemo[],
  debts: readonly NewDebt[],
): { payments: MemoPayment[]; left: { openMinor: number; refundableMinor: number }[]; owedMinor: number[] } {
  const left = memos.map((memo) => ({ openMinor: memo.openMinor, funding: [...memo.funding] }));
  const payments: MemoPayment[] = [];
  const owedMinor = debts.map((debt, debtIndex) => {
    let restMinor = debt.totalMinor;
    const order = [...left.keys()].sort(
      (a, b) => Number(b === debt.ownMemo) - Number(a === debt.ownMemo) || a - b,
    );
    for (const memoIndex of order) {
      const memo = left[memoIndex];
      if (!memo) continue;
      const amountMinor = Math.min(restMinor, memo.openMinor);
      if (amountMinor === 0) continue;
      payments.push({ memoIndex, debtIndex, amountMinor });
      memo.funding = fundingAfter(memo, amountMinor);
      memo.openMinor -= amountMinor;
      restMinor -= amountMinor;
    }
    return restMinor;
  });
  return {
    payments,
    left: left.map(({ openMinor, funding }) => ({
      openMinor,
      refundableMinor: funding.reduce((sum, part) => sum + part.amountMinor, 0),
    })),
    owedMinor,
  };
}

function fundingAfter(memo: OpenMemo, spentMinor: number): Funding[] {
  const { passedOn } = planFundingPassedOn({ spentMinor, openMinor: memo.openMinor, funding: memo.funding });
  return memo.funding.map(({ paymentId, amountMinor }) => ({
    paymentId,
    amountMinor: amountMinor - (passedOn.find((part) => part.paymentId === paymentId)?.amountMinor ?? 0),
  }));
}
