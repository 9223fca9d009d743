import type { SimulatedIntent, SimulatedRefund } from './simulated-world.ts';

/** A PaymentIntent as the published API writes it; the fields the program does not read are there as well. */
export function intentAnswer(intent: SimulatedIntent, expand: boolean): object {
  const charge = intent.status === 'succeeded' ? `ch_${intent.id.slice(3)}` : null;
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amount,
    amount_capturable: 0,
    amount_received: intent.amount_received,
    canceled_at: intent.status === 'canceled' ? 1 : null,
    capture_method: 'automatic_async',
    currency: 'cad',
    customer: intent.customer,
    last_payment_error: intent.error && { ...intent.error, type: 'card_error', message: intent.error.code },
    latest_charge:
      charge !== null && expand
        ? { id: charge, object: 'charge', amount: intent.amount, disputed: intent.disputed, paid: true }
        : charge,
    livemode: false,
    metadata: intent.metadata,
    next_action: intent.status === 'requires_action' ? { type: 'use_stripe_sdk' } : null,
    payment_method: intent.status === 'requires_payment_method' ? null : intent.payment_method,
    allowed_payment_method_types: [intent.type],
    status: intent.status,
  };
}

export function refundAnswer(refund: SimulatedRefund): object {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: null,
    charge: null,
    currency: 'cad',
    ...(refund.failure_reason === null ? {} : { failure_reason: refund.failure_reason }),
    metadata: refund.metadata,
    payment_intent: refund.payment_intent,
    reason: null,
    status: refund.status,
  };
}

export const listAnswer = (url: string, data: object[], hasMore: boolean) => ({
  object: 'list',
  url,
  has_more: hasMore,
  data,
});

/** An error of the published API. */
export function errorAnswer(
  type: 'invalid_request_error' | 'card_error' | 'api_error' | 'idempotency_error',
  code: string | null,
  more: object = {},
): object {
  return { error: { type, ...(code === null ? {} : { code }), message: code ?? type, ...more } };
}
