import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { createService, type GuichetService } from '../../electron/service.ts';
import type { DeviceAttempt, TerminalOutcome } from '../../electron/terminal/terminal-device.ts';
import type { InputOf } from '../../shared/contract/contract.ts';
import { addProduct, openClient, requireInProgress } from './goods.ts';
import { DESK_AT, DESK_PIN } from './honest-clerk.ts';
import { approved, DECLINED, reply, ScriptedDevice, UNKNOWN } from './scripted-device.ts';
import { openTestService, type TestService } from './test-service.ts';

/** The terminal's own memory of what it did: it outlives every death of the program. */
interface Terminal {
  /** Cents moved, by message. */
  moved: Map<string, number>;
  questions: number;
}

interface Fault {
  name: string;
  perform: (terminal: Terminal, attempt: DeviceAttempt) => TerminalOutcome;
  status: (terminal: Terminal, attempt: DeviceAttempt) => TerminalOutcome;
  /** A person has to decide in the end. */
  needsPerson?: boolean;
}

const move = (terminal: Terminal, attempt: DeviceAttempt, amountMinor = attempt.amountMinor) => {
  const before = terminal.moved.get(attempt.messageId);
  if (before !== undefined) throw new Error(`${attempt.messageId} was sent twice`);
  terminal.moved.set(attempt.messageId, amountMinor);
  return approved(amountMinor);
};
const remembered = (terminal: Terminal, attempt: DeviceAttempt): TerminalOutcome => {
  const amountMinor = terminal.moved.get(attempt.messageId);
  return amountMinor === undefined ? { kind: 'not-found' } : approved(amountMinor);
};
const silentFor = (count: number, then: Fault['status'], meanwhile: TerminalOutcome): Fault['status'] => {
  return (terminal, attempt) => (++terminal.questions <= count ? meanwhile : then(terminal, attempt));
};
const lost: Fault['perform'] = (terminal, attempt) => {
  move(terminal, attempt);
  return UNKNOWN;
};
const failure = (errorCondition: string) => reply({ result: 'failure', errorCondition });

export const FAULTS: readonly Fault[] = [
  { name: 'approved', perform: move, status: remembered },
  { name: 'declined', perform: () => DECLINED, status: () => DECLINED },
  {
    name: 'cancelled on the terminal',
    perform: () => ({ kind: 'cancelled', reply: failure('Cancel') }),
    status: () => ({ kind: 'cancelled', reply: failure('Cancel') }),
  },
  { name: 'answer lost', perform: lost, status: remembered },
  { name: 'answer lost, silent for long', perform: lost, status: silentFor(6, remembered, UNKNOWN) },
  {
    name: 'answer lost, in progress for long',
    perform: lost,
    status: silentFor(4, remembered, { kind: 'in-progress' }),
  },
  { name: 'question lost', perform: () => UNKNOWN, status: remembered, needsPerson: true },
  { name: 'question lost, then declined', perform: () => UNKNOWN, status: () => DECLINED },
  {
    name: 'rebooted without memory',
    perform: lost,
    status: () => ({ kind: 'not-found' }),
    needsPerson: true,
  },
  {
    name: 'unreachable',
    perform: () => ({ kind: 'not-sent', reason: 'unreachable', isIncident: false, reply: null }),
    status: remembered,
  },
  {
    name: 'busy with another dialogue',
    perform: () => ({ kind: 'not-sent', reason: 'busy', isIncident: false, reply: failure('Busy') }),
    status: remembered,
  },
  {
    name: 'less than asked',
    perform: (terminal, attempt) => move(terminal, attempt, 2000),
    status: remembered,
  },
  {
    name: 'other currency',
    perform: (terminal, attempt) => {
      move(terminal, attempt);
      return {
        kind: 'conflict',
        reason: 'currency',
        reply: reply({ authorizedMinor: 2298, currency: 'USD' }),
      };
    },
    status: () => ({ kind: 'conflict', reason: 'currency', reply: reply({ currency: 'USD' }) }),
    needsPerson: true,
  },
  {
    name: 'approved after the abort',
    perform: () => UNKNOWN,
    status: (terminal, attempt) => {
      if (++terminal.questions === 2) move(terminal, attempt);
      return terminal.questions < 2 ? { kind: 'in-progress' } : remembered(terminal, attempt);
    },
  },
];

