import type { AttemptRow } from '../ledger/attempt-store.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { readLineRoom } from '../ledger/refund-source-store.ts';
import { readHoldsOfRefund } from '../ledger/refund-store.ts';

/**
 * Whether the refund's money can still be taken from its sources: always while its holds stand; after "not done"
 * freed them, only if nothing else has used the sources since. Without room the attempt stays a conflict (settled.md 8).
 */
export async function hasRoomForRefund(db: WritableLedger, attempt: AttemptRow): Promise<boolean> {
  if (attempt.refundId === null) return true;
  const holds = await readHoldsOfRefund(db, attempt.refundId);
  if (holds.every((hold) => hold.state === 'held')) return true;
  return (await readLineRoom(db, attempt.refundId)).every((line) => line.amountMinor <= line.roomMinor);
}
