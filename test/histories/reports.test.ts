import { expect, test } from 'vitest';
import { History } from './history.ts';
import { requireDetail, requireTies } from './report-ties.ts';

/** `npm run proof:reports` sets the number of histories; the short form runs with every unit test. */
const HISTORIES = Number(process.env.GUICHET_REPORT_HISTORIES ?? 8);
const FIRST_SEED = Number(process.env.GUICHET_SEED ?? 1);
const STEPS = 40;
const HOUR_MS = 3_600_000;
const FIRST_DAY = '2026-03-02';
const LONG_MS = 3_600_000;

test(
  'every report ties out after any history, and none disagrees with another',
  async () => {
    let ties = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
      const history = new History(seed);
      // from a busy day to a slow month: tills stay open over midnight, refunds come in another month
      history.stepMs = [60_000, HOUR_MS, 5 * HOUR_MS, 26 * HOUR_MS][seed % 4] ?? HOUR_MS;
      try {
        await history.run(STEPS, async () => {
          const today = history.desk.clock.now().toISOString().slice(0, 10);
          ties += await requireTies(history.desk, [FIRST_DAY, today]);
          await requireDetail(history.desk, { fromDate: FIRST_DAY, toDate: today });
        });
      } catch (error) {
        throw new Error(`history of seed ${seed} disagrees`, { cause: error });
      }
    }
    console.log(
      `reports: ${HISTORIES} histories, seeds ${FIRST_SEED} to ${FIRST_SEED + HISTORIES - 1}, ${ties} ties`,
    );
    expect(ties).toBeGreaterThan(HISTORIES * 50);
  },
  LONG_MS,
);
