import { readOpenApprovals } from '../approval-store.ts';
import type { ActionSource } from './action-source.ts';

/** Approvals that wait for a supervisor or, granted, for the person who asked. */
export const approvalActions: ActionSource = {
  kinds: ['approval-waiting', 'approval-granted'],
  async read(db) {
    return (await readOpenApprovals(db)).map(({ staffId: _staffId, state, ...row }) => ({
      ...row,
      actionId: `approval-${row.approvalId}`,
      kind: `approval-${state}` as const,
      can: [state === 'waiting' ? 'approve' : 'issue'],
    }));
  },
};
