import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf, ReportName } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { guichet } from './guichet.ts';
import { setLost, setReachable } from './host-state.ts';
import { forgetProgress, useReportProgress } from './report-progress.ts';
import { endSession } from './session.ts';

interface Held<N extends ReportName> {
  readonly runId: string | null;
  /** What was asked when `report` was answered. */
  readonly report: OutputOf<N> | null;
  readonly failure: Failure | null;
}

export interface ReportState<N extends ReportName> extends Held<N> {
  readonly isRunning: boolean;
  /** From 0 to 1. */
  readonly progress: number;
  /** Asks again: a report does not follow the books by itself, it is worked out when somebody wants it. */
  readonly again: () => void;
  readonly stop: () => void;
}

const STOPPED: Failure = { code: 'report-stopped', detail: {} };

/** A report, worked out apart from the counter; leaving the page or asking for another one stops it. */
export function useReport<N extends ReportName>(name: N, input: InputOf<N>): ReportState<N> {
  const [held, setHeld] = useState<Held<N>>({ runId: null, report: null, failure: null });
  const [round, setRound] = useState(0);
  const inputText = JSON.stringify(input);
  const progress = useReportProgress((runs) => (held.runId === null ? 1 : (runs[held.runId] ?? 0)));

  const leave = useRef<(() => void) | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  useEffect(() => {
    const runId = crypto.randomUUID();
    let isWanted = true;
    const settle = (next: Partial<Held<N>>) => {
      if (!isWanted) return;
      isWanted = false;
      setHeld((before) => ({ ...before, ...next, runId: null }));
    };
    setHeld((before) => ({ ...before, runId, failure: null }));
    guichet
      .call(name, { ...JSON.parse(inputText), runId })
      .then((outcome) => {
        setReachable(true);
        if (outcome.ok) return settle({ report: outcome.value, failure: null });
        if (outcome.failure.code === 'not-signed-in') endSession('expired');
        settle({ failure: outcome.failure });
      })
      .catch((error: unknown) => {
        setLost(error);
        settle({});
      })
      .finally(() => forgetProgress(runId));
    leave.current = () => {
      if (!isWanted) return;
      cancelRun(runId);
      // The screen is free at once; what the thread still answers is no longer wanted
      settle({ failure: STOPPED });
    };
    return () => {
      if (isWanted) cancelRun(runId);
      isWanted = false;
    };
  }, [name, inputText, round]);

  const stop = useCallback(() => leave.current?.(), []);
  const again = useCallback(() => setRound((count) => count + 1), []);
  return { ...held, isRunning: held.runId !== null, progress, again, stop };
}

function cancelRun(runId: string): void {
  // Lost or too late, it stops nothing and harms nothing
  void guichet.call('report.cancel', { runId }).catch(() => undefined);
}
