import type { ActionDeed, ActionKind, ActionState } from '../../../shared/domain/action.ts';
import type { ReadableLedger } from '../sql.ts';

/** A row as its source finds it: what it always has, and what only some kinds have. */
export interface FoundAction {
  /** `<what>-<id>`: the same for as long as the row waits, and never another row's. */
  readonly actionId: string;
  readonly kind: ActionKind;
  readonly since: string;
  /** Cents whose fate is open, owed or differing; never negative. */
  readonly amountMinor: number;
  readonly clientId: number | null;
  readonly clientName: string | null;
  readonly staffName: string | null;
  readonly can: readonly ActionDeed[];
  /** `open` unless it says otherwise. */
  readonly state?: ActionState;
  readonly dueDate?: string | null;
  readonly about?: string | null;
  /** Name of the product it is about. */
  readonly nameFr?: string | null;
  readonly nameEn?: string | null;
  readonly why?: string | null;
  readonly refundId?: number | null;
  readonly saleId?: number | null;
  readonly attemptId?: number | null;
  readonly approvalId?: number | null;
  readonly paymentId?: number | null;
  readonly memoId?: number | null;
  readonly invoiceId?: number | null;
  readonly plannedPaymentId?: number | null;
  readonly savedMethodId?: number | null;
  readonly zNumber?: string | null;
  readonly driver?: string | null;
  readonly terminalName?: string | null;
}

/** When the list is read: some rows are about a due date, others are shown for a day. */
export interface ActionMoment {
  /** UTC now. */
  readonly at: string;
  readonly localDate: string;
}

/** Where rows of some kinds come from. A part of the program adds its rows by adding a source to `ACTION_SOURCES`. */
export interface ActionSource {
  readonly kinds: readonly ActionKind[];
  readonly read: (db: ReadableLedger, moment: ActionMoment) => Promise<readonly FoundAction[]>;
}
