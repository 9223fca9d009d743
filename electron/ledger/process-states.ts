import { ATTEMPT_EDGES, type AttemptState } from '../../shared/domain/attempt.ts';
import { PRINT_JOB_EDGES, type PrintJobState } from '../../shared/domain/printing.ts';
import {
  APPROVAL_EDGES,
  type ApprovalState,
  BULK_ACCOUNT_EDGES,
  BULK_BATCH_EDGES,
  type BulkAccountState,
  type BulkBatchState,
  CLAIM_EDGES,
  type ClaimState,
  HOLD_EDGES,
  type HoldState,
  PLANNED_PAYMENT_EDGES,
  type PlannedPaymentState,
  REGISTRATION_EDGES,
  type RegistrationState,
  SALE_EDGES,
  type SaleState,
  TILL_SESSION_EDGES,
  type TillSessionState,
} from '../../shared/domain/process-edges.ts';
import { SAVED_METHOD_EDGES, type SavedMethodState } from '../../shared/domain/saved-method.ts';
import type { ProcessTable } from './tables.ts';

interface States {
  till_session: TillSessionState;
  sale: SaleState;
  attempt: AttemptState;
  hold: HoldState;
  registration: RegistrationState;
  approval: ApprovalState;
  print_job: PrintJobState;
  planned_payment: PlannedPaymentState;
  bulk_batch: BulkBatchState;
  bulk_account: BulkAccountState;
  saved_method: SavedMethodState;
  claim: ClaimState;
}

/** The states of a process table. */
export type StateOf<T extends ProcessTable> = States[T];

/** The legal moves of each process table; the first state is the one a row is born in. */
export const PROCESS_EDGES: {
  readonly [T in ProcessTable]: Readonly<Record<StateOf<T>, readonly StateOf<T>[]>>;
} = {
  till_session: TILL_SESSION_EDGES,
  sale: SALE_EDGES,
  attempt: ATTEMPT_EDGES,
  hold: HOLD_EDGES,
  registration: REGISTRATION_EDGES,
  approval: APPROVAL_EDGES,
  print_job: PRINT_JOB_EDGES,
  planned_payment: PLANNED_PAYMENT_EDGES,
  bulk_batch: BULK_BATCH_EDGES,
  bulk_account: BULK_ACCOUNT_EDGES,
  saved_method: SAVED_METHOD_EDGES,
  claim: CLAIM_EDGES,
};

/** The state in which a row of the table is born. */
export function initialState<T extends ProcessTable>(table: T): StateOf<T> {
  return Object.keys(PROCESS_EDGES[table])[0] as StateOf<T>;
}

/** Whether the state may move so. */
export function isLegalMove(table: ProcessTable, from: string, to: string): boolean {
  const edges: Readonly<Record<string, readonly string[]>> = PROCESS_EDGES[table];
  return edges[from]?.includes(to) ?? false;
}
