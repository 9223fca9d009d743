import { requireNotNegative, requirePositive, sumMinor } from './money.ts';
import {
  type DestinationRule,
  destinationRule,
  type OriginFacts,
  REFUND_DESTINATIONS,
  type RefundDestination,
  unfundedDestinationRule,
} from './refund-destination.ts';
import { refuse } from './refusal.ts';
import type { PaymentMethod } from './tender.ts';

/** An open credit memo, or a payment's deposit part: the only things a refund is made of (settled.md 2). Cents. */
export interface RefundSource {
  kind: 'credit-memo' | 'deposit';
  /** The memo's id, or for a deposit its payment's. */
  id: number;
  /** Instant or date that sorts; the oldest is refunded first. */
  at: string;
  openMinor: number;
  /** Held on this source by refunds under way. */
  heldMinor: number;
  /**
   * Where the memo's money came from, newest payment first: what is still free of each funding, less what was
   * refunded, held or passed on. Not used for a deposit, whose origin is its own payment.
   */
  funding?: readonly { paymentId: number; leftMinor: number }[];
  /** A memo without a source item: draws on the account's payments if its kind permits a refund (settled.md 3, 4). */
  unfunded?: 'permitted' | 'never';
}

/** A payment of the account: it never is a source, it caps and routes (settled.md 2, 3). Cents. */
export interface RefundOrigin extends OriginFacts {
  paymentId: number;
  method: PaymentMethod;
  at: string;
  amountMinor: number;
  /** Refunds done on it, at applied amounts. */
  refundedMinor: number;
  heldMinor: number;
}

/** Why a source, or the account, cannot give back all that is open; worded under `refund.why`. */
export type RefundWhy =
  | 'all-open'
  | 'nothing-open'
  | 'held'
  | 'not-refundable'
  | 'no-money-received'
  | 'payment-given-back'
  | 'payment-held'
  | 'destination'
  | 'other-payment'
  | 'not-chosen';

export interface RefundLine {
  source: { kind: RefundSource['kind']; id: number };
  originPaymentId: number;
  amountMinor: number;
}

export interface SourceMaximum {
  kind: RefundSource['kind'];
  id: number;
  openMinor: number;
  heldMinor: number;
  maximumMinor: number;
  /** Null when all that is open can go back. */
  why: RefundWhy | null;
  lines: RefundLine[];
}

export interface RefundMaximum {
  maximumMinor: number;
  why: RefundWhy;
  sources: SourceMaximum[];
}

/** What narrows a refund: the way out, named sources, the money of one payment. */
export interface RefundChoice {
  destination?: RefundDestination | undefined;
  onlySources?: readonly { kind: RefundSource['kind']; id: number }[] | undefined;
  originPaymentId?: number | undefined;
}

interface Edge {
  origin: RefundOrigin;
  /** What this source may take from that payment, before the payment's own cap. */
  upToMinor: number;
}

interface Given extends RefundChoice {
  sources: readonly RefundSource[];
  origins: readonly RefundOrigin[];
}

function byAge(a: { at: string }, b: { at: string }, idA: number, idB: number): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return idA - idB;
}

function freeOf(origin: RefundOrigin): number {
  return Math.max(0, origin.amountMinor - origin.refundedMinor - origin.heldMinor);
}

function ruleFor(
  source: RefundSource,
  origin: RefundOrigin,
  destination: RefundDestination,
): DestinationRule {
  return source.unfunded
    ? unfundedDestinationRule(origin.method, destination, origin)
    : destinationRule(origin.method, destination, origin);
}

/** The payments a source may draw on, in the order in which it does. */
function edgesOf(source: RefundSource, given: Given): Edge[] {
  const byId = new Map(given.origins.map((origin) => [origin.paymentId, origin]));
  if (source.kind === 'deposit') {
    const origin = byId.get(source.id);
    return origin ? [{ origin, upToMinor: origin.amountMinor }] : [];
  }
  if (!source.unfunded) {
    return (source.funding ?? []).flatMap((part) => {
      const origin = byId.get(part.paymentId);
      return origin ? [{ origin, upToMinor: requireNotNegative(part.leftMinor) }] : [];
    });
  }
  if (source.unfunded === 'never') return [];
  const promised = new Map<number, number>();
  for (const { paymentId, leftMinor } of given.sources.flatMap((memo) => memo.funding ?? [])) {
    promised.set(paymentId, (promised.get(paymentId) ?? 0) + leftMinor);
  }
  return [...given.origins]
    .sort((a, b) => byAge(a, b, a.paymentId, b.paymentId))
    .map((origin) => ({
      origin,
      upToMinor: Math.max(0, freeOf(origin) - (promised.get(origin.paymentId) ?? 0)),
    }));
}

function isChosen(source: RefundSource, given: Given): boolean {
  return (
    given.onlySources === undefined ||
    given.onlySources.some((chosen) => chosen.kind === source.kind && chosen.id === source.id)
  );
}

function whyNotMore(source: RefundSource, edges: readonly Edge[], usable: readonly Edge[]): RefundWhy {
  if (source.openMinor === 0) return 'nothing-open';
  const backedMinor = sumMinor(edges.map((edge) => edge.upToMinor));
  if (usable.length < edges.length && backedMinor > sumMinor(usable.map((edge) => edge.upToMinor))) {
    return 'destination';
  }
  if (source.heldMinor > 0) return 'held';
  if (source.unfunded === 'never') return 'not-refundable';
  const originsGivenBack = edges.some((edge) => edge.origin.refundedMinor > 0);
  if (source.unfunded) {
    if (edges.length === 0) return 'no-money-received';
    return originsGivenBack ? 'payment-given-back' : 'no-money-received';
  }
  if (source.kind === 'credit-memo' && backedMinor < source.openMinor) return 'not-refundable';
  return originsGivenBack ? 'payment-given-back' : 'payment-held';
}

