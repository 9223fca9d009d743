import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { CONTRACT, type OperationName } from '../shared/contract/contract.ts';
import type { PushedEvent } from '../shared/contract/pushed-event.ts';
import { localDateOf } from '../shared/domain/local-time.ts';
import { GatewayDesk } from './gateway/gateway-desk.ts';
import type { Call, Outcome, Service } from './host/call.ts';
import { createCustomerDisplay } from './host/customer-display.ts';
import { createDispatch } from './host/dispatch.ts';
import type { SecretKeeper, SecretStore } from './host/secret-store.ts';
import { StaffSessions } from './host/staff-sessions.ts';
import type { Clock, Ledger } from './ledger/ledger.ts';
import { openLedgerFiles } from './ledger/ledger-files.ts';
import { readTimeZone } from './ledger/organisation-store.ts';
import type { TillPrinter } from './ledger/print-job-store.ts';
import { CardReader } from './offline-refund/card-reader.ts';
import { recoverAttempts } from './offline-refund/recover-attempts.ts';
import { type RunnerOptions, TerminalRunner } from './offline-refund/terminal-runner.ts';
import { openFilePrinter } from './printing/file-printer.ts';
import { openNetworkPrinter } from './printing/network-printer.ts';
import { PrintRunner, type PrintRunnerOptions } from './printing/print-runner.ts';
import type { Printer } from './printing/printer.ts';
import { openSystemPrinter, type SystemPrinting } from './printing/system-printer.ts';
import { openDevice } from './terminal/open-device.ts';
import { TerminalKeys } from './terminal/terminal-keys.ts';
import { BulkRunner } from './usecase/bulk/bulk-runner.ts';
import type { Surroundings } from './usecase/context.ts';
import { expireCredits } from './usecase/credit/expire-credits.ts';
import { DailyRun } from './usecase/instalment/daily-run.ts';
import { findReturns } from './usecase/payment/find-returns.ts';
import { paperOf } from './usecase/printer/printed-paper.ts';
import { ReportRuns } from './usecase/report/report-runs.ts';

const PIN_COST = 2 ** 17;
const PEPPER_BYTES = 32;
const DEFAULT_TIME_ZONE = 'America/Toronto';

export interface ServiceOptions {
  /** The ledger's file, or ':memory:'. */
  path: string;
  /** Where backups go; beside the ledger by default. */
  backupFolder?: string;
  secrets: SecretKeeper;
  clock?: Clock;
  pinCost?: number;
  probe?: (point: string) => void;
  /** Full verification after the start, in the background (settled.md 52); default true. */
  verifyInBackground?: boolean;
  logIncident?: (incident: string, operation: string, error: unknown) => void;
  /** How integrated terminals are reached; by their keys kept among the secrets when absent. */
  deviceOf?: RunnerOptions['deviceOf'];
  /** How tills' printers are reached; by network or into files beside the ledger when absent. */
  printerOf?: PrintRunnerOptions['printerOf'];
  /** The computer's own printers; absent where the program has no window of its own. */
  systemPrinting?: SystemPrinting | undefined;
  /** Between two tries of a printer, in milliseconds. */
  printRetryMs?: number;
  /** Where a person plays the client of a demonstration's virtual terminal. */
  virtualTerminalPage?: string | undefined;
  /** Charges due instalments at the start and once a day (default true). */
  runInstalments?: boolean;
  /** How long a gateway may take to answer, in milliseconds. */
  gatewayTimeoutMs?: number;
  /** Waits of the questions to terminals and the gateway; real ones by default. */
  waitForTerminal?: RunnerOptions['wait'];
}

export interface GuichetService extends Service {
  /** The ledger in use, for verification and tests; a restore replaces it. */
  ledger(): Ledger;
}

