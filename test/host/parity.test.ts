import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CALL_CHANNEL, startIpcHost } from '../../electron/host/ipc-host.ts';
import { startLoopbackHost } from '../../electron/host/loopback-host.ts';
import { createService, type GuichetService } from '../../electron/service.ts';
import { openKnownPage } from '../support/known-page.ts';
import { sendRaw } from '../support/raw-request.ts';
import { FakeContents, RecordingElectron } from '../support/recording-electron.ts';
import { SteppedClock } from '../support/test-service.ts';

interface Outcome {
  ok: boolean;
  value?: Record<string, unknown>;
  failure?: { code: string; detail: unknown };
}
type Send = (operation: string, input: unknown, key: string, session?: string) => Promise<Outcome>;

const PIN = '284915';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-parity-'));
  writeFileSync(join(folder, 'index.html'), '<title>Guichet</title>');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const openService = (name: string) =>
  createService({
    path: join(folder, `${name}.guichet`),
    secrets: {
      read: async () => new Uint8Array(32).fill(7),
      write: async () => {},
      replace: async () => {},
      remove: async () => {},
    },
    clock: new SteppedClock('2026-03-02T14:00:00.000Z'),
    pinCost: 2 ** 10,
    verifyInBackground: false,
  });

/** A morning: set-up, sale in cash, credit, cash refund, refusals and a replay. Returns every outcome in order. */
async function work(send: Send): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let session: string | undefined;
  const call = async (operation: string, input: unknown, key = `parity-${outcomes.length}`) => {
    const outcome = await send(operation, input, key, session);
    outcomes.push(outcome);
    return outcome.value ?? {};
  };
  const { staffId } = await call('organisation.setUp', {
    name: 'Centre récréatif',
    gstNumber: '1 RT0001',
    qstNumber: '1 TQ0001',
    language: 'fr',
    administrator: { name: 'Hélène', pin: PIN },
    terminalName: 'T1',
  });
  await call('staff.signIn', { staffId, pin: '999999' });
  session = String((await call('staff.signIn', { staffId, pin: PIN })).session);
  await call('till.open', { floatMinor: 20_000 });
  const { clientId } = await call('client.open', { name: 'Desrosiers' });
  const product = {
    code: 'A',
    type: 'merchandise',
    nameFr: 'Lunettes',
    priceMinor: 1_999,
    taxClass: 'taxable',
  };
  const { productId } = await call('product.add', { ...product, ledgerCode: '4300' });
  const sale = { clientId, items: [{ productId }], tenders: [{ method: 'cash', tenderedMinor: 2_500 }] };
  const { invoiceId } = await call('invoice.issue', sale, 'parity-sale');
  await call('invoice.issue', sale, 'parity-sale');
  await call('invoice.issue', { ...sale, items: [{ productId, quantity: 2 }] }, 'parity-sale');
  const { items } = (await call('invoice.read', { invoiceId })) as { items: { itemId: number }[] };
  await call('item.cancel', { itemId: items[0]?.itemId, reason: 'retour' });
  await call('refund.issue', { clientId, amountMinor: 2_299, destination: 'cash', reason: 'retour' });
  const { refundId } = await call('refund.issue', {
    clientId,
    amountMinor: 2_298,
    destination: 'cash',
    reason: 'retour',
  });
  await call('refund.read', { refundId });
  await call('refund.settle', { refundId, answer: 'approved' });
  await call('client.read', { clientId });
  await call('client.open', { name: 'carte 4111 1111 1111 1111' });
  await call('nothing.known', {});
  return outcomes;
}

/** What differs by nature: the random references of sign-ins and attempts. */
const withoutRandom = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (name, inner) => (name === 'session' ? '(random)' : inner))) as unknown;

const factsOf = (service: GuichetService) =>
  service
    .ledger()
    .read(async (db) => [
      await db.all`SELECT operation, result FROM command WHERE operation <> 'organisation.setUp' ORDER BY id`,
      await db.all`SELECT kind, document_kind, document_id, local_date, at FROM journal_entry ORDER BY id`,
      await db.all`SELECT entry_id, account, client_id, amount_minor FROM journal_line ORDER BY id`,
      await db.all`SELECT number, total_minor FROM invoice ORDER BY id`,
      await db.all`SELECT kind, amount_minor FROM drawer_event ORDER BY id`,
      await db.all`SELECT kind FROM audit_event ORDER BY id`,
    ]);

test('both hosts give the same outcomes and the same ledger', async () => {
  const electron = new RecordingElectron();
  const first = await openService('ipc');
  const ipc = startIpcHost(electron.ipcMain as never, first);
  const sender = new FakeContents();
  sender.mainFrame.url = 'app://guichet/';
  ipc.windows.add(sender as never);
  const overIpc = await work(
    async (operation, input, key, session) =>
      (await electron.invoke(CALL_CHANNEL, { operation, input, key, session }, { sender })) as Outcome,
  );

  const second = await openService('loopback');
  const host = await startLoopbackHost({
    service: second,
    pageFolder: folder,
    uploads: new Set(),
    onAddress: () => {},
    onError: () => {},
  });
  const page = await openKnownPage(host);
  const overHttp = await work(async (operation, input, key, session) => {
    const answer = await sendRaw(page.port, page.request(operation, { input, key, session }));
    return JSON.parse(answer.text) as Outcome;
  });

  expect(withoutRandom(overHttp)).toEqual(withoutRandom(overIpc));
  expect(overIpc.filter((outcome) => !outcome.ok).map((outcome) => outcome.failure?.code)).toEqual([
    'wrong-pin',
    'key-reused',
    'refund-exceeds-refundable',
    'card-number',
    'unknown-operation',
  ]);
  expect(await factsOf(second)).toEqual(await factsOf(first));
  for (const service of [first, second]) expect((await service.ledger().verify()).problems).toEqual([]);
  await host.close();
  ipc.close();
  await first.close();
  await second.close();
});
