import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishAndCompare, KILL_POINTS, killAt, makeBase, makeTrial } from '../support/kill-trials.ts';

let folder: string;
let base: Awaited<ReturnType<typeof makeBase>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-kill-'));
  base = await makeBase(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In the one that goes two ways, the second part is killed, the one in cash; cash alone is killed by the long proof. */
describe.each([
  ['terminal', 1],
  ['parts', 2],
] as const)('a refund by %s', (destination, occurrence) => {
  it.concurrent.each(KILL_POINTS)(
    'killed at %s: money moves once, the ledger says so',
    async (point) => {
      const trial = makeTrial(
        base[destination],
        destination,
        join(folder, `${destination}-${point.replace(':', '-')}`),
      );
      expect(await killAt(trial, point, occurrence)).toBe(true);
      expect(await finishAndCompare(trial)).toEqual([]);
    },
    30_000,
  );
});
