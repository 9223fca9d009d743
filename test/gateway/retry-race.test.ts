import { expect, test } from 'vitest';
import { raceRetries } from '../support/retry-race.ts';

test('two clerks retry the same failed charge at once: one charge each time', {
  timeout: 60_000,
}, async () => {
  const { rounds, charges, underWay } = await raceRetries(20);
  expect(charges).toBe(rounds);
  expect(underWay).toBe(rounds);
});
