import {
  type BatchRow,
  readBatchAccounts,
  readBatchDocuments,
  readBatches,
  readBatchRefusals,
} from '../../ledger/bulk-store.ts';
import type { QueryHandler } from '../context.ts';
import { requireBatch } from './require-batch.ts';

const USUAL_LIMIT = 50;

export const listBulk: QueryHandler<'bulk.list'> = async ({ db }, { limit = USUAL_LIMIT }) => ({
  batches: (await readBatches(db, { batchId: null, limit })).map(batchHead),
});

/** A batch with what became of each account: its document, or why there is none. */
export const readBulk: QueryHandler<'bulk.read'> = async ({ db }, { batchId }) => {
  const batch = await requireBatch(db, batchId);
  const documents = Map.groupBy(await readBatchDocuments(db, batchId), ({ bulkAccountId }) => bulkAccountId);
  const refusals = await readBatchRefusals(db, batchId);
  const accounts = await readBatchAccounts(db, batchId);
  return {
    ...batchHead(batch),
    accounts: accounts.map(({ bulkAccountId, clientId, clientName, lines, state, totalMinor }) => ({
      clientId,
      clientName,
      people: lines.map(({ personName }) => personName),
      state,
      totalMinor,
      numbers: (documents.get(bulkAccountId) ?? []).map(({ number }) => number),
      refusal: refusals.get(bulkAccountId) ?? null,
    })),
  };
};

function batchHead(batch: BatchRow) {
  const { ledgerCode: _, taxMode: __, isRefundable: ___, staffId: ____, ...head } = batch;
  return head;
}
