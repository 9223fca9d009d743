import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { fastFolder } from './fast-folder.ts';

const root = join(import.meta.dirname, '..');

/** Unit, property, host and shape tests in one project, acceptance scenarios in the other. */
export default defineConfig({
  root,
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // better-sqlite3 and killed processes: one process per file, two at a time
    pool: 'forks',
    maxWorkers: 2,
    // Hundreds of ledgers are made, and programs started to be killed: without the disk, and each file compiled once
    env: { TMPDIR: fastFolder(), NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node-compile') },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/bench/**', 'test/scenarios/**'],
        },
      },
      { extends: true, test: { name: 'scenarios', include: ['test/scenarios/**/*.test.ts'] } },
    ],
  },
});
