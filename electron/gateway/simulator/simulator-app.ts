import { Hono } from 'hono';
import type { z } from 'zod';
import { errorAnswer, intentAnswer, listAnswer, refundAnswer } from './simulated-answer.ts';
import { type Answer, cancel, confirm, create, refund } from './simulated-money.ts';
import * as request from './simulated-request.ts';
import type { Script, SimulatedWorld } from './simulated-world.ts';

const PAGE = 100;

/**
 * The simulated processor over HTTP: it answers like Stripe's published API, checks every request strictly, replays what
 * an idempotency key has answered already, and takes its faults from `scripts`. `/_world` is our own door to it.
 */
export function simulatorApp(world: SimulatedWorld): Hono {
  const app = new Hono();
  app.use('/v1/*', async (context, next) => {
    const key = /^Bearer (rk|sk)_test_[A-Za-z0-9]+$/.exec(context.req.header('authorization') ?? '');
    if (!key) return context.json(errorAnswer('invalid_request_error', null), 401);
    if (/_test_forbidden/.test(context.req.header('authorization') ?? ''))
      return context.json(errorAnswer('invalid_request_error', null), 403);
    if (!/^\d{4}-\d{2}-\d{2}\.[a-z]+$/.test(context.req.header('stripe-version') ?? ''))
      return context.json(errorAnswer('invalid_request_error', 'version'), 400);
    world.settleDue();
    return await next();
  });

  app.post('/v1/payment_intents', async (context) =>
    posted(context.req.raw, request.createIntent, world, (asked) => create(world, asked)),
  );
  app.get('/v1/payment_intents', (context) =>
    got(context.req.raw, request.listIntents, () => ({
      status: 200,
      body: listAnswer('/v1/payment_intents', [...world.intents.values()].slice(-1).map(bare), false),
    })),
  );
  app.get('/v1/payment_intents/:id', (context) =>
    got(context.req.raw, request.retrieveIntent, ({ expand }) => {
      const intent = world.intents.get(context.req.param('id'));
      return intent ? { status: 200, body: intentAnswer(intent, expand !== undefined) } : MISSING;
    }),
  );
  app.post('/v1/payment_intents/:id/confirm', async (context) => {
    const script = world.scripts.shift() ?? {};
    return await faulty(script, () =>
      posted(context.req.raw, request.confirmIntent, world, () => {
        const intent = world.intents.get(context.req.param('id'));
        return intent ? confirm(world, intent, script) : MISSING;
      }),
    );
  });
  app.post('/v1/payment_intents/:id/cancel', async (context) =>
    posted(context.req.raw, request.nothing, world, () => {
      const intent = world.intents.get(context.req.param('id'));
      return intent ? cancel(world, intent) : MISSING;
    }),
  );
  app.post('/v1/refunds', async (context) => {
    const script = world.scripts.shift() ?? {};
    return await faulty(script, () =>
      posted(context.req.raw, request.createRefund, world, (asked) => refund(world, asked, script)),
    );
  });
  app.get('/v1/refunds', (context) =>
    got(context.req.raw, request.listRefunds, (asked) => {
      const own = [...world.refunds.values()]
        .filter((each) => each.payment_intent === asked.payment_intent)
        .reverse();
      const from = asked.starting_after ? own.findIndex(({ id }) => id === asked.starting_after) + 1 : 0;
      const page = own.slice(from, from + PAGE);
      return {
        status: 200,
        body: listAnswer('/v1/refunds', page.map(refundAnswer), from + PAGE < own.length),
      };
    }),
  );
  app.notFound((context) => context.json(errorAnswer('invalid_request_error', 'unrecognized_url'), 404));
  openWorld(app, world);
  return app;
}

const bare = (intent: Parameters<typeof intentAnswer>[0]) => intentAnswer(intent, false);
const MISSING: Answer = {
  status: 404,
  body: errorAnswer('invalid_request_error', 'resource_missing', { param: 'id' }),
};

