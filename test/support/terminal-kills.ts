import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { openSimulator, type Simulator } from '../../electron/terminal/simulator/open-simulator.ts';
import type { Movement } from '../../electron/terminal/simulator/virtual-terminal.ts';
import { TERMINAL_SCRIPTS, type TerminalScript } from '../../shared/contract/virtual-terminal.ts';
import { addProduct, openClient, requireInProgress } from './goods.ts';
import { DESK_AT } from './honest-clerk.ts';
import { runKilled } from './killed-program.ts';
import { type TerminalTrial, TrialDesk } from './terminal-clerk.ts';
import { openTestService } from './test-service.ts';

/** Every way the simulated terminal behaves by itself. */
export const SCRIPTS = TERMINAL_SCRIPTS.filter((script) => script !== 'person');

/** The steps of the machine, in the order they are reached; two of them on the terminal's side of the cable. */
export const KILL_POINTS: Readonly<Record<'refund' | 'payment', readonly string[]>> = {
  refund: [
    'refund:before-prepared',
    'refund:after-holds',
    'refund:before-prepared-commit',
    'refund:after-prepared',
    'attempt:before-sent',
    'attempt:before-sent-commit',
    'attempt:after-sent',
    'attempt:after-flush',
    'terminal:before-perform',
    'world:asked',
    'world:moved',
    'terminal:after-perform',
    'terminal:before-status',
    'terminal:before-journal',
    'terminal:before-journal-commit',
    'terminal:after-journal',
    'outcome:before-evidence',
    'outcome:after-evidence',
    'outcome:after-move',
    'outcome:after-holds',
    'outcome:after-lines',
    'outcome:after-posting',
    'outcome:before-commit',
    'outcome:after-commit',
  ],
  payment: [
    'attempt:before-sent',
    'attempt:before-sent-commit',
    'attempt:after-sent',
    'attempt:after-flush',
    'terminal:before-perform',
    'world:asked',
    'world:moved',
    'terminal:after-perform',
    'terminal:before-status',
    'terminal:before-journal',
    'terminal:before-journal-commit',
    'terminal:after-journal',
    'outcome:before-evidence',
    'outcome:after-evidence',
    'outcome:after-move',
    'outcome:before-commit',
    'outcome:after-payment',
    'outcome:after-commit',
  ],
};

/** Where the start after the first death dies again. */
export const RECOVERY_POINTS = [
  'recovery:before-move',
  'recovery:before-commit',
  'recovery:after-commit',
  'terminal:before-status',
  'terminal:before-journal',
  'terminal:after-journal',
  'outcome:after-move',
  'outcome:before-commit',
] as const;

export interface KillBase {
  readonly folder: string;
  readonly port: number;
  readonly trials: Record<'refund' | 'payment', Omit<TerminalTrial, 'ledgerPath' | 'secret'>>;
}

const LEDGER_FILES = ['desk.guichet', 'desk.guichet.head', 'desk.guichet-wal'];
/** A hundredth of the terminal's own patience, as of the desk's (settled.md 53). */
const TERMINAL_WAITS = { dialogueMs: 1_000, lateMs: 1_500 };

