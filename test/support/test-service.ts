import type { Outcome } from '../../electron/host/call.ts';
import type { SecretKeeper } from '../../electron/host/secret-store.ts';
import { createService, type GuichetService, type ServiceOptions } from '../../electron/service.ts';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts';

export type StaffRole = 'clerk' | 'supervisor' | 'administrator' | 'founder';

const PIN = '284915';
const PIN_COST = 2 ** 10;

/** A clock that stands still until a test moves it. */
export class SteppedClock {
  #now: number;

  constructor(at: string) {
    this.#now = new Date(at).getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(at: string): void {
    this.#now = new Date(at).getTime();
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}

/** A refusal or incident that a test did not expect, with its code and detail in the message. */
export class UnexpectedFailure extends Error {
  constructor(operation: string, failure: { code: string; detail: unknown }) {
    super(`${operation}: ${failure.code} ${JSON.stringify(failure.detail)}`);
  }
}

export interface TestServiceOptions {
  at?: string;
  /** A file for tests that restart; in memory otherwise. */
  path?: string;
  /** Opens till 1 with a float of 200.00 (default true). */
  openTill?: boolean;
  probe?: (point: string) => void;
  /** What the program logs when it fails; on the console otherwise. */
  logIncident?: (incident: string, operation: string, error: unknown) => void;
  /** Where the PINs' key is kept; a fixed one otherwise. */
  secrets?: SecretKeeper;
  /** What stands for the integrated terminals. */
  deviceOf?: ServiceOptions['deviceOf'];
  waitForTerminal?: ServiceOptions['waitForTerminal'];
  gatewayTimeoutMs?: number;
  /** Charges due instalments at the start; only when asked for otherwise. */
  runInstalments?: boolean;
  /** What stands for the printers; none is reached otherwise. */
  printerOf?: ServiceOptions['printerOf'];
}

export interface TestService {
  readonly clock: SteppedClock;
  readonly tillId: number;
  readonly terminalId: number;
  readonly walkInClientId: number;
  readonly staffIds: Record<StaffRole, number>;
  service(): GuichetService;
  /** The answer of one call; a failure is thrown as `UnexpectedFailure`. */
  call<N extends OperationName>(name: N, input: InputOf<N>, how?: CallOptions): Promise<OutputOf<N>>;
  /** The raw outcome, for refusals. */
  send(name: string, input: unknown, how?: CallOptions): Promise<Outcome>;
  /** Signs a staff member in again when the sign-in has ended, as a clerk would. */
  ready(role: StaffRole): Promise<void>;
  restart(): Promise<void>;
  /** Problems found by a full verification; [] when the books are right. */
  verify(): Promise<string[]>;
  close(): Promise<void>;
}

export interface CallOptions {
  /** Who is signed in: default 'founder', who holds every role. */
  as?: StaffRole;
  key?: string;
}

/** A set-up desk: organisation, one till with one stand-alone terminal, four staff members, a stepped clock. */
export async function openTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const clock = new SteppedClock(options.at ?? '2026-03-02T14:00:00.000Z');
  let keyCount = 0;
  const sessions = new Map<StaffRole, string>();
  const start = () =>
    createService({
      path: options.path ?? ':memory:',
      clock,
      pinCost: PIN_COST,
      secrets: options.secrets ?? {
        read: async () => new Uint8Array(32).fill(7),
        write: async () => {},
        replace: async () => {},
        remove: async () => {},
      },
      probe: options.probe,
      deviceOf: options.deviceOf,
      waitForTerminal: options.waitForTerminal,
      gatewayTimeoutMs: options.gatewayTimeoutMs,
      runInstalments: options.runInstalments ?? false,
      printerOf: options.printerOf ?? (() => null),
      printRetryMs: 5,
      verifyInBackground: false,
      logIncident:
        options.logIncident ??
        ((incident, operation, error) => console.error(`incident ${incident} in ${operation}:`, error)),
    });
  let service = await start();

  const raw = async (name: string, input: unknown, session?: string, key?: string): Promise<Outcome> => {
    keyCount += 1;
    return await service.call({ operation: name, input, session, key: key ?? `test-key-${keyCount}` });
  };
  const value = async <N extends OperationName>(
    name: N,
    input: InputOf<N>,
    session?: string,
    key?: string,
  ) => {
    const outcome = await raw(name, input, session, key);
    if (!outcome.ok) throw new UnexpectedFailure(name, outcome.failure);
    return outcome.value as OutputOf<N>;
  };

  const setUp = await value('organisation.setUp', {
    name: 'Centre récréatif du Faubourg',
    gstNumber: '123456789 RT0001',
    qstNumber: '1234567890 TQ0001',
    language: 'fr',
    administrator: { name: 'founder', pin: PIN },
    tillName: 'Caisse 1',
    terminalName: 'T1',
    safeOpeningMinor: 100_000,
  });
  const staffIds = { founder: setUp.staffId } as Record<StaffRole, number>;
  const signIn = async (role: StaffRole) =>
    (await value('staff.signIn', { staffId: staffIds[role], pin: PIN })).session;
  sessions.set('founder', await signIn('founder'));
  for (const role of ['clerk', 'supervisor', 'administrator'] as const) {
    const { staffId, resetCode } = await value(
      'staff.add',
      { name: role, roles: [role] },
      sessions.get('founder'),
    );
    staffIds[role] = staffId;
    sessions.set(role, (await value('staff.setPin', { staffId, resetCode, pin: PIN })).session);
  }
  if (options.openTill !== false) await value('till.open', { floatMinor: 20_000 }, sessions.get('founder'));

  const sessionOf = async (role: StaffRole) => {
    const session = sessions.get(role);
    const outcome = await raw('staff.read', {}, session);
    if (!outcome.ok) sessions.set(role, await signIn(role));
    return sessions.get(role);
  };

  return {
    clock,
    tillId: setUp.tillId,
    terminalId: setUp.terminalId ?? 0,
    walkInClientId: setUp.walkInClientId,
    staffIds,
    service: () => service,
    call: async (name, input, how = {}) =>
      await value(name, input, await sessionOf(how.as ?? 'founder'), how.key),
    send: async (name, input, how = {}) =>
      await raw(name, input, await sessionOf(how.as ?? 'founder'), how.key),
    ready: async (role) => {
      await sessionOf(role);
    },
    restart: async () => {
      await service.close();
      service = await start();
    },
    verify: async () =>
      (await service.ledger().verify()).problems.map(({ check, words }) => `${check}: ${words.en}`),
    close: async () => await service.close(),
  };
}
