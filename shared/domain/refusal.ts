import type { OverrideKind } from './sale-override.ts';

/**
 * What each refusal carries to the screen: the amount or choice that would pass.
 * Amounts are minor units. Every code is worded in both catalogs under `refusal.<code>`.
 */
export interface RefusalDetails {
  'invalid-input': { issues: { path: string; problem: string; limit?: number }[] };
  'unknown-operation': { operation: string };
  'not-signed-in': Record<string, never>;
  'not-allowed': { needs: string };
  'key-missing': Record<string, never>;
  'key-reused': { operation: string };
  'card-number': { field: string };
  'wrong-currency': { expected: 'CAD' };
  'already-set-up': Record<string, never>;
  'not-set-up': Record<string, never>;
  'read-only': { reason: string };

  'wrong-pin': { triesLeft: number };
  'locked-out': { untilAt: string };
  'pin-too-weak': { digitsMin: number; digitsMax: number };
  'staff-name-taken': { name: string };
  'last-administrator': Record<string, never>;
  'reset-code-wrong': Record<string, never>;

  'client-unknown': { clientId: number };
  'client-archived': { clientName: string };
  'client-not-empty': { balanceMinor: number };
  'client-card-taken': { clientName: string };
  'person-unknown': { personId: number };
  'walk-in-needs-full-payment': { dueMinor: number };
  'walk-in-no-credit': { mustRefundMinor: number };
  'product-unknown': { productId: number };
  'product-inactive': { name: string };
  'product-code-taken': { code: string };
  'custom-item-unknown': { customItemId: number };
  'custom-item-inactive': { name: string };
  'credit-of-item': { number: string };
  'credit-used': { number: string };
  'nothing-to-take-back': Record<string, never>;
  'take-back-too-much': { maximumMinor: number };
  'credit-short': { availableMinor: number };
  'memo-unknown': { memoId: number };
  'allocation-other-account': { itemId: number };
  'allocation-too-much': { maximumMinor: number };
  'nothing-to-reconcile': { clientId: number };
  'reconciliation-changed': { linkedMinor: number };
  'discount-rule-unknown': { ruleId: number };
  'discount-code-taken': { code: string };
  'discount-refers-to-itself': { name: string };
  'discount-code-unknown': { code: string };
  'discount-code-not-now': { code: string; when: 'early' | 'late'; date: string };
  'coupon-used-up': { code: string; usedCount: number };
  'total-changed': { totalMinor: number };
  'person-needed': { name: string };
  'out-of-stock': { name: string; availableQuantity: number };
  'activity-full': { name: string; availableQuantity: number; override: OverrideKind };
  'age-not-allowed': {
    name: string;
    /** Null when the birth date is not known. */
    age: number | null;
    ageMinimum: number | null;
    ageMaximum: number | null;
    override: OverrideKind;
  };
  'registration-closed': { name: string; when: 'early' | 'late'; date: string; override: OverrideKind };
  'unpaid-balance': { overdueMinor: number; since: string; override: OverrideKind };
  'full-payment-needed': { missingMinor: number; override: OverrideKind };
  'override-needs-supervisor': { override: OverrideKind };
  'rebate-exceeds-item': { name: string; maximumMinor: number };
  'rebate-above-limit': { name: string; limitMinor: number; availableMinor: number };
  'invoice-day-closed': { localDate: string; earliestDate: string };
  'invoice-date-ahead': { localDate: string; today: string };
  'import-refused': {
    rows: { line: number; column: string; problem: string; limit?: number; value: string }[];
    refusedCount: number;
  };

