import type { z } from 'zod';
import { actionOperations } from './action.ts';
import { actionCommandOperations } from './action-command.ts';
import { allocationOperations } from './allocation.ts';
import { approvalOperations } from './approval.ts';
import { batchSlipOperations } from './batch-slip.ts';
import { bulkOperations } from './bulk.ts';
import { clientOperations } from './client.ts';
import { creditOperations } from './credit.ts';
import { customItemOperations } from './custom-item.ts';
import { depositSlipOperations } from './deposit-slip.ts';
import { discountRuleOperations } from './discount-rule.ts';
import { displayOperations } from './display.ts';
import { gatewayOperations } from './gateway.ts';
import { instalmentOperations } from './instalment.ts';
import { invoiceOperations } from './invoice.ts';
import { itemOperations } from './item.ts';
import { journalOperations } from './journal.ts';
import { ledgerOperations } from './ledger.ts';
import { limitOperations } from './limit.ts';
import { moneyOperations } from './money.ts';
import type { Operation } from './operation.ts';
import { organisationOperations } from './organisation.ts';
import { paymentOperations } from './payment.ts';
import { paymentRuleOperations } from './payment-rule.ts';
import { planOperations } from './plan.ts';
import { policyOperations } from './policy.ts';
import { printerOperations } from './printer.ts';
import { productOperations } from './product.ts';
import { rebateOperations } from './rebate.ts';
import { refundOperations } from './refund.ts';
import { replacementOperations } from './replacement.ts';
import { reportOperations } from './report.ts';
import type { ReportDocument } from './report-model.ts';
import { savedMethodOperations } from './saved-method.ts';
import { scanOperations } from './scan.ts';
import { staffOperations } from './staff.ts';
import { statementOperations } from './statement.ts';
import { terminalOperations } from './terminal.ts';
import { tillOperations } from './till.ts';

/** The one table of operations: screens, hosts, handlers, scenarios and the fuzzer all read it. */
export const CONTRACT = {
  ...organisationOperations,
  ...staffOperations,
  ...clientOperations,
  ...productOperations,
  ...customItemOperations,
  ...discountRuleOperations,
  ...tillOperations,
  ...terminalOperations,
  ...printerOperations,
  ...depositSlipOperations,
  ...batchSlipOperations,
  ...invoiceOperations,
  ...itemOperations,
  ...rebateOperations,
  ...policyOperations,
  ...paymentOperations,
  ...allocationOperations,
  ...creditOperations,
  ...planOperations,
  ...bulkOperations,
  ...replacementOperations,
  ...refundOperations,
  ...approvalOperations,
  ...limitOperations,
  ...paymentRuleOperations,
  ...statementOperations,
  ...reportOperations,
  ...journalOperations,
  ...actionOperations,
  ...actionCommandOperations,
  ...savedMethodOperations,
  ...gatewayOperations,
  ...instalmentOperations,
  ...moneyOperations,
  ...scanOperations,
  ...displayOperations,
  ...ledgerOperations,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof CONTRACT;
/** What a caller may send (before defaults and normalisation). */
export type InputOf<N extends OperationName> = z.input<(typeof CONTRACT)[N]['input']>;
/** What the handler receives, parsed. */
export type ParsedInput<N extends OperationName> = z.output<(typeof CONTRACT)[N]['input']>;
export type OutputOf<N extends OperationName> = z.output<(typeof CONTRACT)[N]['output']>;

type NamesOfKind<K extends Operation['kind']> = {
  [N in OperationName]: (typeof CONTRACT)[N]['kind'] extends K ? N : never;
}[OperationName];
export type QueryName = NamesOfKind<'query'>;
export type CommandName = NamesOfKind<'command'>;
export type SessionName = NamesOfKind<'session'>;
export type ReportName = NamesOfKind<'report'>;
/** The reports that are tables (`report-model.ts`), not a file. */
export type TableReportName = {
  [N in ReportName]: OutputOf<N> extends ReportDocument ? N : never;
}[ReportName];
