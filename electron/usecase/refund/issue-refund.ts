import { recordAudit } from '../../ledger/audit-event.ts';
import { prepareAttempt, startAttempt } from '../../offline-refund/start-attempt.ts';
import { nameAttempt } from '../../terminal/name-attempt.ts';
import { readGranted, requireApproval } from '../approval/require-approval.ts';
import type { LongCommand } from '../context.ts';
import { prepareRefund, writeRefund } from './prepare-refund.ts';

/**
 * Writes a refund's intent with its holds, or takes up the one that an approval lets through, then SENT; only after
 * that may the instruction be shown (settled.md 1). The stored answer is frozen: what becomes of it is read by
 * `refund.read` (settled.md 12).
 */
export const issueRefund: LongCommand<'refund.issue'> = {
  async run(context, { approvalId, ...input }) {
    const { db, staff, probe } = context;
    probe('refund:before-prepared');
    const approval = await readGranted(db, { approvalId, staff });
    const refund = await prepareRefund(context, input, {
      mayNeed: approval !== null,
      heldBy: approval?.refundId ?? undefined,
    });
    const { intent, session, needed } = refund;
    await requireApproval(db, { staff, intent, needed, approval });
    const refundId = approval?.refundId ?? (await writeRefund(context, refund));
    probe('refund:after-holds');
    const { driver, messageId } =
      intent.terminalId === null
        ? { driver: 'cash' as const, messageId: null }
        : await nameAttempt(db, intent.terminalId);
    const attemptId = await prepareAttempt(db, {
      reference: context.newReference(),
      direction: 'out',
      driver,
      refundId,
      saleId: null,
      clientId: intent.clientId,
      terminalId: intent.terminalId,
      tillSessionId: session.tillSessionId,
      amountMinor: intent.amountMinor,
      staffId: staff.staffId,
      messageId,
    });
    await recordAudit(db, {
      kind: 'refund.issued',
      staffId: staff.staffId,
      subject: `refund:${refundId}`,
      detail: {
        amountMinor: intent.amountMinor,
        drawerMinor: intent.drawerMinor,
        destination: intent.destination,
        ...(approval ? { approvalId: approval.approvalId, approverId: approval.approverId } : {}),
      },
    });
    probe('refund:before-prepared-commit');
    return { refundId, attemptId, state: 'prepared' };
  },
  async after(context, { refundId, attemptId }) {
    context.probe('refund:after-prepared');
    await startAttempt(context, attemptId);
    context.push({ type: 'refund-changed', refundId });
  },
};
