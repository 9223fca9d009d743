import { planCreditReversal } from '../../../shared/domain/manual-credit.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { type BatchRow, readAccountDocuments } from '../../ledger/bulk-store.ts';
import { readManualCredit, readReversed } from '../../ledger/credit-store.ts';
import { readInvoiceItems } from '../../ledger/invoice-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { writeCreditReversal } from '../credit/write-credit-reversal.ts';
import { cancelItems } from '../item/cancel-item.ts';
import type { MadeDocuments } from './bulk-documents.ts';

/** The counter-documents of what a batch made for one account: an invoice for a credit, credit memos for a charge. */
export async function undoBulkAccount(
  db: WritableLedger,
  batch: BatchRow,
  reversedAccountId: number,
): Promise<MadeDocuments> {
  const [document] = await readAccountDocuments(db, reversedAccountId);
  if (document?.memoId != null) return await undoCredit(db, batch, document.memoId);
  if (document?.invoiceId != null) return await undoCharge(db, batch, document.invoiceId);
  return refuse('bulk-not-reversible', { batchId: batch.reversesBatchId ?? batch.batchId });
}

/**
 * An invoice of the whole credit: what is still open of it pays the invoice, the client owes what was spent already.
 * What an earlier reversal took is not taken twice. Refuses `credit-used` when all of it was.
 */
async function undoCredit(db: WritableLedger, batch: BatchRow, memoId: number): Promise<MadeDocuments> {
  const memo = await readManualCredit(db, memoId);
  if (!memo) throw new Error(`a batch without its memo ${memoId}`);
  const before = await readReversed(db, memoId);
  const reversedMinor = memo.totalMinor - before.totalMinor;
  if (reversedMinor <= 0) refuse('credit-used', { number: memo.number });
  const parts = planCreditReversal({ credit: memo, before, reversedMinor });
  const { reason, staffId } = batch;
  const { invoiceId } = await writeCreditReversal(db, {
    memo: { ...memo, nameFr: batch.label, nameEn: batch.label },
    memoId,
    parts,
    reason,
    staffId,
  });
  return { invoiceIds: [invoiceId], memoIds: [] };
}

/** Every item of the charge credited whole, a memo each. Refuses as `item.cancel`. */
async function undoCharge(db: WritableLedger, batch: BatchRow, invoiceId: number): Promise<MadeDocuments> {
  const items = (await readInvoiceItems(db, invoiceId)).filter(
    ({ creditedMinor, totalMinor }) => creditedMinor < totalMinor,
  );
  if (items.length === 0) refuse('nothing-to-credit', { leftMinor: 0 });
  const { reason, staffId } = batch;
  const { memos } = await cancelItems(
    db,
    { staffId, roles: ['supervisor'] },
    {
      items: items.map(({ itemId }) => ({ itemId })),
      reason,
    },
  );
  return { invoiceIds: [], memoIds: memos.map(({ memoId }) => memoId) };
}
