/**
 * The long proof of the gateway: two clerks who retry at once, and a charge and a refund that die at each named point, with
 * each fault of the processor, and again in the start that follows. `npm run proof:gateway`. Throws at the first fault.
 */
import { GATEWAY_FAULTS, runGatewayTrial } from '../support/gateway-trial.ts';
import { raceRetries } from '../support/retry-race.ts';

const ROUNDS = Number(process.argv[2] ?? 1000);
const race = await raceRetries(ROUNDS);
if (race.charges !== ROUNDS) throw new Error(`${race.charges} charges for ${ROUNDS} retries pressed twice`);
console.log(`${ROUNDS} retries pressed by two clerks at once: ${race.charges} charges`);

let trials = 0;
for (const what of ['charge', 'refund'] as const)
  for (const { name, script } of GATEWAY_FAULTS) {
    const states: Record<string, number> = {};
    let points = 0;
    for (let isReached = true; isReached; ) {
      points += 1;
      const again = points % 2 === 0 ? 1 + (points % 6) : undefined;
      const { died, state } = await runGatewayTrial({
        what,
        script,
        step: points,
        ...(again === undefined ? {} : { again }),
      });
      trials += 1;
      states[state] = (states[state] ?? 0) + 1;
      isReached = died;
    }
    console.log(`${what}, the gateway ${name}: ${points - 1} points`, states);
  }
console.log(`${trials} trials: 0 double, 0 lost`);
