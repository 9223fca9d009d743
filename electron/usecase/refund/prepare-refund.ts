import type { DeskWhy, DestinationWhy } from '../../../shared/domain/refund-destination.ts';
import { type RefundPlan, refundWaysOut } from '../../../shared/domain/refund-plan.ts';
import { isReasonMute } from '../../../shared/domain/refund-reason.ts';
import { Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { hasRole } from '../../../shared/domain/staff-rights.ts';
import { type RefundClient, readRefundClient } from '../../ledger/refund-store.ts';
import type { TillSessionRow } from '../../ledger/till-store.ts';
import { planDrawerAmount } from '../../offline-refund/drawer-amount.ts';
import type { RefundIntent, RefundWay } from '../approval/approval-intent.ts';
import type { CommandContext, CommandHandler } from '../context.ts';
import { chooseParts, type PartInput, waysAsked } from './choose-parts.ts';
import { requireDesk } from './desk-ready.ts';
import { cashRefundedOf, lineRead } from './plan-refund.ts';
import { whyDeskClosed } from './refund-choose.ts';
import { asIfReleased } from './refund-doubt.ts';
import { choiceOf, type Ground, isReceiptMissing, readGround } from './refund-ground.ts';
import { limitRefusal } from './refund-limit.ts';

type RefundInput = Omit<Parameters<CommandHandler<'refund.issue'>>[1], 'approvalId'>;

/** One way out, planned, with the session of the till it needs. */
export interface PreparedWay {
  /** Null when the money goes back online or by cheque: no till is needed (settled.md 37). */
  readonly session: TillSessionRow | null;
  readonly planned: RefundWay;
}

export interface PreparedRefund {
  readonly client: RefundClient;
  readonly intent: RefundIntent;
  readonly ways: readonly PreparedWay[];
  /** Why this person may not do it without an approval; null when they may. */
  readonly needed: Refusal | null;
}

/**
 * Checks a refund and plans it whole, writing nothing: each way's lines, drawer and terminal, and whether it needs an
 * approval. With `heldBy`, the lines that these very refunds hold while they wait count as free.
 */
export async function prepareRefund(
  context: CommandContext,
  input: RefundInput,
  how: { heldBy?: readonly number[]; mayNeed: boolean },
): Promise<PreparedRefund> {
  const { db, staff } = context;
  if (isReasonMute(input.reason, input.note)) refuse('reason-needed', { choices: [] });
  const client = await readRefundClient(db, input.clientId);
  if (!client) refuse('client-unknown', { clientId: input.clientId });
  if (isReceiptMissing(client, input))
    refuse('refund-source-unusable', { source: 'walk-in', why: 'receipt-needed' });
  const asked = waysAsked(input);
  const ground = asIfNotHeldBy(await readGround(db, client, db.localDate), how.heldBy ?? []);
  for (const { originPaymentId } of [input, ...asked])
    if (
      originPaymentId !== undefined &&
      !ground.origins.some(({ paymentId }) => paymentId === originPaymentId)
    )
      refuse('payment-unknown', { paymentId: originPaymentId });
  const plans = chooseParts(ground, choiceOf(input), asked);
  for (const way of asked) {
    const closed = whyDeskClosed(ground, way.destination);
    if (closed) throw destinationRefusal(ground, { ...choiceOf(input), ...way }, closed);
  }
  const { amountMinor } = input;
  const risky = asked.find((_, index) => plans[index]?.needsSupervisor);
  const needed =
    risky && !hasRole(staff.roles, 'supervisor')
      ? destinationRefusal(ground, { ...choiceOf(input), ...risky }, 'cheque-not-cleared')
      : await limitRefusal(db, { staff, client, localDate: db.localDate, amountMinor });
  if (needed && !how.mayNeed) throw needed;
  const ways: PreparedWay[] = [];
  for (const [index, way] of asked.entries())
    ways.push(await prepareWay(context, { ground, input, way, plan: plans[index] }));
  const [first] = ways;
  if (!first) throw new Error('a refund without a way out');
  const about = {
    action: 'refund',
    staffId: staff.staffId,
    clientId: client.clientId,
    reason: input.reason,
    note: input.note ?? '',
    sources: input.sources ?? null,
  } as const;
  const originPaymentId = input.originPaymentId ?? null;
  if (ways.length === 1)
    return { client, ways, needed, intent: { ...about, ...first.planned, originPaymentId } };
  const tillId = ways.find(({ planned }) => planned.tillId !== null)?.planned.tillId ?? null;
  const whole = { amountMinor, destination: 'several', terminalId: null, tillId, drawerMinor: null };
  const parts = ways.map(({ planned }) => planned);
  return { client, ways, needed, intent: { ...about, ...whole, originPaymentId, lines: [], parts } };
}

interface WayToPrepare {
  ground: Ground;
  input: RefundInput;
  way: PartInput;
  plan: RefundPlan | undefined;
}

async function prepareWay(
  context: CommandContext,
  { ground, input, way, plan }: WayToPrepare,
): Promise<PreparedWay> {
  const { destination, amountMinor, terminalId, originPaymentId } = way;
  const lines = plan?.lines ?? [];
  const drawerMinor = destination === 'cash' ? planDrawerAmount(lines, cashRefundedOf(ground)) : null;
  const desk = await requireDesk(context, {
    destination,
    amountMinor,
    drawerMinor,
    terminalId,
    tillId: input.tillId,
    gateway: ground.gateway,
  });
  return {
    session: desk.session,
    planned: {
      amountMinor,
      destination,
      terminalId: desk.terminalId,
      tillId: desk.session?.tillId ?? null,
      drawerMinor,
      originPaymentId: originPaymentId ?? null,
      lines: lines.map(lineRead),
    },
  };
}

function asIfNotHeldBy(ground: Ground, refundIds: readonly number[]): Ground {
  const isOwn = (line: Ground['openLines'][number]) => refundIds.includes(line.refundId);
  const others = ground.openLines.filter((line) => !isOwn(line));
  return asIfReleased({ ...ground, openLines: others }, ground.openLines.filter(isOwn));
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
