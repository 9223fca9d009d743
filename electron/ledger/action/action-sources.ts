import type { ActionKind } from '../../../shared/domain/action.ts';
import type { ReadableLedger } from '../sql.ts';
import { dismissalKey, readDismissals } from './action-mark-store.ts';
import type { ActionMoment, ActionSource, FoundAction } from './action-source.ts';
import { approvalActions } from './approval-actions.ts';
import { attemptActions } from './attempt-actions.ts';
import { batchActions } from './batch-actions.ts';
import { chequeActions } from './cheque-actions.ts';
import { expiringCardActions } from './expiring-card-actions.ts';
import { failedChargeActions } from './failed-charge-actions.ts';
import { failedRefundActions } from './failed-refund-actions.ts';
import { instalmentActions } from './instalment-actions.ts';
import { parkedAccountActions } from './parked-account-actions.ts';
import { parkedSaleActions } from './parked-sale-actions.ts';
import { partActions } from './part-actions.ts';
import { refundExcessActions } from './refund-excess-actions.ts';
import { returnedPaymentActions } from './returned-payment-actions.ts';
import { tillDifferenceActions } from './till-difference-actions.ts';
import { unreconciledActions } from './unreconciled-actions.ts';
import { walkInActions } from './walk-in-actions.ts';

/** Where every row of the worklist comes from, one source a part of the program. */
export const ACTION_SOURCES: readonly ActionSource[] = [
  attemptActions,
  failedRefundActions,
  failedChargeActions,
  returnedPaymentActions,
  refundExcessActions,
  parkedSaleActions,
  walkInActions,
  approvalActions,
  batchActions,
  chequeActions,
  partActions,
  tillDifferenceActions,
  instalmentActions,
  expiringCardActions,
  unreconciledActions,
  parkedAccountActions,
];

/**
 * Every wanted row there is now but what was dismissed as it stands, oldest first; of one moment, in the order of the
 * sources, so that pages never overlap.
 */
export async function readActions(
  db: ReadableLedger,
  moment: ActionMoment,
  isWanted: (kind: ActionKind) => boolean = () => true,
): Promise<FoundAction[]> {
  const found: FoundAction[] = [];
  for (const source of ACTION_SOURCES)
    if (source.kinds.some(isWanted))
      found.push(...(await source.read(db, moment)).filter(({ kind }) => isWanted(kind)));
  const dismissed = await readDismissals(db);
  const standing = dismissed.size === 0 ? found : found.filter((row) => !dismissed.has(dismissalKey(row)));
  return standing.sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));
}
