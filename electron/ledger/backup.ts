import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { verifyApart } from './verify-apart.ts';
import type { VerifyReport } from './verify-report.ts';

/** Pages copied between two turns of the event loop. */
const PAGES_A_TURN = 500;

/**
 * Copies the running ledger to a new file: online backup, fsync, rename, fsync of the folder, then the copy is
 * opened read-only and verified (reliability.md §1.3). Throws when the path is taken or the copy does not verify,
 * and then leaves no file under that name.
 */
export async function backupLedger(database: Database.Database, path: string): Promise<VerifyReport> {
  if (existsSync(path)) throw new Error('a backup never overwrites a file');
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  try {
    await database.backup(unfinished, { progress: () => PAGES_A_TURN });
    makeSingleFile(unfinished);
    flushFile(unfinished);
    renameSync(unfinished, path);
    flushFolder(dirname(path));
  } finally {
    rmSync(unfinished, { force: true });
  }
  const report = await verifyApart(path);
  if (!report.ok) {
    rmSync(path, { force: true });
    throw new Error(
      `the backup does not verify: ${report.problems.map((problem) => problem.words.en).join('; ')}`,
    );
  }
  return report;
}

/** A copy in WAL mode would need a second file beside it to be read. */
function makeSingleFile(path: string): void {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows has no folder handle to flush; its rename is already on the disk. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