/** Composes the program: secrets, ledger, recovery of unfinished attempts, dispatch. Both hosts serve the result. */
export async function createService(options: ServiceOptions): Promise<GuichetService> {
  const clock = options.clock ?? { now: () => new Date() };
  const listeners = new Set<(event: PushedEvent) => void>();
  const sessions = new StaffSessions(clock);
  let timeZone = DEFAULT_TIME_ZONE;

  const push = (event: PushedEvent) => {
    for (const listener of listeners) listener(event);
  };
  const logIncident = options.logIncident ?? (() => {});
  const keys = new TerminalKeys(options.secrets);
  const deviceOf: RunnerOptions['deviceOf'] =
    options.deviceOf ?? ((ledger, terminalId) => openDevice(ledger, options.secrets, terminalId));
  const terminalFailed = (error: unknown) => logIncident(randomUUID(), 'terminal', error);
  const gateway = new GatewayDesk(options.secrets, options.gatewayTimeoutMs);
  const cards = new CardReader({ deviceOf, failed: terminalFailed });
  const terminals = new TerminalRunner({
    deviceOf,
    cardFor: (attempt) => cards.claim(attempt),
    gatewayOf: (ledger) => gateway.of(ledger),
    clock,
    newReference: randomUUID,
    probe: options.probe ?? (() => {}),
    changed: ({ refundId, saleId }) => {
      if (refundId !== null) push({ type: 'refund-changed', refundId });
      if (saleId !== null) push({ type: 'sale-changed', saleId });
      printers.wake();
    },
    failed: terminalFailed,
    wait: options.waitForTerminal,
  });
  const printers = new PrintRunner({
    printerOf:
      options.printerOf ??
      ((till) => openPrinter(till, join(dirname(options.path), 'prints'), options.systemPrinting)),
    paperOf: (ledger, job, copy) => paperOf(ledger, job, copy, clock.now().toISOString()),
    probe: options.probe ?? (() => {}),
    changed: (tillId) => push({ type: 'till-changed', tillId }),
    failed: (error) => logIncident(randomUUID(), 'printing', error),
    retryMs: options.printRetryMs,
  });
  const batches = new BulkRunner({
    progress: (batchId, done, total) => push({ type: 'bulk-progress', batchId, done, total }),
    failed: (error) => logIncident(randomUUID(), 'bulk', error),
    probe: options.probe ?? (() => {}),
  });
  const instalments = new DailyRun({
    today: () => localDateOf(clock.now().toISOString(), timeZone),
    newReference: randomUUID,
    probe: options.probe ?? (() => {}),
    hasKey: () => gateway.hasKey(),
    terminals: { begin: (attemptId) => terminals.begin(attemptId) },
    also: async (ledger, signal) => {
      const open = await gateway.of(ledger);
      if (open) await findReturns(ledger, open, localDateOf(clock.now().toISOString(), timeZone), signal);
    },
    changed: () => push({ type: 'instalments-changed' }),
    failed: (error) => logIncident(randomUUID(), 'instalments', error),
  });
  const surroundings: Surroundings = {
    bulk: { begin: (batchId) => batches.begin(batchId) },
    instalments: { run: () => instalments.run(), progress: () => instalments.progress() },
    printers: {
      problemOf: (tillId) => printers.problemOf(tillId),
      hasSystem: options.systemPrinting !== undefined,
      listSystem: async () => (options.systemPrinting ? [...(await options.systemPrinting.list())] : null),
    },
    gateway: {
      hasKey: () => gateway.hasKey(),
      keepKey: (key) => gateway.keep(key),
      forgetKey: () => gateway.forget(),
      check: (ledger) => gateway.check(ledger),
    },
    terminals: {
      begin: (attemptId) => terminals.begin(attemptId),
      abort: (attemptId) => terminals.abort(attemptId),
      ask: (attemptId) => terminals.ask(attemptId),
      readCard: (ledger, intent) => cards.read(ledger, intent),
      releaseCard: (terminalId) => cards.release(terminalId),
      keepSecret: (terminalId, secret) => keys.keep(terminalId, secret),
      forgetSecret: (terminalId) => keys.forget(terminalId),
      hasSecret: (terminalId) => keys.has(terminalId),
      diagnose: (terminalId) => terminals.diagnose(terminalId),
    },
    reports: new ReportRuns(push),
    clock,
    newReference: randomUUID,
    newCode: (digits) => String(randomInt(10 ** digits)).padStart(digits, '0'),
    pinCost: options.pinCost ?? PIN_COST,
    pinPepper: await readPepper(options.secrets),
    probe: options.probe ?? (() => {}),
    sessions,
    display: createCustomerDisplay(push),
    virtualTerminalPage: options.virtualTerminalPage ?? null,
    push,
  };

  const prepare = async (ledger: Ledger) => {
    timeZone = (await ledger.read(readTimeZone)) ?? DEFAULT_TIME_ZONE;
    await cards.stop();
    await terminals.stop();
    await printers.stop();
    await batches.stop();
    await instalments.stop();
    await keys.take(ledger);
    await gateway.take();
    if (ledger.status().readOnly !== null) return;
    await recoverAttempts({ ...surroundings, ledger });
    await terminals.take(ledger);
    instalments.take(ledger, options.runInstalments !== false);
    await printers.take(ledger);
    await batches.take(ledger);
  };
  const files = await openLedgerFiles({
    path: options.path,
    backupFolder: options.backupFolder,
    clock,
    timeZone: () => timeZone,
    probe: options.probe,
    prepare,
  });

  const dispatch = createDispatch({
    ledger: () => files.ledger(),
    files,
    surroundings,
    sessions,
    timeZone: () => timeZone,
    logIncident,
  });
  let isCheckDue = options.verifyInBackground !== false;
  /** Asked before each call rather than by a timer: a desk that slept over midnight is not late. */
  let expiredUntil = '';
  const expireOnNewDay = async () => {
    const today = localDateOf(clock.now().toISOString(), timeZone);
    if (today === expiredUntil || files.ledger().status().readOnly !== null) return;
    expiredUntil = today;
    if ((await expireCredits(files.ledger(), today)) > 0)
      push({ type: 'ledger-changed', operation: 'credit.reverse' });
  };

  return {
    async call(call: Call): Promise<Outcome> {
      await expireOnNewDay().catch((error) => logIncident(randomUUID(), 'credit.expire', error));
      const outcome = await dispatch(call);
      if (outcome.ok && isCommand(call.operation)) printers.wake(call.operation === 'printer.set');
      if (isCheckDue) {
        isCheckDue = false;
        void verifyInBackground(files.ledger(), surroundings);
      }
      if (outcome.ok && call.operation.startsWith('organisation.'))
        timeZone = (await files.ledger().read(readTimeZone)) ?? DEFAULT_TIME_ZONE;
      return outcome;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ledger: () => files.ledger(),
    async close() {
      await instalments.stop();
      await cards.stop();
      await terminals.stop();
      await printers.stop();
      await batches.stop();
      await files.close();
    },
  };
}

const isCommand = (name: string) =>
  Object.hasOwn(CONTRACT, name) && CONTRACT[name as OperationName].kind === 'command';

/** A ledger that was set up in a window of its own and is now open in a browser: its papers wait. */
const NO_SYSTEM: SystemPrinting = { list: async () => [], print: async () => false };

function openPrinter(till: TillPrinter, folder: string, system: SystemPrinting | undefined): Printer | null {
  if (till.kind === 'network') return openNetworkPrinter(till.address);
  if (till.kind === 'none') return null;
  if (till.kind === 'system')
    return openSystemPrinter(system ?? NO_SYSTEM, { name: till.address, page: till.page });
  const stamp = () => new Date().toISOString().replace(/[^\d]/g, '');
  return openFilePrinter(folder, () => `${till.tillId}-${stamp()}-${randomUUID().slice(0, 8)}.bin`);
}

/** Begun once the first screen has its answer. A failed check makes the ledger read-only by itself; the screens are only told to look again. */
async function verifyInBackground(ledger: Ledger, surroundings: Surroundings): Promise<void> {
  const report = await ledger.verify().catch(() => undefined);
  if (report && !report.ok) surroundings.push({ type: 'ledger-changed', operation: 'ledger.verify' });
}

async function readPepper(secrets: SecretStore): Promise<Uint8Array> {
  const kept = await secrets.read('pin-pepper');
  if (kept) return kept;
  const pepper = randomBytes(PEPPER_BYTES);
  await secrets.write('pin-pepper', pepper);
  return pepper;
}
