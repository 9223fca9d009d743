import { batchNetMinor } from '../../../shared/domain/batch-slip.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { postBatch } from '../../ledger/post-till.ts';

interface Accepted {
  readonly batchSlipId: number;
  readonly terminalId: number;
  readonly batchDate: string;
  readonly salesMinor: number;
  readonly refundsMinor: number;
  readonly reason: string;
  readonly staffId: number;
}

/** The bank owes what the slip says: sales less refunds. A net of zero posts nothing. */
export async function writeAcceptance(db: WritableLedger, accepted: Accepted): Promise<number> {
  const { terminalId } = accepted;
  const netMinor = batchNetMinor(accepted);
  const batchAcceptanceId = await db.insert('batch_acceptance', {
    batch_slip_id: accepted.batchSlipId,
    terminal_id: terminalId,
    batch_date: accepted.batchDate,
    net_minor: netMinor,
    reason: accepted.reason,
    staff_id: accepted.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  await postBatch(db, { batchAcceptanceId, terminalId, netMinor });
  return netMinor;
}
