import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Clock, Ledger } from './ledger.ts';
import { LedgerRefused } from './ledger-refused.ts';
import { openLedger } from './open-ledger.ts';
import { countCommits } from './verify.ts';
import { verifyApart } from './verify-apart.ts';

const BACKUP_NAME = /^[\w-]+\.guichet-backup$/;

export interface BackupFile {
  /** A name in the backup folder; no path crosses the wire. */
  fileName: string;
  at: string;
  sizeBytes: number;
  commits: number;
}

/** The ledger's files as the program holds them: the one in use and its backups. */
export interface LedgerFiles {
  ledger(): Ledger;
  list(): Promise<BackupFile[]>;
  /** Online backup, verified after it is written; throws when the copy does not verify. */
  backup(): Promise<BackupFile>;
  /**
   * Puts a backup in the ledger's place, after verifying it; the replaced files are kept beside it. The head file
   * stays: it tells what the backup lacks (settled.md 18). Returns null when there is no such backup, it is damaged,
   * or it is of another ledger or another line of this one; the ledger in use then stays.
   */
  restore(fileName: string): Promise<{ commits: number; missingCommits: number } | null>;
  close(): Promise<void>;
}

export interface LedgerFilesOptions {
  path: string;
  backupFolder?: string;
  clock: Clock;
  timeZone: () => string;
  probe?: (point: string) => void;
  /** Runs on every ledger that is opened, before anyone may use it. */
  prepare: (ledger: Ledger) => Promise<void>;
}

export async function openLedgerFiles(options: LedgerFilesOptions): Promise<LedgerFiles> {
  const { path, clock } = options;
  const folder = options.backupFolder ?? join(dirname(path), 'backups');
  const open = async () => {
    const opened = await openLedger({ path, clock, timeZone: options.timeZone, probe: options.probe });
    try {
      await options.prepare(opened);
    } catch (error) {
      // Left open, it would refuse the next start as one that is already in use
      await opened.close();
      throw error;
    }
    return opened;
  };
  let ledger = await open();

  const describe = async (fileName: string): Promise<BackupFile> => {
    const file = join(folder, fileName);
    const { size, mtime } = await stat(file);
    return { fileName, at: mtime.toISOString(), sizeBytes: size, commits: countCommits(file) };
  };

  return {
    ledger: () => ledger,
    async list() {
      const names = await readdir(folder).catch(() => [] as string[]);
      const described = await Promise.all(
        names.filter((name) => BACKUP_NAME.test(name)).map((name) => describe(name).catch(() => null)),
      );
      const backups = described.filter((backup) => backup !== null);
      return backups.toSorted((left, right) => right.at.localeCompare(left.at));
    },
    async backup() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const stamp = clock.now().toISOString().replace(/[^\d]/g, '').slice(0, 17);
      const fileName = `${basename(path)
        .replace(/\.[^.]*$/, '')
        .replace(/[^\w-]/g, '-')}-${stamp}.guichet-backup`;
      await ledger.backup(join(folder, fileName));
      return await describe(fileName);
    },
    async restore(fileName) {
      const file = join(folder, fileName);
      if (!BACKUP_NAME.test(fileName)) return null;
      const report = await verifyApart(file).catch(() => null);
      if (!report?.ok) return null;
      const incoming = `${path}-restoring`;
      const replaced = `${path}-replaced-${clock.now().getTime()}`;
      await copyFile(file, incoming);
      await ledger.close();
      await rename(path, replaced);
      for (const suffix of ['-wal', '-shm']) await rm(`${path}${suffix}`, { force: true });
      await rename(incoming, path);
      try {
        ledger = await open();
      } catch (error) {
        if (!(error instanceof LedgerRefused)) throw error;
        await rename(replaced, path);
        ledger = await open();
        return null;
      }
      return { commits: report.counts.commits, missingCommits: ledger.status().missingCommits };
    },
    close: () => ledger.close(),
  };
}
