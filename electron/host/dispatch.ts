import { randomUUID } from 'node:crypto';
import { CONTRACT, type OperationName, type ReportName } from '../../shared/contract/contract.ts';
import { COMMON_REFUSALS, type Operation } from '../../shared/contract/operation.ts';
import { localDateOf } from '../../shared/domain/local-time.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { CommitUnknownError, type Ledger } from '../ledger/ledger.ts';
import type { LedgerFiles } from '../ledger/ledger-files.ts';
import { lapseApprovals } from '../usecase/approval/end-approval.ts';
import {
  type CommandContext,
  NOT_SIGNED_IN,
  type QueryContext,
  type SessionContext,
  type StaffMember,
  type Surroundings,
} from '../usecase/context.ts';
import { HANDLERS } from '../usecase/handlers.ts';
import { SCREEN_ROWS } from '../usecase/report/report-runs.ts';
import type { Call, Outcome } from './call.ts';
import { hashInput, parseInput } from './parse-input.ts';
import type { StaffSessions } from './staff-sessions.ts';

export interface DispatchParts {
  /** The ledger in use; a restore replaces it. */
  readonly ledger: () => Ledger;
  readonly files: LedgerFiles;
  readonly surroundings: Surroundings;
  readonly sessions: StaffSessions;
  readonly timeZone: () => string;
  readonly logIncident: (incident: string, operation: string, error: unknown) => void;
}

/** The contract's schemas stand on both sides of a handler, so its types are not needed here. */
type Handler = (context: unknown, input: unknown) => Promise<unknown>;
interface AnyLongCommand {
  readonly run: Handler;
  readonly after: Handler;
}

/** A report has none here: its own thread has it. */
const handlerOf = (name: OperationName) => (HANDLERS as Readonly<Record<string, unknown>>)[name];

/** Commands that still run while the ledger is read-only, because they are the way out of it. */
const RUNS_READ_ONLY: readonly string[] = ['ledger.acceptRecovery'];
const KEY = /^[\w.-]{8,100}$/;

/**
 * The one way into the program, for every host: parse, sign-in and role, idempotency key, handler. An expected
 * refusal is a value; anything else is logged under an incident number and nothing has been written.
 */
export function createDispatch(parts: DispatchParts): (call: Call) => Promise<Outcome> {
  return async (call) => {
    try {
      return { ok: true, value: await perform(parts, call) };
    } catch (error) {
      if (error instanceof Refusal && mayReturn(call.operation, error))
        return { ok: false, failure: { code: error.code, detail: error.detail } };
      const incident = randomUUID().slice(0, 8).toUpperCase();
      parts.logIncident(incident, String(call.operation).slice(0, 60), error);
      return { ok: false, failure: { code: 'incident', detail: { incident } } };
    }
  };
}

async function perform(parts: DispatchParts, call: Call): Promise<unknown> {
  if (typeof call.operation !== 'string' || !Object.hasOwn(CONTRACT, call.operation))
    throw new Refusal('unknown-operation', { operation: String(call.operation).slice(0, 60) });
  const name = call.operation as OperationName;
  const operation: Operation = CONTRACT[name];
  const staff = requireAccess(parts, operation, call.session);
  const input = parseInput(operation.input, call.input ?? {});
  await lapseApprovals(parts.ledger(), parts.surroundings.clock.now().toISOString());
  if (operation.kind === 'query') return await performQuery(parts, name, staff, input);
  if (operation.kind === 'report') return await performReport(parts, name as ReportName, staff, input);
  if (operation.kind === 'session') return await performSession(parts, name, staff, call.session, input);
  try {
    return await performCommand(parts, name, staff, call.key, input);
  } catch (error) {
    if (!(error instanceof CommitUnknownError)) throw error;
    return await performCommand(parts, name, staff, call.key, input);
  }
}

