import type { ModelledDesk } from './desk-days.ts';
import type { DrawerModel } from './drawer-model.ts';
import { refundSome, settleUnderWay } from './refund-steps.ts';
import { sellByCardAndCash, sellByCheque, sellForCash, sellTwice, voidOne } from './sale-steps.ts';

type Step = (modelled: ModelledDesk, till: DrawerModel) => Promise<void>;

const STEPS: readonly (readonly [weight: number, step: Step])[] = [
  [9, sellForCash],
  [2, sellByCheque],
  [3, sellByCardAndCash],
  [2, sellTwice],
  [8, refundSome],
  [2, settleUnderWay],
  [1, voidOne],
  [1, (modelled, till) => move(modelled, till, 'payIn')],
  [1, (modelled, till) => move(modelled, till, 'payOut')],
  [1, (modelled, till) => move(modelled, till, 'drop')],
  [1, (modelled, till) => move(modelled, till, 'topUp')],
  [1, noSale],
  [1, bothAtOnce],
];
const ALL = STEPS.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));

/** One thing that happens at a till, with what the model says of it. */
export async function randomStep(modelled: ModelledDesk, till: DrawerModel): Promise<void> {
  await modelled.random.pick(ALL)(modelled, till);
}

async function move(
  modelled: ModelledDesk,
  till: DrawerModel,
  name: 'payIn' | 'payOut' | 'drop' | 'topUp',
): Promise<void> {
  const { desk, random, counts } = modelled;
  const amountMinor = random.integer(1, 6000) * 5;
  const isOut = name === 'payOut' || name === 'drop';
  const passes = !isOut || amountMinor <= till.freeMinor;
  const reason = name === 'payIn' || name === 'payOut' ? { reason: 'essai' } : {};
  const outcome = await desk.send(`till.${name}`, { tillId: till.tillId, amountMinor, ...reason });
  if (outcome.ok !== passes) throw new Error(`${name} of ${amountMinor}: ${JSON.stringify(outcome)}`);
  if (!outcome.ok) {
    counts.refused += 1;
    return;
  }
  till.expectedMinor += isOut ? -amountMinor : amountMinor;
  if (name === 'drop') modelled.safeMinor += amountMinor;
  if (name === 'topUp') modelled.safeMinor -= amountMinor;
}

async function noSale({ desk }: ModelledDesk, { tillId }: DrawerModel): Promise<void> {
  await desk.call('till.noSale', { tillId, reason: 'monnaie' });
}

/** Two clerks press Confirm in the same instant, each at her own till. */
async function bothAtOnce(modelled: ModelledDesk): Promise<void> {
  const { random, tills } = modelled;
  const [first, second] = random.chance(0.5) ? tills : [tills[1], tills[0]];
  await Promise.all([sellForCash(modelled, first), move(modelled, second, 'payIn')]);
}
