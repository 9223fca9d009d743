import { parseNumber } from '../../../shared/domain/document-number.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readCountBefore, readTills } from '../../ledger/till-store.ts';
import { readZReports } from '../../ledger/z-report-store.ts';
import type { SessionReport } from '../../till/session-report.ts';
import type { QueryHandler } from '../context.ts';
import { closeHeadOf } from './close-head.ts';

export const readZ: QueryHandler<'till.readZ'> = async ({ db }, { zNumber }) => {
  const number = parseNumber(zNumber);
  if (number?.series !== 'Z') refuse('z-report-unknown', { zNumber });
  const [row] = await readZReports(db, number.tillId, 1, number.count);
  const till = (await readTills(db)).find((each) => each.tillId === number.tillId);
  if (!row || !till) refuse('z-report-unknown', { zNumber });
  const count = await readCountBefore(db, row.zReportId);
  return {
    ...closeHeadOf(row),
    tillId: till.tillId,
    tillName: till.name,
    denominations: JSON.parse(count?.denominations ?? '{}') as Record<string, number>,
    report: JSON.parse(row.summary) as SessionReport,
  };
};
