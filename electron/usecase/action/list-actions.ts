import type { OutputOf } from '../../../shared/contract/contract.ts';
import {
  type AttemptAction,
  readAttemptActions,
  readParkedSales,
  readWalkInMoney,
} from '../../ledger/action-store.ts';
import { readOpenApprovals } from '../../ledger/approval-store.ts';
import type { QueryHandler } from '../context.ts';

type Action = OutputOf<'action.list'>['actions'][number];

/** All money whose fate is not known yet, oldest first: it leaves the list only by an answer. */
export const listActions: QueryHandler<'action.list'> = async ({ db }) => {
  const attempts = (await readAttemptActions(db)).map((row): Action => {
    const { state: _state, direction: _direction, ...rest } = row;
    return { ...rest, approvalId: null, actionId: `attempt-${row.attemptId}`, kind: kindOf(row) };
  });
  const nothing = { refundId: null, approvalId: null, attemptId: null, driver: null, terminalName: null };
  const sales = (await readParkedSales(db)).map(
    (row): Action => ({ ...nothing, ...row, actionId: `sale-${row.saleId}`, kind: 'sale-parked' }),
  );
  const moneyBack = (await readWalkInMoney(db)).map(
    ({ paymentId, ...row }): Action => ({
      ...nothing,
      ...row,
      actionId: `payment-${paymentId}`,
      kind: 'walk-in-money-back',
    }),
  );
  const approvals = (await readOpenApprovals(db)).map(
    ({ staffId: _staffId, state, ...row }): Action => ({
      ...nothing,
      saleId: null,
      ...row,
      actionId: `approval-${row.approvalId}`,
      kind: `approval-${state}`,
    }),
  );
  const actions = [...attempts, ...sales, ...moneyBack, ...approvals].sort((one, other) =>
    one.since < other.since ? -1 : one.since > other.since ? 1 : 0,
  );
  return { actions };
};

function kindOf(row: AttemptAction): Action['kind'] {
  const inProgress = row.state === 'prepared' || row.state === 'sent';
  if (row.direction === 'out') return inProgress ? 'refund-in-progress' : 'refund-in-doubt';
  return inProgress ? 'payment-in-progress' : 'payment-in-doubt';
}
