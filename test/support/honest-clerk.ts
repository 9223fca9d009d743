import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { createService, type GuichetService } from '../../electron/service.ts';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts';

export const DESK_AT = '2026-03-02T15:00:00.000Z';
export const DESK_PIN = '284915';
/** What every trial refunds, and what leaves the drawer for it. */
export const TRIAL_MINOR = 2298;
export const TRIAL_DRAWER_MINOR = 2300;

/** A refund to be made, once, whatever happens to the machine. */
export interface Trial {
  ledgerPath: string;
  /** Where the world writes down each time that money really moved. */
  worldPath: string;
  /** `parts`: one refund that goes both ways, each for the trial's amount. */
  destination: 'terminal' | 'cash' | 'parts';
  clientId: number;
  clerkId: number;
  supervisorId: number;
}

type Way = 'terminal' | 'cash';

/** The counter outside the machine: a line for each time money left by the terminal or from the drawer. */
export class World {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  move(refundId: number, amountMinor: number): void {
    appendFileSync(this.#path, `${refundId} ${amountMinor}\n`);
    const file = openSync(this.#path, 'r');
    fsyncSync(file);
    closeSync(file);
  }

  get moves(): { refundId: number; amountMinor: number }[] {
    if (!existsSync(this.#path)) return [];
    const lines = readFileSync(this.#path, 'utf8').trim().split('\n');
    return lines.map((line) => {
      const [refundId, amountMinor] = line.split(' ').map(Number);
      return { refundId: refundId ?? 0, amountMinor: amountMinor ?? 0 };
    });
  }
}

export async function startService(ledgerPath: string, probe: (point: string) => void) {
  return await createService({
    path: ledgerPath,
    clock: { now: () => new Date(DESK_AT) },
    pinCost: 2 ** 10,
    secrets: {
      read: async () => new Uint8Array(32).fill(7),
      write: async () => {},
      replace: async () => {},
      remove: async () => {},
    },
    probe,
    verifyInBackground: false,
    logIncident: (_incident, operation, error) => console.error(operation, error),
  });
}

/**
 * A clerk who wants this client to get the money exactly once, sends the same keys again after a crash, does what the
 * screen says only when it says it, and answers what really happened.
 */
export async function finishRefund(
  service: GuichetService,
  trial: Trial,
  probe: (point: string) => void,
): Promise<void> {
  const world = new World(trial.worldPath);
  const call = async <N extends OperationName>(
    name: N,
    input: InputOf<N>,
    session?: string,
    key?: string,
  ) => {
    const outcome = await service.call({ operation: name, input, session, key });
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.failure)}`);
    return outcome.value as OutputOf<N>;
  };
  const { session } = await call('staff.signIn', { staffId: trial.clerkId, pin: DESK_PIN });
  const who = { clientId: trial.clientId, reason: 'essai' };
  const issue = async (destination: Way, key: string) => {
    const asked = { ...who, amountMinor: TRIAL_MINOR, destination };
    return (await call('refund.issue', asked, session, key)).refundId;
  };

  /** Gives this refund's money once; where it failed, by another refund of the same way. */
  const giveOnce = async (first: number, destination: Way) => {
    let refundId = first;
    for (let turn = 1; turn <= 5; turn++) {
      const refund = await call('refund.read', { refundId }, session);
      if (refund.state === 'done') return;
      if (refund.state === 'failed') {
        refundId = await issue(destination, `refund-key-${destination}-${turn}`);
        continue;
      }
      if (refund.state === 'to-begin') {
        await call('refund.begin', { refundId }, session, `begin-key-${refundId}`);
        continue;
      }
      const hasMoved = world.moves.some((move) => move.refundId === refundId);
      if (refund.state === 'in-doubt' && !hasMoved) {
        const supervisor = await call('staff.signIn', { staffId: trial.supervisorId, pin: DESK_PIN });
        const notDone = { refundId, answer: 'not-done' as const, reason: 'lot vérifié' };
        await call('refund.settle', notDone, supervisor.session, `not-done-key-${refundId}`);
        continue;
      }
      if (!hasMoved) {
        const attempt = refund.attempts.find((each) => each.attemptId === refund.openAttemptId);
        if (attempt?.state !== 'sent') throw new Error(`nothing is on the screen while ${attempt?.state}`);
        probe('world:shown');
        world.move(refundId, refund.drawerMinor ?? refund.amountMinor);
        probe('world:moved');
      }
      const slip = {
        retypedMinor: TRIAL_MINOR,
        approvalCode: 'A7731',
        brand: 'Visa',
        last4: '4417',
        slipNumber: '88',
      };
      const evidence = destination === 'terminal' ? { evidence: slip } : {};
      const answer = { refundId, answer: 'approved' as const, ...evidence };
      await call('refund.settle', answer, session, `settle-key-${refundId}`);
      return;
    }
    throw new Error('the refund never came to an end');
  };

  if (trial.destination !== 'parts') {
    await giveOnce(await issue(trial.destination, 'refund-key-0'), trial.destination);
    return;
  }
  const parts = (['terminal', 'cash'] as const).map((destination) => ({
    destination,
    amountMinor: TRIAL_MINOR,
  }));
  const asked = { ...who, amountMinor: TRIAL_MINOR * parts.length, parts };
  const issued = await call('refund.issue', asked, session, 'refund-key-0');
  for (const { refundId, destination } of issued.parts ?? []) await giveOnce(refundId, destination as Way);
}
