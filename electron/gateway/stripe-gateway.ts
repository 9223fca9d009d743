import type Stripe from 'stripe';
import type { Gateway, GatewayCharge, GatewayOutcome, GatewayRefund } from './gateway.ts';
import {
  chargeOutcome,
  declineReason,
  type Intent,
  isAbout,
  readDisputed,
  readIntent,
  readRefund,
  refundOutcome,
  STRIPE_CURRENCY,
} from './stripe-answer.ts';
import { type CallFailure, isStripeFailure, readFailure } from './stripe-failure.ts';

/** Refunds of one charge that are looked through for one of ours. */
const REFUNDS_READ = 1000;

/** Stripe through its own library; `stripe` must be made with no retry of its own: each call is asked once. */
export function stripeGateway(stripe: Stripe): Gateway {
  return {
    charge: async (asked, remember, signal) =>
      await until(signal, () => charge(stripe, asked, remember, signal)),
    askCharge: async (asked, reference, signal) =>
      await until(signal, () => askCharge(stripe, asked, reference)),
    refund: async (asked, signal) => await until(signal, () => refund(stripe, asked)),
    askRefund: async (asked, mayRepeat, signal) =>
      await until(signal, () => askRefund(stripe, asked, mayRepeat)),
    askReturned: async (asked, reference) => await askReturned(stripe, asked, reference),
    check: async () => await check(stripe),
  };
}

/**
 * Creates the PaymentIntent unconfirmed, has its id kept, then confirms by that id (settled.md 39). Until the confirm
 * nothing can move, so whatever fails before it is proven not begun.
 */
