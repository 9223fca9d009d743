import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalCode, type RefusalDetails } from '../../shared/domain/refusal.ts';
import type { ReadableLedger } from './sql.ts';

/** How far a long read is; `total` may grow while it runs. */
export type Tell = (done: number, total: number) => void;
/** A long read over one snapshot. Its job and its answer are plain values: they cross to another thread. */
export type ApartRead = (db: ReadableLedger, job: unknown, tell: Tell) => Promise<unknown>;

export interface ApartReading {
  /** The script that serves this read on its own thread (see serve-apart.ts). */
  readonly worker: URL;
  /** The same read, for a ledger in memory, which no other thread can open. */
  readonly read: ApartRead;
}

export interface ApartWatch {
  readonly signal?: AbortSignal;
  readonly tell?: Tell;
}

/** A read that was stopped before its end: asked to by its caller, or because the ledger closes. */
export class ApartStopped extends Error {
  constructor() {
    super('a long read was stopped before its end');
    this.name = 'ApartStopped';
  }
}

/** What a reading thread is born with. */
export interface ApartBirth {
  readonly path: string;
  /** One 32-bit word: not zero once the read under way must stop. */
  readonly stop: SharedArrayBuffer;
}
export type ApartOrder = { readonly job: unknown } | 'leave';
export type ApartAnswer =
  | { readonly done: number; readonly total: number }
  | { readonly value: unknown }
  | { readonly refusal: { code: RefusalCode; detail: RefusalDetails[RefusalCode] } }
  | { readonly stopped: true }
  | { readonly fault: string };

/** Two reads at once: a short report need not wait for a long one, and the counter keeps its processor. */
const MOST_THREADS = 2;

/** A thread with its own read-only connection, one read at a time. */
class ReadingThread {
  readonly script: string;
  readonly #worker: Worker;
  readonly #stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #gone: Promise<void>;

  constructor(script: URL, path: string) {
    this.script = script.href;
    const birth: ApartBirth = { path, stop: this.#stop.buffer as SharedArrayBuffer };
    this.#worker = new Worker(script, { workerData: birth });
    this.#gone = new Promise((resolve) => this.#worker.once('exit', () => resolve()));
    this.#worker.unref();
  }

  read(job: unknown, tell: Tell): Promise<unknown> {
    const worker = this.#worker;
    Atomics.store(this.#stop, 0, 0);
    worker.ref();
    return new Promise((resolve, reject) => {
      const leave = () => {
        worker.off('message', hear).off('error', fail).off('exit', die);
        worker.unref();
      };
      const fail = (error: unknown) => {
        leave();
        reject(error);
      };
      const die = () => fail(new ApartStopped());
      const hear = (answer: ApartAnswer) => {
        if ('total' in answer) return tell(answer.done, answer.total);
        if ('refusal' in answer) return fail(new Refusal(answer.refusal.code, answer.refusal.detail));
        if ('stopped' in answer) return fail(new ApartStopped());
        if ('fault' in answer) return fail(new Error(answer.fault));
        leave();
        resolve(answer.value);
      };
      worker.on('message', hear).on('error', fail).on('exit', die);
      worker.postMessage({ job } satisfies ApartOrder);
    });
  }

  stop(): void {
    Atomics.store(this.#stop, 0, 1);
  }

  /** Closes its connection and ends; resolves once the file is free. */
  async leave(): Promise<void> {
    this.stop();
    // The process must not end before the thread has
    this.#worker.ref();
    this.#worker.postMessage('leave' satisfies ApartOrder);
    await this.#gone;
  }
}

/** The long reads of one ledger file, on threads of their own; a thread stays warm for the next read. */
export class ApartReads {
  readonly #path: string;
  readonly #threads = new Set<ReadingThread>();
  readonly #idle: ReadingThread[] = [];
  readonly #waiting: (() => void)[] = [];
  #isClosing = false;

  constructor(path: string) {
    this.#path = path;
  }

  async run(reading: ApartReading, job: unknown, { signal, tell = () => {} }: ApartWatch): Promise<unknown> {
    while (this.#threads.size - this.#idle.length >= MOST_THREADS && !this.#isClosing)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#isClosing || signal?.aborted) throw new ApartStopped();
    const thread = this.#take(reading.worker);
    const stop = () => thread.stop();
    signal?.addEventListener('abort', stop, { once: true });
    let isUsable = false;
    try {
      const value = await thread.read(job, tell);
      isUsable = true;
      return value;
    } catch (error) {
      isUsable = error instanceof Refusal || error instanceof ApartStopped;
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      if (isUsable && !this.#isClosing) this.#idle.push(thread);
      else void this.#dismiss(thread);
      this.#waiting.shift()?.();
    }
  }

  #take(script: URL): ReadingThread {
    const index = this.#idle.findIndex((thread) => thread.script === script.href);
    const [idle] = index < 0 ? [] : this.#idle.splice(index, 1);
    if (idle) return idle;
    const thread = new ReadingThread(script, this.#path);
    this.#threads.add(thread);
    return thread;
  }

  async #dismiss(thread: ReadingThread): Promise<void> {
    await thread.leave();
    this.#threads.delete(thread);
  }

  /** Stops what runs and frees the file: a restore must find no reader left. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const wake of this.#waiting.splice(0)) wake();
    this.#idle.length = 0;
    await Promise.all([...this.#threads].map((thread) => thread.leave()));
    this.#threads.clear();
  }
}
