import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readPrintJobs, updateTillPrinter } from '../../ledger/print-job-store.ts';
import { requireTill } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';

const NONE = { kind: 'none', address: '', columns: 48, page: 'roll', printsReceipts: false } as const;

export const setPrinter: CommandHandler<'printer.set'> = async (
  { db, staff, printers },
  { tillId, printer },
) => {
  await requireTill(db, tillId);
  if (printer.kind === 'system' && !printers.hasSystem) refuse('no-system-printers', {});
  const { kind, address, columns, page, printsReceipts } = { ...NONE, ...printer };
  await updateTillPrinter(db, {
    tillId,
    kind,
    address,
    columns,
    page,
    printsReceipts: printsReceipts ? 1 : 0,
  });
  if (kind === 'none')
    for (const job of await readPrintJobs(db, 'queued'))
      if (job.tillId === tillId) await db.move('print_job', job.jobId, 'dropped', { staffId: staff.staffId });
  await recordAudit(db, {
    kind: 'till.printer-set',
    staffId: staff.staffId,
    subject: `till:${tillId}`,
    detail: { kind, address, columns, page, printsReceipts },
  });
  return {};
};