class Dead extends Error {}

export interface Trial {
  /** False when the run ended before the death. */
  died: boolean;
  state: string;
}

/** A ledger with 22.98 to give back on an integrated terminal; every trial gets its own copy. */
export interface TrialBase {
  readonly folder: string;
  readonly staffId: number;
  readonly input: InputOf<'refund.issue'>;
}

const LEDGER_FILES = ['desk.guichet', 'desk.guichet.head', 'desk.guichet-wal'];

export async function makeTrialBase(folder: string): Promise<TrialBase> {
  const base = join(folder, 'base');
  mkdirSync(base);
  const device = new ScriptedDevice();
  const path = join(base, 'desk.guichet');
  const desk = await openTestService({ at: DESK_AT, path, deviceOf: async () => device });
  try {
    return { folder: base, staffId: desk.staffIds.founder, input: await owe(desk) };
  } finally {
    await desk.close();
  }
}

/** One trial lasts well under a second; this is for a machine that does ten other things. */
const TRIAL_LIMIT_MS = 60_000;

/**
 * One refund of 22.98 on an integrated terminal with this fault, the program dying at its `step`th named point and, when
 * `again` is given, at that point of the start after it. Throws unless money moved = posted + open, and nothing twice.
 * `folder` must not exist yet.
 */
export async function runTrial(
  base: TrialBase,
  folder: string,
  fault: Fault,
  { step, again }: { step: number; again: number | undefined },
): Promise<Trial> {
  mkdirSync(folder);
  for (const file of LEDGER_FILES)
    if (existsSync(join(base.folder, file))) cpSync(join(base.folder, file), join(folder, file));
  const terminal: Terminal = { moved: new Map(), questions: 0 };
  let left = Number.POSITIVE_INFINITY;
  let isDead = false;
  let isStarted = false;
  let asked: (() => void)[] = [];
  const device = new ScriptedDevice();
  const path = join(folder, 'desk.guichet');
  const start = async () =>
    await createService({
      path,
      clock: { now: () => new Date(DESK_AT) },
      pinCost: 2 ** 10,
      secrets: {
        read: async () => new Uint8Array(32).fill(7),
        write: async () => {},
        replace: async () => {},
        remove: async () => {},
      },
      verifyInBackground: false,
      deviceOf: async () => device,
      printerOf: () => null,
      probe: (point) => {
        if (isDead) throw new Dead(point);
        // a start that dies before it is open is proved elsewhere, by killing the process
        if (isStarted && !/^(terminal|outcome|attempt):/.test(point)) return;
        left -= 1;
        if (left > 0) return;
        isDead = true;
        throw new Dead(point);
      },
      waitForTerminal: (_waitMs, signal) =>
        new Promise((go, stop) => {
          if (signal.aborted) stop(signal.reason);
          signal.addEventListener('abort', () => stop(signal.reason));
          asked.push(() => go(undefined));
        }),
    });
  let service = await start();
  const until = Date.now() + TRIAL_LIMIT_MS;
  /** Lets every wait end at once, until nothing is followed any more or the program died. */
  const goOn = async () => {
    while (!isDead && (await isFollowed(service))) {
      if (Date.now() > until) throw new Error(`${fault.name}: no end after ${TRIAL_LIMIT_MS} ms`);
      for (const next of asked.splice(0)) next();
      await turn();
    }
  };
  const restart = async (next: number) => {
    await service.close();
    isDead = false;
    asked = [];
    device.onPerform = () => {
      throw new Error('a start commands nothing');
    };
    left = next;
    isStarted = true;
    service = await start();
    await goOn();
  };
  try {
    const signedIn = await service.call({
      operation: 'staff.signIn',
      input: { staffId: base.staffId, pin: DESK_PIN },
    });
    if (!signedIn.ok) throw new Error(`sign-in: ${signedIn.failure.code}`);
    const { session } = signedIn.value as { session: string };
    device.onPerform = (attempt) => fault.perform(terminal, attempt);
    device.onStatus = (attempt) => fault.status(terminal, attempt);
    left = step;
    const sent = await service.call({
      operation: 'refund.issue',
      input: base.input,
      session,
      key: 'trial-refund',
    });
    if (!sent.ok && !isDead) throw new Error(`refused: ${sent.failure.code}`);
    await goOn();
    const died = isDead;
    if (died) await restart(again ?? Number.POSITIVE_INFINITY);
    if (isDead) await restart(Number.POSITIVE_INFINITY);
    left = Number.POSITIVE_INFINITY;
    return { died, state: await check(service, path, fault, terminal) };
  } finally {
    isDead = false;
    left = Number.POSITIVE_INFINITY;
    await service.close().catch(() => {});
  }
}

