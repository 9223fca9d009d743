import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../electron/ledger/open-ledger.ts';
import { verifyFile } from '../../electron/ledger/verify.ts';
import {
  DESK_AT,
  finishRefund,
  startService,
  TRIAL_DRAWER_MINOR,
  TRIAL_MINOR,
  type Trial,
  World,
} from './honest-clerk.ts';
import { runKilled } from './killed-program.ts';
import { openTestService } from './test-service.ts';

/** Where `npm test` kills a refund; the long proof adds the ledger's own points and the second kill. */
export const KILL_POINTS = [
  'refund:before-prepared',
  'refund:before-prepared-commit',
  'refund:after-prepared',
  'attempt:before-sent-commit',
  'attempt:after-sent',
  'world:shown',
  'world:moved',
  'outcome:after-evidence',
  'outcome:after-lines',
  'outcome:after-posting',
  'outcome:before-commit',
  'outcome:after-commit',
] as const;

export const MORE_KILL_POINTS = [
  'refund:after-holds',
  'attempt:before-sent',
  'attempt:after-flush',
  'outcome:before-evidence',
  'outcome:after-move',
  'outcome:after-holds',
] as const;

/** Points of the ledger's own commit; the occurrence tells which commit of the trial. */
export const COMMIT_POINTS = ['commit:before', 'commit:after', 'head:after'] as const;
export const RECOVERY_POINTS = [
  'recovery:before-move',
  'recovery:before-commit',
  'recovery:after-commit',
] as const;

const PAID_MINOR = 2500;

/** What leaves, once each and in this order. */
const LEAVES: Record<Trial['destination'], number[]> = {
  terminal: [TRIAL_MINOR],
  cash: [TRIAL_DRAWER_MINOR],
  parts: [TRIAL_MINOR, TRIAL_DRAWER_MINOR],
};

type Base = Omit<Trial, 'ledgerPath' | 'worldPath' | 'destination'> & { folder: string };

/** One ledger with a card deposit, a cash deposit, and both together, on three accounts; every trial gets its own copy. */
export async function makeBase(folder: string): Promise<Record<Trial['destination'], Base>> {
  const base = join(folder, 'base');
  mkdirSync(base);
  const desk = await openTestService({ at: DESK_AT, path: join(base, 'ledger.guichet') });
  const byCard = await desk.call('client.open', { kind: 'household', name: 'Carte Tremblay' });
  const byCash = await desk.call('client.open', { kind: 'household', name: 'Comptant Gagnon' });
  const byBoth = await desk.call('client.open', { kind: 'household', name: 'Mixte Roy' });
  for (const { clientId } of [byCash, byBoth])
    await desk.call('payment.take', {
      clientId,
      tenders: [{ method: 'cash', tenderedMinor: PAID_MINOR }],
      restAsDeposit: true,
    });
  for (const [index, { clientId }] of [byCard, byBoth].entries()) {
    const taken = await desk.call('payment.take', {
      clientId,
      tenders: [{ method: 'terminal', amountMinor: PAID_MINOR }],
      restAsDeposit: true,
    });
    if (taken.state !== 'in-progress') throw new Error('a card payment waits for its answer');
    const slip = { approvalCode: `P${index}`, brand: 'Visa', last4: '4417', slipNumber: String(index) };
    await desk.call('payment.settle', {
      attemptId: taken.attemptId,
      answer: 'approved',
      evidence: { retypedMinor: PAID_MINOR, ...slip },
    });
  }
  const people = { clerkId: desk.staffIds.clerk, supervisorId: desk.staffIds.supervisor, folder: base };
  await desk.close();
  return {
    terminal: { ...people, clientId: byCard.clientId },
    cash: { ...people, clientId: byCash.clientId },
    parts: { ...people, clientId: byBoth.clientId },
  };
}

export function makeTrial(base: Base, destination: Trial['destination'], folder: string): Trial {
  mkdirSync(folder);
  for (const file of ['ledger.guichet', 'ledger.guichet.head', 'ledger.guichet-wal'])
    if (existsSync(join(base.folder, file))) cpSync(join(base.folder, file), join(folder, file));
  const { folder: _folder, ...people } = base;
  return {
    ...people,
    destination,
    ledgerPath: join(folder, 'ledger.guichet'),
    worldPath: join(folder, 'world'),
  };
}

/** Runs the clerk in a process of its own until the point kills it; tells whether it was killed. */
export async function killAt(trial: Trial, point: string, occurrence = 1): Promise<boolean> {
  return await runKilled('killed-clerk', [JSON.stringify(trial), point, String(occurrence)]);
}

/** Starts again, lets the clerk finish, and compares the ledger with the world; [] when all is right. */
export async function finishAndCompare(trial: Trial): Promise<string[]> {
  const service = await startService(trial.ledgerPath, () => {});
  try {
    await finishRefund(service, trial, () => {});
  } finally {
    await service.close();
  }
  return await compareWithWorld(trial);
}

async function compareWithWorld(trial: Trial): Promise<string[]> {
  const ledger = await openLedger({
    path: trial.ledgerPath,
    clock: { now: () => new Date(DESK_AT) },
    timeZone: () => 'America/Toronto',
  });
  try {
    const { moves } = new World(trial.worldPath);
    const left = LEAVES[trial.destination];
    const found = await ledger.read(async (db) => ({
      outcomes: await db.all<{ refundId: number; amountMinor: number }>`
        SELECT refund_id AS refundId, coalesce(drawer_minor, amount_minor) AS amountMinor FROM refund_outcome ORDER BY id`,
      numbers: await db.all<{ number: string }>`SELECT number FROM refund_outcome`,
      drawer: await db.get<{ sum: number }>`
        SELECT coalesce(sum(amount_minor), 0) AS sum FROM drawer_event WHERE kind = 'CASH_REFUND'`,
      held: await db.get<{ sum: number }>`
        SELECT coalesce(sum(amount_minor), 0) AS sum FROM hold WHERE state = 'held'`,
      open: await db.get<{ count: number }>`
        SELECT count(*) AS count FROM attempt WHERE state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')`,
      balance: await db.get<{ sum: number }>`
        SELECT sum(amount_minor) AS sum FROM journal_line WHERE client_id = ${trial.clientId}`,
    }));
    const problems = (await verifyFile(trial.ledgerPath)).problems.map(
      (problem) => `verify: ${JSON.stringify(problem)}`,
    );
    const expect = (what: string, value: unknown, wanted: unknown) => {
      if (JSON.stringify(value) !== JSON.stringify(wanted))
        problems.push(`${what}: ${JSON.stringify(value)}, not ${JSON.stringify(wanted)}`);
    };
    expect(
      'what moved',
      moves.map((move) => move.amountMinor),
      left,
    );
    expect('refunds in the ledger', found.outcomes, moves);
    expect(
      'numbers',
      found.numbers,
      left.map((_, index) => ({ number: `RB-00000${index + 1}` })),
    );
    expect('drawer', found.drawer?.sum, left.includes(TRIAL_DRAWER_MINOR) ? -TRIAL_DRAWER_MINOR : 0);
    expect('held', found.held?.sum, 0);
    expect('open attempts', found.open?.count, 0);
    expect('balance', found.balance?.sum, left.length * (TRIAL_MINOR - PAID_MINOR));
    return problems;
  } finally {
    await ledger.close();
  }
}
