import { create } from 'zustand';
import type { InputOf } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { guichet } from '../../connection/guichet.ts';
import { setLost, setReachable } from '../../connection/host-state.ts';
import { queries } from '../../connection/queries.ts';
import { endSession } from '../../connection/session.ts';

type Asked = Omit<InputOf<'statement.issue'>, 'clientId'>;

export type RunOutcome =
  | { readonly kind: 'made'; readonly statementId: number; readonly number: string }
  | { readonly kind: 'refused'; readonly failure: Failure };

export interface RunRow {
  readonly clientId: number;
  readonly name: string;
  readonly number: string;
  /** The command's key, made once: however often the series is sent, a client gets one statement of it. */
  readonly key: string;
  /** Null until the answer came. */
  readonly outcome: RunOutcome | null;
}

export interface Run {
  readonly asked: Asked;
  readonly rows: readonly RunRow[];
  readonly isRunning: boolean;
  /** Why the series stopped by itself; null when the clerk stopped it, or it came to its end. */
  readonly failure: Failure | null;
  readonly isUnanswered: boolean;
}

const PLAN = 'guichet.statements';
/** About the caller or the ledger and not about one client: nobody else would get an answer either. */
const STOPS: ReadonlySet<string> = new Set([
  'not-signed-in',
  'not-allowed',
  'ledger-read-only',
  'invalid-input',
  'card-number',
  'incident',
]);
let stopAsked = false;

function readPlan(): Run | null {
  const stored = window.sessionStorage.getItem(PLAN);
  if (!stored) return null;
  const { asked, rows } = JSON.parse(stored) as Pick<Run, 'asked' | 'rows'>;
  return { asked, rows, isRunning: false, failure: null, isUnanswered: false };
}

/** Kept by the window, not by the page: the clerk may look elsewhere meanwhile, and a reload goes on where it was. */
export const useStatementRun = create<{ run: Run | null }>(() => ({ run: readPlan() }));

function change(more: Partial<Run>): void {
  useStatementRun.setState(({ run }) => ({ run: run && { ...run, ...more } }));
}

export function startRun(
  clients: readonly { readonly clientId: number; readonly name: string; readonly number: string }[],
  asked: Asked,
): void {
  const rows = clients.map(({ clientId, name, number }) => ({
    clientId,
    name,
    number,
    key: crypto.randomUUID(),
    outcome: null,
  }));
  window.sessionStorage.setItem(PLAN, JSON.stringify({ asked, rows }));
  useStatementRun.setState({ run: { asked, rows, isRunning: false, failure: null, isUnanswered: false } });
  void resumeRun();
}

/** One client after the other, from the first without an answer; a client sent before answers as it did. */
export async function resumeRun(): Promise<void> {
  const { run } = useStatementRun.getState();
  if (!run || run.isRunning) return;
  stopAsked = false;
  change({ isRunning: true, failure: null, isUnanswered: false });
  for (const [index, row] of run.rows.entries()) {
    if (stopAsked) break;
    if (row.outcome === null && !(await issueOne(index, row, run.asked))) break;
  }
  change({ isRunning: false });
  void queries.invalidateQueries();
}

/** The one on its way still ends; what is made stays made. */
export function stopRun(): void {
  stopAsked = true;
}

export function forgetRun(): void {
  window.sessionStorage.removeItem(PLAN);
  useStatementRun.setState({ run: null });
}

async function issueOne(index: number, row: RunRow, asked: Asked): Promise<boolean> {
  try {
    const outcome = await guichet.call(
      'statement.issue',
      { clientId: row.clientId, ...asked },
      { key: row.key },
    );
    setReachable(true);
    if (outcome.ok) {
      const { statementId, number } = outcome.value;
      setOutcome(index, { kind: 'made', statementId, number });
      return true;
    }
    const { failure } = outcome;
    if (failure.code === 'not-signed-in') endSession('expired');
    if (STOPS.has(failure.code)) {
      change({ failure });
      return false;
    }
    setOutcome(index, { kind: 'refused', failure });
    return true;
  } catch (error) {
    setLost(error);
    change({ isUnanswered: true });
    return false;
  }
}

function setOutcome(index: number, outcome: RunOutcome): void {
  const { run } = useStatementRun.getState();
  if (run) change({ rows: run.rows.with(index, { ...run.rows[index]!, outcome }) });
}
