import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { verifyFile } from './verify.ts';
import type { ApartAnswer } from './verify-apart.ts';

/** The other side of verify-apart.ts: one file, one answer. */
const answer: ApartAnswer = await verifyFile(String(workerData)).then(
  (report) => ({ report }),
  (error: Error) => ({
    message: error.message,
    sqliteCode: error instanceof Database.SqliteError ? error.code : undefined,
  }),
);
parentPort?.postMessage(answer);
