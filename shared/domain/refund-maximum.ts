import { requireNotNegative, sumMinor } from './money.ts';
import {
  type DestinationRule,
  destinationRule,
  type OriginFacts,
  type RefundDestination,
  unfundedDestinationRule,
} from './refund-destination.ts';
import type { PaymentMethod } from './tender.ts';

/**
 * An open credit memo, or a payment's deposit part: the only things a refund is made of (settled.md 2).
 * Cents.
 */
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
  /**
   * A memo without a source item: draws on the account's payments if its kind permits a refund (settled.md 3,
   * 4).
   */
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
export const REFUND_WHYS = [
  'all-open',
  'nothing-open',
  'held',
  'not-refundable',
  'no-money-received',
  'payment-given-back',
  'payment-held',
  'backs-other-credit',
  'destination',
  'other-payment',
  'not-chosen',
] as const;
export type RefundWhy = (typeof REFUND_WHYS)[number];

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
  /** One of several destinations: money goes back the way it came before it goes another way, whatever its age. */
  isPart?: boolean | undefined;
}

interface Edge {
  origin: RefundOrigin;
  /** What this source may take from that payment, before the payment's own cap. */
  upToMinor: number;
}

/** What stands open and what caps it; read once, given to every function here. */
export interface RefundGround extends RefundChoice {
  sources: readonly RefundSource[];
  origins: readonly RefundOrigin[];
}

function byAge(a: { at: string }, b: { at: string }, idA: number, idB: number): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return idA - idB;
}

function upTo(edge: Edge): number {
  return edge.upToMinor;
}

function freeOf(origin: RefundOrigin): number {
  return Math.max(0, origin.amountMinor - origin.refundedMinor - origin.heldMinor);
}

/** Where money of this origin may go when it leaves this source. */
export function refundRule(
  source: RefundSource,
  origin: RefundOrigin,
  destination: RefundDestination,
): DestinationRule {
  return source.unfunded
    ? unfundedDestinationRule(origin.method, destination, origin)
    : destinationRule(origin.method, destination, origin);
}

/** The payments a source may draw on, in the order in which it does. */
function edgesOf(source: RefundSource, given: RefundGround): Edge[] {
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

function isChosen(source: RefundSource, given: RefundGround): boolean {
  return (
    given.onlySources === undefined ||
    given.onlySources.some((chosen) => chosen.kind === source.kind && chosen.id === source.id)
  );
}

function whyNotMore(
  source: RefundSource,
  maximumMinor: number,
  edges: readonly Edge[],
  usable: readonly Edge[],
): RefundWhy {
  const freeMinor = Math.max(0, source.openMinor - source.heldMinor);
  if (source.openMinor === 0) return 'nothing-open';
  if (maximumMinor === freeMinor) return 'held';
  if (sumMinor(edges.map(upTo)) > sumMinor(usable.map(upTo))) return 'destination';
  if (source.unfunded === 'never') return 'not-refundable';
  if (edges.length === 0 && source.unfunded) return 'no-money-received';
  if (source.kind === 'credit-memo' && !source.unfunded && sumMinor(edges.map(upTo)) < freeMinor) {
    return 'not-refundable';
  }
  if (edges.some((edge) => edge.origin.refundedMinor > 0)) return 'payment-given-back';
  return edges.some((edge) => edge.origin.heldMinor > 0) ? 'payment-held' : 'backs-other-credit';
}

/**
 * What can go back, source by source, oldest first, with the reason where it is less than what is open:
 * `min(source open - holds on it, origin amount - refunds done - holds)` per line, each payment's cap shared
 * by all its lines (settled.md 3). A choice narrows it; whatever it leaves out says so.
 */
export function refundMaximum(given: RefundGround): RefundMaximum {
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
      ? fromPayment.filter(({ origin }) => refundRule(source, origin, destination).allowed)
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
    const why =
      fromPayment.length < edges.length ? 'other-payment' : whyNotMore(source, maximumMinor, edges, usable);
    return { kind, id, openMinor, heldMinor, maximumMinor, why, lines };
  });
  const chosen = maxima.filter((source) => source.why !== 'not-chosen');
  const limited = chosen.find((source) => source.why !== null && source.why !== 'nothing-open');
  const maximumMinor = sumMinor(maxima.map((source) => source.maximumMinor));
  const why = limited?.why ?? (maximumMinor > 0 ? 'all-open' : 'nothing-open');
  return { maximumMinor, why, sources: maxima };
}
