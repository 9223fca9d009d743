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

/** Ways out that this desk has: a card gateway and a list of cheques to issue come later. */
const DESK_CLOSED = { 'online-card': 'no-gateway', cheque: 'no-cheque-list' } as const;

/** Why the desk itself has no such way out, or null when it has. */
export function whyDeskClosed(destination: RefundDestination): DeskWhy | null {
  return destination === 'online-card' || destination === 'cheque' ? DESK_CLOSED[destination] : null;
}

/**
 * The lines of a refund, around whatever waits for an outcome. Refuses as `planRefund`, naming documents and only
 * ways out that the desk has; `refund-waits-for-outcome` when waiting is all that stops it.
 */
export function chooseLines(ground: Ground, asked: Asked): RefundPlan {
  const blocking = blockingLines(ground, asked.destination);
  try {
    return planRefund({ ...asked, ...withoutBlocked(ground, blocking) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (blocking.length > 0) requireNoWaiting(asIfReleased(ground, blocking), asked, blocking);
    return refuseInWords(error, ground);
  }
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
      allowed: allowed.filter((each) => whyDeskClosed(each as RefundDestination) === null),
      why,
    });
  }
  throw error;
}
