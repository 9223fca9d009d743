import { refuse } from '../../../shared/domain/refusal.ts';
import { readHeldClaim } from '../../ledger/action/action-mark-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { requireAction } from './require-action.ts';

/**
 * Puts away a row that says itself that it may be: no money moves, and what it asked for may still be done where it
 * lives. As it stands only: it asks again when its amount or its moment changes.
 */
export async function dismissRow(
  db: WritableLedger,
  given: { actionId: string; reason: string; staffId: number },
): Promise<void> {
  const { actionId, reason, staffId } = given;
  const row = await requireAction(db, actionId, db);
  if (!row.can.includes('dismiss')) refuse('action-not-dismissable', { kind: row.kind });
  await db.insert('action_dismissal', {
    action_id: actionId,
    kind: row.kind,
    client_id: row.clientId,
    since: row.since,
    amount_minor: row.amountMinor,
    reason,
    staff_id: staffId,
    at: db.at,
  });
}

/** Nobody is on a row that is gone. */
export async function endClaim(db: WritableLedger, actionId: string, staffId: number): Promise<void> {
  const held = await readHeldClaim(db, actionId);
  if (held) await db.move('claim', held.claimId, 'released', { staffId });
}
