import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readBatchSlips } from '../../ledger/batch-slip-store.ts';
import type { CommandHandler } from '../context.ts';
import { writeAcceptance } from './write-acceptance.ts';

/** A supervisor takes the slip as it is, and says why; the difference stays told on it. */
export const acceptBatchSlip: CommandHandler<'batchSlip.accept'> = async ({ db, staff }, input) => {
  const { batchSlipId, reason } = input;
  const asked = await db.get<{ terminalId: number; batchDate: string }>`
    SELECT terminal_id AS terminalId, batch_date AS batchDate FROM batch_slip WHERE id = ${batchSlipId}`;
  const [slip] = asked ? await readBatchSlips(db, { ...asked, most: 1 }) : [];
  if (!slip) refuse('batch-slip-unknown', { batchSlipId });
  const { terminalName, batchDate } = slip;
  if (slip.acceptedBy !== null) refuse('batch-already-accepted', { terminalName, batchDate });
  if (slip.batchSlipId !== batchSlipId) refuse('batch-slip-replaced', { terminalName, batchDate });
  if (!reason) refuse('reason-needed', { choices: [] });
  const netMinor = await writeAcceptance(db, { ...slip, reason, staffId: staff.staffId });
  await recordAudit(db, {
    kind: 'batch-slip.accepted',
    staffId: staff.staffId,
    subject: `terminal:${slip.terminalId}`,
    detail: { batchSlipId, batchDate, netMinor },
  });
  return { batchSlipId, netMinor };
};
