import { readBatchSlips } from '../batch-slip-store.ts';
import type { ActionSource } from './action-source.ts';

/** More than a year of every terminal a desk may have. */
const MOST = 5000;

/** Batch slips that differ from the ledger: each waits until a supervisor accepts it, or it is typed again. */
export const batchActions: ActionSource = {
  kinds: ['batch-difference'],
  async read(db) {
    const open = (await readBatchSlips(db, { most: MOST })).filter((slip) => slip.acceptedBy === null);
    return open.map((slip) => ({
      actionId: `batch-${slip.batchSlipId}`,
      kind: 'batch-difference',
      since: slip.at,
      amountMinor: Math.max(0, ...slip.differences.map(({ amountMinor }) => Math.abs(amountMinor))),
      clientId: null,
      clientName: null,
      staffName: slip.staffName,
      about: `${slip.terminalName}, ${slip.batchDate}`,
      why: slip.differences[0]?.cause ?? null,
      terminalName: slip.terminalName,
      can: ['review'],
    }));
  },
};
