import { sumMinor } from '../../../shared/domain/money.ts';
import type { RefundDestination } from '../../../shared/domain/refund-destination.ts';
import { type RefundChoice, refundMaximum } from '../../../shared/domain/refund-maximum.ts';
import type { RefundPlan } from '../../../shared/domain/refund-plan.ts';
import { type PartAsked, planParts } from '../../../shared/domain/refund-split.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { chooseLines } from './refund-choose.ts';
import type { Ground } from './refund-ground.ts';

/** A way out as a command brings it. */
export interface PartInput extends PartAsked {
  terminalId?: number | undefined;
}

interface WaysInput {
  amountMinor: number;
  destination?: RefundDestination | undefined;
  terminalId?: number | undefined;
  parts?: readonly PartInput[] | undefined;
}

/**
 * The ways out that were asked: one, or several that sum to the amount and differ.
 * Refuses `refund-parts-differ`, `refund-way-twice`, and `invalid-input` without a way or with both forms.
 */
export function waysAsked(input: WaysInput): PartInput[] {
  const { amountMinor, destination, terminalId, parts } = input;
  if ((destination === undefined) === (parts === undefined))
    refuse('invalid-input', {
      issues: [{ path: 'destination', problem: parts ? 'one-action' : 'required' }],
    });
  if (destination !== undefined)
    return [{ destination, amountMinor, ...(terminalId === undefined ? {} : { terminalId }) }];
  const ways = parts ?? [];
  const partsMinor = sumMinor(ways.map((part) => part.amountMinor));
  if (partsMinor !== amountMinor) refuse('refund-parts-differ', { amountMinor, partsMinor });
  const seen = new Set<string>();
  for (const part of ways) {
    const way = wayOf(part);
    if (seen.has(way)) refuse('refund-way-twice', { destination: part.destination });
    seen.add(way);
  }
  return ways.map((part) => ({ ...(terminalId === undefined ? {} : { terminalId }), ...part }));
}

/** Cash leaves a drawer once, so that its rounding does (settled.md 19); other ways may differ by what they give back. */
function wayOf({ destination, terminalId, originPaymentId }: PartInput): string {
  return destination === 'cash' ? destination : [destination, terminalId, originPaymentId].join(' ');
}

/**
 * The lines of each way, in the order asked: no way takes money that only another one could, and each takes first what
 * came in that very way. Refuses as `chooseLines`.
 */
export function chooseParts(ground: Ground, choice: RefundChoice, ways: readonly PartInput[]): RefundPlan[] {
  const [only] = ways;
  if (only && ways.length === 1) return [chooseLines(ground, { ...only, ...choice })];
  const { maximumMinor } = refundMaximum({ ...ground, ...choice });
  if (sumMinor(ways.map((way) => way.amountMinor)) > maximumMinor)
    refuse('refund-exceeds-refundable', { maximumMinor });
  return planParts(ground, ways, (rest, way) => {
    const originPaymentId = choice.originPaymentId ?? way.originPaymentId;
    return chooseLines(rest, { ...choice, ...way, originPaymentId, isPart: true });
  });
}
