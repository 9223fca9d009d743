import { formatZNumber } from '../../../shared/domain/document-number.ts';
import { DIFFERENCE_REASON_ABOVE_MINOR } from '../../../shared/domain/staff-rights.ts';
import type { ActionSource, FoundAction } from './action-source.ts';

interface Row extends Omit<FoundAction, 'actionId' | 'kind' | 'can'> {
  zReportId: number;
  tillId: number;
  number: number;
  differenceMinor: number;
}

/** Closes that stand, with a difference that asked for a reason, and that no supervisor has reviewed (settled.md 37). */
export const tillDifferenceActions: ActionSource = {
  kinds: ['till-difference'],
  async read(db) {
    const rows = await db.all<Row>`
      SELECT z.id AS zReportId, z.till_id AS tillId, z.number, z.difference_minor AS differenceMinor,
        abs(z.difference_minor) AS amountMinor, z.at AS since, NULL AS clientId, NULL AS clientName,
        staff.name AS staffName
      FROM z_report z JOIN staff ON staff.id = z.staff_id
      WHERE abs(z.difference_minor) > ${DIFFERENCE_REASON_ABOVE_MINOR}
        AND NOT EXISTS (SELECT 1 FROM till_review WHERE z_report_id = z.id)
        AND NOT EXISTS (SELECT 1 FROM till_reopening WHERE z_report_id = z.id)
      ORDER BY z.at, z.id`;
    return rows.map(({ zReportId, tillId, number, differenceMinor, ...row }) => ({
      ...row,
      actionId: `close-${zReportId}`,
      kind: 'till-difference',
      about: formatZNumber(tillId, number),
      zNumber: formatZNumber(tillId, number),
      why: differenceMinor < 0 ? 'short' : 'over',
      can: ['review'],
    }));
  },
};
