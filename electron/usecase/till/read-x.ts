import { readSessionReport } from '../../till/session-report.ts';
import { requireSession } from '../../till/till-session.ts';
import type { QueryHandler } from '../context.ts';

/** The X: the session so far. It resets nothing and takes no number. */
export const readX: QueryHandler<'till.readX'> = async ({ db, at }, { tillId }) => {
  const session = await requireSession(db, tillId);
  return {
    tillId: session.tillId,
    tillName: session.tillName,
    state: session.state === 'open' ? 'open' : 'ended',
    at,
    report: await readSessionReport(db, session),
  };
};
