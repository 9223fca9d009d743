import { requirePositive } from './money.ts';
import {
  type DestinationRule,
  REFUND_DESTINATIONS,
  type RefundDestination,
  refundDestinations,
} from './refund-destination.ts';
import {
  type RefundGround,
  type RefundLine,
  type RefundMaximum,
  refundMaximum,
  refundRule,
} from './refund-maximum.ts';
import { refuse } from './refusal.ts';

export interface RefundPlan {
  lines: RefundLine[];
  /** The clerk must say why the money does not go back the way it came. */
  needsReason: boolean;
  needsSupervisor: boolean;
}

/** The first `amountMinor` of the lines, in their order. */
export function takeLines(lines: readonly RefundLine[], amountMinor: number): RefundLine[] {
  let restMinor = amountMinor;
  return lines.flatMap((line) => {
    const takenMinor = Math.min(restMinor, line.amountMinor);
    restMinor -= takenMinor;
    return takenMinor > 0 ? [{ ...line, amountMinor: takenMinor }] : [];
  });
}

/**
 * Which sources and origins an amount comes from, oldest source first (domain.md B13).
 * Refuses `refund-exceeds-refundable` with the most that would pass, `refund-source-unusable` for a chosen
 * source that gives nothing, `refund-destination-refused` with the ways out that would take the whole amount.
 */
export function planRefund(
  given: RefundGround & { amountMinor: number; destination: RefundDestination },
): RefundPlan {
  const amountMinor = requirePositive(given.amountMinor);
  const anyWay = refundMaximum({ ...given, destination: undefined });
  for (const chosen of given.onlySources ?? []) {
    const source = anyWay.sources.find((each) => each.kind === chosen.kind && each.id === chosen.id);
    if (!source || source.maximumMinor === 0) {
      refuse('refund-source-unusable', {
        source: `${chosen.kind}:${chosen.id}`,
        why: source?.why ?? 'nothing-open',
      });
    }
  }
  if (amountMinor > anyWay.maximumMinor) {
    refuse('refund-exceeds-refundable', { maximumMinor: anyWay.maximumMinor });
  }
  const thisWay = refundMaximum(given);
  if (amountMinor > thisWay.maximumMinor) {
    const allowed = REFUND_DESTINATIONS.filter(
      (destination) => refundMaximum({ ...given, destination }).maximumMinor >= amountMinor,
    );
    refuse('refund-destination-refused', {
      destination: given.destination,
      allowed,
      why: whyRefused(given, anyWay) ?? 'destination',
    });
  }
  const inOrder = thisWay.sources.flatMap((source) => source.lines);
  const lines = takeLines(given.isPart ? leastAskedFirst(given, inOrder) : inOrder, amountMinor);
  const rules = lines.map((line) => lineRule(given, line, given.destination));
  return {
    lines,
    needsReason: rules.some((rule) => rule.needsReason),
    needsSupervisor: rules.some((rule) => rule.needsSupervisor),
  };
}

/** Money that came in this very way first, then what may go without more, then what asks for a reason or a supervisor. */
function leastAskedFirst(
  given: RefundGround & { destination: RefundDestination },
  lines: readonly RefundLine[],
): RefundLine[] {
  const rank = (line: RefundLine) => {
    const origin = given.origins.find(({ paymentId }) => paymentId === line.originPaymentId);
    if (origin?.method === given.destination) return 0;
    const rule = lineRule(given, line, given.destination);
    return rule.needsSupervisor ? 3 : rule.needsReason ? 2 : 1;
  };
  return [...lines].sort((one, other) => rank(one) - rank(other));
}

function lineRule(given: RefundGround, line: RefundLine, destination: RefundDestination): DestinationRule {
  const source = given.sources.find(({ kind, id }) => kind === line.source.kind && id === line.source.id);
  const origin = given.origins.find(({ paymentId }) => paymentId === line.originPaymentId);
  if (!source || !origin) throw new Error('a refund line without its source or origin');
  return refundRule(source, origin, destination);
}

function whyRefused(given: RefundGround & { destination: RefundDestination }, anyWay: RefundMaximum) {
  return anyWay.sources
    .flatMap((source) => source.lines)
    .map((line) => lineRule(given, line, given.destination))
    .find((rule) => !rule.allowed)?.why;
}

export interface DestinationMaximum extends DestinationRule {
  maximumMinor: number;
}

/**
 * Each way out with the most it would take and what it asks for, for the refund screen; the bank account only where an
 * eCheck came in. With `amountMinor`, a
 * way out is allowed only if it takes that whole amount. The default comes first.
 */
export function refundWaysOut(given: RefundGround & { amountMinor?: number }): DestinationMaximum[] {
  const anyWay = refundMaximum({ ...given, destination: undefined });
  const listed = REFUND_DESTINATIONS.filter(
    (destination) => destination !== 'echeck' || given.origins.some(({ method }) => method === 'echeck'),
  );
  const ways = listed.map((destination): DestinationMaximum => {
    const narrowed = { ...given, destination };
    const { maximumMinor, sources } = refundMaximum(narrowed);
    const allowed = maximumMinor > 0 && maximumMinor >= (given.amountMinor ?? 0);
    const lines = takeLines(
      sources.flatMap((source) => source.lines),
      given.amountMinor ?? maximumMinor,
    );
    const rules = lines.map((line) => lineRule(given, line, destination));
    return {
      destination,
      allowed,
      maximumMinor,
      needsReason: rules.some((rule) => rule.needsReason),
      needsSupervisor: rules.some((rule) => rule.needsSupervisor),
      why: allowed
        ? (rules.find((rule) => rule.why !== null)?.why ?? null)
        : (whyRefused(narrowed, anyWay) ?? null),
    };
  });
  const first = given.origins.find(
    ({ paymentId }) => paymentId === anyWay.sources.flatMap((source) => source.lines)[0]?.originPaymentId,
  );
  const usual = first ? refundDestinations(first.method, first).map((rule) => rule.destination) : [];
  const placeOf = ({ destination }: DestinationMaximum) =>
    usual.includes(destination) ? usual.indexOf(destination) : usual.length;
  const rank = (way: DestinationMaximum) => (way.allowed ? 0 : usual.length + 1) + placeOf(way);
  return ways.sort((a, b) => rank(a) - rank(b));
}
