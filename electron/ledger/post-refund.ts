import type { WritableLedger } from './ledger.ts';

export interface RefundPosting {
  refundId: number;
  clientId: number;
  /** Where the money left: a drawer, or a terminal. */
  from: { tillId: number } | { terminalId: number };
  tillSessionId: number | null;
  /** What the client got back, in cents, as the client's account counts it. */
  amountMinor: number;
  /** What left the drawer; null when it was not cash. */
  drawerMinor: number | null;
}

/**
 * Refund done: Dr clients, Cr cash or terminal; in cash the drawer's amount leaves and the rounding takes the
 * difference (domain.md §2): Dr clients 22.98, Dr rounding 0.02, Cr cash 23.00.
 */
export async function postRefund(db: WritableLedger, posting: RefundPosting): Promise<void> {
  const leavesMinor = posting.drawerMinor ?? posting.amountMinor;
  const account =
    'tillId' in posting.from ? `cash:${posting.from.tillId}` : `terminal:${posting.from.terminalId}`;
  const entryId = await db.insert('journal_entry', {
    kind: 'refund',
    document_kind: 'refund',
    document_id: posting.refundId,
    till_session_id: posting.tillSessionId,
    local_date: db.localDate,
    at: db.at,
  });
  const lines = [
    { account: 'clients', client_id: posting.clientId, amount_minor: posting.amountMinor },
    { account, client_id: null, amount_minor: -leavesMinor },
    { account: 'rounding', client_id: null, amount_minor: leavesMinor - posting.amountMinor },
  ];
  for (const line of lines)
    if (line.amount_minor !== 0) await db.insert('journal_line', { entry_id: entryId, ...line });
}
