import { parseNumber } from '../../../shared/domain/document-number.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readZReports } from '../../ledger/z-report-store.ts';
import type { CommandHandler } from '../context.ts';

/** A supervisor has looked at a close: a mark beside it, not a state (settled.md 37). Said once. */
export const reviewClose: CommandHandler<'till.review'> = async ({ db, staff }, { zNumber, note }) => {
  const number = parseNumber(zNumber);
  if (number?.series !== 'Z') refuse('z-report-unknown', { zNumber });
  const [row] = await readZReports(db, number.tillId, 1, number.count);
  if (!row) refuse('z-report-unknown', { zNumber });
  if (row.reviewedBy !== null) refuse('close-reviewed', { zNumber, staffName: row.reviewedBy });
  await db.insert('till_review', {
    z_report_id: row.zReportId,
    note: note ?? '',
    staff_id: staff.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  return { zNumber, reviewedBy: staff.name };
};
