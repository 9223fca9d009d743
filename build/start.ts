import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OFFER_VARIABLE } from '../electron/demo/pair-virtual-terminal.ts';
import { buildIfStale } from './build.ts';
import { electronBinary } from './electron-binary.ts';
import { startSimulator } from './start-simulator.ts';

/** `npm start`: builds when something changed, then the desktop app where Electron's binary is, a browser otherwise. */
const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const tookMs = await buildIfStale(root);
if (tookMs !== null) console.log(`Guichet: built in ${(tookMs / 1000).toFixed(1)} s.`);

if (args.includes('--demo')) process.env[OFFER_VARIABLE] = await startSimulator(root);

const binary = electronBinary(root);
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (binary && hasDisplay) {
  const child = spawn(binary, [root, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  const why = binary ? 'there is no display' : 'its program is not installed (npx install-electron)';
  console.log(`Guichet: not in Electron, since ${why}; open this address in a browser on this machine:`);
  process.argv.push('--open');
  const loopback = join(root, 'dist', 'loopback.js');
  if (!existsSync(loopback)) throw new Error('dist/loopback.js is missing: npm run build.');
  await import(pathToFileURL(loopback).href);
}
