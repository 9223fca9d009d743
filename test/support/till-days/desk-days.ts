import { seededRandom } from '../../../electron/demo/seeded-random.ts';
import { openTestService, type TestService } from '../test-service.ts';
import { closeDay } from './day-end.ts';
import { randomStep } from './day-steps.ts';
import { DrawerModel, type Sale } from './drawer-model.ts';

export interface Counts {
  days: number;
  steps: number;
  refused: number;
  crashes: number;
  restarts: number;
  fullRefunds: number;
  closes: number;
  reopenings: number;
  deposits: number;
}

export const NO_COUNTS: Counts = {
  days: 0,
  steps: 0,
  refused: 0,
  crashes: 0,
  restarts: 0,
  fullRefunds: 0,
  closes: 0,
  reopenings: 0,
  deposits: 0,
};

export interface Product {
  productId: number;
  priceMinor: number;
  isTaxable: boolean;
}

/** One desk with two tills and the model that runs beside it. */
export interface ModelledDesk {
  readonly desk: TestService;
  readonly random: ReturnType<typeof seededRandom>;
  readonly counts: Counts;
  readonly tills: readonly [DrawerModel, DrawerModel];
  readonly products: readonly Product[];
  readonly sales: Sale[];
  /** A point of the program where the next command dies, once. */
  readonly crash: { at: string | null };
  readonly isOnDisk: boolean;
  safeMinor: number;
  roundingMinor: number;
  slips: number;
}

const DEATH = 'the program dies here';
const PRODUCTS = 24;
const STEPS_MOST = 14;

/** Runs `days` random days on one desk and checks every drawer after every step. */
export async function runDays(asked: {
  seed: number;
  days: number;
  counts: Counts;
  /** A file for desks that are stopped and started; in memory otherwise. */
  path?: string;
}): Promise<void> {
  const crash: ModelledDesk['crash'] = { at: null };
  const desk = await openTestService({
    openTill: false,
    ...(asked.path ? { path: asked.path } : {}),
    probe: (point) => {
      if (point !== crash.at) return;
      crash.at = null;
      throw new Error(DEATH);
    },
    logIncident: (incident, operation, error) => {
      if (!(error instanceof Error && error.message === DEATH))
        console.error(`incident ${incident} in ${operation}:`, error);
    },
  });
  try {
    const modelled = await furnish(desk, asked, crash);
    for (let day = 0; day < asked.days; day += 1) await runDay(modelled);
    const problems = await desk.verify();
    if (problems.length > 0) throw new Error(problems.join('\n'));
  } finally {
    await desk.close();
  }
}

async function furnish(
  desk: TestService,
  asked: { seed: number; counts: Counts; path?: string },
  crash: ModelledDesk['crash'],
): Promise<ModelledDesk> {
  const random = seededRandom(asked.seed);
  const { tillId } = await desk.call('till.add', { name: 'Piscine' });
  const products: Product[] = [];
  for (let made = 0; made < PRODUCTS; made += 1) {
    const priceMinor = made < 4 ? made + 1 : random.integer(5, 15_000);
    const isTaxable = random.chance(0.5);
    const { productId } = await desk.call('product.add', {
      code: `P${made}`,
      type: 'merchandise',
      nameFr: `Produit ${made}`,
      priceMinor,
      taxClass: isTaxable ? 'taxable' : 'exempt',
      ledgerCode: '4000',
    });
    products.push({ productId, priceMinor, isTaxable });
  }
  return {
    desk,
    random,
    counts: asked.counts,
    tills: [new DrawerModel(desk.tillId), new DrawerModel(tillId)],
    products,
    sales: [],
    crash,
    isOnDisk: asked.path !== undefined,
    safeMinor: 100_000,
    roundingMinor: 0,
    slips: 0,
  };
}

async function runDay(modelled: ModelledDesk): Promise<void> {
  const { desk, random, tills, counts } = modelled;
  for (const till of tills) {
    const floatMinor = random.integer(0, 60) * 500;
    await desk.call('till.open', { tillId: till.tillId, floatMinor });
    till.expectedMinor = floatMinor;
    till.sessionNumber += 1;
    till.isClosed = false;
    modelled.safeMinor -= floatMinor;
  }
  await checkDrawers(modelled, 'opening');
  const steps = random.integer(3, STEPS_MOST);
  for (let step = 0; step < steps; step += 1) {
    desk.clock.advance(random.integer(1, 600) * 1000);
    await randomStep(modelled, random.pick(tills));
    await checkDrawers(modelled, `step ${step}`);
    counts.steps += 1;
  }
  for (const till of random.chance(0.5) ? tills : [tills[1], tills[0]]) await closeDay(modelled, till);
  await checkBooks(modelled);
  desk.clock.advance(random.integer(6, 30) * 3_600_000);
  counts.days += 1;
}

/** Both drawers, each against its own model: nothing leaks from one into the other. */
export async function checkDrawers({ desk, tills }: ModelledDesk, when: string): Promise<void> {
  const { tills: read } = await desk.call('till.list', {});
  for (const till of tills) {
    const expectedMinor = read.find((each) => each.tillId === till.tillId)?.session?.expectedMinor;
    if (expectedMinor !== (till.isClosed ? undefined : till.expectedMinor))
      throw new Error(`${when}: till ${till.tillId} says ${expectedMinor}, the model ${till.expectedMinor}`);
  }
}

/** With both tills closed: drawers empty, safe and rounding to the cent. */
async function checkBooks(modelled: ModelledDesk): Promise<void> {
  const rows = await modelled.desk
    .service()
    .ledger()
    .read(
      async (db) =>
        await db.all<{ account: string; amountMinor: number }>`
        SELECT account, sum(amount_minor) AS amountMinor FROM journal_line
        WHERE account IN ('safe', 'rounding') OR account LIKE 'cash:%' GROUP BY account`,
    );
  const booked = (account: string) => rows.find((row) => row.account === account)?.amountMinor ?? 0;
  const expected = [
    ['safe', modelled.safeMinor],
    // Rounding is a credit account: a gain stands as a negative line
    ['rounding', -modelled.roundingMinor],
    ...modelled.tills.map((till) => [`cash:${till.tillId}`, 0] as const),
  ] as const;
  for (const [account, amountMinor] of expected)
    if (booked(account) !== amountMinor)
      throw new Error(`${account} holds ${booked(account)} in the books, ${amountMinor} in the model`);
}
