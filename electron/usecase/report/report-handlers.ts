import type { ReportName } from '../../../shared/contract/contract.ts';
import { exportJournal } from './export-journal.ts';
import type { ReportHandler } from './report-context.ts';
import { reportSalesSummary } from './sales-summary.ts';

/** Every report of the contract has its handler here, or the compiler says which is missing. */
export const REPORT_HANDLERS: { [N in ReportName]: ReportHandler<N> } = {
  'report.journal': exportJournal,
  'report.salesSummary': reportSalesSummary,
};
