/**
 * The long proof for an integrated terminal: each answer of the terminal, the program dying at each named point of a
 * refund, and again in the start that follows. `npm run proof:answers`. Throws at the first fault.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULTS, makeTrialBase, runTrial } from '../support/integrated-trial.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-proof-'));
const base = await makeTrialBase(folder);
let trials = 0;
for (const fault of FAULTS) {
  const states: Record<string, number> = {};
  let points = 0;
  for (let isReached = true; isReached; ) {
    points += 1;
    for (const again of [undefined, 1 + (points % 6)]) {
      trials += 1;
      const place = join(folder, String(trials));
      const { died, state } = await runTrial(base, place, fault, { step: points, again });
      rmSync(place, { recursive: true });
      states[state] = (states[state] ?? 0) + 1;
      isReached = died;
    }
  }
  console.log(`${fault.name}: ${points - 1} points`, states);
}
rmSync(folder, { recursive: true });
console.log(`${trials} trials of ${FAULTS.length} faults: 0 double, 0 lost`);
