import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEANING_FAULTS } from './faults-of-meaning.ts';
import { PROOF_FAULTS } from './faults-of-proof.ts';
import { TRANSPORT_FAULTS } from './faults-of-transport.ts';
import { openFaultBench } from './run-fault.ts';

// Three seeds of each fault here; fifty in `npm run proof:terminal`.
const SEEDS = [1, 2, 3];
const FAULTS = [...TRANSPORT_FAULTS, ...PROOF_FAULTS, ...MEANING_FAULTS];

let bench: Awaited<ReturnType<typeof openFaultBench>>;
beforeAll(async () => {
  bench = await openFaultBench();
});
afterAll(() => bench.close());

test('there are enough kinds of answers, and no two under one name', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(45);
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
});

test.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault) => {
  for (const seed of SEEDS) await bench.run(fault, seed);
});