/** Scripts and settlements for demonstrations and tests: what only the processor and its banks decide. */
function openWorld(app: Hono, world: SimulatedWorld): void {
  app.post('/_world/script', async (context) => {
    world.scripts.push(...((await context.req.json()) as Script[]));
    return context.json({});
  });
  app.post('/_world/restore', async (context) => {
    world.restore(await context.req.text());
    return context.json({});
  });
  app.post('/_world/settle', async (context) => {
    const { succeeded = true, code = 'insufficient_funds' } = (await context.req
      .json()
      .catch(() => ({}))) as {
      succeeded?: boolean;
      code?: string;
    };
    for (const intent of world.intents.values())
      if (intent.status === 'processing')
        world.keep(
          'intents',
          succeeded
            ? { ...intent, status: 'succeeded', amount_received: intent.amount, settlesAt: null }
            : {
                ...intent,
                status: 'requires_payment_method',
                settlesAt: null,
                error: { code: 'payment_intent_payment_attempt_failed', decline_code: code },
              },
        );
    for (const each of world.refunds.values())
      if (each.status === 'pending')
        world.keep('refunds', {
          ...each,
          status: succeeded ? 'succeeded' : 'failed',
          failure_reason: succeeded ? null : code,
          settlesAt: null,
        });
    return context.json({});
  });
  app.post('/_world/return', (context) => {
    for (const intent of world.intents.values())
      if (intent.status === 'succeeded' && intent.type === 'acss_debit')
        world.keep('intents', { ...intent, disputed: true });
    return context.json({});
  });
  app.get('/_world', (context) =>
    context.json({
      ...world.moved,
      intents: [...world.intents.values()],
      allRefunds: [...world.refunds.values()],
    }),
  );
}

async function got<S extends z.ZodType>(
  raw: Request,
  shape: S,
  work: (asked: z.output<S>) => Answer,
): Promise<Response> {
  const asked = shape.safeParse(request.nested(new URL(raw.url).searchParams));
  if (!asked.success) return refused(asked.error);
  const { status, body } = work(asked.data);
  return Response.json(body, { status });
}

/** A POST, checked strictly, done once for its idempotency key. */
async function posted<S extends z.ZodType>(
  raw: Request,
  shape: S,
  world: SimulatedWorld,
  work: (asked: z.output<S>) => Answer,
): Promise<Response> {
  const { pathname } = new URL(raw.url);
  const text = await raw.clone().text();
  const asked = shape.safeParse(request.nested(new URLSearchParams(text)));
  if (!asked.success) return refused(asked.error);
  const key = raw.headers.get('idempotency-key');
  const isCancel = pathname.endsWith('/cancel');
  if (key === null) {
    if (!isCancel)
      return Response.json(errorAnswer('invalid_request_error', 'idempotency_key_missing'), { status: 400 });
    const { status, body } = work(asked.data);
    return Response.json(body, { status });
  }
  const before = world.keys.get(key);
  if (before) {
    if (before.path !== pathname || before.body !== text)
      return Response.json(errorAnswer('idempotency_error', null), { status: 400 });
    return Response.json(before.answer, {
      status: before.status,
      headers: { 'idempotent-replayed': 'true' },
    });
  }
  const { status, body } = work(asked.data);
  world.remember(key, { path: pathname, body: text, status, answer: body });
  return Response.json(body, { status });
}

function refused(error: z.ZodError): Response {
  const [issue] = error.issues;
  const param = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  return Response.json(errorAnswer('invalid_request_error', 'parameter_invalid', { param }), { status: 400 });
}

/** Never answers: the socket is left to the caller's own patience. */
const silence = () => new Promise<Response>(() => {});

/** What a network and a processor do badly, before the work or after it. */
async function faulty(script: Script, work: () => Promise<Response>): Promise<Response> {
  if (script.rate_limited)
    return Response.json(errorAnswer('invalid_request_error', 'rate_limit'), { status: 429 });
  const fails = script.timeout || script.error;
  if (fails && script.lost !== 'after')
    return script.timeout ? await silence() : Response.json(errorAnswer('api_error', null), { status: 500 });
  const answer = await work();
  if (fails)
    return script.timeout ? await silence() : Response.json(errorAnswer('api_error', null), { status: 500 });
  if (script.malformed)
    return new Response('{"id": "pi_', { headers: { 'content-type': 'application/json' } });
  if (script.other_id || script.currency) {
    const body = (await answer.json()) as Record<string, unknown>;
    const other = {
      ...body,
      ...(script.other_id ? { id: 'pi_other', metadata: {} } : { currency: script.currency }),
    };
    return Response.json(other, { status: answer.status });
  }
  return answer;
}
