import { CONTRACT } from '../../../shared/contract/contract.ts';
import type { Tell } from '../../ledger/apart-reads.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import type { ReportContext, ReportJob } from './report-context.ts';
import { REPORT_HANDLERS } from './report-handlers.ts';

type AnyReport = (context: ReportContext, input: unknown) => Promise<unknown>;

/** Works out one report. Its answer is checked here, on the thread that made it: the counter's only passes it on. */
export async function readReport(db: ReadableLedger, asked: unknown, tell: Tell): Promise<unknown> {
  const { name, input, at, localDate, timeZone, rowLimit } = asked as ReportJob;
  const context: ReportContext = {
    db,
    at,
    localDate,
    timeZone,
    rowLimit: rowLimit ?? Number.MAX_SAFE_INTEGER,
    tell,
  };
  return CONTRACT[name].output.parse(await (REPORT_HANDLERS[name] as AnyReport)(context, input));
}
