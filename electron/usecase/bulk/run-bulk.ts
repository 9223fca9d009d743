import { hash } from 'node:crypto';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { canonicalText } from '../../../shared/domain/canonical-text.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { findSameBatch, openBatch } from '../../ledger/bulk-store.ts';
import type { LongCommand } from '../context.ts';
import { type PlannedBatch, planBatch } from './plan-batch.ts';

/**
 * Starts a batch (domain.md B8): its people and amounts are frozen here, its documents are made one account at a time
 * afterwards. The same people, amounts and label as a batch that stands are refused unless asked for again.
 */
export const runBulk: LongCommand<'bulk.run'> = {
  run: async ({ db, staff }, input) => {
    const planned = await planBatch(db, input, db.localDate);
    const { peopleCount, accountCount, totalMinor } = planned;
    const { expectedPeopleCount = peopleCount, expectedTotalMinor = totalMinor } = input;
    if (expectedPeopleCount !== peopleCount || expectedTotalMinor !== totalMinor)
      refuse('bulk-changed', { peopleCount, totalMinor });
    const contentHash = hash('sha256', contentOf(input, planned));
    const same = input.again ? undefined : await findSameBatch(db, contentHash);
    if (same) refuse('bulk-already-run', same);
    const { kind, label, ledgerCode, taxMode, reason, isRefundable = false } = input;
    const batchId = await openBatch(
      db,
      {
        kind,
        label,
        ledger_code: ledgerCode,
        tax_mode: taxMode,
        is_refundable: kind === 'credit' && isRefundable ? 1 : 0,
        reason,
        content_hash: contentHash,
        people_count: peopleCount,
        account_count: accountCount,
        total_minor: totalMinor,
        reverses_batch_id: null,
        staff_id: staff.staffId,
      },
      planned.accounts,
    );
    await recordAudit(db, {
      kind: 'bulk.started',
      staffId: staff.staffId,
      subject: `batch:${batchId}`,
      detail: { kind, peopleCount, accountCount, totalMinor, reason },
    });
    return { batchId, state: 'running', peopleCount, accountCount, totalMinor };
  },
  after: async ({ bulk }, { batchId }) => bulk.begin(batchId),
};

/** What makes two batches the same: who, how much, and the words of the line; never why. */
function contentOf(input: ParsedInput<'bulk.run'>, { accounts }: PlannedBatch): string {
  const { kind, label, ledgerCode, taxMode } = input;
  const people = accounts.flatMap(({ lines }) =>
    lines.map(({ personId, totalMinor }) => ({ personId, totalMinor })),
  );
  people.sort((a, b) => a.personId - b.personId);
  return canonicalText({ kind, label, ledgerCode, taxMode, people });
}
