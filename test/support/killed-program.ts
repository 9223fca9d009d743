import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { electronBuild } from '../../build/vite-electron.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Inside the project, so that the native module is found. */
const FOLDER = join(ROOT, 'node_modules/.cache', `guichet-killed-${process.pid}`);

const built = new Map<string, Promise<string>>();

/**
 * One file of the program and all it imports: hundreds of processes start it, and each would read a thousand files.
 * Built once in each process that asks, gone when that ends.
 */
function programOf(name: string): Promise<string> {
  const known = built.get(name);
  if (known) return known;
  if (built.size === 0) process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
  const file = `${name}.js`;
  const bundle = { entry: `test/support/${name}.ts`, file, format: 'es' } as const;
  const path = build(electronBuild(ROOT, FOLDER, bundle)).then(() => join(FOLDER, file));
  built.set(name, path);
  return path;
}

/**
 * Runs `test/support/NAME.ts` in a process of its own, which is meant to die by SIGKILL: true when it did, false when it
 * came to its end. Throws what it said when it failed by itself. `onStart` may kill it from outside.
 */
export async function runKilled(
  name: string,
  args: readonly string[],
  onStart: (child: ChildProcess) => void = () => {},
): Promise<boolean> {
  const child = spawn(process.execPath, [await programOf(name), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onStart(child);
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, by) => {
      if (by === null && code !== 0) reject(new Error(`${name} failed by itself: ${said}`));
      else resolve(by === 'SIGKILL');
    });
  });
}
