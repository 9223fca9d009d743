import type { SavedMethodKind } from '../../../shared/domain/saved-method.ts';
import type { ApprovalRow } from '../../ledger/approval-store.ts';
import type { AttemptDriver } from '../../ledger/attempt-store.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { insertGatewayAttempt, readCharge } from '../../ledger/gateway-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { prepareAttempt, startAttempt } from '../../offline-refund/start-attempt.ts';
import { requireGatewayDriver } from '../../sale/choose-saved-method.ts';
import { nameAttempt } from '../../terminal/name-attempt.ts';
import type { RefundIntent } from '../approval/approval-intent.ts';
import { readGranted, requireApproval } from '../approval/require-approval.ts';
import type { CommandContext, LongCommand } from '../context.ts';
import { prepareRefund, writeRefund } from './prepare-refund.ts';
import { isOnline } from './refund-choose.ts';

interface Way {
  driver: AttemptDriver;
  messageId: string | null;
  /** Online: what it gives back. */
  charge?: { kind: SavedMethodKind; savedMethodId: number | null; chargeReference: string | null };
}

/** Who moves the money: a terminal, the drawer, or the gateway; a charge that no gateway made is given back by hand. */
async function chooseDriver(db: WritableLedger, intent: RefundIntent): Promise<Way> {
  if (intent.terminalId !== null) return await nameAttempt(db, intent.terminalId);
  if (!isOnline(intent.destination)) return { driver: 'cash', messageId: null };
  const paidBy = await readCharge(db, intent.lines[0]?.originPaymentId ?? 0);
  const isAsked = paidBy !== undefined && (await requireGatewayDriver(db)) === 'gateway';
  return {
    driver: isAsked ? 'gateway' : 'by-hand',
    messageId: null,
    charge: {
      kind: intent.destination === 'echeck' ? 'bank' : 'card',
      savedMethodId: paidBy?.savedMethodId ?? null,
      chargeReference: paidBy?.reference ?? null,
    },
  };
}

/**
 * Writes a refund's intent with its holds, or takes up the one that an approval lets through, then SENT; only after
 * that may the instruction be shown (settled.md 1). A cheque has no instruction: it joins the list of cheques to issue,
 * and its attempt begins and ends when its number is typed (settled.md 6). The stored answer is frozen: what becomes of
 * it is read by `refund.read` (settled.md 12).
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
    if (intent.destination === 'cheque') {
      await recordIssued(context, { refundId, intent, approval });
      return { refundId, attemptId: null, state: 'to-issue' };
    }
    const way = await chooseDriver(db, intent);
    const attemptId = await prepareAttempt(db, {
      reference: context.newReference(),
      direction: 'out',
      driver: way.driver,
      refundId,
      saleId: null,
      clientId: intent.clientId,
      terminalId: intent.terminalId,
      tillSessionId: session?.tillSessionId ?? null,
      amountMinor: intent.amountMinor,
      staffId: staff.staffId,
      messageId: way.messageId,
    });
    if (way.charge) await insertGatewayAttempt(db, { attemptId, ...way.charge });
    await recordIssued(context, { refundId, intent, approval });
    probe('refund:before-prepared-commit');
    return { refundId, attemptId, state: 'prepared' };
  },
  async after(context, { refundId, attemptId }) {
    context.probe('refund:after-prepared');
    if (attemptId !== null) await startAttempt(context, attemptId);
    context.push({ type: 'refund-changed', refundId });
  },
};

async function recordIssued(
  { db, staff }: CommandContext,
  issued: { refundId: number; intent: RefundIntent; approval: ApprovalRow | null },
): Promise<void> {
  const { refundId, intent, approval } = issued;
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
}
