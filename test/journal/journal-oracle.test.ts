import { expect, test } from 'vitest';
import { History } from '../histories/history.ts';
import { compareWithTools, type ExportCase } from './export-trial.ts';
import { hasTool, TOOLS, type Tool } from './plain-text-tools.ts';

/** `npm run proof:journal` sets these; the short form runs with every unit test. */
const COMMANDS = Number(process.env.GUICHET_JOURNAL_COMMANDS ?? 250);
const SEED = Number(process.env.GUICHET_SEED ?? 20_261_127);
const IS_PROOF = process.env.GUICHET_JOURNAL_COMMANDS !== undefined;
/** Hours between two commands: a history spans months, and not many years. */
const STEP_MS = IS_PROOF ? 2 * 3_600_000 : 12 * 3_600_000;
const CASES: readonly ExportCase[] = IS_PROOF
  ? [
      ['full', 'fr'],
      ['full', 'en'],
      ['daily', 'fr'],
      ['daily', 'en'],
    ]
  : [
      ['full', 'fr'],
      ['daily', 'en'],
    ];

/** One history for every program: made for the first one that is there. */
let made: Promise<History> | undefined;
async function makeHistory(): Promise<History> {
  const history = new History(SEED);
  history.stepMs = STEP_MS;
  await history.open();
  while (history.commands < COMMANDS) await history.walk(20);
  return history;
}

test.for(Object.keys(TOOLS) as Tool[])(
  `%s reads our journal, and every account at every month's end is ours (seed ${SEED})`,
  { timeout: IS_PROOF ? 3_600_000 : 60_000 },
  async (tool, { skip }) => {
    if (!hasTool(tool)) {
      expect(process.env.CI, `${TOOLS[tool]} is not installed`).not.toBe('1');
      skip(`${TOOLS[tool]} is not installed`);
    }
    made ??= makeHistory();
    const { desk, commands } = await made;
    const { months, balances } = await compareWithTools(desk, [tool], CASES);
    console.log(`${tool}: ${commands} commands, ${months} months, ${balances} balances, seed ${SEED}`);
    expect(months).toBeGreaterThan(2);
    expect(balances).toBeGreaterThan(months * 5);
  },
);
