import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { openLedgerFiles } from '../../electron/ledger/ledger-files.ts';
import { StandingClock, testFolder, writeCommits } from '../support/ledger-fixture.ts';

async function openFiles(folder = testFolder(), clock = new StandingClock()) {
  mkdirSync(folder, { recursive: true });
  const files = await openLedgerFiles({
    path: `${folder}/a.ledger`,
    clock,
    timeZone: () => 'America/Toronto',
    prepare: async () => undefined,
  });
  onTestFinished(() => files.close());
  return { files, folder, clock };
}

test('a backup is listed, restored, and what it lacks is said', async () => {
  const { files } = await openFiles();
  await writeCommits(files.ledger(), 3);
  const backup = await files.backup();
  expect(backup).toMatchObject({ commits: 3, fileName: expect.stringMatching(/^a-\d+\.guichet-backup$/) });
  await writeCommits(files.ledger(), 2);
  expect(await files.list()).toEqual([backup]);
  expect(await files.restore(backup.fileName)).toEqual({ commits: 3, missingCommits: 2 });
  expect(files.ledger().status()).toMatchObject({ readOnly: 'lost-tail', headSeq: 3 });
});

test('a backup of another ledger is not put in place; the one in use stays', async () => {
  const { files, folder } = await openFiles();
  await writeCommits(files.ledger(), 2);
  const other = await openFiles(`${folder}/other`, new StandingClock('2026-03-02T15:00:00.000Z'));
  const foreign = await other.files.backup();
  mkdirSync(`${folder}/backups`, { recursive: true });
  copyFileSync(`${folder}/other/backups/${foreign.fileName}`, `${folder}/backups/${foreign.fileName}`);
  expect(await files.restore(foreign.fileName)).toBe(null);
  await writeCommits(files.ledger(), 1);
  expect(files.ledger().status()).toMatchObject({ readOnly: null, headSeq: 3 });
});

test.each(['../a.ledger', 'none.guichet-backup', 'noise.guichet-backup'])(
  '%s is no backup',
  async (fileName) => {
    const { files, folder } = await openFiles();
    mkdirSync(`${folder}/backups`);
    writeFileSync(`${folder}/backups/noise.guichet-backup`, 'noise');
    expect(await files.restore(fileName)).toBe(null);
    await writeCommits(files.ledger(), 1);
  },
);

test('a ledger that cannot be prepared is let go, and opens at the next try', async () => {
  const folder = testFolder();
  const opening = openLedgerFiles({
    path: `${folder}/a.ledger`,
    clock: new StandingClock(),
    timeZone: () => 'America/Toronto',
    prepare: () => Promise.reject(new Error('not ready')),
  });
  await expect(opening).rejects.toThrow('not ready');
  const { files } = await openFiles(folder);
  await writeCommits(files.ledger(), 1);
});
