import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import type { Service } from './call.ts';
import {
  ANSWER_HEADERS,
  CALL_LIMIT_BYTES,
  contentSecurityPolicy,
  UPLOAD_LIMIT_BYTES,
} from './content-policy.ts';
import { LaunchTokens } from './launch-tokens.ts';
import { PAGE_TOKEN_HEADER, requireJson, requireOwnHost } from './loopback-guards.ts';
import { readPageFile } from './page-files.ts';
import { readCall } from './read-call.ts';

export interface LoopbackOptions {
  readonly service: Service;
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** Operations that may carry a file; every other body stops at 64 KB. */
  readonly uploads: ReadonlySet<string>;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Told of each new address; the one before it has been used. */
  readonly onAddress?: (address: string) => void;
  /** Told of what should not happen; nothing of it crosses the wire. */
  readonly onError?: (error: unknown) => void;
}

export interface LoopbackHost {
  /** The address to open: good for one page, and replaced once used. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the page and the service to a browser on this machine, and to nothing else. */
export async function startLoopbackHost(options: LoopbackOptions): Promise<LoopbackHost> {
  const tokens = new LaunchTokens();
  let authority = '';
  const app = loopbackApp(options, tokens, () => authority);
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    // A slow or stuck sender is cut off: headers 5 s, whole request 10 s, looked at every second (reliability.md §3).
    serverOptions: { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 },
  }) as Server;
  server.maxConnections = 32;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port ?? 0, exclusive: true }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  authority = `127.0.0.1:${port}`;
  const address = () => `http://${authority}/#launch=${tokens.launch}`;
  options.onAddress?.(address());
  return {
    get address() {
      return address();
    },
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function loopbackApp(options: LoopbackOptions, tokens: LaunchTokens, readAuthority: () => string): Hono {
  const app = new Hono();
  // Cookies ignore ports: the port in the name keeps two desks on one machine apart.
  const cookieName = () => `guichet_${readAuthority().split(':')[1]}`;
  const isKnownPage = (context: Context) =>
    tokens.knows(getCookie(context, cookieName()), context.req.header(PAGE_TOKEN_HEADER));
  const refuseBody = (context: Context) => context.json({ error: 'too-large' }, 413);
  const callLimit = bodyLimit({ maxSize: CALL_LIMIT_BYTES, onError: refuseBody });
  const uploadLimit = bodyLimit({ maxSize: UPLOAD_LIMIT_BYTES, onError: refuseBody });

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(ANSWER_HEADERS)) context.header(name, value);
    if (!context.res.headers.has('Content-Security-Policy')) {
      context.header('Content-Security-Policy', contentSecurityPolicy('none'));
    }
  });
  app.use(requireOwnHost(readAuthority));

  app.post('/launch', requireJson, callLimit, async (context) => {
    const body = await readJson(context);
    const token = isRecord(body) ? body.token : undefined;
    const held = getCookie(context, cookieName());
    const page = typeof token === 'string' ? tokens.exchange(token, held) : undefined;
    if (!page) return context.json({ error: 'unknown-launch' }, 401);
    // No `Secure`: there is no TLS on 127.0.0.1, a written deviation (reliability.md §3).
    setCookie(context, cookieName(), page.cookie, { httpOnly: true, sameSite: 'Strict', path: '/' });
    options.onAddress?.(`http://${readAuthority()}/#launch=${tokens.launch}`);
    return context.json({ pageToken: page.header });
  });

  app.use('/call/*', async (context, next) => {
    if (!isKnownPage(context)) return context.json({ error: 'unknown-page' }, 401);
    return next();
  });
  app.post(
    '/call/:operation',
    requireJson,
    (context, next) =>
      (options.uploads.has(context.req.param('operation') ?? '') ? uploadLimit : callLimit)(context, next),
    async (context) => {
      const body = await readJson(context);
      const call =
        isRecord(body) && !('operation' in body)
          ? readCall({ ...body, operation: context.req.param('operation') })
          : undefined;
      if (!call) return context.json({ error: 'not-a-call' }, 400);
      return context.json(await options.service.call(call));
    },
  );

  // Read by fetch, not EventSource, because only fetch can send the page's own token (settled.md 51).
  app.get('/events', (context) => {
    if (!isKnownPage(context)) return context.json({ error: 'unknown-page' }, 401);
    return streamSSE(context, async (stream) => {
      const unsubscribe = options.service.subscribe((event) => {
        void stream.writeSSE({ data: JSON.stringify(event) });
      });
      await stream.writeSSE({ event: 'open', data: '{}' });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      unsubscribe();
    });
  });

  app.get('*', async (context) => {
    const file = await readPageFile(options.pageFolder, new URL(context.req.url).pathname);
    if (!file) return context.json({ error: 'not-found' }, 404);
    return context.body(file.body, 200, file.headers);
  });
  app.notFound((context) => context.json({ error: 'not-found' }, 404));
  app.onError((error, context) => {
    options.onError?.(error);
    return context.json({ error: 'host-failed' }, 500);
  });
  return app;
}

async function readJson(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
