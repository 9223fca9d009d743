import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

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
