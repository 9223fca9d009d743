import type { ReportName } from '../../../shared/contract/contract.ts';
import { reportAccounts } from './accounts.ts';
import { reportDiscounts } from './discount-use.ts';
import { reportExceptions } from './exceptions.ts';
import { exportJournal } from './export-journal.ts';
import { reportHeld } from './held-money.ts';
import { reportInstalments } from './instalments.ts';
import { reportPayments } from './payments.ts';
import { reportReceivables } from './receivables.ts';
import { reportRefunds } from './refund-register.ts';
import type { ReportHandler } from './report-context.ts';
import { reportSalesSummary } from './sales-summary.ts';
import { reportTaxes } from './taxes.ts';
import { reportTillCloses } from './till-closes.ts';

/** Every report of the contract has its handler here, or the compiler says which is missing. */
export const REPORT_HANDLERS: { [N in ReportName]: ReportHandler<N> } = {
  'report.journal': exportJournal,
  'report.salesSummary': reportSalesSummary,
  'report.accounts': reportAccounts,
  'report.discounts': reportDiscounts,
  'report.exceptions': reportExceptions,
  'report.held': reportHeld,
  'report.instalments': reportInstalments,
  'report.payments': reportPayments,
  'report.receivables': reportReceivables,
  'report.refunds': reportRefunds,
  'report.taxes': reportTaxes,
  'report.tillCloses': reportTillCloses,
};