  'till-unknown': { tillId: number };
  'till-closed': { tillNames: string[] };
  'till-already-open': { tillName: string; openedAt: string };
  'till-choice-needed': { tillNames: string[] };
  'till-not-ended': { tillName: string };
  'till-open-cash-attempt': { refundIds: number[]; amountMinor: number };
  'till-count-missing': { tillName: string };
  'difference-needs-reason': { limitMinor: number };
  'difference-needs-supervisor': { limitMinor: number };
  'till-not-reopenable': {
    tillName: string;
    why: 'never-closed' | 'not-closed' | 'later-session' | 'deposited';
  };
  'z-report-unknown': { zNumber: string };
  'close-reviewed': { zNumber: string; staffName: string };
  'cheque-number-needed': Record<string, never>;
  'cheque-number-used': { chequeNumber: string; refundNumber: string; settledAt: string };
  'action-claimed': { staffName: string };
  'action-not-claimed': Record<string, never>;
  'action-not-dismissable': { kind: string };
  'nothing-to-deposit': Record<string, never>;
  'close-not-depositable': { zNumber: string };
  'cheque-not-in-hand': { paymentId: number };
  'deposit-slip-unknown': { depositSlipId: number };
  'batch-slip-unknown': { batchSlipId: number };
  'batch-already-accepted': { terminalName: string; batchDate: string };
  'batch-slip-replaced': { terminalName: string; batchDate: string };
  'batch-after-today': { batchDate: string; today: string };
  'batch-brands-differ': { salesMinor: number; refundsMinor: number };
  'batch-slip-needed': { terminalName: string };
  'statement-unknown': { statementId: number };
  'statement-walk-in': Record<string, never>;
  'statement-after-today': { toDate: string; today: string };
  'statement-end-before-start': { fromDate: string; toDate: string; today: string };
  'statement-already-made': { number: string; lastDate: string; toDate: string };
  'statement-nothing': { clientName: string; fromDate: string; toDate: string };
  'report-period': { fromDate: string; toDate: string };
  'report-stopped': Record<string, never>;
  'drawer-short': { maximumMinor: number | null };
  'safe-short': { maximumMinor: number };
  'logo-unusable': {
    why: 'too-large' | 'not-an-image' | 'too-many-pixels' | 'damaged';
    maximumKib: number;
    maximumSide: number;
  };
  /** Cash said to have been handed over from a drawer that is counted and closed; `reopen` while that close can be taken back. */
  'drawer-counted': { why: 'reopen' | 'settled'; tillName: string; zNumber: string };
  'reason-needed': { choices: string[] };
  'no-printer': Record<string, never>;
  'no-system-printers': Record<string, never>;
  'document-unknown': { number: string };
  'terminal-unknown': { terminalId: number };
  'terminal-inactive': { terminalName: string };
  'terminal-waits': { terminalName: string; amountMinor: number };
  'attempt-on-terminal': { amountMinor: number };
  'terminal-key-missing': { amountMinor: number };

  'invoice-unknown': { invoiceId: number };
  'item-unknown': { itemId: number };
  'item-other-client': { itemId: number };
  'nothing-owed': { owedMinor: number };
  'amount-too-large': { maximumMinor: number };
  'more-than-owed': { owedMinor: number; depositWouldBeMinor: number };
  'tender-short': { missingMinor: number };
  'cash-not-last': Record<string, never>;
  'cash-not-multiple-of-five': { lowerMinor: number; higherMinor: number };
  'too-small-for-cash': { smallestMinor: number };
  'deposit-short': { availableMinor: number };
  'sale-unknown': { saleId: number };
  'sale-not-open': { state: string };
  'sale-waiting': { attemptId: number };
  'sale-has-payment': { paidMinor: number };

  'payment-unknown': { paymentId: number };
  'payment-not-voidable': { why: 'card' | 'refunded' | 'session-closed' | 'already-void' };
  'payment-not-online-card': { paymentId: number };

  'nothing-to-credit': { leftMinor: number };
  'credit-exceeds-item': { leftMinor: number; leftBasisPoints: number };
  'restock-too-many': { maximumQuantity: number };
  'fee-exceeds-credit': { maximumMinor: number; creditMinor: number };
  'fee-item-needed': { choices: string[] };
  'item-other-invoice': { name: string };
  'policy-unknown': { policyId: number };
  'policy-differs': { name: string; creditMinor: number; feeMinor: number };
  'sessions-needed': { totalCount: number };
  'item-changed': { name: string; leftMinor: number };

