import { sumMinor } from '../../../shared/domain/money.ts';
import type { DeskWhy, RefundDestination } from '../../../shared/domain/refund-destination.ts';
import type { RefundChoice, RefundLine } from '../../../shared/domain/refund-maximum.ts';
import { planRefund, type RefundPlan } from '../../../shared/domain/refund-plan.ts';
import { Refusal, refuse } from '../../../shared/domain/refusal.ts';
import type { OpenRefundLine } from '../../ledger/refund-store.ts';
import { asIfReleased, blockingLines, isSourceOf, withoutBlocked } from './refund-doubt.ts';
import type { Ground } from './refund-ground.ts';

interface Asked extends RefundChoice {
  amountMinor: number;
  destination: RefundDestination;
}

/** Why the desk itself has no such way out, or null when it has. */
export function whyDeskClosed(
  { gateway }: Pick<Ground, 'gateway'>,
  destination: RefundDestination,
): DeskWhy | null {
  return isOnline(destination) && gateway === 'none' ? 'no-gateway' : null;
}

/** Whether the money goes back by the gateway, or by a person at the processor's own pages. */
export function isOnline(destination: RefundDestination | string): boolean {
  return destination === 'online-card' || destination === 'echeck';
}

/**
 * The lines of a refund, around whatever waits for an outcome. Refuses as `planRefund`, naming documents and only
 * ways out that the desk has; `refund-one-payment` online; `refund-waits-for-outcome` when waiting is all that stops it.
 */
export function chooseLines(ground: Ground, asked: Asked): RefundPlan {
  const blocking = blockingLines(ground, asked.destination);
  try {
    const plan = planRefund({ ...asked, ...withoutBlocked(ground, blocking) });
    if (isOnline(asked.destination)) requireOnePayment(ground, plan.lines);
    return plan;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (blocking.length > 0) requireNoWaiting(asIfReleased(ground, blocking), asked, blocking);
    return refuseInWords(error, ground);
  }
}

/** A gateway gives back one charge at a time: the first payment's part passes (settled.md 39). */
function requireOnePayment(ground: Ground, lines: readonly RefundLine[]): void {
  const first = lines[0];
  const own = lines.filter((line) => line.originPaymentId === first?.originPaymentId);
  if (!first || own.length === lines.length) return;
  const origin = ground.origins.find(({ paymentId }) => paymentId === first.originPaymentId);
  refuse('refund-one-payment', {
    number: origin?.number ?? '',
    maximumMinor: sumMinor(own.map((line) => line.amountMinor)),
  });
}

function requireNoWaiting(hoped: Ground, asked: Asked, blocking: readonly OpenRefundLine[]): void {
  let lines: RefundLine[];
  try {
    lines = planRefund({ ...asked, ...hoped }).lines;
  } catch (error) {
    if (error instanceof Refusal) return;
    throw error;
  }
  const first =
    blocking.find((line) =>
      lines.some((each) => isSourceOf(line, each.source) || each.originPaymentId === line.originPaymentId),
    ) ?? blocking[0];
  if (first) refuse('refund-waits-for-outcome', { refundId: first.refundId, amountMinor: first.refundMinor });
}

function refuseInWords(error: Refusal, ground: Ground): never {
  if (error.code === 'refund-source-unusable') {
    const { source, why } = (error as Refusal<'refund-source-unusable'>).detail;
    const named = ground.sources.find((each) => `${each.kind}:${each.id}` === source);
    refuse('refund-source-unusable', { source: named?.number ?? source, why });
  }
  if (error.code === 'refund-destination-refused') {
    const { destination, allowed, why } = (error as Refusal<'refund-destination-refused'>).detail;
    refuse('refund-destination-refused', {
      destination,
      allowed: allowed.filter((each) => whyDeskClosed(ground, each as RefundDestination) === null),
      why,
    });
  }
  throw error;
}
