import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readOffer } from '../../electron/demo/pair-virtual-terminal.ts';

const ENTRY = join(import.meta.dirname, '..', '..', 'dist', 'simulator.js');

/** The built virtual terminal in a process of its own, as anybody starts it; its page is where the client is played. */
export async function startSimulatorProcess() {
  if (!existsSync(ENTRY)) throw new Error('dist/ is missing: npm run build.');
  const child = spawn(process.execPath, [ENTRY, '--json'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the virtual terminal ended with ${code}`)));
  });
  const offer = readOffer(line);
  if (!offer) throw new Error('the virtual terminal said nothing');
  return {
    ...offer,
    /** Ends it the way its starter's death would. */
    async stop(): Promise<void> {
      child.stdin.end();
      await ended;
    },
  };
}

export type SimulatorProcess = Awaited<ReturnType<typeof startSimulatorProcess>>;
