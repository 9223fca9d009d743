import type { DeskWhy, DestinationWhy } from '../../../shared/domain/refund-destination.ts';
import { refundWaysOut } from '../../../shared/domain/refund-plan.ts';
import { isReasonMute } from '../../../shared/domain/refund-reason.ts';
import { Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { hasRole } from '../../../shared/domain/staff-rights.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { type RefundClient, readRefundClient } from '../../ledger/refund-store.ts';
import type { TillSessionRow } from '../../ledger/till-store.ts';
import { planDrawerAmount } from '../../offline-refund/drawer-amount.ts';
import { placeHolds } from '../../offline-refund/hold.ts';
import { chooseTerminals } from '../../sale/choose-terminal.ts';
import { requireInDrawer } from '../../till/drawer.ts';
import { requireOpenSession } from '../../till/till-session.ts';
import type { RefundIntent } from '../approval/approval-intent.ts';
import type { CommandContext, CommandHandler } from '../context.ts';
import { cashRefundedOf } from './plan-refund.ts';
import { chooseLines, isOnline, whyDeskClosed } from './refund-choose.ts';
import { asIfReleased } from './refund-doubt.ts';
import { choiceOf, type Ground, isReceiptMissing, readGround } from './refund-ground.ts';
import { limitRefusal } from './refund-limit.ts';

type RefundInput = Omit<Parameters<CommandHandler<'refund.issue'>>[1], 'approvalId'>;

export interface PreparedRefund {
  readonly client: RefundClient;
  /** Null when the money goes back online or by cheque: no till is needed (settled.md 37). */
  readonly session: TillSessionRow | null;
  readonly intent: RefundIntent;
  /** Why this person may not do it without an approval; null when they may. */
  readonly needed: Refusal | null;
}

/**
 * Checks a refund and plans it whole, writing nothing: lines, way out, drawer, terminal, and whether it needs an
 * approval. With `heldBy`, the lines that this refund itself holds while it waits count as free.
 */
export async function prepareRefund(
  context: CommandContext,
  input: RefundInput,
  how: { heldBy?: number | undefined; mayNeed: boolean },
): Promise<PreparedRefund> {
  const { db, staff } = context;
  if (isReasonMute(input.reason, input.note)) refuse('reason-needed', { choices: [] });
  const client = await readRefundClient(db, input.clientId);
  if (!client) refuse('client-unknown', { clientId: input.clientId });
  if (isReceiptMissing(client, input))
    refuse('refund-source-unusable', { source: 'walk-in', why: 'receipt-needed' });
  const ground = asIfNotHeldBy(await readGround(db, client, db.localDate), how.heldBy);
  if (
    input.originPaymentId !== undefined &&
    !ground.origins.some(({ paymentId }) => paymentId === input.originPaymentId)
  )
    refuse('payment-unknown', { paymentId: input.originPaymentId });
  const { destination, amountMinor } = input;
  const asked = { ...choiceOf(input), destination, amountMinor };
  const plan = chooseLines(ground, asked);
  const closed = whyDeskClosed(ground, destination);
  if (closed) throw destinationRefusal(ground, asked, closed);
  const needed =
    plan.needsSupervisor && !hasRole(staff.roles, 'supervisor')
      ? destinationRefusal(ground, asked, 'cheque-not-cleared')
      : await limitRefusal(db, { staff, client, localDate: db.localDate, amountMinor });
  if (needed && !how.mayNeed) throw needed;
  if (isOnline(destination) && ground.gateway !== 'by-hand' && !context.gateway.hasKey())
    refuse('gateway-key-missing', {});
  const leavesDesk = isOnline(destination) || destination === 'cheque';
  const session = leavesDesk ? null : await requireOpenSession(db, input.tillId);
  const terminalId = session && destination === 'terminal' ? await requireTerminal(db, input, session) : null;
  const drawerMinor = destination === 'cash' ? planDrawerAmount(plan.lines, cashRefundedOf(ground)) : null;
  if (session && drawerMinor !== null)
    await requireInDrawer(db, {
      tillSessionId: session.tillSessionId,
      amountMinor: drawerMinor,
      roles: staff.roles,
    });
  const intent: RefundIntent = {
    action: 'refund',
    staffId: staff.staffId,
    clientId: client.clientId,
    amountMinor,
    destination,
    terminalId,
    tillId: session?.tillId ?? null,
    drawerMinor,
    reason: input.reason,
    note: input.note ?? '',
    sources: input.sources ?? null,
    originPaymentId: input.originPaymentId ?? null,
    lines: plan.lines.map(({ source, originPaymentId, amountMinor: lineMinor }) => ({
      memoId: source.kind === 'credit-memo' ? source.id : null,
      paymentId: source.kind === 'deposit' ? source.id : null,
      originPaymentId,
      amountMinor: lineMinor,
    })),
  };
  return { client, session, intent, needed };
}

/** Writes the refund's intent with its lines and their holds. */
export async function writeRefund(context: CommandContext, refund: PreparedRefund): Promise<number> {
  const { db, staff } = context;
  const { client, session, intent } = refund;
  const refundId = await db.insert('refund', {
    client_id: client.clientId,
    destination: intent.destination,
    amount_minor: intent.amountMinor,
    drawer_minor: intent.drawerMinor,
    reason: intent.reason,
    note: intent.note,
    terminal_id: intent.terminalId,
    till_session_id: session?.tillSessionId ?? null,
    language: client.language,
    staff_id: staff.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  const held = [];
  for (const line of intent.lines) {
    const refundLineId = await db.insert('refund_line', {
      refund_id: refundId,
      memo_id: line.memoId,
      payment_id: line.paymentId,
      origin_payment_id: line.originPaymentId,
      amount_minor: line.amountMinor,
    });
    held.push({ refundLineId, ...line });
  }
  await placeHolds(db, refundId, held);
  return refundId;
}

function asIfNotHeldBy(ground: Ground, refundId: number | undefined): Ground {
  if (refundId === undefined) return ground;
  const own = ground.openLines.filter((line) => line.refundId === refundId);
  const others = ground.openLines.filter((line) => line.refundId !== refundId);
  return asIfReleased({ ...ground, openLines: others }, own);
}

function destinationRefusal(
  ground: Ground,
  asked: { destination: string; amountMinor: number },
  why: DeskWhy | DestinationWhy,
): Refusal {
  const open = refundWaysOut({ ...ground, ...asked, destination: undefined }).filter(
    (way) => way.allowed && !way.needsSupervisor && whyDeskClosed(ground, way.destination) === null,
  );
  return new Refusal('refund-destination-refused', {
    destination: asked.destination,
    allowed: open.map((way) => way.destination).filter((way) => way !== asked.destination),
    why,
  });
}

async function requireTerminal(
  db: WritableLedger,
  input: RefundInput,
  session: TillSessionRow,
): Promise<number> {
  const { terminalId, amountMinor } = input;
  const leg = { method: 'terminal', amountMinor, ...(terminalId && { terminalId }) } as const;
  const [chosen] = await chooseTerminals(db, [leg], session.terminalId);
  if (chosen?.method !== 'terminal' || !chosen.terminalId) throw new Error('a terminal without its id');
  return chosen.terminalId;
}