function requireAccess(parts: DispatchParts, operation: Operation, session: string | undefined): StaffMember {
  const staff = parts.sessions.staffOf(session);
  if (operation.access === 'anyone') return staff ?? NOT_SIGNED_IN;
  if (!staff) throw new Refusal('not-signed-in', {});
  if (operation.access !== 'clerk' && !staff.roles.includes(operation.access))
    throw new Refusal('not-allowed', { needs: operation.access });
  return staff;
}

async function performQuery(parts: DispatchParts, name: OperationName, staff: StaffMember, input: unknown) {
  const at = parts.surroundings.clock.now().toISOString();
  const localDate = localDateOf(at, parts.timeZone());
  return await parts.ledger().read(async (db) => {
    const context: QueryContext = { ...parts.surroundings, db, staff, at, localDate };
    return CONTRACT[name].output.parse(await (handlerOf(name) as Handler)(context, input));
  });
}

/** Worked out apart from this thread, which only passes the answer on (settled.md 43). */
async function performReport(parts: DispatchParts, name: ReportName, staff: StaffMember, input: unknown) {
  const at = parts.surroundings.clock.now().toISOString();
  const timeZone = parts.timeZone();
  const { runId, allRows } = input as { runId?: string; allRows?: boolean };
  const rowLimit = allRows ? null : SCREEN_ROWS;
  const job = { name, input, at, localDate: localDateOf(at, timeZone), timeZone, rowLimit };
  return await parts.surroundings.reports.run(parts.ledger(), job, { staffId: staff.staffId, runId });
}

async function performSession(
  parts: DispatchParts,
  name: OperationName,
  staff: StaffMember,
  session: string | undefined,
  input: unknown,
) {
  const { surroundings, files } = parts;
  const context: SessionContext = { ...surroundings, files, session, staff, ledger: parts.ledger() };
  return CONTRACT[name].output.parse(await (handlerOf(name) as Handler)(context, input));
}

async function performCommand(
  parts: DispatchParts,
  name: OperationName,
  staff: StaffMember,
  key: string | undefined,
  input: unknown,
) {
  if (key === undefined || !KEY.test(key)) throw new Refusal('key-missing', {});
  const ledger = parts.ledger();
  const readOnly = ledger.status().readOnly;
  if (readOnly !== null && !RUNS_READ_ONLY.includes(name))
    throw new Refusal('ledger-read-only', { reason: readOnly });
  const handler = handlerOf(name) as Handler | AnyLongCommand;
  const run = typeof handler === 'function' ? handler : handler.run;
  const inputHash = hashInput(input);
  const result = await ledger.write(async (db) => {
    const stored = await db.get<{ operation: string; input_hash: Uint8Array; result: string }>`
      SELECT operation, input_hash, result FROM command WHERE key = ${key}`;
    if (stored) {
      if (stored.operation !== name || !Buffer.from(stored.input_hash).equals(inputHash))
        throw new Refusal('key-reused', { operation: stored.operation });
      return stored.result;
    }
    const context: CommandContext = { ...parts.surroundings, db, staff };
    const text = JSON.stringify(CONTRACT[name].output.parse(await run(context, input)));
    await db.insert('command', {
      key,
      operation: name,
      input_hash: inputHash,
      result: text,
      staff_id: staff.staffId === 0 ? null : staff.staffId,
      at: db.at,
    });
    return text;
  });
  const value: unknown = JSON.parse(result);
  if (typeof handler !== 'function') await handler.after({ ...parts.surroundings, ledger, staff }, value);
  parts.surroundings.push({ type: 'ledger-changed', operation: name });
  return value;
}

/** A refusal that its operation does not list is a broken assumption of ours, not an answer. */
function mayReturn(name: string, refusal: Refusal): boolean {
  if (COMMON_REFUSALS.includes(refusal.code)) return true;
  if (!Object.hasOwn(CONTRACT, name)) return false;
  const operation: Operation = CONTRACT[name as OperationName];
  return operation.refusals.includes(refusal.code);
}
