/**
 * The long proof of the drawer: 20,000 random days of two tills through the whole service, against a model that
 * shares no line with it. `npm run proof:till` runs all in two processes, `-- 300 100` the desks 300 to 399.
 * Every desk has its own seed; every tenth is on disk and is stopped and started in the middle of hand-overs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHalves } from '../support/run-halves.ts';
import { NO_COUNTS, runDays } from '../support/till-days/desk-days.ts';

const SEED = 5_000_000;
const DAYS_PER_DESK = 20;
const DESKS = 1000;
const REPORT_EVERY = 50;

const HALF = DESKS / 2;
const [first, count = DESKS - Number(first)] = process.argv.slice(2);
if (first === undefined)
  await runHalves(import.meta.filename, [
    ['0', `${HALF}`],
    [`${HALF}`, `${HALF}`],
  ]);
else await runDesks(Number(first), Number(first) + Number(count));

async function runDesks(first: number, last: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-days-'));
  const counts = { ...NO_COUNTS };
  const startedAt = Date.now();
  let faults = 0;

  try {
    for (let number = first; number < last; number += 1) {
      const seed = SEED + number;
      const path = number % 10 === 0 ? join(folder, `desk-${number}.ledger`) : undefined;
      try {
        await runDays({ seed, days: DAYS_PER_DESK, counts, ...(path ? { path } : {}) });
      } catch (error) {
        faults += 1;
        console.log(`WRONG  desk ${number}, seed ${seed}: ${error instanceof Error ? error.message : error}`);
      }
      if ((number + 1) % REPORT_EVERY === 0)
        console.log(
          `desk ${number}, ${Math.round((Date.now() - startedAt) / 1000)} s: ${JSON.stringify(counts)}`,
        );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  console.log(
    `${counts.days} days of desks ${first} to ${last - 1} (seeds ${SEED + first} to ${SEED + last - 1}), ` +
      `${faults} wrong: ${JSON.stringify(counts)}`,
  );
  process.exitCode = faults === 0 ? 0 : 1;
}
