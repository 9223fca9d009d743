import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Script } from '../../electron/gateway/simulator/simulated-world.ts';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { GATEWAY_TRIAL_MINOR, GatewayClerk, type GatewayTrial } from './gateway-clerk.ts';
import { GATEWAY_KEY } from './gateway-desk.ts';
import { openClient } from './goods.ts';
import { DESK_AT } from './honest-clerk.ts';
import { runKilled } from './killed-program.ts';
import { openTestService } from './test-service.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LEDGER_FILES = ['desk.guichet', 'desk.guichet.head', 'desk.guichet-wal'];

/** The simulated processor in a process of its own, reached over HTTP only. */
export interface SimulatorProcess {
  readonly address: string;
  tell(what: string, body: unknown): Promise<void>;
  moved(): Promise<{ chargedMinor: number; refundedMinor: number; charges: number; refunds: number }>;
  close(): Promise<void>;
}

export async function startSimulatorProcess(worldFile: string): Promise<SimulatorProcess> {
  const entry = join(ROOT, 'electron', 'gateway-simulator.ts');
  const child = spawn(process.execPath, [entry, '--file', worldFile], { stdio: ['pipe', 'pipe', 'inherit'] });
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the simulator ended with ${code}`)));
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  const asked = async (path: string, body?: unknown) => {
    const answer = await fetch(
      `${address}/_world${path}`,
      body === undefined
        ? {}
        : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) },
    );
    if (!answer.ok) throw new Error(`the simulator said ${answer.status} to ${path}`);
    return await answer.json();
  };
  return {
    address,
    tell: async (what, body) => void (await asked(`/${what}`, body)),
    moved: async () => (await asked('')) as Awaited<ReturnType<SimulatorProcess['moved']>>,
    close: () => endOf(child),
  };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin?.end();
  await ended;
}

export interface GatewayBase {
  readonly folder: string;
  readonly simulator: SimulatorProcess;
  readonly world: string;
  readonly trial: Omit<GatewayTrial, 'ledgerPath' | 'kind'>;
}

/** A ledger with a saved card and 25.00 charged to it, and what the processor remembers of that. */
export async function makeGatewayBase(folder: string): Promise<GatewayBase> {
  const base = join(folder, 'base');
  mkdirSync(base);
  const worldFile = join(base, 'world');
  const simulator = await startSimulatorProcess(worldFile);
  const ledgerPath = join(base, 'desk.guichet');
  const desk = await openTestService({ at: DESK_AT, path: ledgerPath });
  await desk.call('gateway.change', { kind: 'simulator', address: simulator.address });
  await desk.call('gateway.keepKey', { key: GATEWAY_KEY });
  const { clientId } = await openClient(desk);
  const { savedMethodId } = await desk.call('savedMethod.add', {
    clientId,
    kind: 'card',
    token: 'pm_trial',
    brand: 'visa',
    last4: '4242',
    expiresOn: '2028-12',
  });
  const trial = { staffId: desk.staffIds.founder, clientId, savedMethodId };
  await desk.close();
  const clerk = await GatewayClerk.open({ ...trial, ledgerPath, kind: 'charge' }, () => {});
  await clerk.signIn();
  await clerk.run('base-key');
  await clerk.service.close();
  return { folder: base, simulator, world: readFileSync(worldFile, 'utf8'), trial };
}

export interface GatewayDeath {
  readonly kind: GatewayTrial['kind'];
  readonly fault: string;
  readonly script: Script;
  readonly point: string;
  readonly occurrence: number;
  /** Where the start after it dies too. */
  readonly again?: { readonly point: string; readonly occurrence: number };
}

export interface GatewayTold {
  /** How many processes were really killed: 0, 1 or 2. */
  readonly kills: number;
  readonly state: string;
  readonly movedMinor: number;
  readonly postedMinor: number;
  readonly openMinor: number;
}

/** A copy of the base, the processor back to where it was, and what it will answer. */
async function prepare(
  base: GatewayBase,
  folder: string,
  { kind, script }: Pick<GatewayDeath, 'kind' | 'script'>,
): Promise<GatewayTrial> {
  mkdirSync(folder);
  for (const file of LEDGER_FILES)
    if (existsSync(join(base.folder, file))) cpSync(join(base.folder, file), join(folder, file));
  await base.simulator.tell('restore', base.world);
  await base.simulator.tell('script', [script]);
  return { ...base.trial, kind, ledgerPath: join(folder, 'desk.guichet') };
}

/** Every point that the command passes when nobody dies, in order, each with its occurrence. */
export async function readSteps(
  base: GatewayBase,
  folder: string,
  death: Pick<GatewayDeath, 'kind' | 'script'>,
): Promise<{ point: string; occurrence: number }[]> {
  const trial = await prepare(base, folder, death);
  const steps: { point: string; occurrence: number }[] = [];
  const counts = new Map<string, number>();
  let isArmed = false;
  const clerk = await GatewayClerk.open(trial, (point) => {
    if (!isArmed) return;
    const occurrence = (counts.get(point) ?? 0) + 1;
    counts.set(point, occurrence);
    steps.push({ point, occurrence });
  });
  try {
    await clerk.signIn();
    isArmed = true;
    await clerk.run();
    isArmed = false;
  } finally {
    await clerk.service.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return steps;
}

/**
 * The desk runs in a process of its own and is killed at the point, the start after it at `again`; then a last start goes
 * on with the same command and key. Throws unless what moved at the processor is posted or still open, each once.
 */
export async function tryGatewayDeath(
  base: GatewayBase,
  folder: string,
  death: GatewayDeath,
): Promise<GatewayTold> {
  const trial = await prepare(base, folder, death);
  try {
    const before = await base.simulator.moved();
    let kills = 0;
    if (await kill(trial, [death.point, String(death.occurrence)])) kills += 1;
    if (death.again && kills === 1)
      if (await kill(trial, [death.again.point, String(death.again.occurrence), 'start'])) kills += 1;
    const clerk = await GatewayClerk.open(trial, () => {});
    try {
      await clerk.quiet();
      await clerk.signIn();
      await clerk.run();
    } finally {
      await clerk.service.close();
    }
    return { kills, ...(await compare(trial, before, await base.simulator.moved())) };
  } catch (error) {
    throw new Error(`${nameOfDeath(death)}: ${(error as Error).message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function nameOfDeath({ kind, fault, point, occurrence, again }: GatewayDeath): string {
  const then = again ? `, then at ${again.point} ${again.occurrence}` : '';
  return `${kind}, the gateway ${fault}, killed at ${point} ${occurrence}${then}`;
}

async function kill(trial: GatewayTrial, args: readonly string[]): Promise<boolean> {
  return await runKilled('killed-gateway-clerk', [JSON.stringify(trial), ...args]);
}

type Moved = Awaited<ReturnType<SimulatorProcess['moved']>>;

async function compare(
  trial: GatewayTrial,
  before: Moved,
  after: Moved,
): Promise<Omit<GatewayTold, 'kills'>> {
  const isCharge = trial.kind === 'charge';
  const times = isCharge ? after.charges - before.charges : after.refunds - before.refunds;
  const movedMinor = isCharge
    ? after.chargedMinor - before.chargedMinor
    : after.refundedMinor - before.refundedMinor;
  if (times > 1) throw new Error(`moved ${times} times`);
  const found = (await verifyFile(trial.ledgerPath)).problems.map(({ words }) => words.en);
  if (found.length > 0) throw new Error(found.join('; '));
  const clerk = await GatewayClerk.open(trial, () => {});
  try {
    const books = await clerk.service.ledger().read(async (db) => ({
      charged: await db.get<{ sum: number }>`SELECT coalesce(sum(amount_minor), 0) AS sum FROM payment`,
      refunded: await db.get<{
        sum: number;
      }>`SELECT coalesce(sum(amount_minor), 0) AS sum FROM refund_outcome`,
      last: await db.get<{ state: string }>`SELECT state FROM attempt ORDER BY id DESC LIMIT 1`,
      open: await db.get<{ sum: number }>`SELECT coalesce(sum(amount_minor), 0) AS sum FROM attempt
        WHERE state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')`,
    }));
    const openMinor = books.open?.sum ?? 0;
    // the base's own charge is posted already
    const postedMinor = isCharge
      ? (books.charged?.sum ?? 0) - GATEWAY_TRIAL_MINOR
      : (books.refunded?.sum ?? 0);
    if (movedMinor < postedMinor || movedMinor > postedMinor + openMinor)
      throw new Error(`moved ${movedMinor}, posted ${postedMinor}, open ${openMinor}`);
    return { state: books.last?.state ?? 'never begun', movedMinor, postedMinor, openMinor };
  } finally {
    await clerk.service.close();
  }
}
