import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  type ApartAnswer,
  type ApartBirth,
  type ApartOrder,
  type ApartRead,
  ApartStopped,
} from './apart-reads.ts';
import { connectReader } from './connection.ts';
import { ReadSession } from './read-session.ts';
import type { ReadableLedger } from './sql.ts';

const TELL_EVERY_MS = 60;

/** The other side of apart-reads.ts: serves one kind of long read on this thread until told to leave. */
export function serveApart(read: ApartRead): void {
  const port = requirePort();
  const { path, stop } = workerData as ApartBirth;
  const session = new ReadSession(connectReader(path));
  const db = stoppable(session.handle, new Int32Array(stop));
  const answer = (said: ApartAnswer) => port.postMessage(said);
  port.on('message', async (order: ApartOrder) => {
    if (order === 'leave') {
      session.database.close();
      port.close();
      return;
    }
    session.begin();
    try {
      answer({ value: await read(db, order.job, seldom(answer)) });
    } catch (error) {
      if (error instanceof Refusal) answer({ refusal: { code: error.code, detail: error.detail } });
      else if (error instanceof ApartStopped) answer({ stopped: true });
      else answer({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      session.end();
    }
  });
}

function requirePort(): MessagePort {
  if (!parentPort) throw new Error('this script is run as a thread');
  return parentPort;
}

/** Looks before each statement whether the read must stop: long reads are made of short statements. */
function stoppable(db: ReadableLedger, stop: Int32Array): ReadableLedger {
  const look = () => {
    if (Atomics.load(stop, 0) !== 0) throw new ApartStopped();
  };
  return {
    all: async <Row>(...asked: Parameters<ReadableLedger['all']>) => {
      look();
      return await db.all<Row>(...asked);
    },
    get: async <Row>(...asked: Parameters<ReadableLedger['get']>) => {
      look();
      return await db.get<Row>(...asked);
    },
  };
}

function seldom(answer: (said: ApartAnswer) => void) {
  let last = 0;
  return (done: number, total: number) => {
    const now = performance.now();
    if (now - last < TELL_EVERY_MS) return;
    last = now;
    answer({ done, total });
  };
}
