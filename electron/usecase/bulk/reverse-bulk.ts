import { hash } from 'node:crypto';
import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { openBatch, readBatchAccounts } from '../../ledger/bulk-store.ts';
import type { LongCommand } from '../context.ts';
import { requireBatch } from './require-batch.ts';

/** Starts a batch that takes back every document of another, account by account, by counter-documents (domain.md B8). */
export const reverseBulk: LongCommand<'bulk.reverse'> = {
  run: async ({ db, staff }, { batchId, reason }) => {
    const batch = await requireBatch(db, batchId);
    if (batch.state === 'running') refuse('bulk-running', { batchId });
    if (batch.reversedByBatchId !== null)
      refuse('bulk-already-reversed', { batchId: batch.reversedByBatchId });
    const done = (await readBatchAccounts(db, batchId)).filter(({ state }) => state === 'done');
    if (batch.kind === 'reversal' || done.length === 0) refuse('bulk-not-reversible', { batchId });
    const counts = {
      peopleCount: sumMinor(done.map(({ lines }) => lines.length)),
      accountCount: done.length,
      totalMinor: sumMinor(done.map(({ totalMinor }) => totalMinor)),
    };
    const undoingId = await openBatch(
      db,
      {
        kind: 'reversal',
        label: batch.label,
        ledger_code: batch.ledgerCode,
        tax_mode: batch.taxMode,
        is_refundable: 0,
        reason,
        content_hash: hash('sha256', `reversal of ${batchId}`),
        people_count: counts.peopleCount,
        account_count: counts.accountCount,
        total_minor: counts.totalMinor,
        reverses_batch_id: batchId,
        staff_id: staff.staffId,
      },
      done.map((account) => ({ ...account, reversesAccountId: account.bulkAccountId })),
    );
    await recordAudit(db, {
      kind: 'bulk.reversed',
      staffId: staff.staffId,
      subject: `batch:${batchId}`,
      detail: { undoingId, reason },
    });
    return { batchId: undoingId, state: 'running', ...counts };
  },
  after: async ({ bulk }, { batchId }) => bulk.begin(batchId),
};
