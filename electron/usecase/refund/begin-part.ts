import { refuse } from '../../../shared/domain/refusal.ts';
import { readApprovalOfRefund } from '../../ledger/approval-store.ts';
import { readAttemptsOfRefund } from '../../ledger/attempt-store.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readGateway } from '../../ledger/gateway-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { isPart } from '../../ledger/refund-part-store.ts';
import {
  type RefundRow,
  readOpenRefundLines,
  readRefund,
  readRefundLines,
} from '../../ledger/refund-store.ts';
import { readTillOfSession } from '../../ledger/till-store.ts';
import { startAttempt } from '../../offline-refund/start-attempt.ts';
import type { LongCommand } from '../context.ts';
import { requireDesk } from './desk-ready.ts';
import { openAttempt } from './open-attempt.ts';
import { conflictOf } from './refund-doubt.ts';

/**
 * Begins a part of a refund that goes several ways. Its lines were chosen and held when the refund was issued, so that
 * another part in doubt does not stop it; only a contradiction on the account does, until it is settled (settled.md 8).
 */
export const beginPart: LongCommand<'refund.begin'> = {
  async run(context, { refundId }) {
    const { db, staff, probe } = context;
    probe('refund:before-prepared');
    const refund = await readRefund(db, refundId);
    if (!refund) refuse('refund-unknown', { refundId });
    await requireToBegin(db, refund);
    const { destination, amountMinor, drawerMinor, clientId } = refund;
    const desk = await requireDesk(context, {
      destination,
      amountMinor,
      drawerMinor,
      terminalId: refund.terminalId ?? undefined,
      tillId: refund.tillSessionId === null ? undefined : await readTillOfSession(db, refund.tillSessionId),
      gateway: (await readGateway(db)).kind,
    });
    const [line] = await readRefundLines(db, refundId);
    const attemptId = await openAttempt(context, {
      refundId,
      clientId,
      destination,
      amountMinor,
      terminalId: desk.terminalId,
      tillSessionId: desk.session?.tillSessionId ?? null,
      originPaymentId: line?.originPaymentId ?? 0,
    });
    await recordAudit(db, {
      kind: 'refund.begun',
      staffId: staff.staffId,
      subject: `refund:${refundId}`,
      detail: { amountMinor, drawerMinor, destination },
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

/** A part that nobody has begun, whose approval, where it needed one, was used; refuses `refund-not-to-begin`. */
export async function requireToBegin(db: WritableLedger, refund: RefundRow): Promise<void> {
  const { refundId, clientId } = refund;
  const [attempt] = await readAttemptsOfRefund(db, refundId);
  if (attempt) refuse('refund-not-to-begin', { refundId });
  const isWaiting = refund.destination !== 'cheque' && (await isPart(db, refundId));
  if (!isWaiting) refuse('refund-not-to-begin', { refundId });
  const approval = await readApprovalOfRefund(db, refundId);
  if (approval && approval.state !== 'used') refuse('refund-not-to-begin', { refundId });
  const conflict = conflictOf(await readOpenRefundLines(db), clientId);
  if (conflict)
    refuse('refund-waits-for-outcome', { refundId: conflict.refundId, amountMinor: conflict.refundMinor });
}
