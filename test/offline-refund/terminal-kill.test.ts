import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../support/ledger-fixture.ts';
import {
  type Death,
  KILL_POINTS,
  makeKillBase,
  RECOVERY_POINTS,
  SCRIPTS,
  tryDeath,
} from '../support/terminal-kills.ts';

const SEED = 20_261_127;
/** Real processes; `npm run proof:refund` kills at every point under every script (settled.md 53). */
const KILLS_MAX = 12;
/** One script of so many, so that the few deaths are spread over all of them. */
const STRIDE = 4;

/** Points and scripts walked together, so that a few deaths meet every stage. */
function chosenDeaths(): Death[] {
  return SCRIPTS.filter((_script, index) => index % STRIDE === SEED % STRIDE).map((script, index) => {
    const kind = index % 2 === 0 ? 'refund' : 'payment';
    const points = KILL_POINTS[kind];
    const point = points[(SEED + index * 5) % points.length] ?? '';
    const again = index % STRIDE === 0 ? RECOVERY_POINTS[index % RECOVERY_POINTS.length] : undefined;
    return { kind, script, point, again };
  });
}

test('the program killed for real, over a real network: money the terminal moved = posted + open', {
  timeout: 300_000,
}, async () => {
  const folder = testFolder();
  const base = await makeKillBase(folder);
  const states: Record<string, number> = {};
  let kills = 0;
  let moved = 0;
  for (const [index, death] of chosenDeaths().entries()) {
    if (kills + (death.again ? 2 : 1) > KILLS_MAX) break;
    const told = await tryDeath(base, join(folder, String(index)), death);
    kills += told.kills;
    moved += told.movedMinor;
    states[told.state] = (states[told.state] ?? 0) + 1;
    expect(told.movedMinor).toBe(told.postedMinor + told.openMinor);
    expect(told.settledAfterMs).toBeLessThanOrEqual(10_000);
  }
  console.log(`seed ${SEED}: ${kills} kills, ${moved} cents moved`, states);
  expect(kills).toBeGreaterThanOrEqual(8);
});
