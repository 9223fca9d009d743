import { refuse } from '../../../shared/domain/refusal.ts';
import { type BatchAccountRow, type BatchRow, readBatch, readNextAccount } from '../../ledger/bulk-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { type MadeDocuments, writeBulkCharge, writeBulkCredit } from './bulk-documents.ts';
import { undoBulkAccount } from './undo-bulk-account.ts';

/** The account that a step is about; kept outside the transaction, so that a refusal can be noted in one of its own. */
export interface StepSubject {
  bulkAccountId: number | null;
}

/**
 * Makes the documents of the next account that waits, in the caller's transaction, whole or not at all; false when the
 * batch has ended. Throws the account's refusal: the caller notes it with `refuseAccount` once this is rolled back.
 */
export async function takeBulkStep(
  db: WritableLedger,
  batchId: number,
  subject: StepSubject,
): Promise<boolean> {
  const batch = await readBatch(db, batchId);
  if (batch?.state !== 'running') return false;
  const account = await readNextAccount(db, batchId);
  if (!account) {
    await db.move('bulk_batch', batchId, 'done', { staffId: batch.staffId });
    return false;
  }
  subject.bulkAccountId = account.bulkAccountId;
  const { bulkAccountId } = account;
  const made = await makeDocuments(db, batch, account);
  const document = { bulk_account_id: bulkAccountId, invoice_id: null, memo_id: null };
  for (const invoiceId of made.invoiceIds)
    await db.insert('bulk_document', { ...document, invoice_id: invoiceId });
  for (const memoId of made.memoIds) await db.insert('bulk_document', { ...document, memo_id: memoId });
  await db.move('bulk_account', bulkAccountId, 'done', { staffId: batch.staffId });
  return true;
}

async function makeDocuments(
  db: WritableLedger,
  batch: BatchRow,
  account: BatchAccountRow,
): Promise<MadeDocuments> {
  if (batch.kind === 'credit') return await writeBulkCredit(db, batch, account);
  if (batch.kind === 'charge') return await writeBulkCharge(db, batch, account);
  if (account.reversesAccountId === null) refuse('bulk-not-reversible', { batchId: batch.batchId });
  return await undoBulkAccount(db, batch, account.reversesAccountId);
}

/** Notes why an account was left out, when nothing of it was written. */
export async function refuseAccount(
  db: WritableLedger,
  bulkAccountId: number,
  refusal: { code: string; detail: object },
): Promise<void> {
  const { code, detail } = refusal;
  await db.move('bulk_account', bulkAccountId, 'refused', { detail: { code, detail } });
}
