import type { SessionHandler } from '../context.ts';

/** Stops a report of one's own; one that has ended meanwhile stays as it ended. */
export const cancelReport: SessionHandler<'report.cancel'> = async ({ reports, staff }, { runId }) => ({
  stopped: reports.stop(runId, staff.staffId),
});
