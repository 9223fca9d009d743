/**
 * The legal moves of the process rows other than attempts (settled.md 45). The database's triggers and the
 * ledger's `move` are both built from these tables, so neither can allow what the other forbids.
 */

export type SaleState = 'open' | 'completed' | 'abandoned';
export const SALE_EDGES: Readonly<Record<SaleState, readonly SaleState[]>> = {
  open: ['completed', 'abandoned'],
  completed: [],
  abandoned: [],
};

export type HoldState = 'held' | 'consumed' | 'released';
export const HOLD_EDGES: Readonly<Record<HoldState, readonly HoldState[]>> = {
  held: ['consumed', 'released'],
  consumed: [],
  released: [],
};

export type TillSessionState = 'open' | 'ended' | 'closed';
/** A closed session reopens for a recount only, never for new movements (settled.md 37). */
export const TILL_SESSION_EDGES: Readonly<Record<TillSessionState, readonly TillSessionState[]>> = {
  open: ['ended'],
  ended: ['closed'],
  closed: ['ended'],
};

export type ApprovalState = 'waiting' | 'granted' | 'refused' | 'withdrawn' | 'lapsed' | 'used';
/** Granted once, used once; whatever ends it without use frees what it held (settled.md 13). */
export const APPROVAL_EDGES: Readonly<Record<ApprovalState, readonly ApprovalState[]>> = {
  waiting: ['granted', 'refused', 'withdrawn', 'lapsed'],
  granted: ['used', 'withdrawn', 'lapsed'],
  refused: [],
  withdrawn: [],
  lapsed: [],
  used: [],
};

export type ClaimState = 'held' | 'released' | 'lapsed';
/** Who is on a row of the worklist: until they let go of it, or the local day is over. */
export const CLAIM_EDGES: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  held: ['released', 'lapsed'],
  released: [],
  lapsed: [],
};

export type RegistrationState = 'active' | 'cancelled' | 'replaced';
export const REGISTRATION_EDGES: Readonly<Record<RegistrationState, readonly RegistrationState[]>> = {
  active: ['cancelled', 'replaced'],
  cancelled: [],
  replaced: [],
};

export type PlannedPaymentState =
  | 'planned'
  | 'processing'
  | 'paid'
  | 'failed'
  | 'retried'
  | 'skipped'
  | 'voided';
/** `retried` is on its way again; a payment that came back (NSF) makes its row `failed` (domain.md §2, B11). */
export const PLANNED_PAYMENT_EDGES: Readonly<Record<PlannedPaymentState, readonly PlannedPaymentState[]>> = {
  planned: ['processing', 'paid', 'skipped', 'voided'],
  processing: ['paid', 'failed'],
  paid: ['failed'],
  failed: ['retried', 'paid', 'skipped', 'voided'],
  retried: ['paid', 'failed'],
  skipped: [],
  voided: [],
};

export type BulkBatchState = 'running' | 'done' | 'cancelled';
export const BULK_BATCH_EDGES: Readonly<Record<BulkBatchState, readonly BulkBatchState[]>> = {
  running: ['done', 'cancelled'],
  done: [],
  cancelled: [],
};

export type BulkAccountState = 'waiting' | 'done' | 'refused' | 'left';
/** All or nothing per account: its document is there, the reason why not, or the batch was stopped before it. */
export const BULK_ACCOUNT_EDGES: Readonly<Record<BulkAccountState, readonly BulkAccountState[]>> = {
  waiting: ['done', 'refused', 'left'],
  done: [],
  refused: [],
  left: [],
};
