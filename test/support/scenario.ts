import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Outcome } from '../../electron/host/call.ts';
import { withBatch } from './finish-batch.ts';
import { memorySecrets } from './memory-secrets.ts';
import { completeByGateway, gatewayAnswer, ScriptedGateway } from './scripted-gateway.ts';
import { ScriptedIntegrated } from './scripted-integrated.ts';
import { answerAttempt, INTEGRATED_ANSWERS, type TerminalAnswer } from './scripted-terminal.ts';
import { openTestService, type StaffRole, type TestService } from './test-service.ts';

const answer = z.strictObject({
  answer: z.enum(['approved', 'declined', 'not-done', 'none', ...INTEGRATED_ANSWERS]),
  code: z.string().optional(),
  last4: z.string().optional(),
  brand: z.string().optional(),
  slipNumber: z.string().optional(),
  amountMinor: z.int().optional(),
  overrideReason: z.string().optional(),
});

const step = z.strictObject({
  do: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  as: z.string().optional(),
  /** Subset match: every named field must be equal; lists must have the same length. */
  expect: z.record(z.string(), z.unknown()).optional(),
  /** The refusal's code, or its code with a subset of its detail. */
  refuse: z
    .union([z.string(), z.strictObject({ code: z.string(), detail: z.record(z.string(), z.unknown()) })])
    .optional(),
  /** Two steps with the same key are the same command sent twice. */
  key: z.string().optional(),
  at: z.string().optional(),
  'as-staff': z.enum(['clerk', 'supervisor', 'administrator', 'founder']).optional(),
  terminal: z.array(answer).optional(),
  gateway: z.array(gatewayAnswer).optional(),
  restart: z.literal(true).optional(),
  note: z.string().optional(),
});

const scenario = z.strictObject({
  name: z.string(),
  at: z.string(),
  /** False: the scenario opens its till itself. By default it is open with 200.00 unless a step opens it. */
  'open-till': z.boolean().optional(),
  steps: z.array(step).min(1),
});

export type Scenario = z.infer<typeof scenario>;
type Step = z.infer<typeof step>;

export function readScenario(file: string): Scenario {
  return scenario.parse(parse(readFileSync(file, 'utf8'), { merge: true }));
}

