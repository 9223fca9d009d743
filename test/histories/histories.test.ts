import { expect, test } from 'vitest';
import { runConcurrencyRounds } from './concurrency-rounds.ts';
import { History } from './history.ts';

/** `npm run proof:histories` sets the number of histories; the short form runs with every unit test. */
const HISTORIES = Number(process.env.GUICHET_HISTORIES ?? 5);
const FIRST_SEED = Number(process.env.GUICHET_SEED ?? 1);
const STEPS = 120;
const ROUNDS = Math.ceil(HISTORIES / 2);
const LONG_MS = 600_000;

test(
  'random histories agree with a plain count of them',
  async () => {
    const counts = new Map<string, number>();
    for (let seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
      const history = new History(seed);
      try {
        await history.run(STEPS);
      } catch (error) {
        throw new Error(`history of seed ${seed} disagrees`, { cause: error });
      }
      for (const [word, count] of history.counts) counts.set(word, (counts.get(word) ?? 0) + count);
    }
    const sent = [...counts.values()].reduce((sum, each) => sum + each, 0);
    const lines = [...counts].sort().map(([word, count]) => `  ${word} ${count}`);
    console.log(
      `histories: ${HISTORIES}, seeds ${FIRST_SEED} to ${FIRST_SEED + HISTORIES - 1}, ${sent} commands`,
      HISTORIES > 5 ? `\n${lines.join('\n')}` : '',
    );
    // a history in which nothing happens proves nothing
    for (const word of [
      'invoice.issue',
      'item.cancel',
      'rebate.give',
      'refund.issue',
      'refund.settle',
      'payment.void',
    ])
      expect(counts.get(`${word} done`) ?? 0, word).toBeGreaterThan(HISTORIES);
  },
  LONG_MS,
);

test(
  'eight commands at once: one effect, the others typed refusals',
  async () => {
    expect(await runConcurrencyRounds(FIRST_SEED, ROUNDS)).toBe(ROUNDS * 4 * 8);
    console.log(`concurrency: ${ROUNDS} rounds, ${ROUNDS * 4 * 8} commands, seed ${FIRST_SEED}`);
  },
  LONG_MS,
);
