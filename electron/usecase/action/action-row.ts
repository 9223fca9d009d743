import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { FoundAction } from '../../ledger/action/action-source.ts';

export type ActionRow = OutputOf<'action.list'>['actions'][number];

const NOTHING = {
  state: 'open',
  dueDate: null,
  about: null,
  why: null,
  refundId: null,
  saleId: null,
  attemptId: null,
  approvalId: null,
  paymentId: null,
  memoId: null,
  invoiceId: null,
  plannedPaymentId: null,
  savedMethodId: null,
  zNumber: null,
  driver: null,
  terminalName: null,
} as const;

/** A found row as the contract gives it: what its kind does not have is null. */
export function actionRow(found: FoundAction): ActionRow {
  return { ...NOTHING, ...found, can: [...found.can] };
}
