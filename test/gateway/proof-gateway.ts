/**
 * The long proof of the gateway, with real processes over a real network: two clerks who retry at once, then the desk
 * killed by SIGKILL at every step of a charge and of a refund, under each fault of the processor, and again in the start
 * that follows. The processor is a process of its own, and it is there that the money is counted.
 * `npm run proof:gateway` runs all; `-- race`, `-- charge`, `-- refund` one part; `-- charge 2/4` one shard. Prints
 * counts and the seed, ends with 1 on a fault.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type GatewayBase,
  type GatewayDeath,
  makeGatewayBase,
  readSteps,
  tryGatewayDeath,
} from '../support/gateway-kills.ts';
import { GATEWAY_FAULTS } from '../support/gateway-trial.ts';
import { raceRetries } from '../support/retry-race.ts';

const SEED = 20_261_127;
const ROUNDS = 1000;
/** Two at a time: a machine that sells has two cores. */
const WORKERS = 2;
const AGAIN = [
  'recovery:before-move',
  'recovery:before-commit',
  'recovery:after-commit',
  'terminal:before-status',
  'terminal:before-journal',
  'terminal:after-journal',
  'outcome:after-move',
  'outcome:before-commit',
];

const [asked, shard = '1/1'] = process.argv.slice(2);
const [part = 1, parts = 1] = shard.split('/').map(Number);
const startedAt = Date.now();
let wrong = 0;

if (asked === undefined || asked === 'race') {
  const race = await raceRetries(ROUNDS);
  console.log(`${ROUNDS} retries pressed by two clerks at once: ${race.charges} charges`);
  if (race.charges !== ROUNDS) wrong += 1;
}

const kinds = (['charge', 'refund'] as const).filter((kind) => asked === undefined || asked === kind);
if (kinds.length > 0) await killAll();
console.log(`seed ${SEED}, ${Math.round((Date.now() - startedAt) / 1000)} s, ${wrong} wrong`);
process.exit(wrong === 0 ? 0 : 1);

async function killAll(): Promise<void> {
  const folders = Array.from({ length: WORKERS }, () => mkdtempSync(join(tmpdir(), 'guichet-proof-')));
  const bases: GatewayBase[] = [];
  try {
    for (const folder of folders) bases.push(await makeGatewayBase(folder));
    const deaths = await planDeaths(bases[0] as GatewayBase, join(folders[0] as string, 'steps'));
    const left = deaths.filter((_death, index) => index % parts === part - 1);
    const tally = { trials: 0, kills: 0, movedMinor: 0, postedMinor: 0, openMinor: 0 };
    const states: Record<string, number> = {};
    const work = async (base: GatewayBase, folder: string) => {
      for (let death = left.shift(); death; death = left.shift()) {
        tally.trials += 1;
        try {
          const told = await tryGatewayDeath(base, join(folder, 'trial'), death);
          tally.kills += told.kills;
          tally.movedMinor += told.movedMinor;
          tally.postedMinor += told.postedMinor;
          tally.openMinor += told.openMinor;
          states[told.state] = (states[told.state] ?? 0) + 1;
        } catch (error) {
          wrong += 1;
          console.error(`WRONG  ${(error as Error).message}`);
        }
        if (tally.trials % 100 === 0)
          console.log(`${tally.trials} trials, ${left.length} left, ${wrong} wrong`);
      }
    };
    await Promise.all(bases.map((base, index) => work(base, folders[index] as string)));
    console.log(tally, states);
  } finally {
    for (const base of bases) await base.simulator.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** Each step that each command passes under each fault, and every second one once more with a death in the next start. */
async function planDeaths(base: GatewayBase, folder: string): Promise<GatewayDeath[]> {
  const deaths: GatewayDeath[] = [];
  for (const kind of kinds)
    for (const [row, { name, script }] of GATEWAY_FAULTS.entries()) {
      const steps = await readSteps(base, folder, { kind, script });
      // a question asked over and over passes the same points: its first two times are steps, the rest repeat them
      const told = steps.filter(({ point, occurrence }) => occurrence <= 2 || point.startsWith('commit'));
      console.log(`${kind}, the gateway ${name}: ${told.length} steps`);
      for (const [column, step] of told.entries()) {
        const death = { kind, fault: name, script, ...step };
        deaths.push(death);
        if ((row + column) % 2 === 0)
          deaths.push({
            ...death,
            again: {
              point: AGAIN[(SEED + row * 3 + column) % AGAIN.length] ?? 'recovery:before-move',
              occurrence: 1,
            },
          });
      }
    }
  return deaths;
}
