import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileSecretStore } from '../../../electron/host/secret-store.ts';
import { makeAuthority } from '../../../electron/terminal/simulator/certificate.ts';
import { type DeskTerminal, openDeskTerminal } from '../../support/desk-terminal.ts';
import { addProduct, refusalOf, requireInProgress } from '../../support/goods.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let folder: string;
let terminal: DeskTerminal;
let desk: TestService;
let terminalId: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-terminal-'));
  terminal = await openDeskTerminal();
  const store = fileSecretStore(join(folder, 'secrets'));
  desk = await openTestService({ path: join(folder, 'desk.guichet'), secrets: store });
  ({ terminalId } = await desk.call('terminal.add', { name: 'T2', integrated: terminal.integrated }));
});

afterEach(async () => {
  await desk.close();
  await terminal.close();
  rmSync(folder, { recursive: true });
});

const keep = async (change: object = {}) =>
  await desk.call('terminal.keepKey', { terminalId, ...terminal.secret, ...change });
const link = async () => (await desk.call('terminal.checkLink', { terminalId })).link;
const row = async () =>
  (await desk.call('terminal.list', {})).terminals.find((each) => each.terminalId === terminalId);

test('a terminal is listed once, whatever the case of its identifier, also when it is out of service', async () => {
  const integrated = { ...terminal.integrated, poiId: 'v400M-324688179' };
  const taken = { issues: [{ path: 'integrated.poiId', problem: 'terminal-listed' }] };
  await desk.call('terminal.change', { terminalId, name: 'T2', deviceNumber: '', active: false });
  expect(await refusalOf(desk, 'terminal.add', { name: 'T3', integrated })).toMatchObject({ detail: taken });
  const other = { ...integrated, poiId: 'V400m-111111111' };
  const { terminalId: otherId } = await desk.call('terminal.add', { name: 'T3', integrated: other });
  expect(
    await refusalOf(desk, 'terminal.change', {
      terminalId: otherId,
      name: 'T3',
      deviceNumber: '',
      active: true,
      integrated,
    }),
  ).toMatchObject({ detail: taken });
});

test.each(['192.168.1.40:65536', '192.168.1.40:0', 'T 2'])('%s is no address', async (address) => {
  const integrated = { ...terminal.integrated, poiId: 'V400m-111111111', address };
  expect(await refusalOf(desk, 'terminal.add', { name: 'T3', integrated })).toMatchObject({
    detail: { issues: [{ path: 'integrated.address' }] },
  });
});

test('a key is kept beside the ledger, never shown nor in the ledger, found after a restart, and forgotten', async () => {
  expect(await row()).toMatchObject({ hasKey: false });
  await keep();
  expect(await row()).toMatchObject({ hasKey: true });
  await desk.restart();
  expect(await row()).toMatchObject({ hasKey: true });
  expect(JSON.stringify(await desk.call('terminal.list', {}))).not.toContain(terminal.secret.passphrase);
  await desk.call('terminal.forgetKey', { terminalId });
  expect(await row()).toMatchObject({ hasKey: false });
  expect(readdirSync(join(folder, 'secrets'))).toEqual(['pin-pepper.secret', 'seal.key']);
  await desk.close();
  for (const file of readdirSync(folder).filter((name) => name.startsWith('desk.')))
    expect(readFileSync(join(folder, file)).includes(terminal.secret.passphrase)).toBe(false);
  await desk.restart();
});

test.each([
  { keyIdentifier: '' },
  { keyIdentifier: 'deux mots' },
  { passphrase: '' },
  { authorities: 'unencrypted' },
])('%j is refused by its field', async (change) => {
  const refused = await refusalOf(desk, 'terminal.keepKey', { terminalId, ...terminal.secret, ...change });
  expect(refused).toEqual({
    code: 'invalid-input',
    detail: { issues: [{ path: Object.keys(change)[0], problem: 'invalid' }] },
  });
});

test('the check of the link tells what stands in its way', async () => {
  expect(await link()).toBe('no-key');
  await keep();
  expect(await link()).toBe('ready');
  terminal.report('Busy', true);
  expect(await link()).toBe('busy');
  terminal.report('Maintenance', true);
  expect(await link()).toBe('maintenance');
  terminal.report('OK', false);
  expect(await link()).toBe('host-unreachable');
  terminal.report('OK', true);
  await keep({ passphrase: 'une autre phrase' });
  expect(await link()).toBe('wrong-key');
  await keep({ authorities: makeAuthority('Another root').certificate });
  expect(await link()).toBe('wrong-certificate');
  await keep();
  const integrated = { ...terminal.integrated, poiId: 'V400m-111111111' };
  const changed = { terminalId, name: 'T2', deviceNumber: '', active: true };
  await desk.call('terminal.change', { ...changed, integrated });
  expect(await link()).toBe('wrong-certificate');
  await desk.call('terminal.change', { ...changed, integrated: { ...integrated, address: '127.0.0.1:1' } });
  expect(await link()).toBe('unreachable');
});

test('a terminal that waits for an outcome keeps its key and its place; its name may change', async () => {
  await keep();
  terminal.plan('hold');
  const tenders = [{ method: 'terminal' as const, amountMinor: 2298, terminalId }];
  const items = [{ productId: await addProduct(desk, 1999) }];
  requireInProgress(await desk.call('invoice.issue', { items, tenders }));
  const waits = { code: 'terminal-waits', detail: { terminalName: 'T2', amountMinor: 2298 } };
  expect(await refusalOf(desk, 'terminal.forgetKey', { terminalId })).toEqual(waits);
  const { integrated } = terminal;
  const changed = { terminalId, name: 'Comptoir', deviceNumber: '', active: true };
  const moved = { ...changed, integrated: { ...integrated, saleId: 'Autre' } };
  expect(await refusalOf(desk, 'terminal.change', moved)).toMatchObject({ code: 'terminal-waits' });
  await desk.call('terminal.change', { ...changed, integrated });
  expect(await row()).toMatchObject({ name: 'Comptoir', saleId: 'Guichet', hasKey: true });
});