/** Runs a scenario on a fresh ledger; returns what was not as expected, in words ([] when it passes). */
export async function runScenario(text: Scenario): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-scenario-'));
  const restarts = text.steps.some((each) => each.restart);
  const opensTill = text.steps.some((each) => each.do === 'till.open');
  const gateway = usesGateway(text) ? new ScriptedGateway() : null;
  const terminals = new ScriptedIntegrated();
  const desk = await openTestService({
    deviceOf: async () => terminals.device,
    waitForTerminal: terminals.wait,
    ...(gateway && { secrets: memorySecrets(), waitForTerminal: gateway.wait, gatewayTimeoutMs: 1500 }),
    at: text.at,
    path: restarts ? join(folder, 'ledger.guichet') : ':memory:',
    openTill: text['open-till'] ?? !opensTill,
  });
  try {
    await gateway?.open(desk);
    const problems = await runSteps(desk, text.steps, { gateway, terminals });
    const found = await desk.verify();
    return [...problems, ...found.map((problem) => `the ledger does not verify: ${problem}`)];
  } finally {
    await desk.close();
    await gateway?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A scenario that saves a card, scripts the gateway or charges instalments has the simulated processor behind it. */
function usesGateway({ steps }: Scenario): boolean {
  return steps.some(
    (each) => each.gateway !== undefined || each.do === 'instalment.run' || each.do === 'savedMethod.add',
  );
}

async function runSteps(
  desk: TestService,
  steps: Step[],
  { gateway, terminals }: { gateway: ScriptedGateway | null; terminals: ScriptedIntegrated },
): Promise<string[]> {
  const problems: string[] = [];
  const answers: TerminalAnswer[] = terminals.answers;
  const known: Record<string, unknown> = {
    till: { tillId: desk.tillId },
    terminal: { terminalId: desk.terminalId },
    walkIn: { clientId: desk.walkInClientId },
    staff: desk.staffIds,
  };
  let role: StaffRole = 'founder';
  for (const [index, each] of steps.entries()) {
    if (each.at) desk.clock.set(each.at);
    if (each['as-staff']) role = each['as-staff'];
    if (each.terminal) answers.push(...each.terminal);
    if (each.restart) await desk.restart();
    if (each.gateway) await gateway?.script(each.gateway);
    if (each.at || each.restart || each.gateway) await gateway?.settle(desk);
    // answers that come in by themselves, before anybody does anything
    if (each.terminal || each.restart) await terminals.settle(desk);
    if (!each.do) continue;
    const where = `step ${index + 1}, ${each.do}`;
    const input = fill(each.with ?? {}, known);
    const key = each.key === undefined ? undefined : `scenario-${each.key}`;
    const sent = await desk.send(each.do, input, { as: role, key });
    await gateway?.settle(desk);
    const completed = gateway ? await completeByGateway(desk, role, sent) : sent;
    const byPerson = await answerAttempt(desk, role, completed, answers);
    const answered = await terminals.complete(desk, role, byPerson);
    const outcome = await withBatch(desk, each.do, answered);
    problems.push(...compareOutcome(where, outcome, each, known));
    if (each.as && outcome.ok) known[each.as] = outcome.value;
    if (!outcome.ok && !each.refuse) break;
  }
  return problems;
}

function compareOutcome(
  where: string,
  outcome: Outcome,
  each: Step,
  known: Record<string, unknown>,
): string[] {
  if (each.refuse !== undefined) {
    const wanted = typeof each.refuse === 'string' ? { code: each.refuse, detail: {} } : each.refuse;
    if (outcome.ok)
      return [`${where}: expected the refusal ${wanted.code}, found ${JSON.stringify(outcome.value)}`];
    if (outcome.failure.code !== wanted.code)
      return [`${where}: expected the refusal ${wanted.code}, found ${JSON.stringify(outcome.failure)}`];
    return differences(`${where}: detail`, fill(wanted.detail, known), outcome.failure.detail);
  }
  if (!outcome.ok) return [`${where}: refused, ${JSON.stringify(outcome.failure)}`];
  return each.expect ? differences(where, fill(each.expect, known), outcome.value) : [];
}

/** What differs between an expectation and what was found, one line a field. */
export function differences(where: string, expected: unknown, found: unknown): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length)
      return [`${where}: expected a list of ${expected.length}, found ${JSON.stringify(found)}`];
    return expected.flatMap((each, index) => differences(`${where}[${index}]`, each, found[index]));
  }
  if (expected !== null && typeof expected === 'object') {
    if (found === null || typeof found !== 'object')
      return [`${where}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
    return Object.entries(expected).flatMap(([name, each]) =>
      differences(`${where}.${name}`, each, (found as Record<string, unknown>)[name]),
    );
  }
  return Object.is(expected, found)
    ? []
    : [`${where}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
}

const WHOLE = /^\$\{([\w.]+)\}$/;
const PART = /\$\{([\w.]+)\}/g;

/** Replaces `${name.field}`: alone it keeps its type, inside a text it becomes text. */
function fill(value: unknown, known: Record<string, unknown>): unknown {
  if (typeof value === 'string') {
    const whole = WHOLE.exec(value);
    if (whole?.[1]) return lookUp(whole[1], known);
    return value.replace(PART, (_, path: string) => String(lookUp(path, known)));
  }
  if (Array.isArray(value)) return value.map((each) => fill(each, known));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each, known)]));
  return value;
}

function lookUp(path: string, known: Record<string, unknown>): unknown {
  let found: unknown = known;
  for (const part of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
  if (found === undefined) throw new Error(`nothing is known as \${${path}}`);
  return found;
}
