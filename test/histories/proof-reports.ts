/** The long proof of the reports: `npm run proof:reports -- [histories] [first seed]`; 2,000 histories unless said. */
import { join } from 'node:path';
import { startVitest } from 'vitest/node';

const [histories = '2000', seed = '1'] = process.argv.slice(2);
process.env.GUICHET_REPORT_HISTORIES = histories;
process.env.GUICHET_SEED = seed;
const root = join(import.meta.dirname, '../..');
const run = await startVitest('test', ['test/histories/reports.test.ts'], {
  config: join(root, 'build/vitest.config.ts'),
  watch: false,
});
await run.close();
