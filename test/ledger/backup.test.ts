import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { openTestLedger, testFolder, writeCommits } from '../support/ledger-fixture.ts';

test('a backup of the running ledger is one file, verified, and holds every commit made before it', async () => {
  const folder = testFolder();
  const ledger = await openTestLedger({ path: `${folder}/a.ledger` });
  await writeCommits(ledger, 300);
  const report = await ledger.backup(`${folder}/copy.guichet-backup`);
  expect(report).toMatchObject({ ok: true, headSeq: 300, counts: { commits: 300, facts: 300 } });
  expect(report.headHash).toBe(ledger.status().headHash);
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.guichet-backup']);
  await writeCommits(ledger, 1);
  expect((await verifyFile(`${folder}/copy.guichet-backup`)).headSeq).toBe(300);
});

test('commits made while the copy runs are whole in it or not in it', async () => {
  const folder = testFolder();
  const ledger = await openTestLedger({ path: `${folder}/a.ledger` });
  await writeCommits(ledger, 50);
  const [report] = await Promise.all([ledger.backup(`${folder}/copy`), writeCommits(ledger, 50)]);
  expect(report.ok).toBe(true);
  expect(report.headSeq).toBeGreaterThanOrEqual(50);
});

test('a backup never overwrites a file', async () => {
  const folder = testFolder();
  const ledger = await openTestLedger({ path: `${folder}/a.ledger` });
  writeFileSync(`${folder}/copy`, 'mine');
  await expect(ledger.backup(`${folder}/copy`)).rejects.toThrow('never overwrites');
});

test('a backup that does not verify is not kept', async () => {
  const folder = testFolder();
  const ledger = await openTestLedger({ path: `${folder}/a.ledger` });
  await ledger.write((db) => db.nextNumber('F'));
  await expect(ledger.backup(`${folder}/copy`)).rejects.toThrow('does not verify: Series F ends at 0');
  expect(existsSync(`${folder}/copy`)).toBe(false);
});

test('a backup put in the ledger’s place is a lost tail, not a fresh start', async () => {
  const folder = testFolder();
  const path = `${folder}/a.ledger`;
  const ledger = await openTestLedger({ path });
  await writeCommits(ledger, 3);
  await ledger.backup(`${folder}/copy`);
  await writeCommits(ledger, 2);
  await ledger.close();
  renameSync(`${folder}/copy`, path);
  const restored = await openTestLedger({ path });
  expect(restored.status()).toMatchObject({ readOnly: 'lost-tail', missingCommits: 2, headSeq: 3 });
});
