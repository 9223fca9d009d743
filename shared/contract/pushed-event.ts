/** What the service tells every screen without being asked: only that something changed, never personal data. */
export type PushedEvent =
  | { type: 'ledger-changed'; operation: string }
  | { type: 'refund-changed'; refundId: number }
  | { type: 'sale-changed'; saleId: number }
  | { type: 'till-changed'; tillId: number }
  | { type: 'instalments-changed' }
  | { type: 'display-changed' }
  | { type: 'report-progress'; runId: string; done: number; total: number }
  | { type: 'bulk-progress'; batchId: number; done: number; total: number }
  | { type: 'session-ended' };
