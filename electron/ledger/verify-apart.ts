import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { VerifyReport } from './verify-report.ts';

export type ApartAnswer =
  | { readonly report: VerifyReport }
  | { readonly message: string; readonly sqliteCode: string | undefined };

export interface ApartCheck {
  /** Rejects with a SqliteError for a file that cannot be read, with another error when the check was stopped. */
  readonly report: Promise<VerifyReport>;
  stop(): Promise<void>;
}

/** Beside this file as source; beside the bundle once built. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './verify-worker.ts' : './verify-worker.js',
  import.meta.url,
);

/** Checks a ledger file on a thread of its own: the counter never waits for a check (settled.md 52). */
export function startVerifyApart(path: string): ApartCheck {
  const worker = new Worker(WORKER, { workerData: path });
  worker.unref();
  const report = new Promise<VerifyReport>((resolve, reject) => {
    worker.once('message', (answer: ApartAnswer) => {
      if ('report' in answer) resolve(answer.report);
      else if (answer.sqliteCode === undefined) reject(new Error(answer.message));
      else reject(new Database.SqliteError(answer.message, answer.sqliteCode));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the check was stopped before its end')));
  });
  return {
    report,
    async stop() {
      await worker.terminate();
    },
  };
}

/** Checks a ledger file or a copy apart from the thread that serves the counter. */
export function verifyApart(path: string): Promise<VerifyReport> {
  return startVerifyApart(path).report;
}
