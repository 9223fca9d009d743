import type { SpendableSource } from '../../shared/domain/credit-spending.ts';
import type { AllocationSource } from '../ledger/allocation-store.ts';
import { readSpendableDeposits } from '../ledger/payment-store.ts';
import { readOpenDeposits, readOpenMemos } from '../ledger/refund-source-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';

/** Open credit or a deposit of an account, with the number on its paper; cents. */
export interface AccountSource extends SpendableSource {
  number: string;
}

/** Everything of an account that may pay an item. What refunds or waiting carts hold is told apart. */
export async function readAccountSources(db: ReadableLedger, clientId: number): Promise<AccountSource[]> {
  const memos = await readOpenMemos(db, clientId);
  const deposits = await readOpenDeposits(db, clientId, false);
  const spendable = new Map(
    (await readSpendableDeposits(db, clientId)).map(({ paymentId, availableMinor }) => [
      paymentId,
      availableMinor,
    ]),
  );
  return [
    ...memos.map((memo): AccountSource => {
      const openMinor = memo.totalMinor - memo.spentMinor - memo.refundedMinor;
      return {
        kind: 'credit-memo',
        id: memo.memoId,
        number: memo.number,
        at: memo.at,
        openMinor,
        heldMinor: memo.heldMinor,
        refundableMinor: Math.min(openMinor, memo.refundableMinor),
        expiryDate: memo.expiresOn,
      };
    }),
    ...deposits.map(
      ({ paymentId, number, at, openMinor }): AccountSource => ({
        kind: 'deposit',
        id: paymentId,
        number,
        at,
        openMinor,
        heldMinor: openMinor - (spendable.get(paymentId) ?? 0),
        refundableMinor: openMinor,
      }),
    ),
  ];
}

export function sourceOf({ kind, id }: { kind: AccountSource['kind']; id: number }): AllocationSource {
  return kind === 'deposit' ? { paymentId: id } : { memoId: id };
}
