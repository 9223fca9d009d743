import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { readScenario, runScenario } from '../support/scenario.ts';

const files = globSync(join(import.meta.dirname, '*.yaml')).toSorted();

test('there are scenarios to run', () => {
  expect(files.length).toBeGreaterThanOrEqual(18);
});

for (const file of files)
  test(basename(file), async () => {
    expect(await runScenario(readScenario(file))).toEqual([]);
  });
