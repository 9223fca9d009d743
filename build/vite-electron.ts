import { join } from 'node:path';
import type { InlineConfig } from 'vite';

export interface Bundle {
  readonly entry: string;
  readonly file: string;
  readonly format: 'es' | 'cjs';
}

/** A sandboxed preload must be one CommonJS file; the hosts, the virtual terminal and the threads that verify and report are modules. */
export const BUNDLES: readonly Bundle[] = [
  { entry: 'electron/main.ts', file: 'main.js', format: 'es' },
  { entry: 'electron/preload.ts', file: 'preload.cjs', format: 'cjs' },
  { entry: 'electron/loopback.ts', file: 'loopback.js', format: 'es' },
  { entry: 'electron/simulator.ts', file: 'simulator.js', format: 'es' },
  { entry: 'electron/ledger/verify-worker.ts', file: 'verify-worker.js', format: 'es' },
  { entry: 'electron/usecase/report/report-worker.ts', file: 'report-worker.js', format: 'es' },
];

/** Left outside every bundle: Electron itself, and the one native module. */
export const EXTERNAL = ['electron', 'better-sqlite3'];

/** One bundle for Node or Electron, everything but the native module inside it. */
export function electronBuild(root: string, outDir: string, bundle: Bundle): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(root, bundle.entry),
        output: { format: bundle.format, entryFileNames: bundle.file, codeSplitting: false },
      },
    },
  };
}
