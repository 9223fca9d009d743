import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatZNumber } from '../../../shared/domain/document-number.ts';
import type { ZReportRow } from '../../ledger/z-report-store.ts';

type CloseHead = OutputOf<'till.read'>['closes'][number];

/** A close as screens read it: numbers as printed, flags as booleans. */
export function closeHeadOf(row: ZReportRow): CloseHead {
  const { tillId, number, replacesNumber } = row;
  return {
    zNumber: formatZNumber(tillId, number),
    at: row.at,
    localDate: row.localDate,
    closedBy: row.closedBy,
    acceptedBy: row.acceptedBy,
    expectedMinor: row.expectedMinor,
    countedMinor: row.countedMinor,
    differenceMinor: row.differenceMinor,
    differenceReason: row.differenceReason,
    chainSeq: row.chainSeq,
    chainHash: row.chainHash,
    replaces: replacesNumber === null ? null : formatZNumber(tillId, replacesNumber),
    reopenedReason: row.reopenedReason,
    reopenedBy: row.reopenedBy,
    depositNumber: row.depositNumber,
    reviewedBy: row.reviewedBy,
    reviewNote: row.reviewNote,
    canReopen: row.canReopen === 1,
  };
}