async function charge(
  stripe: Stripe,
  asked: GatewayCharge,
  remember: (reference: string) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<GatewayOutcome> {
  const { created, outcome } = await create(stripe, asked);
  if (!created) return outcome;
  await remember(created.id);
  if (signal?.aborted) return { kind: 'unknown', reason: 'stopped', reply: null };
  try {
    const answer = await stripe.paymentIntents.confirm(
      created.id,
      { off_session: true },
      { idempotencyKey: `${asked.attemptReference}-confirm` },
    );
    return await settle(stripe, asked, created.id, answer);
  } catch (error) {
    if (isStripeFailure(error) && error.type === 'StripeCardError') {
      const failed = readIntent(error.payment_intent);
      return failed?.id === created.id && isAbout(failed, asked.attemptReference)
        ? declined(failed, declineReason(error))
        : { kind: 'unknown', reason: 'wrong-reference', reply: null };
    }
    const failure = readFailure(error);
    // refused before it was done, yet the PaymentIntent stands: it is asked, and closed
    return {
      kind: 'unknown',
      reason: failure.proves === 'nothing' ? failure.reason : 'unavailable',
      reply: null,
    };
  }
}

type Created = { created: Intent; outcome: null } | { created: null; outcome: GatewayOutcome };

async function create(stripe: Stripe, asked: GatewayCharge): Promise<Created> {
  try {
    const answer = await stripe.paymentIntents.create(
      {
        amount: asked.amountMinor,
        currency: STRIPE_CURRENCY,
        payment_method: asked.token,
        allowed_payment_method_types: [asked.kind === 'card' ? 'card' : 'acss_debit'],
        ...(asked.customerToken === null ? {} : { customer: asked.customerToken }),
        metadata: { attemptId: asked.attemptReference },
      },
      { idempotencyKey: `${asked.attemptReference}-create` },
    );
    const created = readIntent(answer);
    const isOurs =
      created !== undefined &&
      isAbout(created, asked.attemptReference) &&
      created.amount === asked.amountMinor &&
      created.currency === STRIPE_CURRENCY;
    return isOurs ? { created, outcome: null } : { created: null, outcome: notBegun('rejected', true) };
  } catch (error) {
    return { created: null, outcome: uncreated(readFailure(error)) };
  }
}

function uncreated(failure: CallFailure): GatewayOutcome {
  if (failure.proves === 'declined')
    return { kind: 'declined', reason: failure.reason, reply: refusedReply('', failure.code) };
  if (failure.proves === 'not-done') return notBegun(failure.reason, failure.isIncident);
  return failure.proves === 'unknown-there' ? notBegun('rejected', true) : notBegun('unreachable', false);
}

const notBegun = (
  reason: Extract<GatewayOutcome, { kind: 'not-sent' }>['reason'],
  isIncident: boolean,
): GatewayOutcome => ({ kind: 'not-sent', reason, isIncident, reply: null });

async function askCharge(stripe: Stripe, asked: GatewayCharge, reference: string): Promise<GatewayOutcome> {
  try {
    return await settle(stripe, asked, reference, await stripe.paymentIntents.retrieve(reference));
  } catch (error) {
    return unanswered(error);
  }
}

/** The outcome an answer tells; a charge that nobody confirmed is cancelled, so that it can never move later. */
async function settle(
  stripe: Stripe,
  asked: GatewayCharge,
  reference: string,
  answer: unknown,
): Promise<GatewayOutcome> {
  const known = readIntent(answer);
  if (!known) return { kind: 'unknown', reason: 'unreadable', reply: null };
  if (known.id !== reference) return { kind: 'unknown', reason: 'wrong-reference', reply: null };
  const outcome = chargeOutcome(known, asked);
  if (outcome) return outcome;
  try {
    const closed = readIntent(await stripe.paymentIntents.cancel(reference));
    if (closed?.id !== reference || closed.status !== 'canceled')
      return { kind: 'unknown', reason: 'unreadable', reply: null };
    // the client would have to confirm it on a page of their own: nobody is there to do so
    if (known.status === 'requires_action') return declined(closed, 'authentication-needed');
    return chargeOutcome(closed, asked) ?? { kind: 'unknown', reason: 'unreadable', reply: null };
  } catch (error) {
    return unanswered(error);
  }
}

function declined(
  answer: Intent,
  reason: Extract<GatewayOutcome, { kind: 'declined' }>['reason'],
): GatewayOutcome {
  const code = answer.last_payment_error?.decline_code ?? answer.last_payment_error?.code ?? null;
  return { kind: 'declined', reason, reply: { ...refusedReply(answer.id, code), status: answer.status } };
}

const refusedReply = (reference: string, declineCode: string | null) => ({
  reference,
  status: 'refused',
  amountMinor: null,
  currency: null,
  brand: null,
  last4: null,
  declineCode,
});

/** A question without a useful answer proves nothing, but for what the gateway does not know at all. */
function unanswered(error: unknown): GatewayOutcome {
  const failure = readFailure(error);
  if (failure.proves === 'unknown-there') return { kind: 'not-found' };
  if (failure.proves === 'nothing') return { kind: 'unknown', reason: failure.reason, reply: null };
  const reason =
    failure.proves === 'not-done' && failure.reason === 'wrong-key' ? 'wrong-key' : 'unavailable';
  return { kind: 'unknown', reason, reply: null };
}

async function refund(stripe: Stripe, asked: GatewayRefund): Promise<GatewayOutcome> {
  try {
    const answer = readRefund(
      await stripe.refunds.create(
        {
          payment_intent: asked.chargeReference,
          amount: asked.amountMinor,
          metadata: { attemptId: asked.attemptReference },
        },
        { idempotencyKey: `${asked.attemptReference}-refund` },
      ),
    );
    return answer ? refundOutcome(answer, asked) : { kind: 'unknown', reason: 'unreadable', reply: null };
  } catch (error) {
    const failure = readFailure(error);
    if (failure.proves === 'nothing') return { kind: 'unknown', reason: failure.reason, reply: null };
    if (failure.proves === 'declined')
      return {
        kind: 'declined',
        reason: failure.reason,
        reply: refusedReply(asked.chargeReference, failure.code),
      };
    return failure.proves === 'unknown-there'
      ? notBegun('rejected', true)
      : notBegun(failure.reason, failure.isIncident);
  }
}

/** Looked for among the refunds of its charge, by our own name of it (settled.md 39). */
async function askRefund(stripe: Stripe, asked: GatewayRefund, mayRepeat: boolean): Promise<GatewayOutcome> {
  try {
    const listed = await stripe.refunds
      .list({ payment_intent: asked.chargeReference, limit: 100 })
      .autoPagingToArray({ limit: REFUNDS_READ });
    for (const each of listed) {
      const found = readRefund(each);
      if (found && isAbout(found, asked.attemptReference)) return refundOutcome(found, asked);
    }
  } catch (error) {
    return unanswered(error);
  }
  return mayRepeat ? await refund(stripe, asked) : { kind: 'not-found' };
}

async function askReturned(stripe: Stripe, asked: GatewayCharge, reference: string): Promise<boolean | null> {
  try {
    const answer = readIntent(await stripe.paymentIntents.retrieve(reference, { expand: ['latest_charge'] }));
    if (answer?.id !== reference || !isAbout(answer, asked.attemptReference)) return null;
    return readDisputed(answer) ?? null;
  } catch (error) {
    readFailure(error);
    return null;
  }
}

async function check(stripe: Stripe) {
  try {
    await stripe.paymentIntents.list({ limit: 1 });
    return 'ready' as const;
  } catch (error) {
    const failure = readFailure(error);
    if (failure.proves === 'nothing') return failure.reason === 'no-answer' ? 'no-answer' : 'unclear';
    if (failure.proves !== 'not-done') return 'unclear';
    const { reason } = failure;
    return reason === 'wrong-key' || reason === 'not-allowed' || reason === 'unreachable'
      ? reason
      : 'unclear';
  }
}

/** The library knows no signal: a stop leaves the call to itself, and what it brings is asked for at the next start. */
async function until(
  signal: AbortSignal | undefined,
  work: () => Promise<GatewayOutcome>,
): Promise<GatewayOutcome> {
  const stopped: GatewayOutcome = { kind: 'unknown', reason: 'stopped', reply: null };
  if (signal?.aborted) return stopped;
  const asked = work();
  if (!signal) return await asked;
  return await new Promise((resolve, reject) => {
    const stop = () => resolve(stopped);
    signal.addEventListener('abort', stop, { once: true });
    asked.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
