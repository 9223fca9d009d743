import type { ApprovalState } from '../../../shared/domain/process-edges.ts';
import { type ApprovalRow, readApproval, readOverdueApprovals } from '../../ledger/approval-store.ts';
import type { Ledger, WritableLedger } from '../../ledger/ledger.ts';
import { readPartIds } from '../../ledger/refund-part-store.ts';
import { endHolds } from '../../offline-refund/hold.ts';

/** Ends an approval that will not be used; what its intent held is free again (settled.md 13). */
export async function endApproval(
  db: WritableLedger,
  approval: ApprovalRow,
  to: Extract<ApprovalState, 'refused' | 'withdrawn' | 'lapsed'>,
  staffId: number | null,
): Promise<void> {
  await db.move('approval', approval.approvalId, to, { staffId });
  if (approval.refundId === null) return;
  for (const refundId of await readPartIds(db, approval.refundId))
    await endHolds(db, refundId, new Set(), staffId);
}

/** Before each call: whose time is over has lapsed, so that no call ever meets one that only looks alive. */
export async function lapseApprovals(ledger: Ledger, at: string): Promise<void> {
  if (ledger.status().readOnly !== null) return;
  const overdue = await ledger.read((db) => readOverdueApprovals(db, at));
  if (overdue.length === 0) return;
  await ledger.write(async (db) => {
    for (const approvalId of await readOverdueApprovals(db, db.at)) {
      const approval = await readApproval(db, approvalId);
      if (approval) await endApproval(db, approval, 'lapsed', null);
    }
  });
}
