import { addDays, daysBetween } from '../../../shared/domain/local-time.ts';
import type { ReadableLedger } from '../sql.ts';

/** Which documents a report looks at: those dated in the period, of one till and one person when asked. */
export interface ReportScope {
  readonly fromDate: string;
  readonly toDate: string;
  readonly tillId: number | null;
  readonly staffId: number | null;
}

/** So many documents are read in some tens of milliseconds: a report can be stopped between two such steps. */
const STEP_DOCUMENTS = 4_000;

/** The scope cut into steps of whole days with few documents each, in order. */
export async function stepsOf<S extends ReportScope>(db: ReadableLedger, scope: S): Promise<S[]> {
  const { fromDate, toDate } = scope;
  const row = await db.get<{ documents: number; first: string | null; last: string | null }>`
    SELECT count(*) AS documents, min(local_date) AS first, max(local_date) AS last
    FROM journal_entry WHERE local_date BETWEEN ${fromDate} AND ${toDate}`;
  if (!row?.first || !row.last) return [];
  const days = daysBetween(row.first, row.last) + 1;
  const count = Math.min(days, Math.ceil(row.documents / STEP_DOCUMENTS));
  const steps: S[] = [];
  for (let step = 0; step < count; step += 1)
    steps.push({
      ...scope,
      fromDate: addDays(row.first, Math.floor((step * days) / count)),
      toDate: addDays(row.first, Math.floor(((step + 1) * days) / count) - 1),
    });
  return steps;
}
