import { formatNumber } from '../../shared/domain/document-number.ts';
import type { AttemptRow } from '../ledger/attempt-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { postRefundExcess } from '../ledger/post-refund.ts';
import { readRefund } from '../ledger/refund-store.ts';
import { placeOf, readSessionFor } from './record-refund.ts';

export interface RecordedExcess {
  readonly number: string;
  /** Cents beyond what was held. */
  readonly amountMinor: number;
}

/**
 * Records what a terminal or a gateway gave beyond what was held, as a supervisor settles the conflict: the true amount,
 * in a document of its own, owed by the client (settled.md 8). 45.67 held and 54.67 given: an excess of 9.00.
 */
export async function recordExcess(
  db: WritableLedger,
  given: {
    readonly attempt: AttemptRow;
    readonly refundId: number;
    readonly amountMinor: number;
    readonly reason: string;
    readonly staffId: number;
  },
): Promise<RecordedExcess> {
  const { attempt, refundId, amountMinor, reason, staffId } = given;
  const refund = await readRefund(db, refundId);
  if (!refund) throw new Error(`no refund ${refundId}`);
  const session = await readSessionFor(db, attempt);
  const tillSessionId = session?.tillSessionId ?? null;
  const number = formatNumber('RX', await db.nextNumber('RX'));
  const excessId = await db.insert('refund_excess', {
    number,
    attempt_id: attempt.attemptId,
    refund_id: refundId,
    amount_minor: amountMinor,
    reason,
    till_session_id: tillSessionId,
    staff_id: staffId,
    local_date: db.localDate,
    at: db.at,
  });
  await postRefundExcess(db, {
    excessId,
    clientId: refund.clientId,
    from: placeOf(attempt, session, refund),
    tillSessionId,
    amountMinor,
  });
  return { number, amountMinor };
}