/** A ledger whose desk is paired with a terminal of this port: 22.98 to sell, and 22.98 to give back. */
export async function makeKillBase(folder: string): Promise<KillBase> {
  const base = join(folder, 'base');
  mkdirSync(base);
  const simulator = await openSimulator(TERMINAL_WAITS);
  const desk = await openTestService({ at: DESK_AT, path: join(base, 'desk.guichet') });
  try {
    const { integrated } = simulator;
    const { terminalId } = await desk.call('terminal.add', { name: 'T2', integrated });
    const { clientId } = await openClient(desk);
    const items = [{ productId: await addProduct(desk, 1999) }];
    const byHand = [{ method: 'terminal' as const, amountMinor: 2298, terminalId: desk.terminalId }];
    const sale = requireInProgress(await desk.call('invoice.issue', { clientId, items, tenders: byHand }));
    const evidence = {
      retypedMinor: 2298,
      approvalCode: 'P1',
      brand: 'visa',
      last4: '7003',
      slipNumber: '1',
    };
    await desk.call('payment.settle', { attemptId: sale.attemptId, answer: 'approved', evidence });
    const { invoices } = await desk.call('invoice.find', { clientId });
    const invoice = await desk.call('invoice.read', { invoiceId: invoices[0]?.invoiceId ?? 0 });
    await desk.call('item.cancel', { itemId: invoice.items[0]?.itemId ?? 0, reason: 'annulé' });
    const known = { terminalId, staffId: desk.staffIds.founder };
    const refund = {
      clientId,
      destination: 'terminal' as const,
      terminalId,
      reason: 'annulé',
      amountMinor: 2298,
    };
    const tenders = [{ method: 'terminal' as const, amountMinor: 2298, terminalId }];
    return {
      folder: base,
      port: Number(integrated.address.split(':')[1]),
      trials: {
        refund: { ...known, command: { kind: 'refund', input: refund } },
        payment: { ...known, command: { kind: 'payment', input: { clientId, items, tenders } } },
      },
    };
  } finally {
    await desk.close();
    await simulator.close();
  }
}

export interface Death {
  readonly kind: 'refund' | 'payment';
  readonly script: TerminalScript;
  readonly point: string;
  /** Where the start after it dies too. */
  readonly again?: string | undefined;
}

export interface Told {
  /** How many processes were really killed: 0, 1 or 2. */
  readonly kills: number;
  /** The attempt's state once nothing moves by itself any more; `never-begun` without one. */
  readonly state: string;
  /** The desk's own milliseconds between the question before the last and the one that settled it. */
  readonly settledAfterMs: number;
  readonly movedMinor: number;
  readonly postedMinor: number;
  readonly openMinor: number;
}

/**
 * The desk runs in a process of its own and is killed at the point, the start after it at `again`; then a last start goes
 * on, and a person answers what is left for one. Throws unless money moved = posted + open, and no message came twice.
 * `folder` must not exist yet; it is gone afterwards.
 */
