import { refuse } from '../../../shared/domain/refusal.ts';
import { readBatchAccounts } from '../../ledger/bulk-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireBatch } from './require-batch.ts';

/** Stops a batch before its next account: what was made stays, what waits is left out. */
export const cancelBulk: CommandHandler<'bulk.cancel'> = async ({ db, staff }, { batchId }) => {
  const batch = await requireBatch(db, batchId);
  if (batch.state !== 'running') refuse('bulk-not-running', { state: batch.state });
  const { staffId } = staff;
  const waiting = (await readBatchAccounts(db, batchId)).filter(({ state }) => state === 'waiting');
  for (const { bulkAccountId } of waiting) await db.move('bulk_account', bulkAccountId, 'left', { staffId });
  await db.move('bulk_batch', batchId, 'cancelled', { staffId, detail: { leftCount: waiting.length } });
  return { doneCount: batch.doneCount, leftCount: waiting.length };
};
