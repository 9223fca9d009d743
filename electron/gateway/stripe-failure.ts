import type Stripe from 'stripe';
import type { GatewayDecline, GatewayNotSent, GatewayUnknown } from './gateway.ts';

type Failure = InstanceType<typeof Stripe.errors.StripeError>;

/** Sockets that were never opened: not a byte of the request left the desk. */
const NEVER_OPENED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What a failed call to Stripe proves. */
export type CallFailure =
  /** Stripe refused it, or it never left: whatever was asked was not done. */
  | { proves: 'not-done'; reason: GatewayNotSent; isIncident: boolean }
  | { proves: 'declined'; reason: GatewayDecline; code: string }
  | { proves: 'unknown-there' }
  | { proves: 'nothing'; reason: GatewayUnknown };

/** Reads a failure of the library; anything that is none of its own is a broken assumption and is thrown again. */
export function readFailure(error: unknown): CallFailure {
  if (!isStripeFailure(error)) throw error;
  switch (error.type) {
    case 'StripeAuthenticationError':
      return { proves: 'not-done', reason: 'wrong-key', isIncident: true };
    case 'StripePermissionError':
      return { proves: 'not-done', reason: 'not-allowed', isIncident: true };
    case 'StripeRateLimitError':
      return { proves: 'not-done', reason: 'busy', isIncident: false };
    case 'StripeInvalidRequestError':
      return ofRequest(error);
    case 'StripeConnectionError':
      return NEVER_OPENED.has(socketCode(error))
        ? { proves: 'not-done', reason: 'unreachable', isIncident: false }
        : { proves: 'nothing', reason: 'no-answer' };
    case 'StripeIdempotencyError':
      return { proves: 'nothing', reason: 'busy' };
    default:
      return { proves: 'nothing', reason: error.statusCode === undefined ? 'unreadable' : 'unavailable' };
  }
}

function ofRequest(error: Failure): CallFailure {
  const { code = '', param, statusCode } = error;
  if (code === 'charge_already_refunded') return { proves: 'declined', reason: 'charge-refunded', code };
  if (code === 'balance_insufficient' || code === 'insufficient_funds')
    return { proves: 'declined', reason: 'balance-too-low', code };
  if (code === 'resource_missing' && param === 'payment_method')
    return { proves: 'declined', reason: 'method-invalid', code };
  if (statusCode === 404) return { proves: 'unknown-there' };
  return { proves: 'not-done', reason: 'rejected', isIncident: true };
}

export function isStripeFailure(error: unknown): error is Failure {
  return error instanceof Error && 'type' in error && String(error.type).startsWith('Stripe');
}

function socketCode(error: Failure): string {
  const { detail } = error as { detail?: unknown };
  return typeof detail === 'object' && detail !== null && 'code' in detail ? String(detail.code) : '';
}
