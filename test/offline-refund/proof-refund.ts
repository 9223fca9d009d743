/**
 * The long proof for an integrated terminal, with real processes over a real network: the desk dies by SIGKILL at every
 * step, under every behaviour of the terminal, and again in the start that follows; refunds and payments.
 * `npm run proof:refund` runs all in two processes; `-- refund`, `-- payment` one kind; `-- all 2/8`, `-- refund 2/8` one
 * shard of eight. Prints counts and the seed, ends with 1 on a fault.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHalves } from '../support/run-halves.ts';
import {
  type Death,
  KILL_POINTS,
  type KillBase,
  makeKillBase,
  nameOf,
  RECOVERY_POINTS,
  SCRIPTS,
  tryDeath,
} from '../support/terminal-kills.ts';

const SEED = 20_261_127;
/** Two at a time: while one waits for its terminal the other works. */
const WORKERS = 2;

const [kindAsked, shard = '1/1'] = process.argv.slice(2);
const [part = 1, parts = 1] = shard.split('/').map(Number);
const kinds = (['refund', 'payment'] as const).filter((kind) => kindAsked === kind || kindAsked === 'all');
if (kindAsked === undefined)
  await runHalves(import.meta.filename, [
    ['all', '1/2'],
    ['all', '2/2'],
  ]);
else if (kinds.length === 0 || !(part >= 1 && part <= parts))
  throw new Error('proof:refund [all|refund|payment] [part/parts]');
else await runShard();

function planDeaths(): Death[] {
  return kinds.flatMap((kind) =>
    SCRIPTS.flatMap((script, row) =>
      KILL_POINTS[kind].flatMap((point, column) => {
        const again = RECOVERY_POINTS[(SEED + row * 3 + column) % RECOVERY_POINTS.length];
        // every death once, and every second one once more with a death in the start that follows
        return [
          { kind, script, point },
          ...((row + column) % 2 === 0 ? [{ kind, script, point, again }] : []),
        ];
      }),
    ),
  );
}

async function runShard(): Promise<void> {
  const mine = planDeaths().filter((_death, index) => index % parts === part - 1);
  const startedAt = Date.now();
  const tally = { trials: 0, kills: 0, wrong: 0, movedMinor: 0, postedMinor: 0, openMinor: 0, slowestMs: 0 };
  const states: Record<string, number> = {};
  const left = [...mine];

  const tryOne = async (base: KillBase, folder: string, death: Death) => {
    tally.trials += 1;
    try {
      const told = await tryDeath(base, join(folder, 'trial'), death);
      tally.kills += told.kills;
      tally.movedMinor += told.movedMinor;
      tally.postedMinor += told.postedMinor;
      tally.openMinor += told.openMinor;
      tally.slowestMs = Math.max(tally.slowestMs, told.settledAfterMs);
      states[told.state] = (states[told.state] ?? 0) + 1;
      if (told.movedMinor !== told.postedMinor + told.openMinor)
        throw new Error(`${nameOf(death)}: sums differ`);
    } catch (error) {
      tally.wrong += 1;
      console.error(`WRONG  ${(error as Error).message}`);
    }
    if (tally.trials % 100 === 0) console.log(`${tally.trials} of ${mine.length}, ${tally.wrong} wrong`);
  };
  const work = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-proof-'));
    const base = await makeKillBase(folder);
    try {
      for (let death = left.shift(); death; death = left.shift()) await tryOne(base, folder, death);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));

  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
  const steps = kinds.map((kind) => `${kind} ${KILL_POINTS[kind].length} steps`).join(', ');
  console.log(
    `seed ${SEED}, shard ${part}/${parts}: ${steps} x ${SCRIPTS.length} behaviours of the terminal`,
  );
  console.log(
    `${tally.trials} trials, ${tally.kills} processes killed, ${tally.wrong} wrong, ${minutes} min`,
  );
  console.log(`moved ${tally.movedMinor} = posted ${tally.postedMinor} + open ${tally.openMinor} cents`);
  console.log(
    `known at the latest ${tally.slowestMs / 1000} s after the terminal could answer; states`,
    states,
  );
  if (tally.wrong > 0) process.exitCode = 1;
}
