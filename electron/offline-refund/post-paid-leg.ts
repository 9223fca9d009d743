import { moneyMoved } from '../../shared/domain/attempt.ts';
import type { AttemptRow } from '../ledger/attempt-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { moveChargedRows } from '../ledger/planned-charge-store.ts';
import { readSessionForOutcome } from '../ledger/refund-store.ts';
import { postTerminalPayment } from '../sale/post-terminal-payment.ts';
import { nextSaleStep, type SaleContext } from '../sale/sale-steps.ts';
import type { SaleOutcome } from '../sale/write-sale.ts';
import type { AppliedOutcome } from './apply-outcome.ts';

export interface PaidLeg {
  paymentId: number | null;
  /** The sale's next step: its next card (`in-progress`, to be started), done, or null when it waits. */
  outcome: SaleOutcome | null;
}

/** What follows from the outcome of a sale's card leg, in the same transaction: approved posts at once (settled.md 10). */
export async function postPaidLeg(
  context: SaleContext,
  attempt: AttemptRow & { saleId: number },
  applied: AppliedOutcome,
  probe: (point: string) => void,
): Promise<PaidLeg> {
  const { db, staff } = context;
  const { proof, attemptState } = applied;
  const payment =
    proof && moneyMoved(attemptState)
      ? await postTerminalPayment(db, {
          attempt: await inUnclosedSession(db, attempt),
          proof,
          staffId: staff.staffId,
        })
      : null;
  // before its money is linked to its items: what is paid is no longer promised
  if (payment)
    await moveChargedRows(db, attempt.saleId, {
      from: ['processing', 'retried', 'failed'],
      to: 'paid',
      staffId: staff.staffId,
      paymentId: payment.paymentId,
    });
  probe('outcome:after-payment');
  const outcome = payment ? await nextSaleStep(context, attempt.saleId) : null;
  return { paymentId: payment?.paymentId ?? null, outcome };
}

/** A late answer belongs to the session its till runs now, when its own is closed; else to its own. */
async function inUnclosedSession(db: WritableLedger, attempt: AttemptRow): Promise<AttemptRow> {
  if (attempt.tillSessionId === null) return attempt;
  const session = await readSessionForOutcome(db, attempt.tillSessionId);
  return { ...attempt, tillSessionId: session?.tillSessionId ?? attempt.tillSessionId };
}
