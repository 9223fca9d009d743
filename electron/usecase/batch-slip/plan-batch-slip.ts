import { batchTotals } from '../../../shared/domain/batch-slip.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readBatchLines, readBatchSlips, readTerminalsAwaitingSlip } from '../../ledger/batch-slip-store.ts';
import type { QueryHandler } from '../context.ts';

const SLIPS_SHOWN = 60;

export const planBatchSlip: QueryHandler<'batchSlip.plan'> = async ({ db, localDate }, input) => {
  const batchDate = input.batchDate ?? localDate;
  const all = await db.all<{ terminalId: number; terminalName: string }>`
    SELECT id AS terminalId, name AS terminalName FROM terminal ORDER BY id`;
  const known = all.filter(({ terminalId }) => (input.terminalId ?? terminalId) === terminalId);
  if (input.terminalId !== undefined && known.length === 0)
    refuse('terminal-unknown', { terminalId: input.terminalId });
  const waiting = await readTerminalsAwaitingSlip(db);
  const ofDay = await readBatchSlips(db, { batchDate, most: SLIPS_SHOWN });
  const terminals = [];
  for (const { terminalId, terminalName } of known) {
    const lines = await readBatchLines(db, terminalId, batchDate);
    terminals.push({
      terminalId,
      terminalName,
      isWaitingForSlip: waiting.has(terminalId),
      isAccepted: ofDay.some((slip) => slip.terminalId === terminalId && slip.acceptedBy !== null),
      ledger: batchTotals(lines),
      inDoubtCount: lines.filter(({ isInDoubt }) => isInDoubt).length,
    });
  }
  const slips = await readBatchSlips(db, { terminalId: input.terminalId, most: SLIPS_SHOWN });
  return { batchDate, terminals, slips };
};
