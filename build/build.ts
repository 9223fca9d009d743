import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashSources, isStale, markFresh } from './stale.ts';

/**
 * Bundles the page and both hosts into dist/, unless nothing changed since. Built beside and swapped in, so that a
 * second build or a running host never meets half a folder. Returns how long it took, or null when it was fresh.
 */
export async function buildIfStale(root: string): Promise<number | null> {
  const hash = hashSources(root);
  if (!isStale(root, hash)) return null;
  const startedAt = performance.now();
  const [{ build }, { BUNDLES, electronBuild }, { rendererBuild }] = await Promise.all([
    import('vite'),
    import('./vite-electron.ts'),
    import('./vite-renderer.ts'),
  ]);
  process.env.NODE_ENV = 'production';
  const fresh = join(root, 'node_modules/.cache', `guichet-build-${process.pid}`);
  try {
    mkdirSync(fresh, { recursive: true });
    await build(rendererBuild(root, join(fresh, 'renderer')));
    for (const bundle of BUNDLES) await build(electronBuild(root, fresh, bundle));
    const dist = join(root, 'dist');
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
    markFresh(root, hash);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return performance.now() - startedAt;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const tookMs = await buildIfStale(join(import.meta.dirname, '..'));
  console.log(tookMs === null ? 'dist/ is up to date.' : `Built dist/ in ${(tookMs / 1000).toFixed(1)} s.`);
}
