import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { postSettlement } from '../../ledger/post-gateway.ts';
import { insertSettlement, readUnsettled } from '../../ledger/settlement-store.ts';
import type { CommandHandler } from '../context.ts';

/** Records a payout of the gateway into the bank: every payment and refund up to a date, each once (settled.md 33). */
export const recordSettlement: CommandHandler<'settlement.record'> = async ({ db, staff }, input) => {
  const { method, throughDate = db.localDate } = input;
  const lines = await readUnsettled(db, { method, throughDate });
  const amountMinor = sumMinor(lines.map((line) => line.amountMinor));
  if (amountMinor === 0) refuse('nothing-to-settle', {});
  if (input.amountMinor !== undefined && input.amountMinor !== amountMinor)
    refuse('settlement-differs', { amountMinor });
  const { reference, note = '' } = input;
  const settlementId = await insertSettlement(db, {
    method,
    amountMinor,
    reference,
    note,
    staffId: staff.staffId,
    lines,
  });
  await postSettlement(db, { settlementId, method, amountMinor });
  return { settlementId, amountMinor, lineCount: lines.length };
};
