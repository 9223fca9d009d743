/** The long proof of the money: `npm run proof:histories -- [histories] [first seed]`; 240 histories unless said. */
import { join } from 'node:path';
import { startVitest } from 'vitest/node';

const [histories = '240', seed = '1'] = process.argv.slice(2);
process.env.GUICHET_HISTORIES = histories;
process.env.GUICHET_SEED = seed;
const root = join(import.meta.dirname, '../..');
const run = await startVitest('test', ['test/histories'], {
  config: join(root, 'build/vitest.config.ts'),
  watch: false,
});
await run.close();
