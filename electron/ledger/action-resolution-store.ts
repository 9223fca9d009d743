import type { AttemptState } from '../../shared/domain/attempt.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export type Resolution = 'retried' | 'dismissed';

/** How a row left the worklist by a person's hand, or undefined while it waits. */
export async function readResolution(
  db: ReadableLedger,
  actionKey: string,
): Promise<{ resolution: Resolution; refundId: number | null } | undefined> {
  return await db.get<{ resolution: Resolution; refundId: number | null }>`
    SELECT resolution, refund_id AS refundId FROM action_resolution WHERE action_key = ${actionKey}`;
}

export async function insertResolution(
  db: WritableLedger,
  row: {
    actionKey: string;
    resolution: Resolution;
    reason: string;
    refundId: number | null;
    staffId: number;
  },
): Promise<void> {
  await db.insert('action_resolution', {
    action_key: row.actionKey,
    resolution: row.resolution,
    reason: row.reason,
    refund_id: row.refundId,
    staff_id: row.staffId,
    at: db.at,
  });
}

/** The states of the attempts of one refund, first to last. */
export async function readRefundAttempts(
  db: ReadableLedger,
  refundId: number,
): Promise<{ attemptId: number; state: AttemptState; amountMinor: number; at: string }[]> {
  return await db.all<{ attemptId: number; state: AttemptState; amountMinor: number; at: string }>`
    SELECT id AS attemptId, state, amount_minor AS amountMinor, at FROM attempt
    WHERE refund_id = ${refundId} ORDER BY id`;
}