export async function tryDeath(base: KillBase, folder: string, death: Death): Promise<Told> {
  mkdirSync(folder);
  for (const file of LEDGER_FILES)
    if (existsSync(join(base.folder, file))) cpSync(join(base.folder, file), join(folder, file));
  let onStep: (step: 'asked' | 'moved') => void = () => {};
  const simulator = await openSimulator({
    ...TERMINAL_WAITS,
    port: base.port,
    onStep: (step) => onStep(step),
  });
  simulator.gesture({ do: 'choose-script', script: death.script });
  const trial: TerminalTrial = {
    ...base.trials[death.kind],
    ledgerPath: join(folder, 'desk.guichet'),
    secret: simulator.secret,
  };
  try {
    let kills = 0;
    for (const point of [death.point, ...(death.again ? [death.again] : [])]) {
      const isKilled = await runKilled('killed-terminal-clerk', [JSON.stringify(trial), point], (child) => {
        onStep = (step) => {
          if (point === `world:${step}`) child.kill('SIGKILL');
        };
      });
      if (!isKilled) break;
      kills += 1;
    }
    onStep = () => {};
    const settled = await finish(trial, simulator);
    const found = (await verifyFile(trial.ledgerPath)).problems.map(({ words }) => words.en);
    if (found.length > 0) throw new Error(found.join('; '));
    return { kills, ...settled };
  } catch (error) {
    throw new Error(`${nameOf(death)}: ${(error as Error).message}`);
  } finally {
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function nameOf({ kind, script, point, again }: Death): string {
  return `${kind}, ${script}, killed at ${point}${again ? `, then at ${again}` : ''}`;
}

interface AttemptRow {
  attemptId: number;
  refundId: number | null;
  messageId: string;
  direction: 'in' | 'out';
  state: string;
  amountMinor: number;
  postedMinor: number;
}

const OPEN_STATES = ['prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict'];

/** The start that goes on to the end, and the person who looks at the terminal where only a person can say. */
async function finish(trial: TerminalTrial, simulator: Simulator): Promise<Omit<Told, 'kills'>> {
  const desk = await TrialDesk.open(trial, () => {});
  try {
    await desk.settle();
    const before = await readAttempts(desk);
    const { terminal } = simulator;
    compare(before, terminal.moved);
    for (const attempt of before) {
      if (!['unknown', 'resolving', 'needs-operator'].includes(attempt.state)) continue;
      await answer(
        desk,
        attempt,
        terminal.moved.find(({ messageId }) => messageId === attempt.messageId),
      );
    }
    const after = await readAttempts(desk);
    compare(after, terminal.moved);
    for (const { state, messageId } of after)
      if (state !== 'conflict' && OPEN_STATES.includes(state))
        throw new Error(`${messageId} is still ${state}`);
    if (terminal.resent > 0) throw new Error('a message was sent again');
    const open = after.filter(({ state }) => state === 'conflict');
    return {
      state: before.at(-1)?.state ?? 'never-begun',
      settledAfterMs: desk.lastWaitMs,
      movedMinor: sum(terminal.moved.map(({ amountMinor }) => amountMinor)),
      postedMinor: sum(after.map(({ postedMinor }) => postedMinor)),
      openMinor: sum(
        open.map(
          ({ messageId }) => terminal.moved.find((each) => each.messageId === messageId)?.amountMinor ?? 0,
        ),
      ),
    };
  } finally {
    await desk.service.close();
  }
}

/** Every cent that moved is posted or stands on an open attempt; every cent that is posted moved. */
function compare(attempts: readonly AttemptRow[], moved: readonly Movement[]): void {
  for (const { messageId, direction, amountMinor, currency } of moved) {
    const row = attempts.find((each) => each.messageId === messageId);
    if (!row) throw new Error(`${amountMinor} moved and nobody knows`);
    if (OPEN_STATES.includes(row.state)) continue;
    const isSame = row.postedMinor === amountMinor && row.direction === direction && currency === 'CAD';
    if (!isSame) throw new Error(`${amountMinor} moved, ${row.postedMinor} posted in ${row.state}`);
  }
  for (const { messageId, postedMinor } of attempts) {
    const times = moved.filter((each) => each.messageId === messageId).length;
    if (times > 1) throw new Error(`${messageId} moved ${times} times`);
    if (postedMinor > 0 && times === 0) throw new Error(`${postedMinor} posted and nothing moved`);
  }
}

async function answer(desk: TrialDesk, attempt: AttemptRow, moved: Movement | undefined): Promise<void> {
  const evidence = moved && {
    retypedMinor: moved.amountMinor,
    approvalCode: moved.approvalCode,
    brand: moved.brand,
    last4: moved.last4,
    slipNumber: '7',
  };
  const told = evidence
    ? { answer: 'approved' as const, evidence }
    : { answer: 'not-done' as const, reason: 'vu sur le terminal' };
  if (attempt.refundId === null)
    await desk.call('payment.settle', { attemptId: attempt.attemptId, ...told }, 'person-key');
  else await desk.call('refund.settle', { refundId: attempt.refundId, ...told }, 'person-key');
}

async function readAttempts(desk: TrialDesk): Promise<AttemptRow[]> {
  return await desk.service.ledger().read(
    (db) => db.all<AttemptRow>`
      SELECT id AS attemptId, refund_id AS refundId, message_id AS messageId, direction, state, amount_minor AS amountMinor,
        coalesce((SELECT amount_minor FROM refund_outcome WHERE attempt_id = attempt.id),
          (SELECT amount_minor FROM payment WHERE attempt_id = attempt.id), 0) AS postedMinor
      FROM attempt WHERE driver = 'nexo'`,
  );
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0);
