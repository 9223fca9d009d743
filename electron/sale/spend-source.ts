import { planFundingPassedOn } from '../../shared/domain/credit-funding.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import {
  type AllocationSource,
  isMemoOfItem,
  moveFunding,
  readItemFundingOfMemo,
  readMemoFree,
  readMemoFunding,
} from '../ledger/allocation-store.ts';
import { insertFunding, readItemFunding } from '../ledger/credit-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { linkToItem } from '../ledger/payment-store.ts';

interface Spending {
  clientId: number;
  source: AllocationSource;
  itemId: number;
  amountMinor: number;
  cause: string;
  staffId: number;
}

/**
 * Links a source to an item it has room for. A memo hands on the payments behind it, its non-refundable part first,
 * so that a later credit of the item knows what money it may give back (settled.md 3, 4). What a refund holds of it
 * counts on neither side: those cents are promised already.
 */
export async function spendSource(db: WritableLedger, spending: Spending): Promise<void> {
  const { source, itemId, amountMinor } = spending;
  const isOwnCredit = 'memoId' in source && (await isMemoOfItem(db, source.memoId, itemId));
  if ('memoId' in source && !isOwnCredit) {
    const { passedOn } = planFundingPassedOn({
      spentMinor: amountMinor,
      openMinor: await readMemoFree(db, source.memoId),
      funding: await readMemoFunding(db, source.memoId),
    });
    for (const part of passedOn) await moveFunding(db, { memoId: source.memoId, itemId, ...part });
  }
  await linkToItem(db, spending);
  if ('memoId' in source && isOwnCredit) await fitFunding(db, source.memoId);
}

/**
 * A memo that pays its own item after all has less open: the payments behind the rest are the newest ones, since what
 * is kept counts as paid by the oldest money (settled.md 3).
 */
export async function fitFunding(db: WritableLedger, memoId: number): Promise<void> {
  const funding = await readMemoFunding(db, memoId);
  let surplusMinor = sumMinor(funding.map((part) => part.amountMinor)) - (await readMemoFree(db, memoId));
  for (const { paymentId, amountMinor } of funding) {
    const goneMinor = Math.min(surplusMinor, amountMinor);
    if (goneMinor <= 0) break;
    await insertFunding(db, { memoId, paymentId, amountMinor: -goneMinor });
    surplusMinor -= goneMinor;
  }
}

/** Takes a link, or part of it, away again: what the memo had handed on comes back to it, newest payment first. */
export async function unspendSource(db: WritableLedger, spending: Spending): Promise<void> {
  const { source, itemId, amountMinor } = spending;
  if ('memoId' in source) {
    // what the item's own credits already promise of a payment stays with them
    const free = new Map(
      (await readItemFunding(db, itemId)).map((row) => [
        row.paymentId,
        row.allocatedMinor - row.alreadyFundedMinor,
      ]),
    );
    let restMinor = amountMinor;
    for (const part of await readItemFundingOfMemo(db, { itemId, memoId: source.memoId })) {
      const backMinor = Math.min(restMinor, part.amountMinor, free.get(part.paymentId) ?? 0);
      if (backMinor <= 0) continue;
      await moveFunding(db, {
        memoId: source.memoId,
        itemId,
        paymentId: part.paymentId,
        amountMinor: -backMinor,
      });
      restMinor -= backMinor;
    }
  }
  await linkToItem(db, { ...spending, amountMinor: -amountMinor });
}
