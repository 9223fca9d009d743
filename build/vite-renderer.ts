import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { NONCE_PLACEHOLDER } from '../electron/host/content-policy.ts';

/** The page: everything in files of its own origin, since the CSP allows neither inline code nor data: fonts. */
export function rendererBuild(root: string, outDir: string): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'renderer'),
    base: '/',
    publicDir: join(root, 'build/icons/public'),
    logLevel: 'warn',
    plugins: [react()],
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        input: ['index.html', 'simulator.html'].map((page) => join(root, 'renderer', page)),
      },
      reportCompressedSize: false,
    },
  };
}
