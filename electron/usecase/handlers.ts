import type { CommandName, QueryName, SessionName } from '../../shared/contract/contract.ts';
import { listActions } from './action/list-actions.ts';
import type { CommandHandler, LongCommand, QueryHandler, SessionHandler } from './context.ts';
import { acceptRecovery } from './ledger/accept-recovery.ts';
import { backupLedger } from './ledger/backup-ledger.ts';
import { listBackups } from './ledger/list-backups.ts';
import { readLedgerState } from './ledger/read-ledger-state.ts';
import { restoreLedger } from './ledger/restore-ledger.ts';
import { verifyLedger } from './ledger/verify-ledger.ts';
import { settlePayment } from './payment/settle-payment.ts';
import { issueRefund } from './refund/issue-refund.ts';
import { planRefundQuery } from './refund/plan-refund.ts';
import { readRefundQuery } from './refund/read-refund.ts';
import { settleRefund } from './refund/settle-refund.ts';

/** Every operation of the contract has its handler here, or the compiler says which is missing. */
export type Handlers = { [N in QueryName]: QueryHandler<N> } & {
  [N in CommandName]: CommandHandler<N> | LongCommand<N>;
} & { [N in SessionName]: SessionHandler<N> };

export const HANDLERS: Handlers = {
  'ledger.state': readLedgerState,
  'ledger.verify': verifyLedger,
  'ledger.backups': listBackups,
  'ledger.backup': backupLedger,
  'ledger.restore': restoreLedger,
  'ledger.acceptRecovery': acceptRecovery,
  // organisation, staff
  // client, product
  // till, terminal
  // invoice, item, payment, sale
  'refund.plan': planRefundQuery,
  'refund.issue': issueRefund,
  'refund.read': readRefundQuery,
  'refund.settle': settleRefund,
  'payment.settle': settlePayment,
  'action.list': listActions,
};
