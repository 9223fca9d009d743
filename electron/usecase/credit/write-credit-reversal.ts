import type { WritableLedger } from '../../ledger/ledger.ts';
import { linkToItem } from '../../ledger/payment-store.ts';
import { type TakenCredit, writeReversalInvoice } from './write-reversal-invoice.ts';

/**
 * The invoice that takes a credit back, at these parts of its own cents. The credit pays it with what is still open;
 * beyond that the client owes it (settled.md 32, 33).
 */
export async function writeCreditReversal(
  db: WritableLedger,
  given: TakenCredit & { reason: string; staffId: number },
): Promise<{ invoiceId: number; number: string }> {
  const { memo, memoId, parts, reason, staffId } = given;
  const { clientId, language } = memo;
  const taken = [{ memo, memoId, parts }];
  const { itemIds, ...invoice } = await writeReversalInvoice(db, {
    clientId,
    language,
    taken,
    reason,
    staffId,
  });
  const [itemId = 0] = itemIds;
  const paidMinor = Math.min(parts.totalMinor, Math.max(0, memo.openMinor));
  const source = { memoId };
  if (paidMinor > 0)
    await linkToItem(db, { clientId, source, itemId, amountMinor: paidMinor, cause: 'reversal', staffId });
  return invoice;
}
