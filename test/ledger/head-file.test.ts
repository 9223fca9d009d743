import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HeadFile } from '../../electron/ledger/head-file.ts';
import { openLedger } from '../../electron/ledger/open-ledger.ts';
import {
  auditRow,
  openTestLedger,
  StandingClock,
  testFolder,
  writeCommits,
} from '../support/ledger-fixture.ts';

const options = (path: string) => ({ path, clock: new StandingClock(), timeZone: () => 'America/Toronto' });

/** Writes some commits, takes `numbers` of F and of till 2's Z, and closes. */
async function writeAndClose(path: string, commits: number, numbers: number): Promise<void> {
  const ledger = await openLedger(options(path));
  await writeCommits(ledger, commits);
  for (let taken = 0; taken < numbers; taken++) {
    await ledger.write(async (db) => {
      await db.nextNumber('F');
      await db.nextNumber('Z-2');
      await db.insert('audit_event', auditRow(db, 'numbered'));
    });
  }
  await ledger.close();
}

/** Opens again after `spoil`, in a folder of its own. */
async function reopenAfter(spoil: (path: string, old: string) => void) {
  const path = `${testFolder()}/a.ledger`;
  await writeAndClose(path, 2, 3);
  const old = `${path}.old`;
  copyFileSync(path, old);
  await writeAndClose(path, 1, 2);
  spoil(path, old);
  return { path, ledger: await openTestLedger({ path }) };
}

test('the head file knows the last commit of a ledger that was closed', async () => {
  const { ledger } = await reopenAfter(() => undefined);
  expect(ledger.status()).toMatchObject({ readOnly: null, missingCommits: 0, headSeq: 8 });
});

test('an old copy put back is noticed: read-only until accepted, then numbers go on after the printed ones', async () => {
  const { path, ledger } = await reopenAfter((live, old) => copyFileSync(old, live));
  expect(ledger.status()).toMatchObject({ readOnly: 'lost-tail', missingCommits: 3, headSeq: 5 });
  await expect(writeCommits(ledger, 1)).rejects.toMatchObject({
    code: 'ledger-read-only',
    detail: { reason: 'lost-tail' },
  });
  await expect(ledger.write((db) => db.nextNumber('F'))).rejects.toMatchObject({ code: 'ledger-read-only' });
  expect((await ledger.verify()).problems.map(({ check }) => check)).toContain('head');
  expect(ledger.status().readOnly).toBe('lost-tail');

  const numbers = await ledger.write(async (db) => {
    await db.run`INSERT INTO staff (id, name, roles, language) VALUES (2, 'Serge', 'supervisor', 'fr')`;
    return await db.recoverTail({ staffId: 2, note: 'copie du 2 mars' });
  });
  expect(numbers).toEqual(['F-000004', 'F-000005', 'Z-2-0004', 'Z-2-0005']);
  expect(ledger.status()).toMatchObject({ readOnly: null, missingCommits: 0, headSeq: 6 });
  expect(await ledger.write((db) => db.nextNumber('F'))).toBe(6);
  const entry = await ledger.read(
    (db) => db.get<{ detail: string }>`SELECT detail FROM audit_event WHERE kind = 'ledger-recovered'`,
  );
  expect(JSON.parse(entry?.detail ?? '')).toMatchObject({
    note: 'copie du 2 mars',
    missingCommits: 3,
    lostSeq: 8,
  });
  await ledger.close();

  const again = await openTestLedger({ path });
  expect(again.status()).toMatchObject({ readOnly: null, headSeq: 6 });
  await expect(again.write((db) => db.recoverTail({ staffId: 2, note: '' }))).rejects.toMatchObject({
    code: 'nothing-lost',
  });
});

test('a refused recovery leaves the ledger read-only', async () => {
  const { ledger } = await reopenAfter((live, old) => copyFileSync(old, live));
  const refused = ledger.write(async (db) => {
    await db.run`INSERT INTO staff (id, name, roles, language) VALUES (2, 'Serge', 'supervisor', 'fr')`;
    await db.recoverTail({ staffId: 2, note: '' });
    throw new Error('changed my mind');
  });
  await expect(refused).rejects.toThrow('changed my mind');
  expect(ledger.status().readOnly).toBe('lost-tail');
  await expect(writeCommits(ledger, 1)).rejects.toMatchObject({ code: 'ledger-read-only' });
});

