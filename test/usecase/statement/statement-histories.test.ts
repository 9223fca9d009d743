import { expect, test } from 'vitest';
import { addDays, localDateOf } from '../../../shared/domain/local-time.ts';
import { History } from '../../histories/history.ts';
import { balanceOf } from '../../support/goods.ts';

const HISTORIES = 4;
const FIRST_SEED = Number(process.env.GUICHET_SEED ?? 41);
const STEPS = 70;
const HOURS_3 = 3 * 3_600_000;

/** Every statement of a random history ties out: with the account, with its halves, and with what is owed and held. */
async function compareStatements({ desk, clients }: History): Promise<number> {
  let lineCount = 0;
  const today = localDateOf(desk.clock.now().toISOString(), 'America/Toronto');
  for (const clientId of clients) {
    const read = async (fromDate: string, toDate: string, kind: 'simple' | 'detailed' = 'detailed') =>
      await desk.call('statement.preview', { clientId, kind, fromDate, toDate });
    const whole = await read('2026-01-01', today);
    expect(whole.openingMinor).toBe(0);
    expect(whole.closingMinor, 'the account itself').toBe(await balanceOf(desk, clientId));
    lineCount += whole.lines.length;
    const movedMinor = whole.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(whole.openingMinor + movedMinor).toBe(whole.closingMinor);
    const simple = await read('2026-01-01', today, 'simple');
    expect(simple.closingMinor).toBe(whole.closingMinor);
    expect(simple.lines.map(({ number }) => number)).toEqual(
      whole.lines.filter(({ kind }) => kind !== 'use').map(({ number }) => number),
    );
    for (let end = '2026-03-01'; end < today; end = addDays(end, 3)) {
      const first = await read('2026-01-01', end);
      const second = await read(addDays(end, 1), today);
      expect(second.openingMinor).toBe(first.closingMinor);
      expect([...first.lines, ...second.lines]).toEqual(whole.lines);
      const { upTo30Minor, upTo60Minor, upTo90Minor, over90Minor } = first.aged;
      const owedMinor = upTo30Minor + upTo60Minor + upTo90Minor + over90Minor;
      expect(owedMinor - first.depositMinor - first.creditMinor, `standing at ${end}`).toBe(
        first.closingMinor,
      );
    }
  }
  return lineCount;
}

test('statements of random histories tie out with the accounts', async () => {
  let lineCount = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
    const history = new History(seed);
    history.stepMs = HOURS_3;
    await history
      .run(STEPS, async () => {
        lineCount += await compareStatements(history);
      })
      .catch((error: unknown) => {
        throw new Error(`history of seed ${seed} disagrees`, { cause: error });
      });
  }
  expect(lineCount).toBeGreaterThan(HISTORIES * 30);
}, 120_000);
