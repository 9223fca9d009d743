import type { DeskWhy, DestinationWhy } from '../../../shared/domain/refund-destination.ts';
import type { RefundLine } from '../../../shared/domain/refund-maximum.ts';
import { refundWaysOut } from '../../../shared/domain/refund-plan.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { hasRole } from '../../../shared/domain/staff-rights.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { readRefundClient } from '../../ledger/refund-store.ts';
import type { TillSessionRow } from '../../ledger/till-store.ts';
import { planDrawerAmount } from '../../offline-refund/drawer-amount.ts';
import { placeHolds } from '../../offline-refund/hold.ts';
import { prepareAttempt, startAttempt } from '../../offline-refund/start-attempt.ts';
import { chooseTerminals } from '../../sale/choose-terminal.ts';
import { requireInDrawer } from '../../till/drawer.ts';
import { requireOpenSession } from '../../till/till-session.ts';
import type { CommandContext, CommandHandler, LongCommand } from '../context.ts';
import { cashRefundedOf } from './plan-refund.ts';
import { chooseLines, whyDeskClosed } from './refund-choose.ts';
import { choiceOf, type Ground, isReceiptMissing, readGround } from './refund-ground.ts';
import { requireWithinLimit } from './refund-limit.ts';

type Input = Parameters<CommandHandler<'refund.issue'>>[1];

/**
 * Writes a refund's intent with its holds, then SENT; only after that may the instruction be shown (settled.md 1).
 * The stored answer is frozen: what becomes of it is read by `refund.read` (settled.md 12).
 */
export const issueRefund: LongCommand<'refund.issue'> = {
  async run(context, input) {
    const { db, staff, probe } = context;
    probe('refund:before-prepared');
    const { client, ground, lines } = await chooseRefund(context, input);
    const asked = { staff, client, localDate: db.localDate, amountMinor: input.amountMinor };
    await requireWithinLimit(db, asked);
    const session = await requireOpenSession(db, input.tillId);
    const terminalId = input.destination === 'terminal' ? await requireTerminal(db, input, session) : null;
    const drawerMinor = input.destination === 'cash' ? planDrawerAmount(lines, cashRefundedOf(ground)) : null;
    if (drawerMinor !== null)
      await requireInDrawer(db, {
        tillSessionId: session.tillSessionId,
        amountMinor: drawerMinor,
        roles: staff.roles,
      });
    const refundId = await db.insert('refund', {
      client_id: client.clientId,
      destination: input.destination,
      amount_minor: input.amountMinor,
      drawer_minor: drawerMinor,
      reason: input.reason,
      note: input.note ?? '',
      terminal_id: terminalId,
      till_session_id: session.tillSessionId,
      language: client.language,
      staff_id: staff.staffId,
      local_date: db.localDate,
      at: db.at,
    });
    await holdLines(db, refundId, lines);
    probe('refund:after-holds');
    const attemptId = await prepareAttempt(db, {
      reference: context.newReference(),
      direction: 'out',
      driver: input.destination === 'cash' ? 'cash' : 'standalone',
      refundId,
      saleId: null,
      clientId: client.clientId,
      terminalId,
      tillSessionId: session.tillSessionId,
      amountMinor: input.amountMinor,
      staffId: staff.staffId,
    });
    await recordAudit(db, {
      kind: 'refund.issued',
      staffId: staff.staffId,
      subject: `refund:${refundId}`,
      detail: { amountMinor: input.amountMinor, drawerMinor, destination: input.destination },
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

async function chooseRefund(context: CommandContext, input: Input) {
  const { db, staff } = context;
  const client = await readRefundClient(db, input.clientId);
  if (!client) refuse('client-unknown', { clientId: input.clientId });
  if (isReceiptMissing(client, input))
    refuse('refund-source-unusable', { source: 'walk-in', why: 'receipt-needed' });
  const ground = await readGround(db, client, db.localDate);
  if (
    input.originPaymentId !== undefined &&
    !ground.origins.some(({ paymentId }) => paymentId === input.originPaymentId)
  )
    refuse('payment-unknown', { paymentId: input.originPaymentId });
  const { destination, amountMinor } = input;
  const asked = { ...choiceOf(input), destination, amountMinor };
  const plan = chooseLines(ground, asked);
  const closed = whyDeskClosed(destination);
  if (closed) refuseDestination(ground, asked, closed);
  if (plan.needsSupervisor && !hasRole(staff.roles, 'supervisor'))
    refuseDestination(ground, asked, 'cheque-not-cleared');
  return { client, ground, lines: plan.lines };
}

function refuseDestination(
  ground: Ground,
  asked: { destination: string; amountMinor: number },
  why: DeskWhy | DestinationWhy,
) {
  const open = refundWaysOut({ ...ground, ...asked, destination: undefined }).filter(
    (way) => way.allowed && !way.needsSupervisor && whyDeskClosed(way.destination) === null,
  );
  refuse('refund-destination-refused', {
    destination: asked.destination,
    allowed: open.map((way) => way.destination).filter((way) => way !== asked.destination),
    why,
  });
}

async function requireTerminal(db: WritableLedger, input: Input, session: TillSessionRow): Promise<number> {
  const { terminalId, amountMinor } = input;
  const leg = { method: 'terminal', amountMinor, ...(terminalId && { terminalId }) } as const;
  const [chosen] = await chooseTerminals(db, [leg], session.terminalId);
  if (chosen?.method !== 'terminal' || !chosen.terminalId) throw new Error('a terminal without its id');
  return chosen.terminalId;
}

async function holdLines(db: WritableLedger, refundId: number, lines: readonly RefundLine[]): Promise<void> {
  const held = [];
  for (const { source, originPaymentId, amountMinor } of lines) {
    const memoId = source.kind === 'credit-memo' ? source.id : null;
    const paymentId = source.kind === 'deposit' ? source.id : null;
    const refundLineId = await db.insert('refund_line', {
      refund_id: refundId,
      memo_id: memoId,
      payment_id: paymentId,
      origin_payment_id: originPaymentId,
      amount_minor: amountMinor,
    });
    held.push({ refundLineId, memoId, paymentId, originPaymentId, amountMinor });
  }
  await placeHolds(db, refundId, held);
}
