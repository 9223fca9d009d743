import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts the built virtual terminal beside this process, which it ends with; returns what a desk pairs with, as JSON. */
export async function startSimulator(root: string): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'dist', 'simulator.js'), '--json'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const offer = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the virtual terminal ended with ${code}`)));
  });
  console.log(
    `Guichet: terminal virtuel / virtual terminal: ${(JSON.parse(offer) as { page: string }).page}`,
  );
  // the open pipe ends it with us; nothing here waits for it
  child.unref();
  for (const stream of [child.stdin, child.stdout]) (stream as { unref?: () => void }).unref?.();
  return offer;
}
