/**
 * The long proof of the exported journal: `npm run proof:journal -- [histories] [first seed] [commands]`; three
 * histories of 5,000 commands unless said, each read by hledger, ledger and beancount in both forms and languages.
 */
import { join } from 'node:path';
import { startVitest } from 'vitest/node';

const [histories = '3', firstSeed = '1', commands = '5000'] = process.argv.slice(2);
process.env.GUICHET_JOURNAL_COMMANDS = commands;
process.env.CI = '1';
const root = join(import.meta.dirname, '../..');
for (let seed = Number(firstSeed); seed < Number(firstSeed) + Number(histories); seed += 1) {
  process.env.GUICHET_SEED = String(seed);
  const run = await startVitest('test', ['test/journal/journal-oracle'], {
    config: join(root, 'build/vitest.config.ts'),
    watch: false,
  });
  await run.close();
}
