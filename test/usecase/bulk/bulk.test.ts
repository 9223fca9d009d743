import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { finishBatch } from '../../support/finish-batch.ts';
import { addProduct, balanceOf, itemIdsOf, openClient, refusalOf, sell } from '../../support/goods.ts';
import { openTestService, type TestService, type TestServiceOptions } from '../../support/test-service.ts';

let desk: TestService;
let folder: string | null = null;
afterEach(async () => {
  expect(await desk.verify()).toEqual([]);
  await desk.close();
  if (folder) await rm(folder, { recursive: true });
  folder = null;
});

type Asked = InputOf<'bulk.run'>;

/** An activity of ten sessions at 120.00 exempt, with so many accounts of one person each registered in it. */
async function activityOf(accounts: number, options: TestServiceOptions = {}) {
  desk = await openTestService(options);
  const productId = await addProduct(desk, 12_000, {
    type: 'activity',
    taxClass: 'exempt',
    details: { occurrences: 10 },
  });
  const clients: { clientId: number; personId: number }[] = [];
  for (let index = 0; index < accounts; index++) {
    const client = await openClient(desk);
    clients.push(client);
    await sell(desk, { clientId: client.clientId, items: [{ productId, personId: client.personId }] });
  }
  const asked: Asked = {
    kind: 'credit',
    filter: { productIds: [productId] },
    amountMinor: 1000,
    taxMode: 'waived',
    label: 'Séance annulée',
    ledgerCode: '4900',
    reason: 'tempête',
  };
  return { productId, clients, asked };
}

const run = async (asked: Asked) => {
  const { batchId } = await desk.call('bulk.run', asked);
  return await finishBatch(desk, batchId);
};

test('the counter sells between two accounts, and a batch that is stopped keeps what it made', async () => {
  let steps = 0;
  let stopped: Promise<unknown> | null = null;
  let batchId = 0;
  const { asked, clients } = await activityOf(30, {
    probe: (point) => {
      if (point !== 'bulk:step') return;
      steps += 1;
      if (steps === 3) stopped = desk.call('bulk.cancel', { batchId });
    },
  });
  batchId = 1;
  await desk.call('bulk.run', asked);
  const batch = await finishBatch(desk, batchId);
  await stopped;
  expect(batch.state).toBe('cancelled');
  expect(batch.doneCount).toBeGreaterThanOrEqual(2);
  expect(batch.doneCount).toBeLessThan(30);
  expect(batch.accounts.filter(({ state }) => state === 'left')).toHaveLength(30 - batch.doneCount);
  const credited = await Promise.all(clients.map(({ clientId }) => balanceOf(desk, clientId)));
  expect(credited.filter((balance) => balance === 11_000)).toHaveLength(batch.doneCount);
  expect(await refusalOf(desk, 'bulk.cancel', { batchId })).toMatchObject({ code: 'bulk-not-running' });
  // what was made can be taken back all the same
  const undone = await desk.call('bulk.reverse', { batchId, reason: 'erreur' });
  expect(await finishBatch(desk, undone.batchId)).toMatchObject({
    state: 'done',
    doneCount: batch.doneCount,
  });
  for (const { clientId } of clients) expect(await balanceOf(desk, clientId)).toBe(12_000);
});

test('a batch cut off goes on at the next start, each account once', async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-bulk-'));
  let steps = 0;
  const incidents: unknown[] = [];
  const { asked, clients } = await activityOf(6, {
    path: join(folder, 'a.ledger'),
    probe: (point) => {
      if (point !== 'bulk:step') return;
      steps += 1;
      if (steps === 4) throw new Error('cut off');
    },
    logIncident: (...incident) => incidents.push(incident),
  });
  const { batchId } = await desk.call('bulk.run', asked);
  while (incidents.length === 0) await desk.call('bulk.read', { batchId });
  expect(await desk.call('bulk.read', { batchId })).toMatchObject({ state: 'running', doneCount: 3 });
  expect(await refusalOf(desk, 'bulk.reverse', { batchId, reason: 'trop tôt' })).toMatchObject({
    code: 'bulk-running',
  });
  await desk.restart();
  expect(await finishBatch(desk, batchId)).toMatchObject({ state: 'done', doneCount: 6, doneMinor: 6000 });
  for (const { clientId } of clients) expect(await balanceOf(desk, clientId)).toBe(11_000);
});

test('an account that can take nothing is told, and the others have theirs', async () => {
  const { asked, clients } = await activityOf(2);
  const { clientId, personId } = await openClient(desk);
  await desk.call('client.archive', { clientId });
  const batch = await run({
    ...asked,
    filter: { personIds: [...clients.map((each) => each.personId), personId] },
  });
  expect(batch).toMatchObject({ state: 'done', doneCount: 2, refusedCount: 1, doneMinor: 2000 });
  expect(batch.accounts.find((account) => account.clientId === clientId)).toMatchObject({
    state: 'refused',
    numbers: [],
    refusal: { code: 'client-archived' },
  });
});

test('charges: an invoice with a line a person, taken back by credit memos whatever was paid', async () => {
  const { asked, clients } = await activityOf(2);
  const [first] = clients;
  const batch = await run({
    ...asked,
    kind: 'charge',
    amountMinor: 2000,
    taxMode: 'added',
    label: 'Matériel',
  });
  expect(batch).toMatchObject({ doneCount: 2, doneMinor: 4600 });
  expect(await balanceOf(desk, first!.clientId)).toBe(12_000 + 2300);
  await desk.call('payment.take', {
    clientId: first!.clientId,
    tenders: [{ method: 'cheque', amountMinor: 14_300 }],
  });
  const { batchId } = await desk.call('bulk.reverse', { batchId: batch.batchId, reason: 'erreur' });
  expect(await finishBatch(desk, batchId)).toMatchObject({ state: 'done', doneCount: 2 });
  const account = await desk.call('client.read', { clientId: first!.clientId });
  expect(account).toMatchObject({ balanceMinor: -2300, creditAvailableMinor: 2300 });
});

