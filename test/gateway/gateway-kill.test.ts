import { expect, test } from 'vitest';
import { GATEWAY_FAULTS, runGatewayTrial } from '../support/gateway-trial.ts';

const SEED = 20_261_127;
/** Named points of one charge or refund; `npm run proof:gateway` dies at each. */
const POINTS = 24;

test('dying somewhere, whatever the gateway does: what moved there is posted or open, once', {
  timeout: 240_000,
}, async () => {
  let deaths = 0;
  for (const what of ['charge', 'refund'] as const)
    for (const [index, { script }] of GATEWAY_FAULTS.entries()) {
      // half of the faults each: all of them, at each point, are the long proof
      if (index % 2 === (what === 'charge' ? 0 : 1)) continue;
      const step = 1 + ((SEED + index * 7) % POINTS);
      const { died } = await runGatewayTrial({ what, script, step, again: 1 + (index % 4) });
      if (died) deaths += 1;
    }
  console.log(`the gateway, seed ${SEED}: ${deaths} deaths`);
  expect(deaths).toBeGreaterThan(2);
});
