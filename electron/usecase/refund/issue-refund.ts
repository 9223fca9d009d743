import type { RefundDestination } from '../../../shared/domain/refund-destination.ts';
import type { ApprovalRow } from '../../ledger/approval-store.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readPartIds } from '../../ledger/refund-part-store.ts';
import { startAttempt } from '../../offline-refund/start-attempt.ts';
import { readGranted, requireApproval } from '../approval/require-approval.ts';
import type { CommandContext, LongCommand } from '../context.ts';
import { openAttempt } from './open-attempt.ts';
import { type PreparedWay, prepareRefund } from './prepare-refund.ts';
import { writeRefund } from './write-refund.ts';

/**
 * Writes a refund's intent with its holds, or takes up the one that an approval lets through, then SENT; only after
 * that may the instruction be shown (settled.md 1). A cheque has no instruction: it joins the list of cheques to issue,
 * and its attempt begins and ends when its number is typed (settled.md 6). Of a refund that goes several ways the first
 * is begun here, the others by `refund.begin`, all held from now on. The stored answer is frozen: what becomes of it is
 * read by `refund.read` (settled.md 12).
 */
export const issueRefund: LongCommand<'refund.issue'> = {
  async run(context, { approvalId, ...input }) {
    const { db, staff, probe } = context;
    probe('refund:before-prepared');
    const approval = await readGranted(db, { approvalId, staff });
    const waiting = approval?.refundId ? await readPartIds(db, approval.refundId) : null;
    const refund = await prepareRefund(context, input, {
      mayNeed: approval !== null,
      heldBy: waiting ?? [],
    });
    const { intent, needed, ways } = refund;
    await requireApproval(db, { staff, intent, needed, approval });
    const refundIds = waiting ?? (await writeRefund(context, refund));
    probe('refund:after-holds');
    const issued = ways.map((way, index) => ({ ...way, refundId: refundIds[index] ?? 0 }));
    for (const each of issued) await recordIssued(context, { ...each, approval });
    const [first] = issued;
    if (!first) throw new Error('a refund without a way out');
    const parts = issued.map(({ refundId, planned: { destination, amountMinor } }) => ({
      refundId,
      destination: destination as RefundDestination,
      amountMinor,
    }));
    const told = { refundId: first.refundId, ...(parts.length > 1 ? { parts } : {}) };
    if (first.planned.destination === 'cheque') return { ...told, attemptId: null, state: 'to-issue' };
    const attemptId = await openAttempt(context, {
      ...first.planned,
      refundId: first.refundId,
      clientId: intent.clientId,
      tillSessionId: first.session?.tillSessionId ?? null,
      originPaymentId: first.planned.lines[0]?.originPaymentId ?? 0,
    });
    probe('refund:before-prepared-commit');
    return { ...told, attemptId, state: 'prepared' };
  },
  async after(context, { refundId, attemptId }) {
    context.probe('refund:after-prepared');
    if (attemptId !== null) await startAttempt(context, attemptId);
    context.push({ type: 'refund-changed', refundId });
  },
};

async function recordIssued(
  { db, staff }: CommandContext,
  issued: PreparedWay & { refundId: number; approval: ApprovalRow | null },
): Promise<void> {
  const { refundId, planned, approval } = issued;
  await recordAudit(db, {
    kind: 'refund.issued',
    staffId: staff.staffId,
    subject: `refund:${refundId}`,
    detail: {
      amountMinor: planned.amountMinor,
      drawerMinor: planned.drawerMinor,
      destination: planned.destination,
      ...(approval ? { approvalId: approval.approvalId, approverId: approval.approverId } : {}),
    },
  });
}
