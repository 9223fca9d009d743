import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['electron', 'renderer', 'shared', 'build', 'package.json', 'package-lock.json'];
const STAMP = 'dist/sources.sha256';
const PRODUCTS = [
  'dist/main.js',
  'dist/preload.cjs',
  'dist/loopback.js',
  'dist/simulator.js',
  'dist/verify-worker.js',
  'dist/report-worker.js',
  'dist/renderer/index.html',
  'dist/renderer/simulator.html',
];

/** SHA-256 over every source's path and content: a clock or a checkout cannot fool it. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  };
  for (const source of SOURCES) {
    const full = join(root, source);
    if (!existsSync(full)) continue;
    if (source.includes('.')) {
      add(source);
      continue;
    }
    for (const entry of readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map((found) => join(found.parentPath, found.name).slice(root.length + 1))
      .sort()) {
      add(entry);
    }
  }
  return hash.digest('hex');
}

export function isStale(root: string, hash: string): boolean {
  if (!PRODUCTS.every((product) => existsSync(join(root, product)))) return true;
  const stamp = join(root, STAMP);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash;
}

export function markFresh(root: string, hash: string): void {
  writeFileSync(join(root, STAMP), hash);
}
