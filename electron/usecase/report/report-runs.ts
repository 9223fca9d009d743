import type { PushedEvent } from '../../../shared/contract/pushed-event.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { type ApartReading, ApartStopped } from '../../ledger/apart-reads.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readReport } from './read-report.ts';
import type { ReportJob } from './report-context.ts';

/** More rows than anybody reads on a screen, and few enough to cross to it in an instant. */
export const SCREEN_ROWS = 2_000;

/** Beside this file as source; beside the bundle once built. */
const READING: ApartReading = {
  worker: new URL(
    import.meta.url.endsWith('.ts') ? './report-worker.ts' : './report-worker.js',
    import.meta.url,
  ),
  read: readReport,
};

interface Run {
  readonly staffId: number;
  readonly stopper: AbortController;
}

/** The reports under way: each tells its screen how far it is, and stops when the person who asked says so. */
export class ReportRuns {
  readonly #runs = new Map<string, Run>();
  readonly #push: (event: PushedEvent) => void;

  constructor(push: (event: PushedEvent) => void) {
    this.#push = push;
  }

  /** Refuses `report-stopped`, and what the report itself refuses. A second report under the same run takes its place. */
  async run(ledger: Ledger, job: ReportJob, asker: { staffId: number; runId?: string }): Promise<unknown> {
    const { staffId, runId } = asker;
    const own: Run = { staffId, stopper: new AbortController() };
    if (runId !== undefined) {
      this.stop(runId, staffId);
      this.#runs.set(runId, own);
    }
    const tell = (done: number, total: number) => {
      if (runId !== undefined) this.#push({ type: 'report-progress', runId, done, total });
    };
    try {
      return await ledger.readApart(READING, job, { signal: own.stopper.signal, tell });
    } catch (error) {
      if (error instanceof ApartStopped) return refuse('report-stopped', {});
      throw error;
    } finally {
      if (runId !== undefined && this.#runs.get(runId) === own) this.#runs.delete(runId);
    }
  }

  /** Whether a report of this person was under way, and now stops. */
  stop(runId: string, staffId: number): boolean {
    const run = this.#runs.get(runId);
    if (run?.staffId !== staffId) return false;
    run.stopper.abort();
    return true;
  }
}
