import { expect, test } from 'vitest';
import { runBilling } from './billing-run.ts';
import { runConcurrencyRounds } from './concurrency-rounds.ts';
import { runLongHistories } from './long-run.ts';

/** The short forms; `npm run proof:histories` runs 20,000, 240 and 1,000 of them. */
const SEED = 1;
/** Seconds on a machine of its own; more beside other work. */
const LONG_MS = 120_000;

test(
  'random histories of a whole desk agree with a plain count of them',
  async () => {
    const { commands, counts } = await runLongHistories({ firstSeed: SEED, histories: 1 });
    console.log(`histories of a desk: 1, from seed ${SEED}, ${commands} commands`);
    // a history in which nothing happens proves nothing
    for (const name of ['invoice.issue', 'item.cancel', 'rebate.give', 'refund.issue', 'payment.void'])
      expect(counts.get(`${name} done`) ?? 0, name).toBeGreaterThan(0);
  },
  LONG_MS,
);

test(
  'random histories of billing agree with a plain count of them',
  async () => {
    const { histories, commands, counts } = await runBilling({ firstSeed: SEED, histories: 20, steps: 20 });
    console.log(`histories of billing: ${histories}, from seed ${SEED}, ${commands} commands`);
    for (const name of ['invoice.issue', 'item.cancel', 'plan.make', 'invoice.replaceItem', 'bulk.run'])
      expect(counts.get(`${name} done`) ?? 0, name).toBeGreaterThan(0);
  },
  LONG_MS,
);

test(
  'eight commands at once: one effect, or as many as the money allows; the others are typed refusals',
  async () => {
    const { rounds, commands } = await runConcurrencyRounds(2);
    console.log(`eight at once: ${rounds} rounds, ${commands} commands`);
    expect(commands).toBe(rounds * 19 * 8);
  },
  LONG_MS,
);
