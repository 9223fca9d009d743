import { create } from 'zustand';

/** How far each report under way is, from 0 to 1, by its run. */
export const useReportProgress = create<Readonly<Record<string, number>>>(() => ({}));

export function tellProgress({ runId, done, total }: { runId: string; done: number; total: number }): void {
  useReportProgress.setState({ [runId]: total > 0 ? done / total : 0 });
}

export function forgetProgress(runId: string): void {
  const { [runId]: _ended, ...others } = useReportProgress.getState();
  useReportProgress.setState(others, true);
}
