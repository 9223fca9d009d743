import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import {
  TERMINAL_SCRIPTS,
  type TerminalGesture,
  type VirtualTerminalView,
} from '../../shared/contract/virtual-terminal.ts';
import { ANSWER_HEADERS, contentSecurityPolicy } from './content-policy.ts';
import { requireJson, requireOwnHost } from './loopback-guards.ts';
import { readPageFile } from './page-files.ts';

export interface SimulatorHostOptions {
  readonly view: () => VirtualTerminalView;
  readonly gesture: (gesture: TerminalGesture) => void;
  /** Folder of the built pages. */
  readonly pageFolder: string;
  /** 0: any free port. */
  readonly port: number;
}

const GESTURE_BYTES_MAX = 1024;

const gesture = z.union([
  z.strictObject({
    do: z.enum(['present', 'decline', 'cancel', 'pull-cable', 'plug-cable', 'close-batch']),
  }),
  z.strictObject({ do: z.literal('reboot'), forgets: z.boolean() }),
  z.strictObject({ do: z.literal('choose-card'), last4: z.string().regex(/^\d{4}$/) }),
  z.strictObject({ do: z.literal('choose-script'), script: z.enum(TERMINAL_SCRIPTS) }),
]);

/** Serves the page of a virtual terminal to a browser on this machine; returns its address. It moves no real money. */
export async function startSimulatorHost(
  options: SimulatorHostOptions,
): Promise<{ address: string; close: () => Promise<void> }> {
  let authority = '';
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(ANSWER_HEADERS)) context.header(name, value);
    if (!context.res.headers.has('Content-Security-Policy'))
      context.header('Content-Security-Policy', contentSecurityPolicy('none'));
  });
  app.use(requireOwnHost(() => authority));
  app.get('/state', (context) => context.json(options.view()));
  app.post('/gesture', requireJson, bodyLimit({ maxSize: GESTURE_BYTES_MAX }), async (context) => {
    const read = gesture.safeParse(await context.req.json().catch(() => undefined));
    if (!read.success) return context.json({ error: 'not-a-gesture' }, 400);
    options.gesture(read.data);
    return context.json(options.view());
  });
  app.get('*', async (context) => {
    const path = context.req.path === '/' ? '/simulator.html' : context.req.path;
    const file = await readPageFile(options.pageFolder, path);
    return file ? context.body(file.body, 200, { ...file.headers }) : context.notFound();
  });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, resolve);
  });
  authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `http://${authority}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