/**
 * What can go back, source by source, oldest first, with the reason where it is less than what is open:
 * `min(source open - holds on it, origin amount - refunds done - holds)` per line, each payment's cap shared by all
 * its lines (settled.md 3). A choice narrows it; whatever it leaves out says so.
 */
export function refundMaximum(given: Given): RefundMaximum {
  const freeMinor = new Map(given.origins.map((origin) => [origin.paymentId, freeOf(origin)]));
  const sources = [...given.sources].sort((a, b) => byAge(a, b, a.id, b.id));
  const maxima = sources.map((source): SourceMaximum => {
    const { kind, id, openMinor, heldMinor } = source;
    const nothing = { kind, id, openMinor, heldMinor, maximumMinor: 0, lines: [] };
    if (!isChosen(source, given)) return { ...nothing, why: 'not-chosen' };
    const edges = edgesOf(source, given);
    const fromPayment = edges.filter(
      ({ origin }) => given.originPaymentId === undefined || origin.paymentId === given.originPaymentId,
    );
    const { destination } = given;
    const usable = destination
      ? fromPayment.filter(({ origin }) => ruleFor(source, origin, destination).allowed)
      : fromPayment;
    const lines: RefundLine[] = [];
    let restMinor = Math.max(0, openMinor - heldMinor);
    for (const { origin, upToMinor } of usable) {
      const originFreeMinor = freeMinor.get(origin.paymentId) ?? 0;
      const amountMinor = Math.min(restMinor, upToMinor, originFreeMinor);
      if (amountMinor <= 0) continue;
      lines.push({ source: { kind, id }, originPaymentId: origin.paymentId, amountMinor });
      freeMinor.set(origin.paymentId, originFreeMinor - amountMinor);
      restMinor -= amountMinor;
    }
    const maximumMinor = sumMinor(lines.map((line) => line.amountMinor));
    if (maximumMinor === openMinor && openMinor > 0) {
      return { kind, id, openMinor, heldMinor, maximumMinor, why: null, lines };
    }
    const why = fromPayment.length < edges.length ? 'other-payment' : whyNotMore(source, edges, usable);
    return { kind, id, openMinor, heldMinor, maximumMinor, why, lines };
  });
  const chosen = maxima.filter((source) => source.why !== 'not-chosen');
  const limited = chosen.find((source) => source.why !== null && source.why !== 'nothing-open');
  const maximumMinor = sumMinor(maxima.map((source) => source.maximumMinor));
  const why = limited?.why ?? (maximumMinor > 0 ? 'all-open' : 'nothing-open');
  return { maximumMinor, why, sources: maxima };
}

export interface RefundPlan {
  lines: RefundLine[];
  /** The clerk must say why the money does not go back the way it came. */
  needsReason: boolean;
  needsSupervisor: boolean;
}

/** The first `amountMinor` of the lines, in their order. */
function takeLines(lines: readonly RefundLine[], amountMinor: number): RefundLine[] {
  let restMinor = amountMinor;
  return lines.flatMap((line) => {
    const takenMinor = Math.min(restMinor, line.amountMinor);
    restMinor -= takenMinor;
    return takenMinor > 0 ? [{ ...line, amountMinor: takenMinor }] : [];
  });
}

/**
 * Which sources and origins an amount comes from, oldest source first (domain.md B13).
 * Refuses `refund-exceeds-refundable` with the most that would pass, `refund-source-unusable` for a chosen source that
 * gives nothing, `refund-destination-refused` with the ways out that would take the whole amount.
 */
export function planRefund(
  given: Given & { amountMinor: number; destination: RefundDestination },
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
  const lines = takeLines(
    thisWay.sources.flatMap((source) => source.lines),
    amountMinor,
  );
  const rules = lines.map((line) => lineRule(given, line, given.destination));
  return {
    lines,
    needsReason: rules.some((rule) => rule.needsReason),
    needsSupervisor: rules.some((rule) => rule.needsSupervisor),
  };
}

function lineRule(given: Given, line: RefundLine, destination: RefundDestination): DestinationRule {
  const source = given.sources.find(({ kind, id }) => kind === line.source.kind && id === line.source.id);
  const origin = given.origins.find(({ paymentId }) => paymentId === line.originPaymentId);
  if (!source || !origin) throw new Error('a refund line without its source or origin');
  return ruleFor(source, origin, destination);
}

function whyRefused(given: Given & { destination: RefundDestination }, anyWay: RefundMaximum) {
  return anyWay.sources
    .flatMap((source) => source.lines)
    .map((line) => lineRule(given, line, given.destination))
    .find((rule) => !rule.allowed)?.why;
}

export interface DestinationMaximum extends DestinationRule {
  maximumMinor: number;
}

/**
 * Each way out with the most it would take and what it asks for, for the refund screen. With `amountMinor`, a way
 * out is allowed only if it takes that whole amount. The default comes first.
 */
export function refundWaysOut(given: Given & { amountMinor?: number }): DestinationMaximum[] {
  const anyWay = refundMaximum({ ...given, destination: undefined });
  const ways = REFUND_DESTINATIONS.map((destination): DestinationMaximum => {
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
  // stable sort: open ways first, those that ask for nothing before the others
  const cost = (way: DestinationMaximum) =>
    (way.allowed ? 0 : 4) + (way.needsSupervisor ? 2 : 0) + (way.needsReason ? 1 : 0);
  return ways.sort((a, b) => cost(a) - cost(b));
}
