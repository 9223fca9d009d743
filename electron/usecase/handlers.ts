import type { CommandName, QueryName, SessionName } from '../../shared/contract/contract.ts';
import { claimAction } from './action/claim-action.ts';
import { dismissAction } from './action/dismiss-action.ts';
import { listActions } from './action/list-actions.ts';
import { noteAction } from './action/note-action.ts';
import { readActionQuery } from './action/read-action.ts';
import { readDigest } from './action/read-digest.ts';
import { releaseAction } from './action/release-action.ts';
import { linkAllocation } from './allocation/link-allocation.ts';
import { previewReconciliation } from './allocation/preview-reconciliation.ts';
import { reconcileAccount } from './allocation/reconcile-account.ts';
import { unlinkAllocation } from './allocation/unlink-allocation.ts';
import { askApproval } from './approval/ask-approval.ts';
import { grantApproval } from './approval/grant-approval.ts';
import { readApprovalQuery } from './approval/read-approval.ts';
import { refuseApproval } from './approval/refuse-approval.ts';
import { withdrawApproval } from './approval/withdraw-approval.ts';
import { acceptBatchSlip } from './batch-slip/accept-batch-slip.ts';
import { planBatchSlip } from './batch-slip/plan-batch-slip.ts';
import { recordBatchSlip } from './batch-slip/record-batch-slip.ts';
import { cancelBulk } from './bulk/cancel-bulk.ts';
import { previewBulk } from './bulk/preview-bulk.ts';
import { listBulk, readBulk } from './bulk/read-bulk.ts';
import { readBulkFile } from './bulk/read-bulk-file.ts';
import { reverseBulk } from './bulk/reverse-bulk.ts';
import { runBulk } from './bulk/run-bulk.ts';
import { addPerson } from './client/add-person.ts';
import { archiveClient } from './client/archive-client.ts';
import { changeClient } from './client/change-client.ts';
import { changePerson } from './client/change-person.ts';
import { findClients } from './client/find-clients.ts';
import { importClients } from './client/import-clients.ts';
import { openClient } from './client/open-client.ts';
import { readClientAccount } from './client/read-client.ts';
import type { CommandHandler, LongCommand, QueryHandler, SessionHandler } from './context.ts';
import { issueCredit } from './credit/issue-credit.ts';
import { previewCredit } from './credit/preview-credit.ts';
import { readCredit } from './credit/read-credit.ts';
import { reverseCredit } from './credit/reverse-credit.ts';
import { addCustomItem } from './custom-item/add-custom-item.ts';
import { changeCustomItem } from './custom-item/change-custom-item.ts';
import { findCustomItemsQuery } from './custom-item/find-custom-items.ts';
import { listDepositSlips } from './deposit-slip/list-deposit-slips.ts';
import { makeDepositSlip } from './deposit-slip/make-deposit-slip.ts';
import { planDepositSlip } from './deposit-slip/plan-deposit-slip.ts';
import { readDepositSlip } from './deposit-slip/read-deposit-slip.ts';
import { listDiscountRules } from './discount-rule/list-discount-rules.ts';
import { saveDiscountRule } from './discount-rule/save-discount-rule.ts';
import { simulateDiscounts } from './discount-rule/simulate-discounts.ts';
import { readDisplay } from './display/read-display.ts';
import { showDisplay } from './display/show-display.ts';
import { GATEWAY_HANDLERS } from './gateway-handlers.ts';
import { findInvoice } from './invoice/find-invoice.ts';
import { issueInvoice } from './invoice/issue-invoice.ts';
import { previewInvoice } from './invoice/preview-invoice.ts';
import { readInvoice } from './invoice/read-invoice.ts';
import { cancelItem } from './item/cancel-item.ts';
import { previewCancelItem } from './item/preview-cancel-item.ts';
import { reopenItem } from './item/reopen-item.ts';
import { acceptRecovery } from './ledger/accept-recovery.ts';
import { backupLedger } from './ledger/backup-ledger.ts';
import { listBackups } from './ledger/list-backups.ts';
import { readLedgerState } from './ledger/read-ledger-state.ts';
import { restoreLedger } from './ledger/restore-ledger.ts';
import { verifyLedger } from './ledger/verify-ledger.ts';
import { changeLimits } from './limit/change-limits.ts';
import { readLimitsQuery } from './limit/read-limits.ts';
import { findMoney } from './money/find-money.ts';
import { changeOrganisation } from './organisation/change-organisation.ts';
import { readLogoQuery } from './organisation/read-logo.ts';
import { readOrganisationDetails } from './organisation/read-organisation.ts';
import { setLogo } from './organisation/set-logo.ts';
import { setUpOrganisation } from './organisation/set-up-organisation.ts';
import { markPaymentCard } from './payment/mark-payment-card.ts';
import { readPayment } from './payment/read-payment.ts';
import { settlePayment } from './payment/settle-payment.ts';
import { takePayment } from './payment/take-payment.ts';
import { voidPayment } from './payment/void-payment.ts';
import { changePaymentRule } from './payment-rule/change-payment-rule.ts';
import { readPaymentRuleQuery } from './payment-rule/read-payment-rule.ts';
import { changePlan } from './plan/change-plan.ts';
import { changePlanMethod } from './plan/change-plan-method.ts';
import { endPlan } from './plan/end-plan.ts';
import { listDue } from './plan/list-due.ts';
import { makePlan } from './plan/make-plan.ts';
import { previewPlan } from './plan/preview-plan.ts';
import { readPlan } from './plan/read-plan.ts';
import { skipPlanned } from './plan/skip-planned.ts';
import { listPolicies } from './policy/list-policies.ts';
import { savePolicy } from './policy/save-policy.ts';
import { listPrinters } from './printer/list-printers.ts';
import { listSystemPrinters } from './printer/list-system-printers.ts';
import { printDocument } from './printer/print-document.ts';
import { setPrinter } from './printer/set-printer.ts';
import { addProduct } from './product/add-product.ts';
import { adjustStock } from './product/adjust-stock.ts';
import { changeProduct } from './product/change-product.ts';
import { findProducts } from './product/find-products.ts';
import { importProducts } from './product/import-products.ts';
import { readProductDetails } from './product/read-product.ts';
import { giveRebate } from './rebate/give-rebate.ts';
import { previewRebate } from './rebate/preview-rebate.ts';
import { beginPart } from './refund/begin-part.ts';
import { issueRefund } from './refund/issue-refund.ts';
import { listRefundExceptions } from './refund/list-refund-exceptions.ts';
import { planRefundQuery } from './refund/plan-refund.ts';
import { readRefundQuery } from './refund/read-refund.ts';
import { settleRefund } from './refund/settle-refund.ts';
import { previewTakeBack, takeBackRefund } from './refund/take-back-refund.ts';
import { previewReplacement } from './replacement/preview-replacement.ts';
import { replaceItem } from './replacement/replace-item.ts';
import { cancelReport } from './report/cancel-report.ts';
import { abandonSale } from './sale/abandon-sale.ts';
import { readSale } from './sale/read-sale.ts';
import { resumeSale } from './sale/resume-sale.ts';
import { findScan } from './scan/find-scan.ts';
import { addStaff } from './staff/add-staff.ts';
import { changeStaff } from './staff/change-staff.ts';
import { listStaff } from './staff/list-staff.ts';
import { listStaffNames } from './staff/list-staff-names.ts';
import { readStaffMember } from './staff/read-staff-member.ts';
import { resetPin } from './staff/reset-pin.ts';
import { setPin } from './staff/set-pin.ts';
import { setStaffLanguage } from './staff/set-staff-language.ts';
import { signIn } from './staff/sign-in.ts';
import { signOut } from './staff/sign-out.ts';
import { issueStatement } from './statement/issue-statement.ts';
import { listStatementCandidates } from './statement/list-candidates.ts';
import { listStatements } from './statement/list-statements.ts';
import { previewStatement } from './statement/preview-statement.ts';
import { readStatementQuery } from './statement/read-statement.ts';
import { abortTerminal } from './terminal/abort-terminal.ts';
import { addTerminal } from './terminal/add-terminal.ts';
import { askTerminal } from './terminal/ask-terminal.ts';
import { changeTerminal } from './terminal/change-terminal.ts';
import { checkTerminalLink } from './terminal/check-terminal-link.ts';
import { forgetTerminalKey } from './terminal/forget-terminal-key.ts';
import { keepTerminalKey } from './terminal/keep-terminal-key.ts';
import { listTerminals } from './terminal/list-terminals.ts';
import { readCard } from './terminal/read-card.ts';
import { releaseCard } from './terminal/release-card.ts';
import { acceptDifference } from './till/accept-difference.ts';
import { addTill } from './till/add-till.ts';
import { changeTill } from './till/change-till.ts';
import { closeTill } from './till/close-till.ts';
import { countTill } from './till/count-till.ts';
import { dropTill } from './till/drop-till.ts';
import { endTill } from './till/end-till.ts';
import { listTills } from './till/list-tills.ts';
import { noSaleTill } from './till/no-sale-till.ts';
import { openTill } from './till/open-till.ts';
import { payInTill } from './till/pay-in-till.ts';
import { payOutTill } from './till/pay-out-till.ts';
import { readCloses } from './till/read-closes.ts';
import { readTill } from './till/read-till.ts';
import { readX } from './till/read-x.ts';
import { readZ } from './till/read-z.ts';
import { reopenTill } from './till/reopen-till.ts';
import { reviewClose } from './till/review-close.ts';
import { topUpTill } from './till/top-up-till.ts';

