import { sumMinor } from './money.ts';
import { type RefundDestination, refundDestinations } from './refund-destination.ts';
import { type RefundGround, type RefundLine, refundMaximum, refundRule } from './refund-maximum.ts';
import { type RefundPlan, takeLines } from './refund-plan.ts';

/** One destination of a refund that goes several ways (domain.md B13). Cents. */
export interface PartAsked {
  destination: RefundDestination;
  amountMinor: number;
  /** Restricts this part to money of that payment. */
  originPaymentId?: number | undefined;
}

/**
 * From the way that the fewest payments can take to the one that the most can: whatever an earlier way may use, a
 * later one may use too, but for money that goes online. Planned in this order, no part takes what only another can.
 */
const NARROWEST_FIRST: readonly RefundDestination[] = ['online-card', 'echeck', 'terminal', 'cash', 'cheque'];

/** The parts in the order in which their sources are chosen; one that names its payment comes before one that does not. */
function narrowestFirst<P extends PartAsked>(parts: readonly P[]): P[] {
  const rank = ({ destination, originPaymentId }: P) =>
    NARROWEST_FIRST.indexOf(destination) * 2 + (originPaymentId === undefined ? 1 : 0);
  return [...parts].sort((one, other) => rank(one) - rank(other));
}

/** The ground with these lines reserved: what is left for the next part. */
function asIfHeld<G extends RefundGround>(ground: G, lines: readonly RefundLine[]): G {
  const sumOf = (isMeant: (line: RefundLine) => boolean) =>
    sumMinor(lines.filter(isMeant).map((line) => line.amountMinor));
  return {
    ...ground,
    sources: ground.sources.map((source) => {
      const isOwn = (line: RefundLine) => line.source.kind === source.kind && line.source.id === source.id;
      return {
        ...source,
        heldMinor: source.heldMinor + sumOf(isOwn),
        ...(source.funding && {
          funding: source.funding.map((part) => ({
            ...part,
            leftMinor:
              part.leftMinor - sumOf((line) => isOwn(line) && line.originPaymentId === part.paymentId),
          })),
        }),
      };
    }),
    origins: ground.origins.map((origin) => ({
      ...origin,
      heldMinor: origin.heldMinor + sumOf((line) => line.originPaymentId === origin.paymentId),
    })),
  };
}

/**
 * Plans each part on what the parts before it left, the narrowest way first; the plans come back in the order asked.
 * Refuses whatever `planOne` refuses.
 */
export function planParts<G extends RefundGround, P extends PartAsked>(
  ground: G,
  parts: readonly P[],
  planOne: (ground: G, part: P) => RefundPlan,
): RefundPlan[] {
  let rest = ground;
  const plans = new Map<P, RefundPlan>();
  for (const part of narrowestFirst(parts)) {
    const plan = planOne(rest, part);
    plans.set(part, plan);
    rest = asIfHeld(rest, plan.lines);
  }
  return parts.map((part) => {
    const plan = plans.get(part);
    if (!plan) throw new Error('a part that was not planned');
    return plan;
  });
}

/**
 * The natural split of an amount that came in several ways: each payment's money to the first way that is open to it,
 * online one payment at a time (settled.md 16, 39). Empty when one way takes all, or when some of it has no way.
 */
export function suggestParts(
  given: RefundGround & { amountMinor: number },
  isOpen: (destination: RefundDestination) => boolean,
): PartAsked[] {
  const { sources } = refundMaximum({ ...given, destination: undefined });
  const lines = takeLines(
    sources.flatMap((source) => source.lines),
    given.amountMinor,
  );
  const parts = new Map<string, PartAsked>();
  for (const line of lines) {
    const destination = usualWay(given, line, isOpen);
    if (!destination) return [];
    const isOnline = destination === 'online-card' || destination === 'echeck';
    const key = isOnline ? `${destination} ${line.originPaymentId}` : destination;
    const part = parts.get(key);
    parts.set(key, {
      destination,
      amountMinor: (part?.amountMinor ?? 0) + line.amountMinor,
      ...(isOnline ? { originPaymentId: line.originPaymentId } : {}),
    });
  }
  return parts.size > 1 ? narrowestFirst([...parts.values()]) : [];
}

function usualWay(
  given: RefundGround,
  line: RefundLine,
  isOpen: (destination: RefundDestination) => boolean,
): RefundDestination | undefined {
  const source = given.sources.find(({ kind, id }) => kind === line.source.kind && id === line.source.id);
  const origin = given.origins.find(({ paymentId }) => paymentId === line.originPaymentId);
  if (!source || !origin) throw new Error('a refund line without its source or origin');
  return refundDestinations(origin.method, origin)
    .map(({ destination }) => destination)
    .find((destination) => isOpen(destination) && refundRule(source, origin, destination).allowed);
}
