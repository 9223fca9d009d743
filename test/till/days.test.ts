import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { roundToFiveCents } from '../../shared/domain/cash-rounding.ts';
import { NO_COUNTS, runDays } from '../support/till-days/desk-days.ts';
import { roundedByTable } from '../support/till-days/drawer-model.ts';

const SEED = 20_261_124;

test('every cash total from 0 to 1,000,000 cents rounds as the table of domain.md B2, negative ones the same', () => {
  let wrong = 0;
  for (let amountMinor = 0; amountMinor <= 1_000_000; amountMinor += 1) {
    const expectedMinor = roundedByTable(amountMinor);
    if (roundToFiveCents(amountMinor) !== expectedMinor) wrong += 1;
    if (roundToFiveCents(-amountMinor) !== 0 - expectedMinor) wrong += 1;
  }
  expect(wrong).toBe(0);
});

test(`days of two tills in memory: every drawer is what plain arithmetic says (seed ${SEED})`, async () => {
  const counts = { ...NO_COUNTS };
  for (let desk = 0; desk < 6; desk += 1) await runDays({ seed: SEED + desk, days: 15, counts });
  console.log(`days in memory, seed ${SEED}: ${JSON.stringify(counts)}`);
  expect(counts.days).toBe(90);
  for (const happened of Object.values({ ...counts, restarts: 1 })) expect(happened).toBeGreaterThan(0);
}, 60_000);

test(`days on disk, stopped and started in the middle of hand-overs (seed ${SEED})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-days-'));
  try {
    const counts = { ...NO_COUNTS };
    await runDays({ seed: SEED, days: 12, counts, path: join(folder, 'desk.ledger') });
    expect(counts.restarts).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
