import { addDays, endOfLocalDay } from '../../../shared/domain/local-time.ts';
import type { ReportScope } from '../../ledger/report/scope.ts';
import type { ReportContext } from './report-context.ts';

/** The instants between which a period of local dates lies (settled.md 36). */
export function instantsOf(
  { timeZone }: Pick<ReportContext, 'timeZone'>,
  { fromDate, toDate }: Pick<ReportScope, 'fromDate' | 'toDate'>,
): { fromAt: string; endsAt: string } {
  return {
    fromAt: endOfLocalDay(addDays(fromDate, -1), timeZone),
    endsAt: endOfLocalDay(toDate, timeZone),
  };
}
