import { refuse } from '../../../shared/domain/refusal.ts';
import { type BatchRow, readBatch } from '../../ledger/bulk-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';

/** Refuses `bulk-unknown`. */
export async function requireBatch(db: ReadableLedger, batchId: number): Promise<BatchRow> {
  return (await readBatch(db, batchId)) ?? refuse('bulk-unknown', { batchId });
}
