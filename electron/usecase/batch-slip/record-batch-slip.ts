import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { type BatchTotals, compareBatch } from '../../../shared/domain/batch-slip.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readBatchLines, readBatchSlips } from '../../ledger/batch-slip-store.ts';
import type { CommandHandler } from '../context.ts';
import { writeAcceptance } from './write-acceptance.ts';

/** A slip typed in: compared with the ledger of that moment, accepted at once when they agree. */
export const recordBatchSlip: CommandHandler<'batchSlip.record'> = async ({ db, staff }, input) => {
  const { terminalId } = input;
  const batchDate = input.batchDate ?? db.localDate;
  const terminal = await db.get<{ name: string }>`SELECT name FROM terminal WHERE id = ${terminalId}`;
  if (!terminal) refuse('terminal-unknown', { terminalId });
  if (batchDate > db.localDate) refuse('batch-after-today', { batchDate, today: db.localDate });
  const [last] = await readBatchSlips(db, { terminalId, batchDate, most: 1 });
  if (last?.acceptedBy) refuse('batch-already-accepted', { terminalName: terminal.name, batchDate });
  requireBrands(input);
  const differences = compareBatch(input, await readBatchLines(db, terminalId, batchDate));
  const batchSlipId = await db.insert('batch_slip', {
    terminal_id: terminalId,
    batch_date: batchDate,
    batch_number: input.batchNumber ?? '',
    sales_count: input.salesCount,
    sales_minor: input.salesMinor,
    refunds_count: input.refundsCount,
    refunds_minor: input.refundsMinor,
    brands: JSON.stringify(input.brands ?? []),
    differences: JSON.stringify(differences),
    staff_id: staff.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  await recordAudit(db, {
    kind: 'batch-slip.recorded',
    staffId: staff.staffId,
    subject: `terminal:${terminalId}`,
    detail: { batchSlipId, batchDate, differences: differences.length },
  });
  if (differences.length > 0) return { batchSlipId, state: 'differs', differences };
  await writeAcceptance(db, { ...input, batchSlipId, batchDate, reason: '', staffId: staff.staffId });
  return { batchSlipId, state: 'accepted', differences };
};

function requireBrands(input: ParsedInput<'batchSlip.record'>): void {
  const { brands, salesMinor, refundsMinor } = input;
  if (!brands || brands.length === 0) return;
  const sum = (field: keyof BatchTotals) => brands.reduce((total, brand) => total + brand[field], 0);
  const isSame = (['salesCount', 'salesMinor', 'refundsCount', 'refundsMinor'] as const).every(
    (field) => sum(field) === input[field],
  );
  if (!isSame) refuse('batch-brands-differ', { salesMinor, refundsMinor });
}