/** Every operation of the contract has its handler here, or the compiler says which is missing. */
export type Handlers = { [N in QueryName]: QueryHandler<N> } & {
  [N in CommandName]: CommandHandler<N> | LongCommand<N>;
} & { [N in SessionName]: SessionHandler<N> };

export const HANDLERS: Handlers = {
  ...GATEWAY_HANDLERS,
  'ledger.state': readLedgerState,
  'ledger.verify': verifyLedger,
  'ledger.backups': listBackups,
  'terminal.keepKey': keepTerminalKey,
  'terminal.forgetKey': forgetTerminalKey,
  'terminal.checkLink': checkTerminalLink,
  'terminal.ask': askTerminal,
  'terminal.readCard': readCard,
  'terminal.releaseCard': releaseCard,
  'ledger.backup': backupLedger,
  'ledger.restore': restoreLedger,
  'ledger.acceptRecovery': acceptRecovery,
  'organisation.read': readOrganisationDetails,
  'organisation.logo': readLogoQuery,
  'organisation.setUp': setUpOrganisation,
  'organisation.change': changeOrganisation,
  'organisation.setLogo': setLogo,
  'staff.names': listStaffNames,
  'staff.signIn': signIn,
  'staff.setPin': setPin,
  'staff.signOut': signOut,
  'staff.read': readStaffMember,
  'staff.setLanguage': setStaffLanguage,
  'staff.list': listStaff,
  'staff.add': addStaff,
  'staff.change': changeStaff,
  'staff.resetPin': resetPin,
  'client.open': openClient,
  'client.change': changeClient,
  'client.addPerson': addPerson,
  'client.changePerson': changePerson,
  'client.archive': archiveClient,
  'client.find': findClients,
  'client.read': readClientAccount,
  'client.import': importClients,
  'credit.issue': issueCredit,
  'credit.reverse': reverseCredit,
  'invoice.replacePreview': previewReplacement,
  'invoice.replaceItem': replaceItem,
  'bulk.preview': previewBulk,
  'bulk.run': runBulk,
  'bulk.read': readBulk,
  'bulk.list': listBulk,
  'bulk.cancel': cancelBulk,
  'bulk.reverse': reverseBulk,
  'bulk.readPeople': readBulkFile,
  'plan.preview': previewPlan,
  'plan.make': makePlan,
  'plan.changeMethod': changePlanMethod,
  'plan.change': changePlan,
  'plan.end': endPlan,
  'plan.skip': skipPlanned,
  'plan.read': readPlan,
  'plan.due': listDue,
  'allocation.link': linkAllocation,
  'allocation.unlink': unlinkAllocation,
  'allocation.auto': reconcileAccount,
  'customItem.add': addCustomItem,
  'customItem.change': changeCustomItem,
  'discountRule.save': saveDiscountRule,
  'product.add': addProduct,
  'product.change': changeProduct,
  'product.adjustStock': adjustStock,
  'credit.preview': previewCredit,
  'credit.read': readCredit,
  'allocation.plan': previewReconciliation,
  'customItem.find': findCustomItemsQuery,
  'discountRule.list': listDiscountRules,
  'discountRule.simulate': simulateDiscounts,
  'product.find': findProducts,
  'product.read': readProductDetails,
  'product.import': importProducts,
  'till.add': addTill,
  'till.change': changeTill,
  'terminal.list': listTerminals,
  'terminal.add': addTerminal,
  'terminal.change': changeTerminal,
  // till, terminal
  'till.list': listTills,
  'till.read': readTill,
  'till.readX': readX,
  'till.readZ': readZ,
  'till.readCloses': readCloses,
  'till.reopen': reopenTill,
  'till.review': reviewClose,
  'till.open': openTill,
  'till.topUp': topUpTill,
  'till.payIn': payInTill,
  'till.payOut': payOutTill,
  'till.drop': dropTill,
  'till.noSale': noSaleTill,
  'till.end': endTill,
  'till.count': countTill,
  'till.acceptDifference': acceptDifference,
  'till.close': closeTill,
  'printer.list': listPrinters,
  'printer.system': listSystemPrinters,
  'printer.set': setPrinter,
  'printer.print': printDocument,
  'batchSlip.plan': planBatchSlip,
  'batchSlip.record': recordBatchSlip,
  'batchSlip.accept': acceptBatchSlip,
  'depositSlip.plan': planDepositSlip,
  'depositSlip.make': makeDepositSlip,
  'depositSlip.read': readDepositSlip,
  'depositSlip.list': listDepositSlips,
  'invoice.issue': issueInvoice,
  'invoice.preview': previewInvoice,
  'invoice.read': readInvoice,
  'invoice.find': findInvoice,
  'item.cancelPreview': previewCancelItem,
  'policy.list': listPolicies,
  'item.cancel': cancelItem,
  'rebate.preview': previewRebate,
  'rebate.give': giveRebate,
  'item.reopen': reopenItem,
  'policy.save': savePolicy,
  'payment.take': takePayment,
  'payment.read': readPayment,
  'payment.void': voidPayment,
  'payment.markCard': markPaymentCard,
  'sale.read': readSale,
  'sale.resume': resumeSale,
  'sale.abandon': abandonSale,
  'approval.ask': askApproval,
  'approval.grant': grantApproval,
  'approval.refuse': refuseApproval,
  'approval.withdraw': withdrawApproval,
  'approval.read': readApprovalQuery,
  'limit.read': readLimitsQuery,
  'limit.change': changeLimits,
  'paymentRule.read': readPaymentRuleQuery,
  'paymentRule.change': changePaymentRule,
  'refund.exceptions': listRefundExceptions,
  'refund.takeBack': takeBackRefund,
  'refund.takeBackPreview': previewTakeBack,
  'refund.plan': planRefundQuery,
  'refund.issue': issueRefund,
  'refund.begin': beginPart,
  'refund.read': readRefundQuery,
  'refund.settle': settleRefund,
  'payment.settle': settlePayment,
  'terminal.abort': abortTerminal,
  'statement.preview': previewStatement,
  'statement.candidates': listStatementCandidates,
  'statement.issue': issueStatement,
  'statement.read': readStatementQuery,
  'statement.list': listStatements,
  'report.cancel': cancelReport,
  'action.list': listActions,
  'money.where': findMoney,
  'action.digest': readDigest,
  'action.read': readActionQuery,
  'action.claim': claimAction,
  'action.release': releaseAction,
  'action.note': noteAction,
  'action.dismiss': dismissAction,
  'scan.find': findScan,
  'display.show': showDisplay,
  'display.read': readDisplay,
};
