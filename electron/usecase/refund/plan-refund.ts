import { sumMinor } from '../../../shared/domain/money.ts';
import type { DeskWhy, RefundDestination } from '../../../shared/domain/refund-destination.ts';
import type { RefundChoice, RefundLine, SourceMaximum } from '../../../shared/domain/refund-maximum.ts';
import { refundMaximum } from '../../../shared/domain/refund-maximum.ts';
import { refundWaysOut } from '../../../shared/domain/refund-plan.ts';
import { type PartAsked, suggestParts } from '../../../shared/domain/refund-split.ts';
import { Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { readBalance } from '../../ledger/client-account.ts';
import { readRefundClient } from '../../ledger/refund-store.ts';
import { planDrawerAmount } from '../../offline-refund/drawer-amount.ts';
import type { QueryHandler } from '../context.ts';
import { chooseParts, waysAsked } from './choose-parts.ts';
import { chooseLines, whyDeskClosed } from './refund-choose.ts';
import { blockingLines, isSourceOf, withoutBlocked } from './refund-doubt.ts';
import { choiceOf, type Ground, type GroundOrigin, isReceiptMissing, readGround } from './refund-ground.ts';
import { readLimitLeft } from './refund-limit.ts';

/** The most that can go back and why not more, source by source, and each way out with what it asks for. */
export const planRefundQuery: QueryHandler<'refund.plan'> = async (context, input) => {
  const { db, staff, localDate } = context;
  const client = await readRefundClient(db, input.clientId);
  if (!client) refuse('client-unknown', { clientId: input.clientId });
  const needsReceipt = isReceiptMissing(client, input);
  const whole = await readGround(db, client, localDate);
  const ground = needsReceipt ? { ...whole, sources: [] } : whole;
  const choice = choiceOf(input);
  if (
    input.originPaymentId !== undefined &&
    !ground.origins.some(({ paymentId }) => paymentId === input.originPaymentId)
  )
    refuse('payment-unknown', { paymentId: input.originPaymentId });
  const free = withoutBlocked(ground, blockingLines(ground, undefined));
  const maximum = refundMaximum({ ...free, ...choice });
  const amountMinor = input.amountMinor ?? maximum.maximumMinor;
  if (amountMinor > maximum.maximumMinor)
    refuse('refund-exceeds-refundable', { maximumMinor: maximum.maximumMinor });
  const isWaiting = (source: SourceMaximum) =>
    source.why !== null &&
    blockingLines(ground, undefined).some(
      (line) =>
        isSourceOf(line, source) ||
        originsOf(ground, source).some((origin) => origin.paymentId === line.originPaymentId),
    );
  const destinations = planWaysOut(ground, free, choice, amountMinor);
  const way = destinations.find((each) => each.allowed);
  return {
    clientId: client.clientId,
    maximumMinor: maximum.maximumMinor,
    maximumWhy: needsReceipt
      ? 'receipt-needed'
      : maximum.sources.some(isWaiting)
        ? 'outcome-awaited'
        : maximum.why,
    sources: maximum.sources.map((source) => {
      const known = ground.sources.find((each) => each.kind === source.kind && each.id === source.id);
      if (!known) throw new Error('a planned source that is not on the account');
      return {
        kind: source.kind,
        memoId: source.kind === 'credit-memo' ? source.id : null,
        paymentId: source.kind === 'deposit' ? source.id : null,
        number: known.number,
        at: known.at,
        openMinor: source.openMinor,
        heldMinor: known.heldMinor,
        maximumMinor: source.maximumMinor,
        why: isWaiting(source) ? 'outcome-awaited' : source.why,
        origins: originsOf(ground, source).map((origin) => ({
          ...originRead(origin),
          maximumMinor: sumMinor(
            source.lines
              .filter((line) => line.originPaymentId === origin.paymentId)
              .map((line) => line.amountMinor),
          ),
        })),
      };
    }),
    destinations: destinations.map(({ lines: _lines, ...destination }) => destination),
    lines: (way?.lines ?? []).map(lineRead),
    parts: planParts(ground, free, choice, { ...input, amountMinor }),
    limitMinor: await readLimitLeft(db, { staff, client, localDate }),
    balanceMinor: await readBalance(db, client.clientId),
  };
};

const WHY_NOT: Readonly<Record<string, DeskWhy>> = {
  'too-small-for-cash': 'too-small-for-cash',
  'refund-one-payment': 'one-payment-at-a-time',
};

function planWaysOut(ground: Ground, free: Ground, choice: RefundChoice, amountMinor: number) {
  const asked = { ...free, ...choice, ...(amountMinor > 0 ? { amountMinor } : {}) };
  return refundWaysOut(asked).map((way) => {
    const { destination, needsReason, needsSupervisor } = way;
    const shut = (why: string | null) => ({
      destination,
      allowed: false,
      needsReason,
      needsSupervisor,
      why,
      drawerMinor: null,
      lines: null,
    });
    if (!way.allowed) return shut(way.why);
    const closed = whyDeskClosed(ground, destination);
    if (closed) return shut(closed);
    try {
      const { lines } = chooseLines(ground, { ...choice, destination, amountMinor });
      const drawerMinor = destination === 'cash' ? planDrawerAmount(lines, cashRefundedOf(ground)) : null;
      return { destination, allowed: true, needsReason, needsSupervisor, why: way.why, drawerMinor, lines };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return shut(WHY_NOT[error.code] ?? 'outcome-awaited');
    }
  });
}

/** A planned line as the contract shows it. */
export function lineRead({ source, originPaymentId, amountMinor }: RefundLine) {
  return {
    memoId: source.kind === 'credit-memo' ? source.id : null,
    paymentId: source.kind === 'deposit' ? source.id : null,
    originPaymentId,
    amountMinor,
  };
}

/** The ways that were asked, planned; else the natural split, where money came in several ways and all of it passes. */
function planParts(
  ground: Ground,
  free: Ground,
  choice: RefundChoice,
  asked: { amountMinor: number; parts?: PartAsked[] | undefined },
) {
  const { amountMinor, parts } = asked;
  if (parts) return partsRead(ground, choice, waysAsked({ amountMinor, parts }));
  const isOpen = (destination: RefundDestination) => whyDeskClosed(ground, destination) === null;
  try {
    return partsRead(ground, choice, suggestParts({ ...free, ...choice, amountMinor }, isOpen));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [];
  }
}

function partsRead(ground: Ground, choice: RefundChoice, parts: readonly PartAsked[]) {
  return chooseParts(ground, choice, parts).map((plan, index) => {
    const part = parts[index];
    if (!part) throw new Error('a plan without its part');
    const { destination, amountMinor, originPaymentId } = part;
    const { lines, needsReason, needsSupervisor } = plan;
    return {
      destination,
      amountMinor,
      ...(originPaymentId === undefined ? {} : { originPaymentId }),
      drawerMinor: destination === 'cash' ? planDrawerAmount(lines, cashRefundedOf(ground)) : null,
      needsReason,
      needsSupervisor,
      lines: lines.map(lineRead),
    };
  });
}

/** What each payment gave back in cash already: the base of the next rounding. */
export function cashRefundedOf(ground: Ground): (originPaymentId: number) => number {
  return (id) => ground.origins.find(({ paymentId }) => paymentId === id)?.refundedInCashMinor ?? 0;
}

/** An origin as the contract shows it; the most it gives is the caller's. */
export function originRead(origin: GroundOrigin) {
  const { paymentId, number, method, at, amountMinor, refundedMinor, heldMinor } = origin;
  const { cardBrand, cardLast4, cardStatus, approvalCode } = origin;
  return {
    paymentId,
    number,
    method,
    at,
    amountMinor,
    refundedMinor,
    heldMinor,
    cardBrand,
    cardLast4,
    cardStatus: cardStatus ?? null,
    approvalCode,
  };
}

function originsOf(ground: Ground, source: SourceMaximum): GroundOrigin[] {
  if (source.kind === 'deposit') return ground.origins.filter(({ paymentId }) => paymentId === source.id);
  const known = ground.sources.find((each) => each.kind === source.kind && each.id === source.id);
  const funding = known?.funding ?? source.lines.map((line) => ({ paymentId: line.originPaymentId }));
  return ground.origins.filter(({ paymentId }) => funding.some((part) => part.paymentId === paymentId));
}