  'refund-unknown': { refundId: number };
  'refund-exceeds-refundable': { maximumMinor: number };
  'refund-source-unusable': { source: string; why: string };
  'refund-destination-refused': { destination: string; allowed: string[]; why: string };
  'refund-parts-differ': { amountMinor: number; partsMinor: number };
  'refund-way-twice': { destination: string };
  'refund-not-to-begin': { refundId: number };
  'refund-above-limit': {
    limitMinor: number;
    availableMinor: number;
    per: 'refund' | 'day' | 'client-month';
  };
  'refund-waits-for-outcome': { refundId: number; amountMinor: number };
  'approval-unknown': { approvalId: number };
  'approval-not-needed': Record<string, never>;
  'approval-not-waiting': { state: string };
  'approval-not-granted': { state: string };
  'approval-own': Record<string, never>;
  'approval-other-person': { staffName: string };
  'approval-other-intent': { amountMinor: number; clientName: string };
  'approver-not-supervisor': { staffName: string };
  'attempt-unknown': { attemptId: number };
  'attempt-settled': { state: string };
  'attempt-not-sent': { state: string };
  'evidence-incomplete': { missing: string[] };
  'slip-amount-differs': { askedMinor: number; slipMinor: number };
  'slip-already-used': { refundNumber: string; settledAt: string };
  'other-card-needs-reason': { expectedLast4: string };
  'supervisor-needed': { answer: string };

  'plan-exists': { itemId: number; plannedMinor: number };
  'items-being-paid': { pendingMinor: number };
  'plan-missing': { itemId: number } | { savedMethodId: number };
  'plan-option-unknown': { option: number; optionCount: number };
  'plan-date-past': { dueDate: string; today: string };
  /** `missingMinor` is negative when the dates add up to too much. */
  'plan-sum-differs': { toPlanMinor: number; plannedMinor: number; missingMinor: number };
  'planned-payment-unknown': { plannedPaymentId: number };
  'planned-payment-not-waiting': { state: string };
  'saved-method-unknown': { savedMethodId: number };
  'saved-method-walk-in': Record<string, never>;
  'saved-method-taken': { clientName: string };
  'saved-method-expired': { expiresOn: string };
  'saved-method-withdrawn': { last4: string };
  'saved-method-other-client': { clientName: string };
  'saved-method-other-kind': { kind: 'card' | 'bank' };
  'saved-method-unusable': { last4: string; status: string };
  'consent-after-today': { today: string };
  'gateway-missing': Record<string, never>;
  'gateway-key-missing': Record<string, never>;
  'gateway-waits': { waitingCount: number };
  'attempt-on-gateway': { amountMinor: number };
  'echeck-alone': Record<string, never>;
  'refund-one-payment': { number: string; maximumMinor: number };
  'refund-other-method': { last4: string };
  'action-unknown': { actionId: string };
  'action-settled': { actionId: string };
  'action-under-way': { amountMinor: number; at: string };
  'action-not-retryable': { actionId: string };
  'action-paid-elsewhere': { owedMinor: number };
  'nothing-to-settle': Record<string, never>;
  'settlement-differs': { amountMinor: number };
  'payment-not-returnable': { why: 'method' | 'void' | 'already-returned' | 'walk-in' };

  'already-replaced': { invoiceNumber: string };
  'old-price-higher': { oldMinor: number; newMinor: number };
  'bulk-unknown': { batchId: number };
  'bulk-nobody': Record<string, never>;
  'bulk-person-twice': { personName: string };
  'bulk-no-sessions': { name: string; sessions: number };
  'bulk-changed': { peopleCount: number; totalMinor: number };
  'bulk-already-run': { batchId: number; at: string };
  'bulk-not-running': { state: string };
  'bulk-running': { batchId: number };
  'bulk-not-reversible': { batchId: number };
  'bulk-already-reversed': { batchId: number };

  'ledger-read-only': { reason: string };
  'backup-failed': { reason: string };
  'restore-refused': { reason: string };
  'nothing-lost': Record<string, never>;
}

export type RefusalCode = keyof RefusalDetails;

/** An expected "no": it carries what would pass, and nothing is written. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C;
  readonly detail: RefusalDetails[C];

  constructor(code: C, detail: RefusalDetails[C]) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}

/** Stops the command with an expected refusal; the caller's transaction rolls back. */
export function refuse<C extends RefusalCode>(code: C, detail: RefusalDetails[C]): never {
  throw new Refusal(code, detail);
}