test('a credit that was spent is taken back all the same: the client owes it', async () => {
  const { asked, clients } = await activityOf(1);
  const { clientId } = clients[0]!;
  const batch = await run(asked);
  await desk.call('payment.take', { clientId, tenders: [{ method: 'credit', amountMinor: 400 }] });
  expect(await balanceOf(desk, clientId)).toBe(11_000);
  const { batchId } = await desk.call('bulk.reverse', { batchId: batch.batchId, reason: 'erreur' });
  await finishBatch(desk, batchId);
  expect(await desk.call('client.read', { clientId })).toMatchObject({
    balanceMinor: 12_000,
    creditAvailableMinor: 0,
  });
});

test('by sessions: price over sessions, a person in two activities has both', async () => {
  const { asked, clients, productId } = await activityOf(2);
  const otherId = await addProduct(desk, 9995, {
    type: 'activity',
    taxClass: 'exempt',
    details: { occurrences: 6 },
  });
  const [first] = clients;
  await sell(desk, { clientId: first!.clientId, items: [{ productId: otherId, personId: first!.personId }] });
  const { amountMinor: _, ...bySessions } = asked;
  const filter = { productIds: [productId, otherId] };
  const preview = await desk.call('bulk.preview', {
    kind: 'credit',
    taxMode: 'waived',
    filter,
    sessions: 2,
  });
  expect(preview).toMatchObject({ peopleCount: 2, accountCount: 2, totalMinor: 2400 + 2400 + 3332 });
  expect(await refusalOf(desk, 'bulk.run', { ...bySessions, filter, sessions: 7 })).toEqual({
    code: 'bulk-no-sessions',
    detail: expect.objectContaining({ sessions: 6 }),
  });
});

test('filters: ages, tags, people left out by hand; nobody left is told', async () => {
  const { asked, clients } = await activityOf(1);
  const { clientId, personIds } = await desk.call('client.open', {
    name: 'Ng',
    people: [
      { givenName: 'An', birthDate: '2016-03-02', tags: ['Élite'] },
      { givenName: 'Bo', birthDate: '1980-01-01' },
    ],
  });
  const filter = { personIds: [...personIds, clients[0]!.personId] };
  const count = async (more: Asked['filter']) =>
    (await desk.call('bulk.preview', { ...previewOf(asked), filter: { ...filter, ...more } })).peopleCount;
  expect(await count({})).toBe(3);
  expect(await count({ ageMaximum: 10 })).toBe(1);
  expect(await count({ ageMinimum: 11 })).toBe(1);
  expect(await count({ tag: 'elite' })).toBe(1);
  expect(await count({ exceptPersonIds: [personIds[0]!] })).toBe(2);
  const refused = async (more: object) =>
    (await refusalOf(desk, 'bulk.preview', { ...previewOf(asked), ...more })).code;
  expect(await refused({ filter: { ...filter, ageMinimum: 100 } })).toBe('bulk-nobody');
  expect(await refused({ filter: { personIds: [personIds[0], personIds[0]] } })).toBe('bulk-person-twice');
  expect(await refused({ filter: { personIds: [999] } })).toBe('person-unknown');
  expect(await refused({ filter: { productIds: [999] } })).toBe('product-unknown');
  expect(await refused({ filter: {} })).toBe('invalid-input');
  expect(await refused({ sessions: 1 })).toBe('invalid-input');
  expect(clientId).toBeGreaterThan(0);
});

const previewOf = ({ kind, filter, amountMinor, taxMode }: Asked) => ({ kind, filter, amountMinor, taxMode });

test('a list of people from a file: by account and name, nobody twice', async () => {
  desk = await openTestService();
  const { number } = await desk.call('client.open', {
    name: 'Ng',
    people: [
      { givenName: 'An', familyName: 'Ng' },
      { givenName: 'Bô', familyName: 'Ng' },
    ],
  });
  const csv = (rows: string) => ({ csv: `Compte,Prénom,Nom\n${rows}` });
  const { people } = await desk.call('bulk.readPeople', csv(`${number},AN,Ng\n${number},bo,`));
  expect(people.map(({ personName }) => personName)).toEqual(['An Ng', 'Bô Ng']);
  const twice = await refusalOf(desk, 'bulk.readPeople', csv(`${number},An,Ng\n${number},An,`));
  expect(twice).toMatchObject({
    code: 'import-refused',
    detail: { rows: [{ line: 3, problem: 'repeated' }], refusedCount: 1 },
  });
  expect(await refusalOf(desk, 'bulk.readPeople', csv(`${number},Zoé,`))).toMatchObject({
    detail: { rows: [{ problem: 'person-not-found' }] },
  });
});

test('eight times the same batch at once: one runs, the others are told', async () => {
  const { asked, clients } = await activityOf(3);
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => desk.send('bulk.run', asked)));
  const won = outcomes.filter((outcome) => outcome.ok);
  expect(won).toHaveLength(1);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.failure.code).toBe('bulk-already-run');
  await finishBatch(desk, (won[0] as { value: { batchId: number } }).value.batchId);
  for (const { clientId } of clients) expect(await balanceOf(desk, clientId)).toBe(11_000);
  const again = await run({ ...asked, again: true });
  expect(again).toMatchObject({ state: 'done', doneCount: 3 });
  expect(await itemIdsOf(desk, 1)).toHaveLength(1);
});
