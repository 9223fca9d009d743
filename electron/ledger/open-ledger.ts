import { existsSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { walkChain } from './chain-walk.ts';
import { genesisHash } from './commit-chain.ts';
import { connectWriter } from './connection.ts';
import { HeadFile, type HeadRecord } from './head-file.ts';
import type { Clock, Ledger } from './ledger.ts';
import { LedgerRefused } from './ledger-refused.ts';
import type { LostTail } from './lost-tail.ts';
import {
  MIGRATIONS,
  type Migration,
  migrate,
  openBlankInMemory,
  readLedgerId,
  requireSchema,
} from './migrate.ts';
import { readNextNumbers } from './number-series.ts';
import { SqliteLedger } from './sqlite-ledger.ts';
import { readChainHead } from './writer.ts';
import { WriterLock } from './writer-lock.ts';

export interface OpenLedgerOptions {
  /** A file, made when it is not there, or ':memory:'. */
  readonly path: string;
  readonly clock: Clock;
  /** The organisation's time zone, asked at each transaction. */
  readonly timeZone: () => string;
  /** Named points where a test may stop the process; nothing in production (settled.md 53). */
  readonly probe?: (point: string) => void;
  readonly migrations?: readonly Migration[];
}

/**
 * Opens a ledger after every check of reliability.md §1.3 and settled.md 18, 43, 44, 52; throws LedgerRefused, in
 * words, at the first that fails. A lost tail opens read-only (see status().readOnly) until it is accepted.
 */
export async function openLedger(options: OpenLedgerOptions): Promise<Ledger> {
  const { clock, timeZone, probe = () => undefined, migrations = MIGRATIONS } = options;
  const at = clock.now().toISOString();
  const parts = { clock, timeZone, probe };
  if (options.path === ':memory:') {
    const database = openBlankInMemory(migrations, at);
    return new SqliteLedger({
      ...parts,
      path: undefined,
      database,
      head: undefined,
      lock: undefined,
      lostTail: undefined,
    });
  }
  const path = requireOwnFile(options.path);
  const lock = WriterLock.take(`${path}.lock`);
  let database: Database.Database | undefined;
  let head: HeadFile | undefined;
  try {
    database = connectWriter(path);
    migrate(database, migrations, at);
    requireSchema(database, migrations);
    requireChainSinceCheckpoint(database);
    const opened = HeadFile.open(`${path}.head`, readLedgerId(database));
    head = opened.head;
    if (opened.foreign) throw new LedgerRefused('head-foreign');
    const lostTail = compareWithHead(database, head, opened.record);
    return new SqliteLedger({ ...parts, path, database, head, lock, lostTail });
  } catch (error) {
    head?.close();
    database?.close();
    lock.release();
    throw error;
  }
}

/** File systems on which locks and flushes are promises of another machine: NFS, SMB, CIFS, 9p, Coda, AFS. */
const NETWORK_FILE_SYSTEMS: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x73757245, 0x5346414f,
]);

/** Whether the file system type (statfs) is one reached over a network. */
export function isNetworkFileSystem(type: number): boolean {
  return NETWORK_FILE_SYSTEMS.has(type >>> 0);
}

/** One path for one file: links are followed, a second hard link or a network folder is refused. */
function requireOwnFile(given: string): string {
  if (given.startsWith('\\\\') || given.startsWith('//')) throw new LedgerRefused('network-folder');
  if (!existsSync(given)) {
    const folder = realpathSync(dirname(given));
    requireLocal(folder);
    return join(folder, basename(given));
  }
  const path = realpathSync(given);
  requireLocal(dirname(path));
  if (statSync(path).nlink > 1) throw new LedgerRefused('linked-twice');
  return path;
}

function requireLocal(folder: string): void {
  if (isNetworkFileSystem(statfsSync(folder).type)) throw new LedgerRefused('network-folder');
}

/** Checks the commits since the last checkpoint (settled.md 52); the rest is for verify, in the background. */
function requireChainSinceCheckpoint(database: Database.Database): void {
  const checkpoint = database
    .prepare<[], { seq: number; hash: Buffer; sealed: Buffer | null }>(
      `SELECT chain_checkpoint.seq, chain_checkpoint.hash, ledger_seal.hash AS sealed
       FROM chain_checkpoint LEFT JOIN ledger_seal USING (seq) ORDER BY chain_checkpoint.seq DESC LIMIT 1`,
    )
    .get();
  if (checkpoint && !checkpoint.sealed?.equals(checkpoint.hash)) {
    throw new LedgerRefused('chain-broken', `checkpoint ${checkpoint.seq}`);
  }
  const from = checkpoint ?? { seq: 0, hash: genesisHash(readLedgerId(database)) };
  for (const step of walkChain(database, from)) {
    if (step.fault !== undefined && step.fault !== 'clock-back') {
      throw new LedgerRefused('chain-broken', `${step.fault} at commit ${step.seq}`);
    }
  }
}

/** The head file must name an ancestor of the ledger's head: ahead means a lost tail, another hash a fork. */
function compareWithHead(
  database: Database.Database,
  head: HeadFile,
  record: HeadRecord | undefined,
): LostTail | undefined {
  const last = readChainHead(database);
  if (record === undefined) {
    if (last.seq > 0) return { head: undefined, missingCommits: 0 };
    head.write(0, last.hash, new Map());
    head.flush();
    return undefined;
  }
  if (record.seq > last.seq) return { head: record, missingCommits: record.seq - last.seq };
  const sealed =
    record.seq === 0
      ? genesisHash(readLedgerId(database))
      : database
          .prepare<[number], Buffer>('SELECT hash FROM ledger_seal WHERE seq = ?')
          .pluck()
          .get(record.seq);
  if (!sealed?.equals(record.hash)) throw new LedgerRefused('head-fork', `commit ${record.seq}`);
  if (record.seq < last.seq) head.write(last.seq, last.hash, readNextNumbers(database));
  return undefined;
}