test('a recovery that fails half-way is not committed, even when its error is swallowed', async () => {
  const { ledger } = await reopenAfter((live, old) => copyFileSync(old, live));
  const unknownStaff = ledger.write((db) => db.recoverTail({ staffId: 99, note: '' }).catch(() => []));
  await expect(unknownStaff).rejects.toThrow('failed half-way');
  expect(ledger.status()).toMatchObject({ readOnly: 'lost-tail', headSeq: 5 });
});

test('a ledger that went on from an old copy is a fork: refused', async () => {
  const path = `${testFolder()}/a.ledger`;
  await writeAndClose(path, 2, 0);
  copyFileSync(path, `${path}.old`);
  await writeAndClose(path, 2, 0);
  copyFileSync(`${path}.head`, `${path}.head-kept`);
  copyFileSync(`${path}.old`, path);
  rmSync(`${path}.head`);
  const elsewhere = await openLedger({
    ...options(path),
    clock: new StandingClock('2026-04-01T00:00:00.000Z'),
  });
  await elsewhere.write(async (db) => {
    await db.run`INSERT INTO staff (id, name, roles, language) VALUES (2, 'Serge', 'supervisor', 'fr')`;
    await db.recoverTail({ staffId: 2, note: '' });
  });
  await writeCommits(elsewhere, 3);
  await elsewhere.close();
  copyFileSync(`${path}.head-kept`, `${path}.head`);
  await expect(openLedger(options(path))).rejects.toMatchObject({ code: 'head-fork' });
});

test('the head file of another ledger is refused', async () => {
  const folder = testFolder();
  await writeAndClose(`${folder}/a.ledger`, 1, 0);
  await writeAndClose(`${folder}/b.ledger`, 1, 0);
  copyFileSync(`${folder}/b.ledger.head`, `${folder}/a.ledger.head`);
  await expect(openLedger(options(`${folder}/a.ledger`))).rejects.toMatchObject({ code: 'head-foreign' });
});

test.each([
  ['removed', (head: string) => rmSync(head)],
  ['zeroed', (head: string) => writeFileSync(head, Buffer.alloc(1024))],
  ['cut', (head: string) => writeFileSync(head, readFileSync(head).subarray(0, 100))],
])('a head file that was %s stops money until a supervisor accepts', async (_name, spoil) => {
  const { ledger } = await reopenAfter((live) => spoil(`${live}.head`));
  expect(ledger.status()).toMatchObject({ readOnly: 'head-missing', missingCommits: 0, headSeq: 8 });
  await ledger.write(async (db) => {
    await db.run`INSERT INTO staff (id, name, roles, language) VALUES (2, 'Serge', 'supervisor', 'fr')`;
    expect(await db.recoverTail({ staffId: 2, note: 'nouveau poste' })).toEqual([]);
  });
  expect(ledger.status()).toMatchObject({ readOnly: null, headSeq: 9 });
});

test('a torn write of one slot leaves the other, which is an ancestor', async () => {
  const { ledger } = await reopenAfter((live) => {
    const head = readFileSync(`${live}.head`);
    const newest = head.readUIntBE(8, 6) > head.readUIntBE(512 + 8, 6) ? 0 : 512;
    head.fill(0xff, newest + 100, newest + 300);
    writeFileSync(`${live}.head`, head);
  });
  expect(ledger.status()).toMatchObject({ readOnly: null, headSeq: 8 });
});

test('a ledger ahead of its head file is normal: killed between the commit and the slot', async () => {
  const path = `${testFolder()}/a.ledger`;
  await writeAndClose(path, 2, 0);
  copyFileSync(`${path}.head`, `${path}.head-kept`);
  await writeAndClose(path, 1, 0);
  copyFileSync(`${path}.head-kept`, `${path}.head`);
  const ledger = await openTestLedger({ path });
  expect(ledger.status()).toMatchObject({ readOnly: null, headSeq: 3 });
});

test('a slot holds the series of many tills, and the one too many is refused before any commit', async () => {
  const folder = testFolder();
  const { head } = HeadFile.open(`${folder}/head`, new Uint8Array(16));
  head.write(1, new Uint8Array(32), new Map([['F', 1_000_000_000]]));
  head.close();
  expect(existsSync(`${folder}/head`)).toBe(true);
  const ledger = await openTestLedger({ path: `${folder}/a.ledger` });
  const take = (series: string) => ledger.write((db) => db.nextNumber(series));
  for (let till = 1; till <= 38; till++) expect(await take(`Z-${till}`)).toBe(1);
  await expect(ledger.write((db) => db.nextNumber(`Z-${'9'.repeat(60)}`))).rejects.toThrow('no room');
  expect(await take('Z-1')).toBe(2);
});
