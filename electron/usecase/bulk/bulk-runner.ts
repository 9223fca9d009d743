import { Refusal } from '../../../shared/domain/refusal.ts';
import { readBatch, readRunningBatches } from '../../ledger/bulk-store.ts';
import { CommitUnknownError, type Ledger } from '../../ledger/ledger.ts';
import { refuseAccount, type StepSubject, takeBulkStep } from './bulk-step.ts';

export interface BulkRunnerOptions {
  readonly progress: (batchId: number, done: number, total: number) => void;
  readonly failed: (error: unknown) => void;
  readonly probe: (point: string) => void;
}

/**
 * Makes the documents of batches apart from every command: one transaction an account, so that the counter goes on
 * selling between two of them. What is under way is in the ledger alone, so a new start goes on where a stop left it.
 */
export class BulkRunner {
  readonly #options: BulkRunnerOptions;
  #ledger: Ledger | null = null;
  readonly #running = new Map<number, Promise<void>>();

  constructor(options: BulkRunnerOptions) {
    this.#options = options;
  }

  /** Takes up a ledger that was just opened, with the batches it left unfinished. */
  async take(ledger: Ledger): Promise<void> {
    await this.stop();
    this.#ledger = ledger;
    for (const batchId of await ledger.read(readRunningBatches)) this.begin(batchId);
  }

  /** Goes on with a batch; returns at once. Begun twice it runs once. */
  begin(batchId: number): void {
    const ledger = this.#ledger;
    if (!ledger || this.#running.has(batchId)) return;
    const run = this.#run(ledger, batchId)
      .catch(this.#options.failed)
      .finally(() => this.#running.delete(batchId));
    this.#running.set(batchId, run);
  }

  /** Ends after the account that is under way. */
  async stop(): Promise<void> {
    this.#ledger = null;
    await Promise.allSettled(this.#running.values());
  }

  async #run(ledger: Ledger, batchId: number): Promise<void> {
    let isGoing = true;
    while (isGoing && this.#ledger === ledger) {
      isGoing = await this.#step(ledger, batchId);
      const batch = await ledger.read((db) => readBatch(db, batchId));
      if (batch) this.#options.progress(batchId, batch.doneCount + batch.refusedCount, batch.accountCount);
    }
  }

  /** One account, whole or refused; whether there may be more. */
  async #step(ledger: Ledger, batchId: number): Promise<boolean> {
    const subject: StepSubject = { bulkAccountId: null };
    this.#options.probe('bulk:step');
    try {
      return await ledger.write((db) => takeBulkStep(db, batchId, subject));
    } catch (error) {
      // the next look at the ledger tells whether that commit happened
      if (error instanceof CommitUnknownError) return true;
      const { bulkAccountId } = subject;
      if (!(error instanceof Refusal) || error.code === 'ledger-read-only' || bulkAccountId === null)
        throw error;
      const { code, detail } = error;
      await ledger.write((db) => refuseAccount(db, bulkAccountId, { code, detail }));
      return true;
    }
  }
}
