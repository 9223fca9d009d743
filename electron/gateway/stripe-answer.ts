import { z } from 'zod';
import type {
  GatewayCharge,
  GatewayDecline,
  GatewayOutcome,
  GatewayRefund,
  GatewayReply,
} from './gateway.ts';

/** The money of this organisation, as Stripe writes it. */
export const STRIPE_CURRENCY = 'cad';

/** What is read of a PaymentIntent; anything else in it is passed over. */
const intent = z.looseObject({
  id: z.string().min(1),
  object: z.literal('payment_intent'),
  status: z.string(),
  amount: z.int(),
  amount_received: z.int().nullish(),
  currency: z.string(),
  metadata: z.record(z.string(), z.string()).nullish(),
  last_payment_error: z
    .looseObject({ code: z.string().nullish(), decline_code: z.string().nullish() })
    .nullish(),
  latest_charge: z.unknown(),
});
export type Intent = z.output<typeof intent>;

const refund = z.looseObject({
  id: z.string().min(1),
  object: z.literal('refund'),
  status: z.string().nullish(),
  amount: z.int(),
  currency: z.string(),
  payment_intent: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  failure_reason: z.string().nullish(),
});
export type RefundAnswer = z.output<typeof refund>;

const charge = z.looseObject({ disputed: z.boolean() });

/** An answer that can be read, or undefined. */
export const readIntent = (answer: unknown): Intent | undefined => intent.safeParse(answer).data;
export const readRefund = (answer: unknown): RefundAnswer | undefined => refund.safeParse(answer).data;

/** Whether the bank took the charge back; undefined when the answer does not say. */
export function readDisputed(answer: Intent): boolean | undefined {
  return charge.safeParse(answer.latest_charge).data?.disputed;
}

/** Whether an answer is about this very attempt: Stripe's record of it carries our own name. */
export function isAbout(
  answer: { metadata?: Record<string, string> | null | undefined },
  attemptReference: string,
): boolean {
  return answer.metadata?.attemptId === attemptReference;
}

/** A charge as Stripe tells it; null where it must be closed first, since nobody asked for the money. */
export function chargeOutcome(answer: Intent, asked: GatewayCharge): GatewayOutcome | null {
  if (!isAbout(answer, asked.attemptReference))
    return { kind: 'unknown', reason: 'wrong-reference', reply: null };
  const reply = replyOf(answer);
  switch (answer.status) {
    case 'succeeded':
      if (answer.currency !== STRIPE_CURRENCY) return { kind: 'conflict', reason: 'currency', reply };
      if (reply.amountMinor === null || reply.amountMinor <= 0)
        return { kind: 'unknown', reason: 'unreadable', reply: null };
      if (reply.amountMinor > asked.amountMinor) return { kind: 'conflict', reason: 'amount-above', reply };
      return { kind: 'approved', reply };
    case 'processing':
      return { kind: 'in-progress' };
    case 'canceled':
      return { kind: 'cancelled', reply };
    case 'requires_payment_method':
      return answer.last_payment_error
        ? { kind: 'declined', reason: declineReason(answer.last_payment_error), reply }
        : null;
    case 'requires_confirmation':
    case 'requires_action':
      return null;
    default:
      return { kind: 'unknown', reason: 'unreadable', reply: null };
  }
}

function replyOf(answer: Intent): GatewayReply {
  const { last_payment_error: error } = answer;
  return {
    reference: answer.id,
    status: answer.status,
    amountMinor: answer.amount_received ?? null,
    currency: answer.currency.toUpperCase(),
    brand: null,
    last4: null,
    declineCode: error?.decline_code ?? error?.code ?? null,
  };
}

const DECLINES: Readonly<Record<string, GatewayDecline>> = {
  expired_card: 'expired-card',
  insufficient_funds: 'insufficient-funds',
  balance_insufficient: 'balance-too-low',
  authentication_required: 'authentication-needed',
  payment_intent_authentication_failure: 'authentication-needed',
  account_closed: 'account-closed',
  bank_account_restricted: 'account-closed',
  no_account: 'account-closed',
  debit_not_authorized: 'method-invalid',
  incorrect_number: 'method-invalid',
  payment_method_not_available: 'method-invalid',
  lost_card: 'method-invalid',
  stolen_card: 'method-invalid',
  charge_already_refunded: 'charge-refunded',
};

/** What a refusal comes to; the finer code wins, and a code that is not known is a plain refusal. */
export function declineReason(error: {
  code?: string | null | undefined;
  decline_code?: string | null | undefined;
}): GatewayDecline {
  return DECLINES[error.decline_code ?? ''] ?? DECLINES[error.code ?? ''] ?? 'card-declined';
}

/** A refund as Stripe tells it. */
export function refundOutcome(answer: RefundAnswer, asked: GatewayRefund): GatewayOutcome {
  const paid = typeof answer.payment_intent === 'object' ? answer.payment_intent?.id : answer.payment_intent;
  if (!isAbout(answer, asked.attemptReference) || paid !== asked.chargeReference)
    return { kind: 'unknown', reason: 'wrong-reference', reply: null };
  const reply: GatewayReply = {
    reference: answer.id,
    status: answer.status ?? 'unknown',
    amountMinor: answer.amount,
    currency: answer.currency.toUpperCase(),
    brand: null,
    last4: null,
    declineCode: answer.failure_reason ?? null,
  };
  switch (answer.status) {
    case 'succeeded':
      if (answer.currency !== STRIPE_CURRENCY) return { kind: 'conflict', reason: 'currency', reply };
      return answer.amount > asked.amountMinor
        ? { kind: 'conflict', reason: 'amount-above', reply }
        : { kind: 'approved', reply };
    case 'pending':
    case 'requires_action':
      return { kind: 'in-progress' };
    case 'failed':
      return { kind: 'declined', reason: refundDecline(answer.failure_reason), reply };
    case 'canceled':
      return { kind: 'cancelled', reply };
    default:
      return { kind: 'unknown', reason: 'unreadable', reply: null };
  }
}

function refundDecline(reason: string | null | undefined): GatewayDecline {
  if (reason === 'insufficient_funds') return 'balance-too-low';
  if (reason === 'expired_or_canceled_card') return 'expired-card';
  return reason === 'lost_or_stolen_card' ? 'method-invalid' : 'refund-failed';
}