/** Whether an attempt still waits for its terminal: what waits for a person, or is settled, moves no more by itself. */
async function isFollowed(service: GuichetService): Promise<boolean> {
  const row = await service.ledger().read(
    (db) => db.get<{ count: number }>`
      SELECT count(*) AS count FROM attempt WHERE state IN ('prepared', 'sent', 'unknown', 'resolving')`,
  );
  return (row?.count ?? 0) > 0;
}

async function owe(desk: TestService): Promise<InputOf<'refund.issue'>> {
  const integrated = { address: '192.168.1.40', poiId: 'V400m-324688179', environment: 'test' as const };
  const { terminalId } = await desk.call('terminal.add', { name: 'T2', integrated });
  const { clientId } = await openClient(desk);
  const items = [{ productId: await addProduct(desk, 1999) }];
  const tenders = [{ method: 'terminal' as const, amountMinor: 2298, terminalId }];
  const sale = requireInProgress(await desk.call('invoice.issue', { clientId, items, tenders }));
  while ((await desk.call('sale.read', { saleId: sale.saleId })).state !== 'completed') await turn();
  const { invoices } = await desk.call('invoice.find', { clientId });
  const invoice = await desk.call('invoice.read', { invoiceId: invoices[0]?.invoiceId ?? 0 });
  await desk.call('item.cancel', { itemId: invoice.items[0]?.itemId ?? 0, reason: 'annulé' });
  return { clientId, destination: 'terminal', terminalId, reason: 'annulé', amountMinor: 2298 };
}

async function check(
  service: GuichetService,
  path: string,
  fault: Fault,
  terminal: Terminal,
): Promise<string> {
  const rows = await service.ledger().read(
    (db) =>
      db.all<{ messageId: string; state: string; postedMinor: number }>`
      SELECT message_id AS messageId, state, coalesce((SELECT amount_minor FROM refund_outcome
        WHERE attempt_id = attempt.id), 0) AS postedMinor
      FROM attempt WHERE driver = 'nexo' AND direction = 'out'`,
  );
  // on this thread: the service's own check begins with one of its own, at half a second a trial
  const { problems } = await verifyFile(path);
  if (problems.length > 0) throw new Error(`${fault.name}: ${JSON.stringify(problems)}`);
  for (const [messageId, movedMinor] of terminal.moved) {
    const row = rows.find((each) => each.messageId === messageId);
    const isOpen = row && ['sent', 'unknown', 'resolving', 'needs-operator', 'conflict'].includes(row.state);
    if (!row || (!isOpen && row.postedMinor !== movedMinor))
      throw new Error(`${fault.name}: ${movedMinor} lost`);
    if (isOpen && !fault.needsPerson) throw new Error(`${fault.name}: still ${row.state}`);
  }
  for (const row of rows) {
    if (row.postedMinor > (terminal.moved.get(row.messageId) ?? 0))
      throw new Error(`${fault.name}: posted twice`);
  }
  return rows[0]?.state ?? 'never begun';
}
