import { serve } from '@hono/node-server';
import { SimulatedWorld } from './simulated-world.ts';
import { simulatorApp } from './simulator-app.ts';

export interface ServedSimulator {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  readonly world: SimulatedWorld;
  close(): Promise<void>;
}

/** Serves the simulated processor on this machine only. */
export async function serveSimulator(
  options: { port?: number; now?: () => number; file?: string } = {},
): Promise<ServedSimulator> {
  const world = new SimulatedWorld(options);
  const app = simulatorApp(world);
  return await new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port ?? 0 }, ({ port }) =>
      resolve({
        address: `http://127.0.0.1:${port}`,
        world,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
  });
}
