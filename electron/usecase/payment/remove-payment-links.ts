import { moveFunding, readItemFundingOfPayment } from '../../ledger/allocation-store.ts';
import { insertFunding, readFreeMemosOfItem, readFundingByPayment } from '../../ledger/credit-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { linkToItem, readPaymentItems } from '../../ledger/payment-store.ts';
import { fitFunding } from '../../sale/spend-source.ts';

/**
 * Takes a payment away from all it pays, since its money is gone: its items are owed again, but for what was credited of
 * them, and no credit is refundable by it any more. Returns the cents that items owe again.
 */
export async function removePaymentLinks(
  db: WritableLedger,
  payment: { paymentId: number; clientId: number },
  { cause, staffId }: { cause: 'void' | 'return'; staffId: number },
): Promise<number> {
  const { paymentId, clientId } = payment;
  const opened = await readPaymentItems(db, paymentId);
  let reopenedMinor = 0;
  const paying = new Set<number>();
  for (const { itemId, amountMinor } of opened) {
    const link = { clientId, itemId, staffId };
    await linkToItem(db, { ...link, source: { paymentId }, amountMinor: -amountMinor, cause });
    // a credit pays its own item's unpaid part first (domain.md B9): what was credited is not owed again
    let owedMinor = amountMinor;
    for (const { memoId, freeMinor } of await readFreeMemosOfItem(db, itemId)) {
      const creditedMinor = Math.min(owedMinor, freeMinor);
      if (creditedMinor === 0) break;
      await linkToItem(db, { ...link, source: { memoId }, amountMinor: creditedMinor, cause: 'credit' });
      owedMinor -= creditedMinor;
      paying.add(memoId);
    }
    reopenedMinor += owedMinor;
  }
  for (const { amountMinor, ...link } of await readItemFundingOfPayment(db, paymentId))
    await moveFunding(db, { ...link, paymentId, amountMinor: -amountMinor });
  // credit that this money stood behind can be spent still, but no longer refunded
  for (const { memoId, amountMinor } of await readFundingByPayment(db, paymentId))
    await insertFunding(db, { memoId, paymentId, amountMinor: -amountMinor });
  for (const memoId of paying) await fitFunding(db, memoId);
  return reopenedMinor;
}
