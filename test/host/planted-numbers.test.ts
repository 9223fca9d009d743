import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openIncidentLog } from '../../electron/host/incident-log.ts';
import { CONTRACT, type OperationName } from '../../shared/contract/contract.ts';
import { soundInputOf } from '../support/contract-arbitrary.ts';
import { openClient } from '../support/goods.ts';
import { testFolder } from '../support/ledger-fixture.ts';
import { chanceOf } from '../support/nexo-answers.ts';
import { CONTROL, cardNumber, expectNothingOn, Planted, typed } from '../support/planted-numbers.ts';
import { openTestService, type TestService, UnexpectedFailure } from '../support/test-service.ts';

const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_127);
const TYPED = 1_000;
const LOCK_MS = 24 * 60 * 60_000;

/** Sends it as the founder; a lock that earlier calls earned is waited out. */
async function send(desk: TestService, name: OperationName, input: unknown) {
  try {
    return await desk.send(name, input);
  } catch (error) {
    if (!(error instanceof UnexpectedFailure)) throw error;
    desk.clock.advance(LOCK_MS);
    return await desk.send(name, input);
  }
}

/** The ways into a value that lead to a text. */
function textsIn(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${at}/${key}`));
}

/** Puts a text there instead. */
function put(value: unknown, path: string, text: string): unknown {
  if (path === '') return text;
  const [, key = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(path) ?? [];
  const inner = (value as Record<string, unknown>)[key];
  if (Array.isArray(value))
    return value.map((each, at) => (at === Number(key) ? put(each, rest, text) : each));
  return { ...(value as object), [key]: put(inner, rest, text) };
}

interface TextField {
  name: OperationName;
  path: string;
  input: unknown;
}

/** Each text field of each operation, with an input that is sound but for what is put there. */
function textFields(): TextField[] {
  return (Object.keys(CONTRACT) as OperationName[]).flatMap((name) => {
    const known = new Map<string, unknown>();
    for (const input of fc.sample(soundInputOf(CONTRACT[name]), { seed: SEED, numRuns: 60 }))
      for (const path of textsIn(input)) if (!known.has(path)) known.set(path, input);
    return [...known].map(([path, input]) => ({ name, path, input }));
  });
}

/** Whether the contract refuses what stands there, or the choice that it belongs to. */
function isRefusedAt(name: OperationName, input: unknown, path: string): boolean {
  const issues = CONTRACT[name].input.safeParse(input).error?.issues ?? [];
  return issues.some((issue) => path.startsWith(issue.path.map((part) => `/${String(part)}`).join('')));
}

test(`${TYPED} card numbers over every text field of every operation: none is kept (seed ${SEED})`, {
  timeout: 60_000,
}, async () => {
  const folder = testFolder();
  const chance = chanceOf(SEED);
  const planted = new Planted();
  const desk = await openTestService({
    path: join(folder, 'desk.guichet'),
    logIncident: openIncidentLog(join(folder, 'incidents.log')),
  });
  planted.add(CONTROL, CONTROL);
  await openClient(desk, { name: `Client ${CONTROL}` });
  const fields = textFields();
  const codes: Record<string, number> = {};
  for (let index = 0; index < Math.max(TYPED, fields.length); index += 1) {
    const { name, path, input } = fields[index % fields.length] as TextField;
    const number = cardNumber(chance);
    const text = typed(number, chance);
    planted.add(number, text);
    const outcome = await send(desk, name, put(input, path, text));
    const code = outcome.ok ? 'accepted' : outcome.failure.code;
    expect(code, `${name}${path}: ${text}`).not.toBe('incident');
    codes[code] = (codes[code] ?? 0) + 1;
    // what else is wrong with the input must not hide a field that takes anything
    if (CONTRACT[name].kind === 'command' && path !== '/csv')
      expect(isRefusedAt(name, put(input, path, text), path), `${name}${path}: ${text}`).toBe(true);
  }
  console.log(`card numbers typed over ${fields.length} fields, seed ${SEED}:`, codes);
  expect(codes['card-number']).toBeGreaterThan(TYPED / 4);
  expect((await desk.send('ledger.backup', {})).ok).toBe(true);
  expect(await desk.verify()).toEqual([]);
  const searched = expectNothingOn(folder, planted);
  expect(searched).toContain('desk.guichet-wal');
  expect(searched.some((name) => name.startsWith('backups/'))).toBe(true);
  await desk.close();
});
