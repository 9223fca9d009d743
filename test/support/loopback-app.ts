import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fastFolder } from '../../build/fast-folder.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const START_LIMIT_MS = 60_000;

export interface LoopbackApp {
  /** The newest address to open; each one is good for one page. */
  readonly address: string;
  readonly port: number;
  readonly ledgerFile: string;
  /** Closes the ledger and ends the process. */
  stop(): Promise<void>;
  /** Ends the process as if the power went. */
  kill(): Promise<void>;
  /** Starts again on the same ledger and the same port, after `stop` or `kill` (or stops first). */
  restart(): Promise<void>;
  /** Stops and throws the ledger away. */
  discard(): Promise<void>;
}

export interface LoopbackAppOptions {
  readonly demo?: boolean;
  readonly env?: Record<string, string>;
  /** Writes the ledger before the first start. */
  readonly fill?: (ledgerFile: string) => Promise<void>;
}

/** The built loopback host in a process of its own, on a new ledger in a temporary folder. */
export async function startLoopbackApp(options: LoopbackAppOptions = {}): Promise<LoopbackApp> {
  const folder = await mkdtemp(join(fastFolder(), 'guichet-e2e-'));
  const ledgerFile = join(folder, 'desk.guichet');
  let port = 0;
  let address = '';
  let child: ChildProcess | undefined;

  const start = async () => {
    const entry = join(ROOT, 'dist', 'loopback.js');
    if (!existsSync(entry)) throw new Error('dist/ is missing: npm run build.');
    const args = options.demo ? ['--demo'] : ['--ledger', ledgerFile];
    const started = spawn(process.execPath, [entry, ...args, '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TMPDIR: fastFolder(), ...options.env },
    });
    child = started;
    let said = '';
    started.stderr!.on('data', (data: Buffer) => {
      said += data;
    });
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error(`no address after ${START_LIMIT_MS} ms: ${said}`)),
        START_LIMIT_MS,
      );
      started.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said}`)));
      createInterface({ input: started.stdout! }).on('line', (line) => {
        const found = /http:\/\/127\.0\.0\.1:(\d+)\/\S*/.exec(line);
        if (!found) return;
        address = found[0];
        port = Number(found[1]);
        clearTimeout(limit);
        resolve();
      });
    });
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  };

  await options.fill?.(ledgerFile);
  await start();
  return {
    get address() {
      return address;
    },
    get port() {
      return port;
    },
    ledgerFile,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGTERM');
      await start();
    },
    async discard() {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
