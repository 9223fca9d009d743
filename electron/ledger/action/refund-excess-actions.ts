import { readOpenExcesses } from '../refund-excess-store.ts';
import type { ActionSource } from './action-source.ts';

/** What a terminal or a gateway gave in excess and the client still owes (settled.md 8). */
export const refundExcessActions: ActionSource = {
  kinds: ['refund-excess'],
  async read(db) {
    const rows = await readOpenExcesses(db);
    return rows.map(({ excessId, number, at, refundId, amountMinor, clientId, clientName, staffName }) => ({
      actionId: `excess-${excessId}`,
      kind: 'refund-excess',
      about: number,
      since: at,
      refundId,
      amountMinor,
      clientId,
      clientName,
      staffName,
      can: ['open-account', 'dismiss'],
    }));
  },
};
