import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULTS, makeTrialBase, runTrial } from '../support/integrated-trial.ts';
import { testFolder } from '../support/ledger-fixture.ts';

const SEED = 20_261_124;
const TRIALS_PER_FAULT = 2;
/** Named points of one refund, from its command to its outcome; `npm run proof:answers` dies at each. */
const POINTS = 30;

test('dying somewhere, with any answer of the terminal: money moved = posted + open', {
  timeout: 60_000,
}, async () => {
  const folder = testFolder();
  const base = await makeTrialBase(folder);
  const states: Record<string, number> = {};
  let deaths = 0;
  for (const [index, fault] of FAULTS.entries()) {
    for (let trial = 0; trial < TRIALS_PER_FAULT; trial += 1) {
      const step = 1 + ((SEED + index * 7 + trial * 13) % POINTS);
      const again = trial === 0 ? undefined : 1 + (index % 4);
      const place = join(folder, `${index}-${trial}`);
      const { died, state } = await runTrial(base, place, fault, { step, again });
      if (died) deaths += 1;
      states[state] = (states[state] ?? 0) + 1;
    }
  }
  console.log(`an integrated terminal, seed ${SEED}: ${deaths} deaths`, states);
  expect(deaths).toBeGreaterThan(FAULTS.length);
});
