import type { SavedMethodKind } from '../../shared/domain/saved-method.ts';

/**
 * The port to a processor that charges saved cards and bank accounts over the network. The attempt machine commits SENT,
 * calls `charge` or `refund` once, journals `reply` and applies the outcome; the poller and the recovery ask with the same
 * attempt. Every failure of processor or network is a typed outcome; only a broken assumption throws.
 */
export interface Gateway {
  /**
   * Charges a saved method. The gateway's own name of the charge is given to `remember`, and durable, before the money is
   * asked for (settled.md 39): a charge without that name never happened.
   */
  charge(
    charge: GatewayCharge,
    remember: (reference: string) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<GatewayOutcome>;
  /** What became of a charge, by the gateway's name of it; one that was never asked for is closed, so that it stays so. */
  askCharge(charge: GatewayCharge, reference: string, signal?: AbortSignal): Promise<GatewayOutcome>;
  /** Gives back part or all of a charge, to the card or account that paid it. */
  refund(refund: GatewayRefund, signal?: AbortSignal): Promise<GatewayOutcome>;
  /** What became of a refund, found among those of its charge; with `mayRepeat` one that is not there is asked for again. */
  askRefund(refund: GatewayRefund, mayRepeat: boolean, signal?: AbortSignal): Promise<GatewayOutcome>;
  /** Whether the bank took a settled charge back since; null when that is not known now. */
  askReturned(charge: GatewayCharge, reference: string, signal?: AbortSignal): Promise<boolean | null>;
  /** Whether it is there and takes the key. Moves no money. */
  check(signal?: AbortSignal): Promise<GatewayCheck>;
}

/** One charge, the same in every call about it. */
export interface GatewayCharge {
  /** Ours, permanent: the idempotency key, and how the gateway's own record names the attempt. */
  attemptReference: string;
  kind: SavedMethodKind;
  token: string;
  customerToken: string | null;
  /** Cents, positive. */
  amountMinor: number;
}

export interface GatewayRefund {
  attemptReference: string;
  /** The gateway's name of the charge it gives back. */
  chargeReference: string;
  /** Cents, positive. */
  amountMinor: number;
}

/** What a gateway's answer proves; `reply`, when there is one, is journalled before the outcome is applied. */
export type GatewayOutcome =
  /** Money moved: `reply.amountMinor`. */
  | { kind: 'approved'; reply: GatewayReply }
  /** Not moved, final. */
  | { kind: 'declined'; reason: GatewayDecline; reply: GatewayReply }
  /** Not moved, final: closed before anything was asked for. */
  | { kind: 'cancelled'; reply: GatewayReply }
  /** Proven not begun. An incident when `isIncident`: the gateway rejects what we say. */
  | { kind: 'not-sent'; reason: GatewayNotSent; isIncident: boolean; reply: GatewayReply | null }
  /** Accepted, and settles by itself, an eCheck within days. */
  | { kind: 'in-progress' }
  /** The gateway does not know it: a person decides. */
  | { kind: 'not-found' }
  /** A proven answer that contradicts what was asked: another amount or currency. */
  | { kind: 'conflict'; reason: 'currency' | 'amount-above'; reply: GatewayReply }
  /** Nothing is proven: asked again. */
  | { kind: 'unknown'; reason: GatewayUnknown; reply: null };

export const GATEWAY_DECLINES = [
  'card-declined',
  'expired-card',
  'insufficient-funds',
  'account-closed',
  'authentication-needed',
  'method-invalid',
  'charge-refunded',
  'balance-too-low',
  'refund-failed',
] as const;
export type GatewayDecline = (typeof GATEWAY_DECLINES)[number];

export const GATEWAY_NOT_SENT = [
  'unreachable',
  'no-key',
  'wrong-key',
  'not-allowed',
  'rejected',
  'busy',
  'never-asked',
] as const;
export type GatewayNotSent = (typeof GATEWAY_NOT_SENT)[number];

export const GATEWAY_UNKNOWNS = [
  'no-answer',
  'unreachable',
  'unreadable',
  'wrong-reference',
  'unavailable',
  'busy',
  'wrong-key',
  'stopped',
] as const;
export type GatewayUnknown = (typeof GATEWAY_UNKNOWNS)[number];

/** What may be kept of a gateway's answer: a whitelist, never a raw reply (terminal.md §3.7). */
export interface GatewayReply {
  /** The gateway's own name of the charge or refund. */
  reference: string;
  status: string;
  /** Cents that moved. */
  amountMinor: number | null;
  currency: string | null;
  brand: string | null;
  last4: string | null;
  /** The gateway's code of a refusal; decide by it, never by its text. */
  declineCode: string | null;
}

export type GatewayCheck = 'ready' | 'wrong-key' | 'not-allowed' | 'unreachable' | 'no-answer' | 'unclear';
