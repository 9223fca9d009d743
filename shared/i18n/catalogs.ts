import { actionWords } from './action.ts';
import { approvalWords } from './approval.ts';
import { batchSlipWords } from './batch-slip.ts';
import { bulkWords } from './bulk.ts';
import { cancellationWords } from './cancellation.ts';
import { catalogueWords } from './catalogue.ts';
import { clientWords } from './client.ts';
import { counterWords } from './counter.ts';
import { customItemWords } from './custom-item.ts';
import { discountWords } from './discount.ts';
import { displayWords } from './display.ts';
import { documentWords } from './document.ts';
import { gatewayWords } from './gateway.ts';
import { integratedWords } from './integrated.ts';
import { invoiceWords } from './invoice.ts';
import { journalWords } from './journal.ts';
import { moneyWhereWords } from './money-where.ts';
import { planWords } from './plan.ts';
import { printerWords } from './printer.ts';
import { rebateWords } from './rebate.ts';
import { refundWords } from './refund.ts';
import { refusalWords } from './refusal.ts';
import { refusalPartWords } from './refusal-part.ts';
import { reportWords } from './report.ts';
import { reportExportWords } from './report-export.ts';
import { reportScreenWords } from './report-screen.ts';
import { settingsWords } from './settings.ts';
import { shellWords } from './shell.ts';
import { signInWords } from './sign-in.ts';
import { statementWords } from './statement.ts';
import { tenderWords } from './tender.ts';
import { terminalWords } from './terminal.ts';
import { terminalSettingsWords } from './terminal-settings.ts';
import { tillWords } from './till.ts';
import { tillReportWords } from './till-report.ts';

/** The same tree of keys with other words: a key missing in one language does not compile. */
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

const french = {
  action: actionWords.fr,
  approval: approvalWords.fr,
  batchSlip: batchSlipWords.fr,
  bulk: bulkWords.fr,
  catalogue: catalogueWords.fr,
  cancel: cancellationWords.fr,
  customItem: customItemWords.fr,
  discount: discountWords.fr,
  gateway: gatewayWords.fr,
  integrated: integratedWords.fr,
  invoice: invoiceWords.fr,
  journal: journalWords.fr,
  plan: planWords.fr,
  printer: printerWords.fr,
  rebate: rebateWords.fr,
  refund: refundWords.fr,
  refusal: refusalWords.fr,
  refusalPart: refusalPartWords.fr,
  report: reportWords.fr,
  reportExport: reportExportWords.fr,
  reportScreen: reportScreenWords.fr,
  settings: settingsWords.fr,
  shell: shellWords.fr,
  signIn: signInWords.fr,
  statement: statementWords.fr,
  terminal: terminalWords.fr,
  terminalSettings: terminalSettingsWords.fr,
  counter: counterWords.fr,
  tender: tenderWords.fr,
  client: clientWords.fr,
  display: displayWords.fr,
  document: documentWords.fr,
  till: tillWords.fr,
  tillReport: tillReportWords.fr,
  where: moneyWhereWords.fr,
};

const english = {
  action: actionWords.en,
  approval: approvalWords.en,
  batchSlip: batchSlipWords.en,
  bulk: bulkWords.en,
  catalogue: catalogueWords.en,
  cancel: cancellationWords.en,
  customItem: customItemWords.en,
  discount: discountWords.en,
  gateway: gatewayWords.en,
  integrated: integratedWords.en,
  invoice: invoiceWords.en,
  journal: journalWords.en,
  plan: planWords.en,
  printer: printerWords.en,
  rebate: rebateWords.en,
  refund: refundWords.en,
  refusal: refusalWords.en,
  refusalPart: refusalPartWords.en,
  report: reportWords.en,
  reportExport: reportExportWords.en,
  reportScreen: reportScreenWords.en,
  settings: settingsWords.en,
  shell: shellWords.en,
  signIn: signInWords.en,
  statement: statementWords.en,
  terminal: terminalWords.en,
  terminalSettings: terminalSettingsWords.en,
  counter: counterWords.en,
  tender: tenderWords.en,
  client: clientWords.en,
  display: displayWords.en,
  document: documentWords.en,
  till: tillWords.en,
  tillReport: tillReportWords.en,
  where: moneyWhereWords.en,
};

/** French words keep to their colon, guillemets, percent and dollar sign; a semicolon takes no space (Québec). */
function unbroken<T extends object>(words: T): T {
  const pairs = Object.entries(words).map(([key, value]) => [
    key,
    typeof value === 'string'
      ? value
          .replace(/ (?=[:»%]|\$(?!t\())/g, '\u00a0')
          .replace(/« /g, '«\u00a0')
          .replace(/ ;/g, ';')
      : unbroken(value),
  ]);
  return Object.fromEntries(pairs) as T;
}

export const fr: Same<typeof english> = unbroken(french);
export const en: Same<typeof french> = english;
/** Every key of the catalogs, for i18next's typed `t`. */
export type Catalog = typeof french;
