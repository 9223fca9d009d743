import { insertParts } from '../../ledger/refund-part-store.ts';
import { placeHolds } from '../../offline-refund/hold.ts';
import type { CommandContext } from '../context.ts';
import type { PreparedRefund, PreparedWay } from './prepare-refund.ts';

/** Writes the refund's intent with its lines and their holds: one refund a way, in the order asked. */
export async function writeRefund(context: CommandContext, refund: PreparedRefund): Promise<number[]> {
  const refundIds: number[] = [];
  for (const way of refund.ways) refundIds.push(await writeWay(context, refund, way));
  await insertParts(context.db, refundIds);
  return refundIds;
}

async function writeWay(
  { db, staff }: CommandContext,
  { client, intent }: PreparedRefund,
  { session, planned }: PreparedWay,
): Promise<number> {
  const refundId = await db.insert('refund', {
    client_id: client.clientId,
    destination: planned.destination,
    amount_minor: planned.amountMinor,
    drawer_minor: planned.drawerMinor,
    reason: intent.reason,
    note: intent.note,
    terminal_id: planned.terminalId,
    till_session_id: session?.tillSessionId ?? null,
    language: client.language,
    staff_id: staff.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  const held = [];
  for (const line of planned.lines) {
    const refundLineId = await db.insert('refund_line', {
      refund_id: refundId,
      memo_id: line.memoId,
      payment_id: line.paymentId,
      origin_payment_id: line.originPaymentId,
      amount_minor: line.amountMinor,
    });
    held.push({ refundLineId, ...line });
  }
  await placeHolds(db, refundId, held);
  return refundId;
}
