/**
 * The long proof: kills a refund at every point, every commit of it, and once more in the recovery that follows.
 * `npm run proof:kill` runs all; `npm run proof:kill -- terminal` (`cash`, `parts`) one third. Prints each trial, ends with 1 on a fault.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  COMMIT_POINTS,
  finishAndCompare,
  KILL_POINTS,
  killAt,
  MORE_KILL_POINTS,
  makeBase,
  makeTrial,
  RECOVERY_POINTS,
} from '../support/kill-trials.ts';

interface Kill {
  point: string;
  occurrence: number;
}

/** The second part of a refund that goes two ways passes every point again, but for the holds, placed once for both. */
function timesOf(destination: string, point: string): number[] {
  return destination === 'parts' && point !== 'refund:after-holds' ? [1, 2] : [1];
}

/** More commits than one refund makes: the proof stops at the first that is not reached. */
const MAX_OCCURRENCES = 20;

const folder = mkdtempSync(join(tmpdir(), 'guichet-proof-'));
const only = process.argv[2];
let trials = 0;
let faults = 0;

try {
  const base = await makeBase(folder);
  for (const destination of ['terminal', 'cash', 'parts'] as const) {
    if (only !== undefined && only !== destination) continue;
    const tryOnce = async (first: Kill, second?: string): Promise<boolean> => {
      trials += 1;
      const name = `${destination} ${first.point} ${first.occurrence}${second ? `, then ${second}` : ''}`;
      const trial = makeTrial(base[destination], destination, join(folder, `trial-${trials}`));
      if (!(await killAt(trial, first.point, first.occurrence))) return false;
      if (second) await killAt(trial, second);
      const problems = await finishAndCompare(trial);
      if (problems.length > 0) faults += 1;
      console.log(
        `${problems.length === 0 ? 'right' : 'WRONG'}  ${name}${problems.map((each) => `\n       ${each}`).join('')}`,
      );
      return true;
    };
    const kills: Kill[] = [...KILL_POINTS, ...MORE_KILL_POINTS].flatMap((point) =>
      timesOf(destination, point).map((occurrence) => ({ point, occurrence })),
    );
    for (const kill of kills) {
      if (!(await tryOnce(kill))) throw new Error(`${kill.point} was never reached`);
      for (const recovery of RECOVERY_POINTS) await tryOnce(kill, recovery);
    }
    for (const point of COMMIT_POINTS) {
      let occurrence = 1;
      while (occurrence <= MAX_OCCURRENCES && (await tryOnce({ point, occurrence }))) {
        await tryOnce({ point, occurrence }, 'recovery:before-commit');
        occurrence += 1;
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${trials} trials, ${faults} wrong`);
process.exit(faults === 0 ? 0 : 1);
