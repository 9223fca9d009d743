import type { z } from 'zod';
import { errorAnswer, intentAnswer, refundAnswer } from './simulated-answer.ts';
import type { createIntent, createRefund } from './simulated-request.ts';
import type { Script, SimulatedIntent, SimulatedRefund, SimulatedWorld } from './simulated-world.ts';

export interface Answer {
  status: number;
  body: object;
}

const DAY_MS = 86_400_000;
/** A debit of a Canadian bank account takes about five days. */
const DEBIT_DAYS = 5;

/** What the published test tokens do; any other token works. */
const TOKENS: readonly [pattern: RegExp, script: Script][] = [
  [/insufficientFunds/i, { declined: 'insufficient_funds' }],
  [/expiredCard/i, { declined: 'expired_card' }],
  [/authenticationRequired/i, { declined: 'authentication_required' }],
  [/accountClosed/i, { declined: 'account_closed' }],
  [/chargeDeclined/i, { declined: 'card_declined' }],
];

export function tokenScript(token: string): Script {
  return TOKENS.find(([pattern]) => pattern.test(token))?.[1] ?? {};
}

export function create(world: SimulatedWorld, asked: z.output<typeof createIntent>): Answer {
  if (/_missing$/.test(asked.payment_method))
    return {
      status: 404,
      body: errorAnswer('invalid_request_error', 'resource_missing', { param: 'payment_method' }),
    };
  const intent: SimulatedIntent = {
    id: world.nextId('pi'),
    status: 'requires_confirmation',
    amount: asked.amount,
    amount_received: 0,
    payment_method: asked.payment_method,
    customer: asked.customer ?? null,
    type: asked.allowed_payment_method_types[0],
    metadata: asked.metadata,
    error: null,
    disputed: false,
    settlesAt: null,
  };
  world.keep('intents', intent);
  return { status: 200, body: intentAnswer(intent, false) };
}

export function confirm(world: SimulatedWorld, intent: SimulatedIntent, script: Script): Answer {
  if (intent.status !== 'requires_confirmation')
    return {
      status: 400,
      body: errorAnswer('invalid_request_error', 'payment_intent_unexpected_state', {
        payment_intent: intentAnswer(intent, false),
      }),
    };
  const told = { ...tokenScript(intent.payment_method), ...script };
  if (told.declined !== undefined) {
    const isCode = ['expired_card', 'authentication_required'].includes(told.declined);
    const error = {
      code: isCode ? told.declined : 'card_declined',
      decline_code: told.declined === 'card_declined' ? 'generic_decline' : told.declined,
    };
    const declined: SimulatedIntent = { ...intent, status: 'requires_payment_method', error };
    world.keep('intents', declined);
    return {
      status: 402,
      body: errorAnswer('card_error', error.code, {
        decline_code: error.decline_code,
        payment_intent: intentAnswer(declined, false),
      }),
    };
  }
  if (told.requires_action) {
    world.keep('intents', { ...intent, status: 'requires_action' });
    return { status: 200, body: intentAnswer({ ...intent, status: 'requires_action' }, false) };
  }
  const isSlow = told.processing ?? intent.type === 'acss_debit';
  const settled: SimulatedIntent = isSlow
    ? {
        ...intent,
        status: 'processing',
        settlesAt: told.processing ? null : world.now() + DEBIT_DAYS * DAY_MS,
      }
    : { ...intent, status: 'succeeded', amount_received: intent.amount };
  world.keep('intents', settled);
  return { status: 200, body: intentAnswer(settled, false) };
}

export function cancel(world: SimulatedWorld, intent: SimulatedIntent): Answer {
  if (intent.status === 'succeeded' || intent.status === 'processing' || intent.status === 'canceled')
    return { status: 400, body: errorAnswer('invalid_request_error', 'payment_intent_unexpected_state') };
  const canceled: SimulatedIntent = { ...intent, status: 'canceled' };
  world.keep('intents', canceled);
  return { status: 200, body: intentAnswer(canceled, false) };
}

export function refund(world: SimulatedWorld, asked: z.output<typeof createRefund>, script: Script): Answer {
  const intent = world.intents.get(asked.payment_intent);
  if (!intent)
    return {
      status: 404,
      body: errorAnswer('invalid_request_error', 'resource_missing', { param: 'payment_intent' }),
    };
  if (intent.status !== 'succeeded')
    return { status: 400, body: errorAnswer('invalid_request_error', 'payment_intent_unexpected_state') };
  const given = [...world.refunds.values()]
    .filter(
      (each) => each.payment_intent === intent.id && each.status !== 'failed' && each.status !== 'canceled',
    )
    .reduce((sum, each) => sum + each.amount, 0);
  if (given >= intent.amount_received)
    return { status: 400, body: errorAnswer('invalid_request_error', 'charge_already_refunded') };
  if (given + asked.amount > intent.amount_received)
    return {
      status: 400,
      body: errorAnswer('invalid_request_error', 'amount_too_large', { param: 'amount' }),
    };
  if (script.declined !== undefined)
    return { status: 400, body: errorAnswer('invalid_request_error', script.declined) };
  const isSlow = script.processing ?? intent.type === 'acss_debit';
  const made: SimulatedRefund = {
    id: world.nextId('re'),
    payment_intent: intent.id,
    amount: asked.amount,
    status: script.failed !== undefined ? 'failed' : isSlow ? 'pending' : 'succeeded',
    failure_reason: script.failed ?? null,
    metadata: asked.metadata,
    settlesAt: isSlow && !script.processing ? world.now() + DEBIT_DAYS * DAY_MS : null,
  };
  world.keep('refunds', made);
  return { status: 200, body: refundAnswer(made) };
}
