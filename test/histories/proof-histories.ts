/**
 * The long proof of the money: `npm run proof:histories` in two processes, `npm run proof:histories -- 1/2` one half of
 * it. 20,000 random histories of billing, 240 of a whole desk, and 1,000 rounds of eight commands at once, every ledger
 * verified. One history again, compared after each command: `-- seed 1234`, with the first seed of its desk.
 */
import { runHalves } from '../support/run-halves.ts';
import { runBilling } from './billing-run.ts';
import { runConcurrencyRounds } from './concurrency-rounds.ts';
import { coverage, merge } from './counts.ts';
import { runLongHistories } from './long-run.ts';

const BILLING = 20_000;
const LONG = 240;
const ROUNDS = 1_000;
const STEPS = 20;
/** Twenty-five histories, the most that one desk has. */
const ONE_DESK = 25;
const TELL_EVERY = 500;

const [shard, firstOfDesk] = process.argv.slice(2);
if (shard === undefined) await runHalves(import.meta.filename, [['1/2'], ['2/2']]);
else if (shard === 'seed') await runBilling({ ...deskOf(Number(firstOfDesk)), comparesEach: true });
else await runShard(shard);

function deskOf(firstSeed: number) {
  return { firstSeed, histories: ONE_DESK, steps: STEPS };
}

async function runShard(asked: string): Promise<void> {
  const [index = 1, count = 1] = asked.split('/').map(Number);
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1_000);
  const part = (whole: number) => {
    const histories = Math.ceil(whole / count);
    return { firstSeed: 1 + (index - 1) * histories, histories };
  };
  const long = await runLongHistories(part(LONG));
  console.log(`${asked}: ${long.histories} histories of a desk, ${long.commands} commands, ${seconds()} s`);
  const rounds = Math.ceil(ROUNDS / count);
  const concurrent = await runConcurrencyRounds(rounds, (index - 1) * rounds);
  console.log(
    `${asked}: ${concurrent.rounds} rounds of eight at once, ${concurrent.commands} commands, ${seconds()} s`,
  );
  console.log(coverage(concurrent.words).join('\n'));
  const ask = part(BILLING);
  const billing = await runBilling({ ...ask, steps: STEPS }, (done) => {
    if (done % TELL_EVERY === 0) console.log(`${asked}: ${done} histories of billing, ${seconds()} s`);
  });
  const seeds = `seeds ${ask.firstSeed} to ${ask.firstSeed + ask.histories - 1}`;
  console.log(
    `${asked}: ${billing.histories} histories of billing, ${seeds}, ${billing.commands} commands, none disagrees`,
  );
  const words = new Map(long.counts);
  merge(words, billing.counts);
  console.log(coverage(words).join('\n'));
  console.log(`${asked}: done in ${seconds()} s`);
}
